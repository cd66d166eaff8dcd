"""Who may act on a record: by a post of the day, by name, as the one who sent it. Pure functions over plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.forms.core.model import Who
from bot.forms.core.records import Record
from bot.forms.core.types import CompiledType
from bot.people import Person, Post, may, reaches

FILLER = "filler@"  # the "post" of who acts because they sent it
NAMED = "named@"  # of who acts because an answer names them
SUBJECT = "subject@"  # of who acts because the record is about them


def entitled(kind: CompiledType, who: Who, record: Record, person: Person, day: str) -> str | None:
    """
    The post (``role@org``) by which *person* may do this, "named@", "filler@" or "subject@" where that gives the right,
    or None.

    Nobody reviews their own record: ``never`` is looked at first. Whose post has ended may read what they sent and
    nothing else (docs/records.md: who may): the filler needs one that fills this type today, who is named any post of the place.
    """
    if person.id in _excluded(who, record):
        return None
    if (
        who.filler
        and person.id in (record.filler, record.proxy_for)
        and serves(kind, person, record.org_path, day)
    ):
        return FILLER
    here = any(reaches(post, record.org_path, "own") for post in person.held(day))
    if here and who.named and _person_at(record.answers, who.named) == person.id:
        return NAMED
    if here and who.subject and record.subject == person.id:
        return SUBJECT
    post = may(person, who.roles, who.at, record.org_path, day) if who.roles else None
    return None if post is None else post_text(post)


def by_post(right: str | None) -> bool:
    """Whether what :func:`entitled` found is a post, not that somebody sent it or is named in it."""
    return right not in (None, FILLER, NAMED, SUBJECT)


def serves(kind: CompiledType, person: Person, org_path: str, day: str) -> bool:
    """Whether a post of *day* fills this type at the node."""
    return may(person, kind.type.access.fills, "own", org_path, day) is not None


def post_text(post: Post) -> str:
    """A post as acts keep it."""
    return f"{post.role}@{post.org}"


def _excluded(who: Who, record: Record) -> set[str]:
    found: set[str] = set()
    for one in who.never:
        if one == "filler":
            found |= {record.filler, record.proxy_for}
        elif one.startswith("@"):
            found |= {act.by for act in record.acts if act.name == one[1:] and act.round == record.round}
        elif one.startswith("="):
            found.add(_person_at(record.answers, one[1:]))
    return found - {""}


def _person_at(answers: Mapping[str, Any], name: str) -> str:
    found = answers.get(name)
    return str(found.get("id", "")) if isinstance(found, Mapping) else ""


def named_in(kind: CompiledType, record: Record) -> set[str]:
    """Who may act on *record* because an answer names them (``Who.named``): its chair, its promiser."""
    names = {step.transition.who.named for step in kind.transitions.values()}
    return {_person_at(record.answers, name) for name in names - {""}} - {""}
