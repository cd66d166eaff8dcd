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
    """CPU per step with 100 more types, beside none more, in the same run."""
    from bench.figures import show
    from bench.steps import Measured, measured

    rounds = 3 if long else 2
    few: list[Measured] = []
    many: list[Measured] = []
    for _ in range(rounds):
        few.append(measured("lianxin", forms=0))
        many.append(measured("lianxin", forms=100))
    ratio = sorted(b.cpu / a.cpu for a, b in zip(few, many, strict=True))[rounds // 2]
    show(
        "step-cpu-100-forms",
        ratio,
        "× few forms",
        1.10,
        beside={"few_us": few[0].cpu * 1e6, "many_us": many[0].cpu * 1e6},
    )
