"""
The invented county: tree, people, posts, households. Everything is made from one seed, so two demos are alike.

Scale: 7 townships, 85 villages, 478 cadres. Names are plainly invented: 张某甲, 清溪村.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from bot.kept import Household
from bot.people import MOBILE, Org, Person, Post

TOWNS = ("清溪镇", "白石镇", "竹林乡", "松岭乡", "梅湾镇", "柳塘镇", "高桥乡")
VILLAGES, CADRES, HOUSEHOLDS = 85, 478, 312
SURNAMES = "张王李赵陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾"
GIVEN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
FIRST = "白石竹松梅柳红金东西南北上下大高长新云青"
SECOND = "岭坪塘湾桥田坑洋坝林"
SINCE = "2022-01-01"
COUNTY = "SF"


@dataclass
class Village:
    """One branch with its people. ``members``: how many, cadres among them; ``mobile``: those away from home."""

    org: Org
    secretary: Person
    clerk: Person
    convener: Person
    supervisor: Person
    members: int = 0
    cadres: list[Person] = field(default_factory=list)
    mobile: list[Person] = field(default_factory=list)
    households: list[Household] = field(default_factory=list)


@dataclass
class County:
    """All of it. ``people``: with their posts, in the order they are to be kept."""

    orgs: list[Org]
    people: list[Person]
    villages: list[Village]
    clerks: dict[str, Person]
    committee: dict[str, Person]
    county_clerk: Person
    admin: Person


class Maker:
    """Makes the county; ``seed`` decides everything."""

    def __init__(self, seed: int = 2026) -> None:
        self.random = random.Random(seed)  # noqa: S311 - invented people, no secrets
        self.people: list[Person] = []
        self.orgs: list[Org] = []

    def person(self, org: Org, role: str, title: str, *more: tuple[str, str], left: str = "") -> Person:
        """Somebody new with a post (and *more* roles) at the node; *left*: the day they left home."""
        n = len(self.people) + 1
        name = f"{SURNAMES[n * 7 % len(SURNAMES)]}某{GIVEN[(n // len(SURNAMES) + n) % len(GIVEN)]}"
        posts = tuple(
            Post(org.id, org.path, org.level, r, t, SINCE, away_from=left) for r, t in ((role, title), *more)
        )
        person = Person(f"d{n:05d}", name, phone=f"1380000{n % 10000:04d}", posts=posts)
        self.people.append(person)
        return person

    def node(self, code: str, name: str, short: str, level: str, kind: str, parent: Org | None) -> Org:
        """A node of the tree."""
        path = f"{parent.path if parent else '/'}{code}/"
        org = Org(code, name, short, level, kind, parent.id if parent else "", path, SINCE)
        self.orgs.append(org)
        return org

    def make(self) -> County:
        """The whole county."""
        county = self.node(COUNTY, "示范县委组织部", "示范县", "county", "office", None)
        county_clerk = self.person(county, "county", "组织部干事")
        admin = self.person(county, "admin", "系统管理员")
        towns = [
            self.node(f"QX{n:02d}", f"{name}党委", name, "town", "office", county)
            for n, name in enumerate(TOWNS, 1)
        ]
        clerks, committee = {}, {}
        for town in towns:
            clerks[town.id] = self.person(town, "town_clerk", "组织办干事")
            committee[town.id] = self.person(town, "town_committee", "组织委员")
            self.person(town, "contact_cadre", "联系干部")
        names = self.village_names()
        extra = CADRES - VILLAGES * 5
        villages = []
        for n in range(VILLAGES):
            town = towns[n % len(towns)]
            code = f"{town.id}{n // len(towns) + 1:02d}"
            villages.append(self.village(town, code, names[n], 5 + (n < extra), first=n == 0))
        return County(self.orgs, self.people, villages, clerks, committee, county_clerk, admin)

    def village_names(self) -> list[str]:
        """Eighty-five names, 清溪村 first."""
        made = [f"{a}{b}村" for b in SECOND for a in FIRST]
        self.random.shuffle(made)
        return ["清溪村", *made][:VILLAGES]

    def village(self, town: Org, code: str, name: str, cadres: int, *, first: bool) -> Village:
        """A branch: five or six cadres, a supervisor, about 26 members of whom a fifth are away, its households."""
        org = self.node(code, f"{name}党支部", name, "branch", "village", town)
        own = (("member", "党员"),)  # of one secretary, so that the demo asks whose check-in it is
        found = Village(
            org,
            self.person(org, "branch_secretary", "书记", ("village_cadre", "书记"), *(own if first else ())),
            self.person(org, "information_officer", "信息员", ("village_cadre", "委员")),
            self.person(org, "convener", "议事长", ("village_cadre", "副书记")),
            self.person(org, "supervisor", "村务监督小组组长"),
        )
        found.cadres = [found.secretary, found.clerk, found.convener]
        found.cadres += [self.person(org, "village_cadre", "委员") for _ in range(cadres - 3)]
        members = found.members = self.random.randint(20, 32)
        for n in range(members - cadres):
            away = n < round(members / 5)
            left = f"{2023 + n % 3}-{2 + n % 10:02d}-{1 + n * 5 % 28:02d}" if away else ""
            one = self.person(org, "member", MOBILE if away else "党员", left=left)
            if away:
                found.mobile.append(one)
        count = HOUSEHOLDS if first else self.random.randint(60, 180)
        found.households = [self.household(org, n) for n in range(1, count + 1)]
        return found

    def household(self, org: Org, n: int) -> Household:
        """House number 3-027: the 27th of the third villagers' group."""
        group, number = (n - 1) // 40 + 1, (n - 1) % 40 + 1
        head = f"{self.random.choice(SURNAMES)}某{self.random.choice(GIVEN)}"
        other = self.random.random() < 0.2
        rep = f"{head[0]}某{self.random.choice(GIVEN)}" if other else head
        return Household(
            id=f"{org.id}-{n:04d}", org=org.id, house_no=f"{group}-{number:03d}", group=f"{group}组", point=f"{(group + 1) // 2}点",
            head=head, adults=self.random.randint(1, 5), representative=rep, valid_from=SINCE,
            term=f"{2026 + n % 3}-12-31",
        )  # fmt: skip
