"""People, their posts, the organisation tree, and who may do what: pure functions over plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ROLES = (
    "member", "village_cadre", "branch_secretary", "information_officer", "convener", "supervisor", "contact_cadre",
    "dispatched_secretary", "host_contact", "town_clerk", "town_committee", "county", "city", "admin",
)  # fmt: skip
MOBILE = "流动党员"  # a member with this title is away from home, also where nobody wrote since when
Level = Literal["city", "county", "town", "branch", "group"]
OFFICES = ("town", "county", "city")  # levels whose posts reach down the tree


@dataclass(frozen=True, slots=True)
class Org:
    """
    A node of the tree. ``id``: its code, ASCII, at most 12 characters. ``path``: codes from the root, ``/SF/QX03/QX0301/``.

    ``level``: city county town branch group. A village and its Party branch are one node of kind ``village``: ``name``
    is the branch's official name, ``short`` the village's. ``kind``: village community office enterprise social finance.
    Valid days are ISO, ``valid_to`` "" = open.
    """

    id: str
    name: str
    short: str
    level: str
    kind: str
    parent: str
    path: str
    valid_from: str = ""
    valid_to: str = ""

    @property
    def town(self) -> str:
        """Code of the town this node lies in, or "" above one."""
        parts = self.path.strip("/").split("/")
        return parts[1] if len(parts) > 1 else ""


@dataclass(frozen=True, slots=True)
class Post:
    """
    A role held at a node for a time; rights follow posts, not persons. ``title``: as printed, e.g. 书记.

    ``away_from``: the day a member left home, "" = at home (but see :meth:`away`); ``away_to``: the day they were back,
    "" = not yet. Both ISO.
    """

    org: str
    path: str
    level: str
    role: str
    title: str = ""
    valid_from: str = ""
    valid_to: str = ""
    away_from: str = ""
    away_to: str = ""

    def holds(self, day: str) -> bool:
        """Whether it was held on *day* (ISO)."""
        return (not self.valid_from or self.valid_from <= day) and (not self.valid_to or day <= self.valid_to)

    def away(self, day: str) -> bool:
        """
        Whether a member by this post lives away from home on *day* (流出); the day of coming back is at home.

        Who has the title 流动党员 and no day is away since the post began.
        """
        if self.role != "member" or not self.holds(day) or not (self.away_from or self.title == MOBILE):
            return False
        return (self.away_from or self.valid_from) <= day and (not self.away_to or day < self.away_to)


@dataclass(frozen=True, slots=True)
class Person:
    """
    Somebody who uses Lianxin. ``posts``: all of them, past ones too. ``lang``: zh-Hans, zh-Hant or en.

    ``known_at``: UTC stamp of when Lianxin first heard of them, set by the store.
    """

    id: str
    name: str
    lang: str = "zh-Hans"
    phone: str = ""
    posts: tuple[Post, ...] = ()
    consent: str = ""
    known_at: str = field(default="", compare=False)

    def held(self, day: str) -> tuple[Post, ...]:
        """The posts held on *day*."""
        return tuple(post for post in self.posts if post.holds(day))

    def is_mobile(self, org: str, day: str) -> bool:
        """Whether this is a member of the node who lives away from home on *day*."""
        return any(post.org == org and post.away(day) for post in self.posts)

    def left_on(self, org: str, day: str) -> str:
        """
        The day on which this member of the node, away on *day*, left home; "" where nobody knows it.

        Who is away since the post began did not leave on that day: it is when they came to the branch.
        """
        away = (post for post in self.posts if post.org == org and post.away(day))
        return max((post.away_from for post in away if post.away_from != post.valid_from), default="")

    def has_role(self, role: str, day: str) -> bool:
        """Whether any post of *day* carries *role*."""
        return any(post.role == role for post in self.held(day))


def reaches(post: Post, org_path: str, at: str) -> bool:
    """
    Whether a post covers a node: ``own`` the same node; ``town``/``county``/``city`` any node below the post's.

    A post above branch level reaches down; a branch post reaches its own node (and a general branch its children).
    ``line``: either of the two.
    """
    if at == "line":
        return reaches(post, org_path, "own") or reaches(post, org_path, "town")
    if at == "own":
        return org_path == post.path or (post.level == "branch" and org_path.startswith(post.path))
    return org_path.startswith(post.path) and post.level in OFFICES


def may(person: Person, roles: tuple[str, ...], at: str, org_path: str, day: str) -> Post | None:
    """The post by which *person* may act in one of *roles* on a record of the node, or None."""
    for post in person.held(day):
        if post.role in roles and reaches(post, org_path, at):
            return post
    return None


def scope_of(person: Person, reads: dict[str, str], day: str) -> tuple[tuple[str, ...], bool]:
    """
    What a person may list: (path prefixes, own records only). ``reads``: role -> self | own | town | county | line.

    Prefixes are empty when only their own records may be read. A prefix takes in what lies below, so it is given only
    to posts that reach there (:func:`reaches`): a post of the town that reads its own node reads no village.
    """
    prefixes: list[str] = []
    for post in person.held(day):
        reach, office = reads.get(post.role), post.level in OFFICES
        if (reach == "own" and not office) or (reach in OFFICES and office) or reach == "line":
            prefixes.append(post.path)
    return tuple(dict.fromkeys(prefixes)), not prefixes
