"""A record: the answers as submitted plus the list of acts done on it. Plain data; acts.py folds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Any


@dataclass(frozen=True, slots=True)
class Act:
    """
    One transition as it was done. ``n`` counts from 1 (the submission) without gaps. ``at``: UTC stamp.

    ``by``: person id, "system" for the clock. ``post``: role@org it was done in. ``row``: row id it concerns.
    ``answers``: what the transition asked; a reviewer's words live here and never in the filler's document.
    """

    n: int
    name: str
    by: str
    by_name: str
    post: str
    at: str
    frm: str
    to: str
    round: int = 1
    row: str = ""
    answers: Mapping[str, Json] = field(default_factory=dict)

    def to_json(self) -> dict[str, Json]:
        """Plain JSON, the form that is hashed into the audit chain."""
        return {name: getattr(self, name) for name in self.__slots__} | {"answers": dict(self.answers)}


@dataclass(frozen=True, slots=True)
class Record:
    """
    One record, newest version. ``answers``: materialised at submission (computed values included).

    ``version`` counts what the filler sent (1, then +1 per mend or correction); ``rev`` counts every act, and is what
    a later act is checked against. ``form_version``: of the form it was filled with. ``town``: code for scope.
    ``unique_key``: what may exist once, "" for none. ``flags``: what only the reviewer sees. ``label``: one line that
    names it in lists. Stamps are UTC ISO; ``event_at`` local. ``submitted_at``: first received; ``arrived_at``: when it last
    came to those it is for (model.Workflow.arrives), "" before. ``due_at``: the last good day of what its filler owes now.
    """

    id: str
    type: str
    form_version: int
    receipt: str
    org: str
    org_path: str
    filler: str
    filler_name: str
    post: str
    submitted_at: str
    state: str
    subject: str = ""
    subject_name: str = ""
    period: str = ""
    event_at: str = ""
    due_at: str = ""
    late: bool = False
    backfill: bool = False
    backfill_reason: str = ""
    version: int = 1
    change_reason: str = ""
    rev: int = 1
    round: int = 1
    unique_key: str = ""
    label: str = ""
    proxy_for: str = ""
    arrived_at: str = ""
    answers: Mapping[str, Json] = field(default_factory=dict)
    frozen: Mapping[str, Json] = field(default_factory=dict)
    flags: tuple[Mapping[str, Json], ...] = ()
    acts: tuple[Act, ...] = ()
