"""What somebody says at a question: a button, typed words, a file, a yes; read, asked back where it is not clear, taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.forms.core import fields, reading, typed
from bot.forms.core.draft import SUMMARY, Event, Note, key_of, path_from
from bot.forms.core.marking import tick_rows, tick_text
from bot.forms.core.model import Field, Roster
from bot.forms.core.picking import Labels, adds
from bot.forms.core.plan import Entry, Scope
from bot.forms.core.reading import Ambiguous, Read, Refused
from bot.forms.core.taking import Outcome, goto, question_here, settled, take
from bot.forms.core.work import Work

MONTH = re.compile(r"\d{4}-\d{2}")
#: A slip said to be one, with the number that was meant: nobody's reason for the number that stands there.
SLIP = re.compile(
    r"(?=.*\d).*([写寫填打输輸记記点點敲][错錯]|\b(typo|mistake|wrong)\b)", re.IGNORECASE | re.DOTALL
)
LETTERS = 2  # the shortest reason there is: 农忙
WORDED = ("text", "person", "organisation", "place")  # what anything typed might be an answer to
SECOND = 19  # characters of a stamp down to its second: chat services date messages no finer


def answer(work: Work, event: Event) -> Outcome:
    """A canonical value, from a button or a page."""
    if work.pending is not None and work.pending["kind"] != "picking":
        work.pending = None
    found = question_here(work)
    if found is None or isinstance(found[0].item, Roster):
        return Note("problem-press_button")
    return _answered(work, *found, event.value)


def _answered(work: Work, entry: Entry, scope: Scope, value: Any) -> Outcome:
    if entry.goes and value in entry.goes and value in fields.choice_values(entry, scope):
        return goto(work, Event("goto", None, work.led_to(entry.goes[value])))
    try:
        value = fields.accept(entry, value, scope)
    except fields.NotAccepted as refused:
        return refused.note
    return take(work, entry, scope, value)


def file(work: Work, event: Event) -> Outcome:
    """A photo or paper: at a question for one; on the summary it is kept with the form, where there is a place for that."""
    if (
        work.at == SUMMARY
        and (kept := _papers(work))
        and (problem := goto(work, Event("goto", None, (kept.name,))))
    ):
        return problem
    found = question_here(work)
    if found is None or found[0].kind not in ("file", "own_hand"):
        beside = _papers(work)
        return (
            Note("problem-file_later", {"question": beside.words})
            if beside
            else Note("problem-no_file_wanted")
        )
    entry, _ = found
    if not work.unlocked(work.at):
        return Note("problem-locked")
    if entry.kind == "own_hand":
        return answer(work, Event("answer", work.at, [event.value]))
    chosen = list(work.pending["value"]) if work.pending else list(work.value(work.at) or ())
    if any(one["hash"] == event.value["hash"] for one in chosen):
        return None
    most = (entry.item.max if isinstance(entry.item, Field) else None) or fields.FILES_LIMIT
    if len(chosen) >= most:
        return Note("problem-too_many_files", {"most": most})
    work.pending = {"kind": "picking", "path": key_of(work.at), "value": [*chosen, event.value]}
    return None


def _papers(work: Work) -> Entry | None:
    """Where papers are kept that no question asks for."""
    root = work.plan.root.entries
    return next((one for one in root if one.aside and one.kind == "file" and one.asked(work.root)), None)


def tick(work: Work, event: Event) -> Outcome:
    """One row of a roster, or one of several choices, on or off."""
    found = question_here(work)
    if found is None:
        return Note("problem-late")
    entry, scope = found
    if isinstance(entry.item, Roster):
        return tick_rows(work, entry, scope, event.value)
    if entry.kind != "select_multiple":
        return Note("problem-late")
    chosen = list(work.pending["value"]) if work.pending else list(work.value(work.at) or ())
    value = event.value["value"]
    if event.value["on"] and value not in chosen:
        chosen.append(value)
    elif not event.value["on"] and value in chosen:
        chosen.remove(value)
    work.pending = {"kind": "picking", "path": key_of(work.at), "value": chosen}
    return None


def older(work: Work, event: Event) -> bool:
    """Whether it was written before what is asked now was shown: it may answer something else."""
    return bool(event.written and event.written[:SECOND] < work.draft.asked[:SECOND])


def text(work: Work, event: Event) -> Outcome:
    """Typed words: a reason, a roster's numbers, or an answer to be read."""
    if work.pending is not None:
        heard, came = _to_pending(work, event)
        if heard:
            return came
    found = question_here(work)
    if found is None:
        return Note("problem-press_button")
    if event.at is None and older(work, event):
        work.pending = {"kind": "older", "path": key_of(work.at), "value": str(event.value),
                        "note": {"key": "ask-older", "args": {"text": str(event.value)[:40]}}}  # fmt: skip
        return None
    entry, scope = found
    if isinstance(entry.item, Roster):
        return tick_text(work, entry, scope, str(event.value))
    if entry.kind == "file":
        return photo_wanted(work, entry, scope)
    outcome = _of_the_period(work, entry, scope, str(event.value))
    if isinstance(outcome, Refused):
        if outcome.code == "no_such_choice" and entry.item.own_words and _is_said(str(event.value)):  # type: ignore[union-attr]
            return _own_words(work, entry, scope, str(event.value))
        return Note(f"reading-{outcome.code}", outcome.details)
    if isinstance(outcome, Ambiguous):
        if outcome.why == "this_choice" and entry.item.own_words:  # type: ignore[union-attr]
            return _own_words(work, entry, scope, str(event.value), outcome.values[0])
        values = [
            _with_ticks(work, entry, str(event.value), one) for one in _sensible(work, entry, outcome.values)
        ]
        if len(values) > 1 or len(outcome.values) == 1:  # a reader that offers one value wants a yes
            asked = work.draft.pending
            if asked is not None and asked["kind"] == "which" and asked.get("values") == values:
                return Note(
                    "problem-press_button"
                )  # asked once; the same words again say no more than before
            _ask_which(work, values, outcome.why, str(event.value)[:40])
            return None
        outcome = Read(values[0])
    return _heard(work, entry, scope, str(event.value), outcome.value)


def photo_wanted(work: Work, entry: Entry, scope: Scope) -> Note:
    """Words, or nothing, where a photo is to come."""
    return Note("problem-photo_wanted", {"must": "yes" if work.is_required(entry, scope) else "no"})


def _to_pending(work: Work, event: Event) -> tuple[bool, Outcome]:
    """Whether typed words speak to what is asked beside a question, and what came of it; else they answer the question."""
    assert work.pending is not None
    kind, words = work.pending["kind"], str(event.value).strip()
    if kind == "reason":
        return True, reason(work, event)
    if kind in ("confirm", "older"):
        # a 2 is the answer typed again, not the second button
        said = None if words.isdecimal() else reading.read_boolean(words)
        if said == Read(True):  # 对, 是的, 没错: the button in words
            return True, confirm(work, Event("confirm", work.at))
        if said == Read(False):
            put_by(work)  # as 重新填: the question again
            return True, None
    if (
        kind == "which" and len(work.pending["values"]) == 1 and reading.read_boolean(words) == Read(True)
    ):  # 是: the one that may be meant
        return True, choose(work, Event("choose", work.at, 0))
    if kind != "picking":
        put_by(work)
    return False, None


def _heard(work: Work, entry: Entry, scope: Scope, said: str, value: Any) -> Outcome:
    """Take what was read, and say how it was read."""
    at = work.at
    value = _with_ticks(work, entry, said, value)
    problem = _answered(work, entry, scope, value)
    if problem is not None or _speaks_for_itself(entry.kind, said, value):
        return problem
    value, kind = work.value(at), entry.kind
    if entry.options is not None and kind == "select_one":  # of data only the list knows the words
        label = next((one["label"] for one in fields.listed(entry, scope) if one["value"] == value), None)
        value, kind = (label, "text") if label else (value, kind)
    heard = {"text": said[:40], "value": value, "kind": kind, "key": entry.words}
    if work.pending is None:
        work.notes.insert(0, Note("echo", heard))
    else:  # a rule asks first: how it was read is said now, that it is saved when the rule has its answer
        work.notes.insert(0, Note("echo-read", heard))
        work.pending = {**work.pending, "heard": heard}
    return None


def _with_ticks(work: Work, entry: Entry, said: str, value: Any) -> Any:
    """Choices as they were typed, with those that are ticked already unless the words say which ones there are."""
    if entry.kind != "select_multiple" or work.pending is None or not value or not adds(said):
        return value
    ticked = work.pending["value"]
    return [*ticked, *(one for one in value if one not in ticked)]


def put_by(work: Work) -> None:
    """Leave what is asked beside a question; what was ticked before stays ticked."""
    ticked = (work.pending or {}).get("ticked")
    work.pending = {"kind": "picking", "path": key_of(work.at), "value": ticked} if ticked else None


def _is_said(text: str) -> bool:
    """Whether *text* is words of somebody's own: more than a number (第9个) or a sign of assent."""
    return sum(map(str.isalpha, text)) > 1 and Labels(()).number(text) is None


def _own_words(work: Work, entry: Entry, scope: Scope, said: str, value: str = "other") -> Outcome:
    """Typed words that are more than a choice (数不对，应为32), or none (``other``): they answer the field for them too."""
    assert isinstance(entry.item, Field)
    at = work.at
    path, into = (*at[:-1], entry.item.own_words), entry.level.by_name[entry.item.own_words]
    if not work.unlocked(at) or not work.unlocked(path):
        return Note("problem-locked")
    try:
        work.put(path, fields.accept(into, reading.clean(said), scope))
    except fields.NotAccepted as refused:
        return refused.note
    problem = _answered(work, entry, scope, value)
    if problem is None and value != "other":
        heard = {"text": said[:40], "value": value, "kind": entry.kind, "key": entry.words}
        work.notes.insert(0, Note("echo-own", heard))
    return problem


def _speaks_for_itself(kind: str, text: str, value: Any) -> bool:
    """Whether *text* was kept as it was typed, so that saying how it was read would only repeat it."""
    if kind in ("text", "person", "organisation"):
        return True
    return kind in ("integer", "decimal", "phone") and text.strip() == str(value)


def _of_the_period(work: Work, entry: Entry, scope: Scope, text: str) -> Any:
    """
    What was typed, as read. A day without its month (20号) that the question refuses where it is looked for first is one
    of the month the form is about, where that is a day the question takes.
    """
    outcome = typed.read(entry, text, scope)
    if entry.kind != "date" or isinstance(outcome, Refused):
        return outcome
    period = str((work.facts.live.get("about") or {}).get("period") or "")
    if not MONTH.fullmatch(period):
        return outcome
    if _readings(work, outcome.values if isinstance(outcome, Ambiguous) else [outcome.value])[0]:
        return outcome
    for begun in (f"{period[:4]}年{int(period[5:])}月{text}", f"{period[:4]}年{text}"):
        again = typed.read(entry, begun, scope)
        # a day of that month that has not come yet is refused as just that, not as one of another year
        if isinstance(again, Read) and (str(again.value)[:7] == period or _readings(work, [again.value])[0]):
            return again
    return outcome


def _sensible(work: Work, entry: Entry, values: Sequence[Any]) -> list[Any]:
    """
    Of several readings those the question takes: no past day where a coming one is asked for. Where a rule refuses them
    all, one of them, so that the rule is said instead of days that would be refused.
    Of places those that were offered just now: 鼓楼 under the districts of one city is that city's.
    """
    if entry.kind == "place":
        asked = work.draft.pending or {}
        return [value for value in values if value in asked.get("values", ())] or list(values)
    kept, refused = _readings(work, values)
    if kept or not refused:
        return kept or list(values)
    return [refused[-1 if getattr(entry.item, "prefer", "") == "future" else 0]]


def _readings(work: Work, values: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Readings the question takes, and those that a rule refuses."""
    kept: list[Any] = []
    refused: list[Any] = []
    for value in values:
        trial = Work(work.plan, work.draft, work.facts)
        entry, scope = trial.locate(work.at)
        try:
            trial.put(work.at, fields.accept(entry, value, scope))
        except fields.NotAccepted:
            continue
        broken = bool(entry.judged.get("refuse")) and trial.broken(work.at) is not None
        (refused if broken else kept).append(value)
    return kept, refused


def choose(work: Work, event: Event) -> Outcome:
    """One of several readings was picked."""
    pending = work.pending
    if pending is None or pending["kind"] != "which":
        return Note("problem-late")
    if not isinstance(event.value, int) or not 0 <= event.value < len(pending["values"]):
        return Note("problem-choice_gone")
    work.pending = None
    value = pending["values"][event.value]
    found = question_here(work)
    if (
        found is not None
        and found[0].kind == "place"
        and (inside := typed.inside(value, work.facts.live["places"]))
    ):
        _ask_which(
            work, [place.code for place in inside], "inside", work.facts.live["places"].full_name(value)
        )
        return None
    return answer(work, Event("answer", work.at, value))


def _ask_which(work: Work, values: list[Any], why: str, text: str) -> None:
    """Ask once which of several readings is meant."""
    ticked = work.pending["value"] if work.pending is not None and work.pending["kind"] == "picking" else None
    work.pending = {"kind": "which", "path": key_of(work.at), "values": values,
                    "note": {"key": f"reading-ambiguous-{why}", "args": {"text": text}}}  # fmt: skip
    if ticked:
        work.pending["ticked"] = ticked


def confirm(work: Work, event: Event) -> Outcome:
    """Yes to what a rule, or an older message, asks."""
    pending = work.pending
    if pending is None or pending["kind"] not in ("confirm", "older"):
        return Note("problem-late")
    if pending["kind"] == "older":
        work.pending = None
        return (
            Note("problem-late")
            if event.value is False
            else text(work, Event("text", work.at, pending["value"]))
        )
    work.confirmed.append(f"{pending['path']}|{pending['rule']}")
    return settled(work, pending)


def reason(work: Work, event: Event) -> Outcome:
    """Typed words are the reason that was asked for."""
    pending = work.pending
    if pending is None or pending["kind"] != "reason":
        return Note("problem-late")
    text = reading.clean(str(event.value)).strip()
    if not text or len(text) > 200:
        return Note("problem-reason", {"most": 200})
    changed = pending["rule"] == "changed"  # 上月填错了，实有35人 is why a known number is another one
    if not _is_reason(work, text) or (not changed and SLIP.match(text)):
        return Note("problem-no_reason", {"text": text[:40]})
    key = pending["path"] if changed else f"{pending['path']}|{pending['rule']}"
    work.why[key] = text
    outcome = settled(work, pending)
    work.notes.insert(0, Note("echo-reason", {"text": text[:40]}))
    return outcome


def _is_reason(work: Work, text: str) -> bool:
    """Whether typed words say why: not another answer to the question (30人), no bare yes or no, more than a letter or sign."""
    if sum(map(str.isalpha, text)) < LETTERS or isinstance(reading.read_boolean(text), Read):
        return False
    entry, scope = work.locate(path_from(work.pending["path"] if work.pending else ""))
    return entry.kind in WORDED or not isinstance(typed.read(entry, text, scope), Read)
