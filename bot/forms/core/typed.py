"""
What a typed text means for one question: the readers of :mod:`reading`, with the field's own options and words.

Labels of choices come with the turn as ``live["labels"]`` (words key -> text), since the core holds no words; what else
people say for a choice, a yes or a no stands in the label's ``.also``.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from bot.forms.core import fields, reading
from bot.forms.core import vocabulary as words
from bot.forms.core.model import Field
from bot.forms.core.outcomes import QUOTED, refuse
from bot.forms.core.places import ABROAD, Place, Places
from bot.forms.core.plain import plain, simplified, strip_any, strip_any_end
from bot.forms.core.plan import Entry, Scope
from bot.forms.core.reading import Ambiguous, Outcome, Read, Refused

MOST_PLACES = 40  # places a name may fit; more than that are no choice
_COUNTED = re.compile(r"[0-9一二三四五六七八九十百千万两俩仨]\(?(户|家|个人|人次?|名|口|位)(?!民)")
_ALSO = re.compile("[、,;]")
_ASKS_BACK = re.compile(r"(.+)[不没]\1.*")  # 是不是, 换没换
_OF_TIME = re.compile(
    "(?:[0-9]{1,4}(?:st|nd|rd|th)?|第?[0-9〇零一二两三四五六七八九十]{1,4}个?(?:年|月份?|日|号|天|周|旬|季度|点钟?)"
    f"|{'|'.join(map(re.escape, words.OF_TIME))})+"
)
_DOUBTFUL = ("too_vague", "not_known", "empty")


def read(entry: Entry, text: str, scope: Scope) -> Outcome:
    """What a typed text means for this field."""
    field, kind, live = entry.item, entry.kind, scope.env.live
    assert isinstance(field, Field)
    cleaned = reading.clean(text)
    if kind == "text":
        return Read(cleaned)
    if kind == "boolean":
        return _with_buttons(entry, _yes_or_no(entry, cleaned, scope), scope)
    if kind in ("select_one", "select_multiple"):
        reader = reading.read_choice if kind == "select_one" else reading.read_choices
        return reader(
            cleaned, _labelled(entry, scope), strict=entry.options is not None, also=_also(entry, scope)
        )
    if kind == "place":
        return read_place(cleaned, live["places"])
    if kind in ("person", "organisation", "ref"):
        return _listed(entry, cleaned, scope)
    today = date.fromisoformat(live["today"])
    match kind:
        case "integer":
            own = _own(entry, scope)
            return (
                _counted(entry, cleaned, scope)
                or _nobody_came(entry, cleaned, scope, own)
                or reading.read_integer(cleaned, percent=field.max == 100, own=own)
            )
        case "decimal":
            return reading.read_decimal(cleaned, own=_own(entry, scope))
        case "money":
            return reading.read_money(cleaned)
        case "date":
            return reading.read_date(cleaned, today, field.prefer, _own(entry, scope))
        case "datetime":
            return reading.read_datetime(cleaned, datetime.fromisoformat(live["now"]), field.prefer)
        case "time":
            return reading.read_time(cleaned, datetime.fromisoformat(live["now"]))
        case "month":
            return reading.read_month(cleaned, today, field.prefer)
        case "quarter":
            return reading.read_quarter(cleaned, today, field.prefer)
        case "year":
            return reading.read_year(cleaned, today, field.prefer)
        case "phone":
            return reading.read_phone(cleaned)
    return Refused("wrong_kind", {})


def _own(entry: Entry, scope: Scope) -> str:
    """The words of the question itself, which may stand round its answer."""
    return str((scope.env.live.get("labels") or {}).get(entry.words, ""))


def _nobody_came(entry: Entry, text: str, scope: Scope, own: str) -> Read | None:
    """都没来 is nobody where those who came are counted; not where those are who stayed away."""
    said = plain(text, 40)
    if said not in words.NOBODY_CAME or not re.search(
        "到|来|出席|参加|came|present|attend", plain(own).lower()
    ):
        return None
    return None if any(char in words.NEGATIONS + "缺" for char in plain(own)) else Read(0)


def _counted(entry: Entry, text: str, scope: Scope) -> Refused | None:
    """The refusal of 10人 where households are counted, of 10户 where people are."""
    asked = entry.counts(scope) if entry.counts is not None else ""
    if not asked or (text.isascii() and text.isdecimal()):
        return None
    found = _COUNTED.search(plain(text, 80))
    if found is None or ("households" if found[1] in ("户", "家") else "people") == asked:
        return None
    return Refused(f"counts_{asked}", {"text": text[:QUOTED], "kind": "number"})


# ------------------------------------------------------------------------------------------------ choices


def _labelled(entry: Entry, scope: Scope) -> list[tuple[Any, str]]:
    if entry.options is not None:
        return [(o["value"], o["label"]) for o in fields.listed(entry, scope)]
    labels = scope.env.live.get("labels") or {}
    return [(o.value, labels.get(o.label, "")) for o in fields.options(entry, scope)]


def _also(entry: Entry, scope: Scope) -> list[list[str]]:
    """For each option what else people say for it; what a list from data holds has its names only."""
    if entry.options is not None:
        return []
    labels = scope.env.live.get("labels") or {}
    return [_ALSO.split(labels.get(f"{o.label}.also", "")) for o in fields.options(entry, scope)]


def _with_buttons(entry: Entry, outcome: Outcome, scope: Scope) -> Outcome:
    """A refusal that names the two buttons of this question, where their words are known: 换了 or 没换, not yes or no."""
    labels = scope.env.live.get("labels") or {}
    yes, no = (labels.get(f"{entry.words}-{side}", "") for side in ("yes", "no"))
    if not isinstance(outcome, Refused) or not (yes and no):
        return outcome
    return Refused(outcome.code, {**outcome.details, "kind": "buttons", "yes": yes, "no": no})


def _yes_or_no(entry: Entry, text: str, scope: Scope) -> Outcome:
    """
    The question's own words first, the general ones after them: 没换 is a no however the question is put, and 是 under
    "是，要回避" is that answer. Where a part of a label says one thing and the general words another, it is refused.
    """
    pairs = _labelled(entry, scope)
    key = reading.fold(text)
    bare = reading.fold(strip_any_end(plain(text, 80), words.YES_NO_TAIL, 2))
    for (value, label), also in zip(pairs, _also(entry, scope), strict=True):
        own = [label, *also]
        if any(word and reading.fold(word) in (key, bare) for word in own):
            return Read(value)
    general = reading.read_boolean(text)
    if _ASKS_BACK.fullmatch(plain(text, 80)) or (isinstance(general, Refused) and general.code in _DOUBTFUL):
        return general
    found = reading.read_choice(
        text, [("yes" if value else "no", label) for value, label in pairs], strict=True
    )
    if not isinstance(found, Read):
        return general
    if isinstance(general, Read) and general.value != (found.value == "yes"):
        return refuse("not_yes_or_no", "boolean", text)
    return Read(found.value == "yes")


def _listed(entry: Entry, text: str, scope: Scope) -> Outcome:
    found = fields.listed(entry, scope)
    if found:
        outcome = reading.read_choice(text, [(o["value"], o["label"]) for o in found], strict=True)
        if isinstance(outcome, Read):
            return outcome
        exact = [o for o in found if reading.fold(o.get("name", o["label"])) == reading.fold(text)]
        if len(exact) == 1:
            return Read(exact[0]["value"])
        if isinstance(outcome, Ambiguous) or outcome.code == "several_match":
            return outcome
        if entry.kind == "ref":
            return outcome
    if entry.kind == "ref":
        return refuse("no_such_choice", "choice", text, count=0, part=text[:QUOTED])
    said = strip_any_end(plain(text, 80), words.YES_NO_TAIL, 2)
    if said in words.NOT_KNOWN or said in words.NOBODY:
        return Refused("nobody_named", {"text": text[:QUOTED], "kind": entry.kind})
    if entry.kind == "person" and _is_time_or_number(text, date.fromisoformat(scope.env.live["today"])):
        return Refused("time_for_name", {"text": text[:QUOTED], "kind": entry.kind})
    return Read({"name": text})


def _is_time_or_number(text: str, today: date) -> bool:
    """Whether *text* is a day, a month, a time or a number, said exactly or not (月底, 年前, 30人), and so nobody's name."""
    said = plain(text, 40)
    if simplified(text).startswith(words.FAMILY_NAMES) or len(said) > QUOTED:
        return False
    noon = datetime(today.year, today.month, today.day, 12)  # noqa: DTZ001 - local wall time, as the readers take it
    read_as = (
        reading.read_date(text, today), reading.read_month(text, today), reading.read_quarter(text, today),
        reading.read_year(text, today), reading.read_time(text, noon), reading.read_integer(text),
    )  # fmt: skip
    return not all(isinstance(one, Refused) for one in read_as) or _OF_TIME.fullmatch(said) is not None


# ------------------------------------------------------------------------------------------------- places


def read_place(text: str, places: Places) -> Outcome:
    """
    A county, or what comes nearest to it, by its code; of a wider place the ones inside it are asked about.

    What stands round a name is left aside (在宁波打工, 杭州那边). Abroad is one place; the country's name is kept with it.
    What the text may mean but does not say is asked about, even where it is one place.
    """
    raw = simplified(text[:200]).strip(" 。.!！,，~")
    said = strip_any_end(raw, words.PLACE_TAIL, 4)
    tries = dict.fromkeys((raw, said, strip_any(said, words.PLACE_LEAD, 4)))
    for one in tries:
        if exact := places.named(one):
            return _of(exact, places)
    bare = next(reversed(tries))
    if abroad := _abroad(bare):
        return abroad
    found, sure = places.meant(text)
    if not found:
        return Refused("no_such_place", {"text": text[:QUOTED]})
    if len(found) > MOST_PLACES:
        return Refused("several_places", {"text": text[:QUOTED]})
    return _of(found, places) if sure else Ambiguous(tuple(place.code for place in found), "place")


def inside(code: Any, places: Places) -> tuple[Place, ...]:
    """What a place is still to be narrowed to; nothing where it is as fine as it gets."""
    return () if not isinstance(code, str) or places.is_finest(code) else places.children(code)


def _of(found: list[Place], places: Places) -> Outcome:
    if len(found) > 1:
        return Ambiguous(tuple(place.code for place in found), "place")
    below = inside(found[0].code, places)
    if not below:
        return Read(found[0].code)
    return Ambiguous(tuple(place.code for place in below), "inside")


def _abroad(said: str) -> Read | None:
    """越南, 境外, 国外（越南）: outside the country, with the name that was said."""
    lead = next((word for word in words.ABROAD if said.lower().startswith(word)), "")
    name = said[len(lead) :].strip("()（）,，、：: 的-·")
    name = strip_any_end(strip_any(name, words.PLACE_LEAD, 2), words.PLACE_TAIL, 2)
    if not lead and name.lower() not in words.COUNTRIES:
        return None
    return Read({"code": ABROAD.code, "name": f"{ABROAD.name}（{name[:30]}）" if name else ABROAD.name})


__all__ = ["inside", "read", "read_place"]
