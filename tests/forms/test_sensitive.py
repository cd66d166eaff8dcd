"""What is computed from something sensitive is sensitive too: nobody may read a masked answer off its neighbour."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from bot.forms.core.expressions import Ref
from bot.forms.core.model import Field, Group, RecordType, Repeat
from bot.forms.registry import found

TELLS_NOTHING = {
    "check_in.quarter": "says that a report was written in a quarter, nothing of what it says",
}


def names(node: Any) -> Iterator[str]:
    """Every field an expression reads."""
    if isinstance(node, Ref):
        yield node.name
    if dataclasses.is_dataclass(node):
        for part in dataclasses.fields(node):
            yield from names(getattr(node, part.name))
    elif isinstance(node, tuple | list):
        for part in node:
            yield from names(part)


def fields(items: Any) -> Iterator[Field]:
    """Every field of a form, inside groups and repeats too."""
    for item in items:
        if isinstance(item, Field):
            yield item
        elif isinstance(item, Group | Repeat):
            yield from fields(item.items)


@pytest.mark.parametrize("kind", found(), ids=lambda kind: kind.id)
def test_a_value_computed_from_something_sensitive_is_masked(kind: RecordType) -> None:
    """In every form of the type, its acts' included."""
    for form in (kind.form, *(step.form for step in kind.workflow.transitions)):
        every = list(fields(form.items))
        hidden = {field.name for field in every if field.sees == "sensitive"}
        for field in every:
            if (
                field.calculation is None
                or field.sees == "sensitive"
                or f"{kind.id}.{field.name}" in TELLS_NOTHING
            ):
                continue
            assert not hidden & set(names(field.calculation)), (kind.id, field.name)
