"""Does a step grow dearer with the number of record types? 100 forms of 20 fields beside the real ones."""

from __future__ import annotations

from bot.forms.core.model import Access, Field, Form, RecordType, Rule, Workflow, x


def many_forms(count: int) -> list[RecordType]:
    """*count* invented record types of 20 fields each, filled by nobody the benchmark plays."""
    return [
        RecordType(
            id=f"bench_{n}", version=1, letter=f"Z{n}", subject="org",
            form=Form(items=tuple(
                Field(f"field_{i}", "integer", min=0, max=999,
                      relevant=None if i == 0 else x(f"${{field_{i - 1}}} > {i}"),
                      rules=(Rule("range", x(f"${{field_{i}}} >= {i}")),))
                for i in range(20)
            )),
            workflow=Workflow("filed"), access=Access(fills=("city",)),
        )
        for n in range(count)
    ]  # fmt: skip


def main(*, long: bool = False) -> None:
    """
    CPU per step with 100 more types, beside none more, in the same run.

    Few and many take turns; the least of each counts, since a neighbour on a shared machine can only add.
    """
    from bench.figures import show
    from bench.steps import measured

    rounds = 5 if long else 3
    pairs = [(measured("lianxin", forms=0).cpu, measured("lianxin", forms=100).cpu) for _ in range(rounds)]
    few, many = (min(side) for side in zip(*pairs, strict=True))
    beside = {"few_us": round(few * 1e6), "many_us": round(many * 1e6), "rounds": rounds}
    show("step-cpu-100-forms", many / few, "× few forms", 1.10, beside=beside)
