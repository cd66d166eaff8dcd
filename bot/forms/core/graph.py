"""What leans on what in a form: who is asked again, computed again or judged again when an answer changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.errors import BadForm
from bot.forms.core.expressions import Node, Over, Ref, children
from bot.forms.core.model import Field, Repeat
from bot.forms.core.plan import Check, Entry, Level


class Graph:
    """The entries of one form as they read each other. ``own``: ids of the levels that are the form's."""

    def __init__(self, form_id: str, root: Level, own: set[int]) -> None:
        self.id, self.root, self.own = form_id, root, own

    def leans_on(self, entry: Entry) -> Iterator[Entry]:
        """What decides whether *entry* is asked and, if computed, its value."""
        item = entry.item
        computed = (item.calculation,) if isinstance(item, Field) and item.calculation is not None else ()
        if isinstance(item, Repeat) and not isinstance(item.over, tuple):
            computed = (item.over,)
        for node in (*entry.conditions, *computed):
            yield from self.inside(node, entry.level)

    def inside(self, node: Node, level: Level) -> Iterator[Entry]:
        """The entries of this form that *node* reads, rows included."""
        if isinstance(node, Over):
            if node.rows.startswith("@"):
                return
            repeat = level.find(node.rows)[1]
            if id(repeat.level) in self.own:
                yield repeat
                assert repeat.inner is not None
                for child in children(node):
                    yield from self.inside(child, repeat.inner)
            return
        if isinstance(node, Ref) and node.name != "_":
            entry = level.find(node.name)[1]
            if id(entry.level) in self.own:
                yield entry
        for child in children(node):
            yield from self.inside(child, level)

    def all(self, level: Level | None = None) -> Iterator[Entry]:
        """Every entry of the form, those inside repeats right after their repeat."""
        for entry in (level or self.root).entries:
            yield entry
            if entry.inner is not None:
                yield from self.all(entry.inner)

    def refuse_cycles(self) -> None:
        """A value that leans on itself stops the start."""
        state: dict[int, int] = {}

        def visit(entry: Entry, trail: tuple[str, ...]) -> None:
            mark = state.get(id(entry))
            if mark == 2:
                return
            if mark == 1:
                raise BadForm(
                    form=self.id,
                    where=entry.name,
                    why="it leans on itself: " + " <- ".join((*trail, entry.name)),
                )
            state[id(entry)] = 1
            for other in self.leans_on(entry):
                if other is not entry or entry.kind != "repeat":
                    visit(other, (*trail, entry.name))
            state[id(entry)] = 2

        for entry in self.all():
            visit(entry, ())

    def link(self) -> None:
        """Let every entry know what leans on it, what follows it, and which rules watch it."""
        direct: dict[int, list[Entry]] = {}
        rule_readers: dict[int, list[Entry]] = {}
        everything = list(self.all())
        for entry in everything:
            for other in self.leans_on(entry):
                direct.setdefault(id(other), []).append(entry)
            for rule in getattr(entry.item, "rules", ()):
                if rule.weight != "refuse":  # only what is refused is asked again
                    continue
                for other in self.inside(rule.ok, entry.level):
                    if other is not entry:
                        rule_readers.setdefault(id(other), []).append(entry)
        for level in dict.fromkeys(entry.level for entry in everything):
            for check in level.checks:
                if check.rule.weight != "refuse":
                    continue
                for other in check.reads:
                    readers = [one for one in check.reads if one is not other and one.is_question]
                    rule_readers.setdefault(id(other), []).extend(readers)
        followers: dict[int, dict[int, Entry]] = {}
        for entry in everything:
            if isinstance(entry.item, Field) and entry.item.prefill is not None:
                for other in self.inside(entry.item.prefill, entry.level):
                    followers.setdefault(id(other), {})[id(entry)] = entry
        both = {key: [*direct.get(key, ()), *rule_readers.get(key, ())] for key in {**direct, **rule_readers}}
        for entry in everything:
            entry.leaners, entry.dependents = _reached(entry, direct), _reached(entry, both)
            entry.followers = tuple(followers.get(id(entry), {}).values())
        for entry in everything:
            around = [entry] if entry.inner is not None else []
            inside = entry.level
            while inside.up is not None and id(inside.up) in self.own:
                around.append(inside.up.by_name[inside.path[-1]])
                inside = inside.up
            entry.spoils = _spoils(entry)
            entry.near = tuple(_near(entry))
            entry.peers = tuple(
                ~other.index
                for other in entry.level.entries
                if entry.conditions and other.conditions == entry.conditions
            )
            entry.shakes = any(one in entry.leaners for one in around)
            own = [(0, check) for check in entry.checks]
            rules = [*own, *self._watching(entry)]
            entry.judged = {
                weight: tuple(one for one in rules if one[1].rule.weight == weight)
                for weight in ("refuse", "confirm")
            }

    def _watching(self, entry: Entry) -> Iterator[tuple[int, Check]]:
        depth, level = 0, entry.level
        while id(level) in self.own:
            for check in level.checks:
                for read in self.inside(check.rule.ok, level):
                    if read is entry or read in entry.leaners:
                        yield depth, check
                        break
            if level.up is None:
                return
            depth, level = depth + 1, level.up


def _reached(entry: Entry, lines: Mapping[int, list[Entry]]) -> tuple[Entry, ...]:
    """Everything that *lines* lead to from *entry*, itself left out."""
    seen: dict[int, Entry] = {}
    queue = [entry]
    while queue:
        at = queue.pop()
        for other in lines.get(id(at), ()):
            if id(other) not in seen and other is not entry:
                seen[id(other)] = other
                queue.append(other)
    return tuple(seen.values())


def _spoils(entry: Entry) -> dict[int, frozenset[Any]]:
    found: dict[int, list[Any]] = {}
    for other in (entry, *entry.leaners):
        keys = found.setdefault(id(other.level), [])
        if other.computed:
            keys.append(other.index)
        if other.conditions and other is not entry:
            keys.append(~other.index)
        if other.inner is not None:
            keys.append(other)
    return {level: frozenset(keys) for level, keys in found.items() if keys}


def _near(entry: Entry) -> Iterator[Entry]:
    """Backwards from *entry*: notes, and questions that may not be asked; empty where there is no note among them."""
    found: list[Entry] = []
    for other in reversed(entry.level.entries[: entry.index]):
        if other.is_question and not other.conditions:
            break
        if other.is_question or other.kind == "note":
            found.append(other)
    yield from found if any(other.kind == "note" for other in found) else ()
