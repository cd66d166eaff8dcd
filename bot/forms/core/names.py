"""What a name in an expression means: a question, a row's, an act's, or a fact (the compiler's way round a form)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.forms.core.compiling import Eval
from bot.forms.core.model import Field, Form, Group, Item
from bot.forms.core.plan import Entry, Level, Scope

ACT_FIELDS = ("n", "name", "by", "by_name", "post", "at", "row", "round", "frm", "to")


class LevelNames:
    """How the compiler finds names at one level (see compiling.Names)."""

    def __init__(self, level: Level, facts: frozenset[str], acts: Mapping[str, Level]) -> None:
        self.level, self.facts, self.acts = level, facts, acts

    def ref(self, name: str) -> tuple[int, Entry]:
        """As compiling.Names."""
        return self.level.find(name)

    def rows(self, name: str) -> tuple[int, Any, LevelNames]:
        if name.startswith("@"):
            find, inner = self._act_rows(name)
            return -1, find, inner
        depth, entry = self.level.find(name)
        if entry.inner is None:
            raise KeyError(name)
        return depth, entry, LevelNames(entry.inner, self.facts, self.acts)

    def _act_rows(self, name: str) -> tuple[Callable[[Any], list[Any]], LevelNames]:
        every, wanted = name.startswith("@@"), name.lstrip("@")
        level = replace(self.acts[wanted], up=self.level)  # an act is read from where the expression stands

        def find(s: Any) -> list[Any]:
            env = s.env
            return [
                Scope(level, {**act.answers, **{f: getattr(act, f) for f in ACT_FIELDS}}, env, s, stored=True)
                for act in env.acts
                if act.name == wanted and (every or act.round == env.round)
            ]

        return find, LevelNames(level, self.facts, self.acts)

    def fact(self, name: str) -> Eval:
        first, *rest = name.split(".")
        if first not in self.facts:
            raise KeyError(name)

        def read(s: Any) -> Any:
            env = s.env
            found = env.frozen.get(first)
            if found is None:
                found = env.live.get(first)
            for part in rest:
                if type(found) is not dict and not isinstance(found, Mapping):
                    return None
                found = found.get(part)
            return found

        return read


def act_level(form: Form, record: Level | None) -> Level:
    """The level of ``@act`` rows: the transition's own fields and what is known of every act."""
    level = Level((), record)
    for item in [*_fields(form.items), *(Field(name, "calculate") for name in ACT_FIELDS)]:
        if item.name not in level.by_name:
            entry = Entry(item.name, item, level, len(level.entries), "")
            entry.plain, entry.computed = True, False  # an act is done: it holds what was computed then
            level.entries.append(entry)
            level.by_name[item.name] = entry
    return level


def _fields(items: tuple[Item, ...]) -> Iterator[Field]:
    for item in items:
        if isinstance(item, Group):
            yield from _fields(item.items)
        elif isinstance(item, Field):
            yield item


def always(value: Any) -> Eval:
    """A closure that gives the same value in every row."""
    return lambda _: value
