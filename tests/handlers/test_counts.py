"""Numbers that are filled in for a branch, so that nobody counts by hand."""

from __future__ import annotations

from bot.forms.core.draft import About
from bot.people import MOBILE, Org, Person, Post
from bot.usecases.sources import counts
from tests.handlers.conftest import VILLAGE, Village


async def test_only_who_is_away_counts_as_away(village: Village) -> None:
    """流出 counts members who left and are not back, and those titled 流动党员; nobody whose post has ended, no cadre."""
    store, world = village.house.store, village.house.services.world
    unit = store.unit()
    away: list[tuple[Org, str, str, str]] = [
        (VILLAGE, "member", MOBILE, ""), (VILLAGE, "member", MOBILE, "2020-12-31"), (VILLAGE, "member", "党员", ""),
        (VILLAGE, "village_cadre", "委员", ""),
    ]  # fmt: skip
    for n, (org, role, title, until) in enumerate(away):
        unit.people.put_person(Person(f"x{n}", f"钱某{n}"))
        unit.people.put_post(f"x{n}", Post(org.id, org.path, org.level, role, title, "2020-01-01", until))
    await store.commit(unit)
    about = About("monthly_report", "officer", VILLAGE.id, period="2026-11")
    found = await counts(world, store.unit(), about, {})
    assert found["outflow"] == 2, "王某某 of the cast, and one of these"
    unit, day = store.unit(), world.today()
    for n, (role, left, back) in enumerate(
        (("member", "2021-01-01", ""), ("member", day, ""), ("member", "2021-01-01", day), ("member", "2099-01-01", ""),
         ("village_cadre", "2021-01-01", "")), 10,
    ):  # fmt: skip
        unit.people.put_person(Person(f"x{n}", f"钱某{n}"))
        post = Post(
            VILLAGE.id, VILLAGE.path, "branch", role, "党员", "2020-01-01", away_from=left, away_to=back
        )
        unit.people.put_post(f"x{n}", post)
    await store.commit(unit)
    found = await counts(world, store.unit(), about, {})
    assert found["outflow"] == 4
