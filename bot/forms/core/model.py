"""
What a record type is: frozen data, no behaviour, no prose.

One record type is one file in ``bot/forms/`` holding a ``RECORD``; chat, phone page, storage, export and docs
read these classes and nothing else. Words are found by key: ``<type>-<field>``, ``<type>-<field>-<option>``,
``<type>-<field>.hint``, ``<type>--<rule key>``, ``<type>-<state>`` … (docs/architecture.md lists them all).

The vocabulary is XLSForm's (https://xlsform.org): relevant, required, constraint (here: rules of three weights),
calculation, default, select_one, repeat, choices, appearance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.forms.core.expressions import Lit, Node, x

Weight = Literal["refuse", "confirm", "flag"]
Kind = Literal[
    "text", "integer", "decimal", "money", "date", "datetime", "time", "month", "quarter", "year",
    "select_one", "select_multiple", "boolean", "person", "organisation", "place", "phone",
    "file", "ref", "calculate", "note", "own_hand",
]  # fmt: skip
YES, NO = Lit(True), Lit(False)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    What an answer must keep: ``ok`` is asked after the answer is in place.

    *refuse*: not taken. *confirm*: taken after a yes, or after a reason when ``reason``. *flag*: taken, the
    reviewer sees it. Its words are ``<type>--<key>`` with the arguments named in ``show`` (name -> expression).
    A rule is not asked about a blank answer. ``again``: where any of several answers may be the wrong one, the names of
    those questions, each offered to be answered again.
    """

    key: str
    ok: Node
    weight: Weight = "refuse"
    reason: bool = False
    show: tuple[tuple[str, Node], ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """
    One option of a list; ``relevant`` makes it depend on other answers (XLSForm: choice_filter).

    ``goes``: choosing it answers nothing and shows that question instead ("change the ticks"): dotted names, through a
    repeat only while it has one row, else its list of rows.
    """

    value: str
    relevant: Node | None = None
    goes: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """
    One question, or one computed value.

    ``required`` may be an expression. ``choices`` are values (words: ``<type>-<name>-<value>``); ``options`` is
    a fact holding ``[{"value", "label"}]`` where the list comes from data. ``default`` offers a value as one
    button; ``prefill`` puts it in place with its source shown; ``change`` says whether it may be changed then.
    ``carry``: "与上期一致" copies it from the fact ``last``. ``last`` shows last period's value beside the question.
    ``final``: never mended after submission, only by a correction record. ``sees``: who may see it (docs/records.md: who sees what)
    (``all`` | ``sensitive``): sensitive values are masked in lists and exports and follow CHAT_CONTENT.
    ``min``/``max`` bound length (text, characters), count (file, select_multiple) or value (numbers).
    ``counts``: what a number counts, ``households`` or ``people`` (or neither): typed with the other's unit it is refused.
    ``appearance``: ``quick`` offers the usual answers as buttons, ``typed`` no day that cannot be meant; ``aside`` does not
    ask: who has something to add finds it in the summary.
    ``own_words``: of a select_one the text field beside it that takes typed words which are more than one of its choices
    (数不对，应为32) or none of them; the choice is then ``other``, and nothing is asked twice.
    ``listed_only``: a person or organisation of the list, never a name typed by hand.
    ``suggest``: a length below which a hint is shown; never a refusal. ``prefer``: which way an incomplete
    date is read (past | future | near).
    """

    name: str
    kind: Kind
    required: bool | Node = True
    relevant: Node | None = None
    rules: tuple[Rule, ...] = ()
    calculation: Node | None = None
    default: Node | None = None
    choices: tuple[str | Choice, ...] = ()
    options: Node | None = None
    prefill: Node | None = None
    change: Literal["free", "reason", "never"] = "free"
    carry: bool = False
    final: bool = False
    sees: Literal["all", "sensitive"] = "all"
    min: int | None = None
    max: int | None = None
    suggest: int | None = None
    prefer: Literal["past", "future", "near"] = "near"
    appearance: str = ""
    own_words: str = ""
    listed_only: bool = False
    counts: Node | str = ""
    show: tuple[tuple[str, Node], ...] = ()


def calc(
    name: str, calculation: Node, relevant: Node | None = None, kind: Kind = "calculate",
    *, sees: Literal["all", "sensitive"] = "all",
) -> Field:  # fmt: skip
    """A value nobody types; ``sees`` sensitive where it is computed from something that is."""
    return Field(name, kind, required=False, relevant=relevant, calculation=calculation, sees=sees)


def note(name: str, relevant: Node | None = None, **show: Node) -> Field:
    """A computed line said to the person (words: ``<type>-<name>`` with these arguments); asks nothing."""
    return Field(name, "note", required=False, relevant=relevant, show=tuple(show.items()))


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong on one page; holds no data, its ``relevant`` holds for all of them."""

    name: str
    items: tuple[Item, ...]
    relevant: Node | None = None
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """
    Rows of the same questions. ``over``: one row per key instead of rows at will: a tuple of values, or an expression
    that lists the keys (``list(session, ${_})``: a row of votes for each session; a new session brings a new row, the
    row of a removed one is kept but no longer read).

    ``unique``: fields whose values must differ between rows. ``rules`` look at the whole list when it is closed,
    ``row_rules`` at one row at each answer in it. ``none``: the person must say "无" explicitly when there are
    no rows (min 0). ``label``: the field that names a row in lists. ``given``: the rows of ``prefill`` and no others.
    """

    name: str
    items: tuple[Item, ...]
    relevant: Node | None = None
    min: int | Node = 0
    max: int | Node = 50
    rules: tuple[Rule, ...] = ()
    row_rules: tuple[Rule, ...] = ()
    unique: tuple[str, ...] = ()
    over: tuple[str, ...] | Node = ()
    label: str = ""
    prefill: Node | None = None
    given: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """
    A list to tick: ``rows`` is a frozen fact ``{"rows": [[id, no, name, group, …], …]}``.

    The answer is one character per row (``-`` away, ``i`` in person, ``p`` by proxy; the number present, 1-9 a-z, at
    most the row's adults, when ``states`` is ``heads``) so that 2,500 households stay a string. ``exclude``: marks of other sessions, so
    that no row is ticked twice.
    """

    name: str
    rows: Node
    states: Node | str = "i"
    relevant: Node | None = None
    required: bool | Node = True
    rules: tuple[Rule, ...] = ()
    exclude: Node | None = None
    final: bool = False
    sees: Literal["all", "sensitive"] = "all"


Item = Field | Group | Repeat | Roster


@dataclass(frozen=True, slots=True)
class Need:
    """
    A fact the use case must freeze: asked for before the first question that follows ``before``
    (empty: at the start), again when an argument has changed. The answer comes back as a ``supply`` event.
    """

    name: str
    source: str
    before: str = ""
    when: Node = YES
    args: tuple[tuple[str, Node], ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """
    The questions. ``needs``: frozen facts; ``live``: names of facts handed in at every call.

    ``ends``: (condition, door): an answer that leaves the form by another door, e.g. consent refused -> "paper".
    ``words``: prefix of its words keys where several types share a form (default ``<type>`` or ``<type>-<transition>``).
    """

    items: tuple[Item, ...] = ()
    rules: tuple[Rule, ...] = ()
    needs: tuple[Need, ...] = ()
    live: tuple[str, ...] = ()
    ends: tuple[tuple[Node, str], ...] = ()
    words: str = ""


# --------------------------------------------------------------------------------------------- workflow


@dataclass(frozen=True, slots=True)
class Who:
    """
    Who may act. ``roles`` held in a post whose node relates to the record's: ``own`` the same node, ``town`` or
    ``county`` a node above it of that level. ``named``: a field of the record holding the person. ``filler``: the one
    who submitted it. ``subject``: the one it is about. ``never``: ``filler``, ``@act`` (who did that act), ``=field``
    (the person named there). No role, nobody named and not the filler = nobody. ``system``: only the clock. ``line``:
    the same node or any above.
    """

    roles: tuple[str, ...] = ()
    at: Literal["own", "town", "county", "line"] = "own"
    named: str = ""
    filler: bool = False
    subject: bool = False
    never: tuple[str, ...] = ()
    system: bool = False


@dataclass(frozen=True, slots=True)
class Notify:
    """
    Tell people once the act is kept; ``to``: ``filler``, ``named:<field>``, ``role:<role>@<own|town|county>``.

    ``when``: only where it holds, read as the record stood before the act, with the act's answers around it.
    """

    to: str
    key: str
    when: Node | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Begin another record (kept and carried out later when its type is not registered yet)."""

    type: str
    prefill: tuple[tuple[str, Node], ...] = ()
    each: str = ""
    when: Node | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Do ``transition`` on the record another field refers to."""

    link: str
    transition: str


@dataclass(frozen=True, slots=True)
class Agree:
    """The subject of the record (else its filler) has agreed to ``version`` of the text on personal information."""

    version: str
    when: Node | None = None


Effect = Notify | Open | Move | Agree


@dataclass(frozen=True, slots=True)
class Transition:
    """
    One act on a record: from any of ``frm`` to ``to`` ("" keeps the state; an expression decides).

    ``form`` is what it asks, often nothing. ``row``: it concerns one row of that repeat. ``mends``: it opens the
    filler's answers again (return-to-fix): the marked fields of the act that brought the record back, or every answer
    that is not final where that act marked nothing (a meeting said no, the promiser amends).
    ``commutes``: needs no record revision (sign-ups). ``waits`` False: nobody is waited for, it may be done or left
    (raising an objection, voiding); such a transition alone puts no record on a list of what waits. An expression: it is
    waited for where that holds (a check whose quarter is over), and may be done before.
    ``why``: arguments of the words that say why ``guard`` does not hold (``<type>-not-<transition>``).
    """

    name: str
    frm: tuple[str, ...]
    to: str | Node
    who: Who
    form: Form = field(default_factory=Form)
    guard: Node | None = None
    effects: tuple[Effect, ...] = ()
    row: str = ""
    mends: str = ""
    marks: bool = False
    commutes: bool = False
    waits: bool | Node = True
    why: tuple[tuple[str, Node], ...] = ()


@dataclass(frozen=True, slots=True)
class Auto:
    """A join: fires by itself as soon as ``when`` holds after an act."""

    name: str
    frm: tuple[str, ...]
    to: str
    when: Node
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """
    Something due: ``length`` gives the last good instant or day, blank for none; the clock fires after it as ``system``.

    ``row``: one clock for each row of that repeat, ``length`` read inside it. ``runs_in``: states it runs in;
    ``paused_in``: states whose days do not count. ``remind``: days before (-) or after.
    """

    name: str
    runs_in: tuple[str, ...]
    length: Node
    fires: str = ""
    paused_in: tuple[str, ...] = ()
    remind: tuple[int, ...] = ()
    row: str = ""


@dataclass(frozen=True, slots=True)
class Workflow:
    """
    States and the acts between them. ``start``: the state right after submission; ``ends``: nothing follows.

    ``arrives``: where it has come to those it is for (a report that is signed), empty: where it starts. The first time
    decides whether it was late, the last time is what a wait is counted from. ``leads``: records it leads to, each once
    (of a repeat: once a row) as soon as it has arrived and says so, in a mend as well; what was not begun yet when it is
    taken back is dropped. ``next``: arguments of the words that say what comes next (``<type>-next-<state>``): of
    parallel acts, which are done.
    """

    start: str | Node
    transitions: tuple[Transition, ...] = ()
    autos: tuple[Auto, ...] = ()
    clocks: tuple[Clock, ...] = ()
    ends: tuple[str, ...] = ()
    reviewed: bool = True
    arrives: tuple[str, ...] = ()
    submit: tuple[Effect, ...] = ()
    leads: tuple[Open, ...] = ()
    next: tuple[tuple[str, Node], ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """Who owes it, for which period (``month`` | ``quarter`` | ``year``), due when (an expression over ``period``)."""

    roles: tuple[str, ...]
    grain: Literal["month", "quarter", "year"]
    due: Node
    opens: Node | None = None
    subject: Literal["org", "person"] = "org"


@dataclass(frozen=True, slots=True)
class Access:
    """Who fills, reads and exports; acting stands on each transition. ``reads``: role -> own|self|town|county|line (Who.at)."""

    fills: tuple[str, ...] = ()
    reads: Mapping[str, str] = field(default_factory=dict)
    exports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One statistic: numerator and denominator over a record; both are printed."""

    name: str
    num: Node
    den: Node
    by: tuple[str, ...] = ("org", "period")


@dataclass(frozen=True, slots=True)
class Upgrade:
    """
    How drafts and readings of the version before become version ``to``: data first, a function only for values.

    ``rename``: old path of names -> new name, ``"items.text": "content"`` for a field of a repeat.
    ``choices``: field -> {old: new}. ``fill``: field -> value for "was not asked". ``change`` gets what is there: of a
    half-filled draft only some of it. A state keeps its name for ever, since lists find records by it.
    """

    to: int
    rename: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    fill: Mapping[str, Any] = field(default_factory=dict)
    change: Callable[[dict[str, Any]], dict[str, Any]] | None = None


@dataclass(frozen=True, slots=True)
class RecordType:
    """
    One kind of record. ``letter``: the letter of receipts (LX-**D**-…). ``subject``: what it is about; ``about``: the
    person it is about, where an answer says so (a person's value, blank: the node).

    ``unique``: fields or of ``org, subject, period`` that together may have one live record ("" none); with
    ``unique_when`` only for records where it holds. ``event``: the field that tells when it happened (late entry).
    ``consent``: version of the text on personal information its fillers agree to when they come in, "" none is needed.
    ``period``: expression of the period a record belongs to, where no obligation fixes it before.
    """

    id: str
    version: int
    letter: str
    subject: Literal["org", "person"]
    form: Form
    workflow: Workflow
    access: Access
    obligation: Obligation | None = None
    figures: tuple[Figure, ...] = ()
    unique: tuple[str, ...] = ()
    unique_when: Node | None = None
    about: Node | None = None
    event: str = ""
    backfill_days: int | None = 7
    period: Node | None = None
    due: Node | None = None
    title: str = ""
    columns: tuple[str, ...] = ()
    parts: tuple[RecordType, ...] = ()
    upgrades: tuple[Upgrade, ...] = ()
    consent: str = ""


__all__ = [
    "NO", "YES", "Access", "Auto", "Choice", "Clock", "Effect", "Field", "Figure", "Form", "Group", "Item", "Kind",
    "Move", "Need", "Node", "Notify", "Obligation", "Open", "RecordType", "Repeat", "Roster", "Rule", "Transition",
    "Upgrade", "Who", "Workflow", "calc", "note", "x",
]  # fmt: skip
