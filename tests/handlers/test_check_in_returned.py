"""A check-in that comes back: what was agreed to stays, help asked for in a mend is help, what is taken back leads nowhere."""

from __future__ import annotations

from bot.forms.check_in import CONSENT
from bot.forms.core.records import Record
from bot.kept import Filter, PendingEffect
from tests.handlers.chat import Chat
from tests.handlers.conftest import Village
from tests.handlers.test_check_in import FIRST, FORM, to_the_end, walk

HELP = (*FIRST[:-3], "想问社保怎么转", ">要", "跳过", ">提交")


async def the_record(village: Village) -> Record:
    """The only check-in there is."""
    unit = village.house.store.unit()
    (head,) = await unit.records.heads(Filter(type="check_in"))
    found = await unit.records.get(head.id)
    assert found is not None
    return found


async def look(chat: Chat, record: Record) -> None:
    """See the record on the newest message."""
    await chat.say("/menu")
    await chat.press(f"r:view:{record.id}", chat.touched)


async def cases(village: Village) -> list[PendingEffect]:
    """What waits for the hotline."""
    return list(await village.house.store.unit().pending_effects("hotline"))


async def returned(village: Village, *first: str, place: str) -> Record:
    """Sent by the member, sent back by the township with one place marked."""
    await walk(village.member, FORM, ">同意", *first)
    await look(village.clerk, await the_record(village))
    await walk(village.clerk, ">退回补正")
    labels = [label for label, _ in village.clerk.last.buttons]
    assert not any("知情" in label or "同意" in label for label in labels), "nobody marks a consent"
    while not any(place in label for label, _ in village.clerk.last.buttons):
        await village.clerk.tap("下一页")
    await walk(village.clerk, f">{place}", ">不清楚", ">跳过", ">退回给填报人")
    record = await the_record(village)
    assert record.state == "returned"
    return record


async def test_what_was_agreed_to_stays_part_of_it(village: Village) -> None:
    """The second version holds the consent of the first, and the reviewer sees one change only."""
    record = await returned(village, *FIRST, place="从业单位")
    await look(village.member, record)
    await walk(village.member, ">补正", "某食品厂", ">交回补正")
    mended = await the_record(village)
    assert (mended.version, mended.answers["employer"], mended.answers["consent"]) == (2, "某食品厂", CONSENT)
    assert mended.acts[-1].answers["changed"] == ["employer"]


async def test_help_asked_for_in_a_mend_opens_one_case(village: Village) -> None:
    """Said in the first version or in the second, and mended once more: one case."""
    record = await returned(village, *FIRST, place="困难")
    assert await cases(village) == []
    await look(village.member, record)
    await walk(village.member, ">补正", "想问社保怎么转", ">要", ">交回补正")
    (case,) = await cases(village)
    assert case.doc["values"] == {"difficulty": "想问社保怎么转"}
    await look(village.clerk, record)
    await walk(village.clerk, ">退回补正")
    while not any("困难" in label for label, _ in village.clerk.last.buttons):
        await village.clerk.tap("下一页")
    await walk(village.clerk, ">困难", ">不清楚", ">跳过", ">退回给填报人")
    await look(village.member, record)
    await walk(village.member, ">补正", "想问社保和医保怎么转")
    await to_the_end(village.member)
    await village.member.tap("交回补正")
    assert (await the_record(village)).version == 3
    assert len(await cases(village)) == 1


async def test_what_is_taken_back_leads_nowhere(village: Village) -> None:
    """The case that waited for its record type goes with the check-in that asked for it."""
    await walk(village.member, FORM, ">同意", *HELP)
    assert len(await cases(village)) == 1
    await look(village.member, await the_record(village))
    await village.member.tap("撤回")
    assert (await the_record(village)).state == "withdrawn"
    assert await cases(village) == []
