"""Finds every ``RECORD`` in this folder and checks them when the process starts."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

import bot.forms
from bot.errors import BadForm
from bot.forms.core.model import RecordType
from bot.forms.core.plan import Plan
from bot.forms.core.types import CompiledType, compile_type


class Registry:
    """The record types of this process, by id; parts of a type stand beside it under their dotted ids."""

    def __init__(self, records: list[RecordType]) -> None:
        self._types: dict[str, CompiledType] = {}
        letters: dict[str, str] = {}
        for record in records:
            for one in (record, *record.parts):
                if one.id in self._types:
                    raise BadForm(form=one.id, where="id", why="two record types have this id")
                if one.letter in letters and "." not in one.id:
                    raise BadForm(
                        form=one.id, where="letter", why=f"{letters[one.letter]} has this letter already"
                    )
                letters[one.letter] = one.id
                self._types[one.id] = compile_type(one)

    def __getitem__(self, type_id: str) -> CompiledType:
        return self._types[type_id]

    def __contains__(self, type_id: object) -> bool:
        return type_id in self._types

    def __iter__(self) -> Iterator[CompiledType]:
        return iter(self._types.values())

    def plan(self, form: str) -> Plan:
        """The plan of a draft's form, ``<type>`` or ``<type>/<transition>``."""
        return self._types[form.partition("/")[0]].plan_of(form)


def found() -> list[RecordType]:
    """Every ``RECORD`` of the modules in ``bot/forms``, in the order of their letters."""
    records = []
    for module in pkgutil.iter_modules(bot.forms.__path__):
        if module.ispkg or module.name == "registry":
            continue
        record = getattr(importlib.import_module(f"bot.forms.{module.name}"), "RECORD", None)
        if isinstance(record, RecordType):
            records.append(record)
    return sorted(records, key=lambda record: record.letter)


@cache
def registry() -> Registry:
    """The registry of this process, compiled once."""
    return Registry(found())
