"""The ways through a form besides answering: skip, rows that come and go, back, the same as last time, send."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.forms.core import hearing, view
from bot.forms.core.draft import SUMMARY, Event, Line, Note, Path, key_of
from bot.forms.core.hearing import LETTERS, answer, older
from bot.forms.core.marking import close_roster
from bot.forms.core.model import Field, Repeat, Roster
from bot.forms.core.outline import asked_paths, row_lines
from bot.forms.core.plan import Entry
from bot.forms.core.reading import Read, fold, read_boolean, read_integer
from bot.forms.core.sheet import MENU
from bot.forms.core.taking import Outcome, accepted, goto, question_here, tell
from bot.forms.core.vocabulary import NAUGHT, NO_MORE, NOT_KNOWN, NOTHING
from bot.forms.core.work import Work

SHORT = 12  # characters: who has nothing to say says it in few
LEFT, ENOUGH = NAUGHT | NOT_KNOWN, NO_MORE | NOTHING
LEFT_OUT = (
    "text",
    "date",
    "datetime",
    "time",
    "month",
    "quarter",
    "year",
    "phone",
    "place",
    "person",
    "organisation",
    "ref",
    "file",
)
_NUMBER = re.compile("[0-9０-９一二两三四五六七八九十]{1,4}")
_ORDINAL = re.compile("^ *第|[项条个号行] *$")


def skip(work: Work, event: Event) -> Outcome:
    found = question_here(work)
    if found is None or isinstance(found[0].item, Roster):
        return Note("problem-late")
    entry, scope = found
    if work.is_required(entry, scope):
        return Note("problem-required")
    path = work.at
    changed = work.value(path) is not None
    work.put(path, None)
    work.pending = None
    accepted(work, path, entry, changed)
    return None


def add(work: Work, event: Event) -> Outcome:
    """A new row, on its first question."""
    if work.at[-2:-1] != (MENU,):
        return Note("problem-late")
    repeat = work.at[:-2]
    entry, scope = work.locate(repeat)
    assert entry.bounds is not None
    assert entry.inner is not None
    high = entry.bounds[1](scope)
    if entry.fixed:
        return Note("problem-late")
    if high is not None and len(scope.values.get(entry.name) or ()) >= high:
        return Note("problem-rows_many", {"most": high, "has": high})
    if not work.unlocked(work.at):
        return Note("problem-locked")
    row = work.add_row(repeat)
    found = work.first_open(entry.inner, row, 0)
    work.at = found if found is not None else work.menu(repeat)
    work.sure = not entry.shakes
    work.calm = id(entry) not in work.plan.hinges
    return None


def said(work: Work, event: Event) -> Outcome:
    """
    Typed at the menu of a list: 没有 is the button that calls it complete, 有 at an empty one begins a row, and a number
    opens that row; what else may be meant is for the buttons.
    """
    if older(work, event):
        return Note("problem-press_button")
    words = str(event.value).strip()
    if (line := _numbered(row_lines(work, work.at[:-2]), words)) is not None:
        return goto(work, Event("goto", None, line.path))
    if words.isdecimal() and work.value(work.at[:-2]):
        return Note("problem-press_button")  # no such row; at an empty list 1 and 2 are its two buttons
    read, folded = read_boolean(words), fold(words)
    if read == Read(False) or folded in ENOUGH:
        return close(work, event)
    if read == Read(True) and not work.value(work.at[:-2]):
        return add(work, event)
    if isinstance(read, Read) or folded in NOT_KNOWN or not _tells_a_row(work, words):
        return Note("problem-press_button")
    return add(work, event) or hearing.text(work, Event("text", work.at, words))


def _tells_a_row(work: Work, words: str) -> bool:
    """Whether typed words begin a row: its first question is for words, and these are more than a sign or a number."""
    entry, _ = work.locate(work.at[:-2])
    assert entry.inner is not None
    first = entry.inner.questions[0]
    return first.kind == "text" and sum(map(str.isalpha, words)) >= LETTERS


def naught(work: Work, event: Event) -> bool:
    """
    Whether 没有, or 还没定 of a day or a name, was typed where an answer may be left out, and nothing was: the question is
    skipped; at the first question of a row nobody has filled in the row goes, and the list with it is complete.
    """
    words = str(event.value)
    if len(words) > SHORT or (folded := fold(words)) not in LEFT or older(work, event):
        return False
    found = question_here(work)
    if found is None or found[0].kind not in LEFT_OUT or not work.unlocked(work.at):
        return False
    if folded not in NAUGHT and (found[0].kind == "text" or work.is_required(*found)):
        return False
    if not work.is_required(*found):
        skip(work, event)
        work.notes.insert(0, Note("echo-naught", {"text": words}))
        return True
    if found[0].kind != "text":
        return False
    if not _leave_empty_row(work):
        return False
    return close(work, event) is None


def complete(work: Work, event: Event) -> bool:
    """Whether 就这些 was typed where several may be ticked or sent, and some were: the button that calls them complete."""
    picking = work.pending is not None and work.pending["kind"] == "picking"
    words = str(event.value)
    return picking and len(words) <= SHORT and fold(words) in NO_MORE and not older(work, event)


def numbered(work: Work, event: Event) -> Outcome:
    """Typed on the summary: the number of a line opens it."""
    line = None if older(work, event) else _numbered(view.screen(work).lines, str(event.value))
    return Note("problem-press_button") if line is None else goto(work, Event("goto", None, line.path))


def _numbered(shown: Iterable[Line], words: str) -> Line | None:
    """The line with the number that was typed: 2, 第2项, 二; not one of 就一场."""
    plain = _ORDINAL.sub("", words)
    number = read_integer(plain) if _NUMBER.fullmatch(plain) else None
    return next((one for one in shown if isinstance(number, Read) and one.number == number.value > 0), None)


def _leave_empty_row(work: Work) -> bool:
    """From the first question of a row nobody has filled in back to the list, if the row may go."""
    at = work.at
    if len(at) < 3 or len(at) % 2 == 0 or at[-2] == MENU:
        return False
    row, repeat = at[:-1], at[:-2]
    entry, scope = work.locate(repeat)
    values = work.scope(row).values
    assert entry.bounds is not None
    if _rows_stay(work, entry):
        return False
    if any(name != "_" and key_of((*row, name)) not in work.pre for name in values) or not work.unlocked(row):
        return False
    if len(scope.values[entry.name]) <= (entry.bounds[0](scope) or 0):
        return False
    work.remove_row(row)
    work.at, work.pending = work.menu(repeat), None
    return True


def close(work: Work, event: Event) -> Outcome:
    """A list, a roster, a set of files or choices is complete."""
    if work.at[-2:-1] == (MENU,):
        repeat = work.at[:-2]
        if (problem := work.list_problem(repeat)) is not None:
            return problem
        if not work.value(repeat):
            work.notes.append(Note("echo-none"))
        if (rest := work.open_row(repeat)) is not None:
            work.at = rest
            work.notes.append(Note("problem-open"))
            return None
        work.close(repeat)
        work.settle((*repeat, MENU, "0"))
        tell(work, repeat)
        return None
    if len(work.at) % 2 == 0 and work.at:
        work.at = SUMMARY if work.closed(work.at[:-1]) else work.menu(work.at[:-1])
        if work.at == SUMMARY:
            work.settle(())
        return None
    found = question_here(work)
    if found is None:
        return Note("problem-late")
    entry, scope = found
    if isinstance(entry.item, Roster):
        return close_roster(work, entry, scope)
    if work.pending is not None and work.pending["kind"] == "picking":
        return answer(work, Event("answer", work.at, list(work.pending["value"])))
    if entry.kind in ("file", "select_multiple"):
        value = work.value(work.at)
        if not value and entry.kind == "file" and work.is_required(entry, scope):
            return hearing.photo_wanted(work, entry, scope)
        return answer(work, Event("answer", work.at, value)) if value else skip(work, event)
    return Note("problem-late")


def _rows_stay(work: Work, entry: Entry) -> bool:
    """Whether no row of a repeat may go: they come by themselves, or were sent for good."""
    assert isinstance(entry.item, Repeat)
    return entry.fixed or (entry.item.final and work.draft.base is not None)


def remove(work: Work, event: Event) -> Outcome:
    """A row goes, with what was said in it."""
    path = event.at or ()
    if len(path) % 2 or not work.exists(path):
        return Note("problem-late")
    entry, _ = work.locate(path[:-1])
    if _rows_stay(work, entry) or not work.unlocked(path):
        return Note("problem-locked")
    work.remove_row(path)
    work.pending = None
    work.at = work.menu(path[:-1])
    return None


def back(work: Work, event: Event) -> Outcome:
    """The question before, or back to the summary; from a row that was begun by mistake back to its list."""
    if work.pending is not None:
        hearing.put_by(work)
        return None
    if _leave_empty_row(work):
        return None
    whole = not work.reask and not any(True for _ in work.holes())
    if work.ret and work.draft.marks is None and work.at != SUMMARY and whole:
        work.at = SUMMARY
        work.settle(())
        return None
    before = _before(work)
    if before is None:
        return Note("problem-first_question")
    work.at = before
    return None


def _before(work: Work) -> Path | None:
    """The answered question before the cursor, in the order of the form."""
    last: Path | None = None
    for path in asked_paths(work, work.plan.root, ()):
        if path == work.at or (
            path[-2:-1] == (MENU,) and path[:-2] == work.at[:-2] and work.at[-2:-1] == (MENU,)
        ):
            return last
        last = path
    return last if work.at == SUMMARY else None


def same(work: Work, event: Event) -> Outcome:
    """与上期一致: carried fields from last time where they still hold, offered defaults elsewhere, the rest is asked."""
    last = work.facts.frozen.get("last")
    if not isinstance(last, Mapping):
        return Note("problem-no_last")
    copied = 0
    for entry in work.plan.root.entries:
        scope = work.root
        if not isinstance(entry.item, Field) or not work.is_open(entry, scope):
            continue
        path = (entry.name,)
        carried = entry.item.carry and last.get(entry.name) is not None
        value = (
            last.get(entry.name) if carried else entry.default(scope) if entry.default is not None else None
        )
        if value is None and not work.is_required(entry, scope):
            work.put(path, None)
        elif value is not None:
            work.put(path, value)
            if work.broken(path) is not None:
                work.drop(path)
                continue
            copied += carried
            if carried:
                work.pre[entry.name] = {"value": value, "from": "from-last"}
    work.pending = None
    work.notes.append(Note("same-copied", {"count": copied}))
    work.settle(())
    return None


def cancel(work: Work, event: Event) -> Outcome:
    """The draft ends, nothing is sent."""
    work.done = "cancelled"
    return None


def show(work: Work, event: Event) -> Outcome:
    """Draw again."""
    return None
