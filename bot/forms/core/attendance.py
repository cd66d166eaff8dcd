"""
Who came and who did not, as a line about a roster says it: ``12没来，其他都到了``, ``除了12没来``, ``没来的是12、15``, ``一组全到``.

The ticks decide a quorum, so nothing is guessed: a word of absence belongs to the rows it stands with (after 除了 to the
exception), a line in which it could belong to others is refused, and so is a number of people where rows are wanted.
Rows are found by :mod:`ticking`, their marks set by :mod:`rollcall`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.forms.core import vocabulary as words
from bot.forms.core.draft import Note
from bot.forms.core.numerals import small
from bot.forms.core.plain import fold, plain, simplified
from bot.forms.core.ticking import Roster, named_rows

State = Literal["here", "away", "proxy"]
BEHIND = 120  # characters of a line in which 除外 may stand behind its rows
QUOTED = 20  # characters of the line that go back to the person

_EVERY = "(?:(?:所有|全体|全部)(?:的?(?:人|户|代表)+)?|大家|每户|家家户户|家家|户户|全员|全村|everyone|everybody|all)"
_ALL = rf"(?:{_EVERY}?(?:全都|全部都|都|全部|全体|全|均)|{_EVERY})"
_CAME = "(?:到会|到场|到齐|来齐|到|来|签到|参加|参会|出席)"
_AWAY = (
    "(?:(?:没有|没|未)能?(?:来|到|签到|参加|参会|出席)(?:开会|参加|会|场)?(?!齐)|不[到来](?=的)"
    "|缺席|缺会|缺勤|(?<![不个户都也])缺(?=了?[ :：]*[0-9０-９])|请假|不在家?|没在家?"
    "|(?<![a-z])(?:are |is |was |were )?(?:absent|not present|not here|did not come)(?![a-z]))"
)
_HERE = (
    "(?:已经?)?(?:到会|到场|到齐|来齐|签到|参加|参会|出席|到|来)了|已到|已来|已签到|到会|到场|到齐|来齐|签到|参会|出席"
    "|参加|实到|(?<![a-z])(?:are |is |was |were )?(?:present|here|came)(?![a-z])"
)
_EXCEPT = "除了|除去|除开|排除|除|不包括|去掉|(?<![a-z])(?:but|except)(?: for)?(?![a-z])"
_REST = (
    "(?:其他|其余|其它|剩下|余下|剩余|别的|另外)的?(?:人家|农户|各户|户主|户|人|家|组|代表)*"
    "|(?<![a-z])(?:the )?(?:others|rest)(?![a-z])"
)
_PROXY = "由人代|代理|委托|代签|(?<![a-z])proxy(?![a-z])|代(?=[的了 ]*$)"
_TOKEN = re.compile(
    rf"(?P<rest>{_REST})|(?P<except>{_EXCEPT})|(?P<out>[以之]?外)"
    rf"|(?P<all>{_ALL}\s*)?(?:(?P<away>{_AWAY})|(?P<here>{_HERE})|(?P<proxy>{_PROXY})|(?<=[都全部体均])(?P<bare>[到来]))"
    r"(?:了|的|户|人(?!家))*(?P<open>\s*(?:是|有|为|:|：|包括))?",
    re.IGNORECASE,
)
_BUT_BEHIND = re.compile(r"^([^除]*?[，,。]?\s*)([^，,。除]+?)(?:除外|[以之]外)")
_ONLY = re.compile("(?:就是|只有|仅有|就|只|仅)(?=.)")
_NOISE = " \n\t,，、;；.。!！:：的了吧"
_CUT = re.compile(r"[,，;；。\n]\s*$")
_NOBODY = r"(?:没有?|无)(?:一[个户]|哪[个户]|人|谁)*"
_NONE_AWAY = re.compile(
    rf"{_NOBODY}的?(?:{_AWAY}|不来|不到)[的了人户者]*"
    r"|一[个户]人?[都也]?(?:不|没有?|未)(?:缺|少|落下?|差)席?[的了]*"
    rf"|{_AWAY}(?:的|人数|户数)*(?:是|有|为|:|：)?(?:无|没有?|0|零)[人户]?"
)
_NONE_HERE = re.compile(
    rf"(?:(?:没有?|无)人|(?:一[个户]人?|谁)[都也](?:没有?|未)|(?:{_ALL})(?:没有?|未)){_CAME}[的了]*|(?:{_ALL})缺席了?"
)
_ONE_AWAY = re.compile(rf"一[个户]人?{_AWAY}了?")  # one of them, or not a single one
_COUNT = "(?:[0-9０-９]{1,4}|[一二两三四五六七八九十百千零]{1,6})"
_PEOPLE = re.compile(rf"{_COUNT}\s*(?:个人|人|名|口|位|people|adults)(?![a-z家])", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?:只有|只|一共|总共|共计|共|有|是)*{_COUNT}\s*(?:户|家|个|位)(?:人家|农户|代表|家庭)?"
)
# 12、15两户; 12、15等2户: how many they are, after which ones
_SUMMED = re.compile(
    r"(?:(?P<rows>.*[0-9０-９号])(?:这|[ ，,])*(?P<n>[一二两三四五六七八九十]{1,3})"
    rf"|(?P<list>.+?)[ ，,]*(?:一共|总共|共|等)(?P<of>{_COUNT}))\s*(?:户|家|个)"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """The rows a line says something of, in the order of the roster; no row stands twice."""

    here: tuple[int, ...] = ()
    away: tuple[int, ...] = ()
    proxy: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the line: rows, or a word about them. ``every``: said of all; ``opens``: its rows follow; ``cut``: a comma follows;
    ``only``: 只有 stands before."""

    kind: str
    text: str = ""
    every: bool = False
    opens: bool = False
    cut: bool = False
    only: bool = False


class _Unclear(Exception):
    """The line is not taken; ``note`` says why."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.key)
        self.note = note


def hear(said: str, roster: Roster, *, proxies: bool = False) -> Heard | Note:
    """Who came by this line, or the words for why it is not taken. *proxies*: 委托 may be said."""
    try:
        return _hear(said, roster, proxies)
    except _Unclear as unclear:
        return unclear.note


def _hear(said: str, roster: Roster, proxies: bool) -> Heard:
    exact = roster.exactly(fold(said))
    if exact is not None:
        return Heard(here=(exact,))
    short = plain(said, 60)
    if short in words.ALL_OF_THEM or short in words.EVERYBODY_CAME or _NONE_AWAY.fullmatch(short):
        return Heard(here=tuple(range(roster.size)))
    if _NONE_HERE.fullmatch(short):
        return Heard(away=tuple(range(roster.size)))
    if _ONE_AWAY.fullmatch(short):
        raise _Unclear(Note("problem-roster_unclear", {"text": said[:QUOTED]}))
    if short in words.NONE_OF_THEM:
        return Heard()
    if _PEOPLE.search(simplified(said[:400])):
        raise _Unclear(Note("problem-roster_counted", {"text": said[:QUOTED]}))
    if "外" in said[:BEHIND]:  # 12除外, 12以外
        said = _BUT_BEHIND.sub(r"\1除了\2外", said[:BEHIND]) + said[BEHIND:]
    parts = _parts(said, proxies)
    line = _Line(said, roster)
    if any(part.kind == "except" for part in parts):
        return _excepted(line, parts)
    return _stated(line, parts)


def _parts(said: str, proxies: bool) -> list[_Part]:
    """The line cut into words of presence and the rows between them."""
    same = simplified(said)
    excepts = re.search(_EXCEPT, same, re.IGNORECASE) is not None
    made: list[_Part] = []
    start = 0
    for found in _TOKEN.finditer(same):
        kind = next(
            name for name in ("rest", "except", "out", "away", "here", "proxy", "bare") if found[name]
        )
        if (kind == "out" and not excepts) or (kind == "proxy" and not proxies):
            continue
        every = bool(found["all"]) or found[0].startswith(("到齐", "来齐"))
        made += _rows_between(said[start : found.start()])
        made.append(_Part("here" if kind == "bare" else kind, found[0], every, bool(found["open"])))
        start = found.end()
    return made + _rows_between(said[start:])


def _rows_between(text: str) -> list[_Part]:
    bare = text.strip(_NOISE).removeprefix("其中").strip(_NOISE)
    found = _ONLY.match(simplified(bare))
    rows = bare[found.end() :] if found else bare
    return [_Part("rows", rows, cut=_CUT.search(text) is not None, only=found is not None)] if bare else []


class _Line:
    """One line and its roster: rows by their words, refusals that quote the line."""

    def __init__(self, said: str, roster: Roster) -> None:
        self.said, self.roster = said, roster
        self.everyone = frozenset(range(roster.size))

    def unclear(self) -> _Unclear:
        """Nobody can tell whom the word of absence is about."""
        return _Unclear(Note("problem-roster_unclear", {"text": self.said[:QUOTED]}))

    def rows(self, part: _Part) -> frozenset[int]:
        """The rows a part names."""
        if re.fullmatch(_ALL, part.text, re.IGNORECASE) or plain(part.text, 60) in words.ALL_OF_THEM:
            return self.everyone
        if _COUNTED.fullmatch(simplified(part.text)):
            raise _Unclear(Note("problem-roster_counted", {"text": self.said[:QUOTED]}))
        if summed := _SUMMED.fullmatch(simplified(part.text)):  # 12、15两户: as many as are named
            end = max(summed.end("rows"), summed.end("list"))
            rows = self.rows(_Part("rows", part.text[:end]))
            if small(plain(summed["n"] or summed["of"])) != len(rows):
                raise self.unclear()
            return rows
        found = named_rows(part.text, self.roster)
        if found.code and not found.open:
            raise _Unclear(
                Note(
                    f"reading-{found.code}",
                    {"text": self.said[:QUOTED], "kind": "ticks", "part": found.part[:QUOTED]},
                )
            )
        if found.open:
            raise _Unclear(Note("problem-several_rows", {"text": found.part[:QUOTED], "fits": found.open}))
        return frozenset(found.rows)


# ------------------------------------------------------------------------------------------ one thing after another


def _stated(line: _Line, parts: list[_Part]) -> Heard:
    """``1-30来了，45没来``; ``12没来，其他都到了``; rows and nothing else are here."""
    if [part.kind for part in parts] == ["rows"]:
        return Heard(here=tuple(sorted(line.rows(parts[0]))))
    said: list[tuple[State, frozenset[int]]] = []
    rest, only = None, None
    at = 0
    while at < len(parts):
        size, state, rows = _statement(line, parts, at)
        if rows is None:
            if rest is not None or not said or any(known == state for known, _ in said):
                raise line.unclear()
            rest = state
        else:
            said.append((state, rows))
            if only is not None:
                raise line.unclear()
            only = state if parts[at].only else None
        at += size
    if rest is None and only is not None and len(said) == 1:  # 只有12没来: the others came
        rest = "here" if only == "away" else "away"
    if rest is not None:
        named = frozenset[int]().union(*(rows for _, rows in said))
        said.append((rest, line.everyone - named))
    return _settled(line, said)


def _statement(line: _Line, parts: list[_Part], at: int) -> tuple[int, State, frozenset[int] | None]:
    """How many parts say one thing, the state they tell of and its rows; None: all the others."""
    first = parts[at]
    second = parts[at + 1] if at + 1 < len(parts) else None
    if first.kind in ("rows", "rest") and second is not None and second.kind in _STATES and not second.opens:
        return 2, _STATES[second.kind], line.rows(first) if first.kind == "rows" else None
    if first.kind in _STATES:
        if first.every and not first.opens:
            alone = len(parts) == 1 or at == 0
            return 1, _STATES[first.kind], line.everyone if alone else None
        if second is not None and second.kind == "rows":
            return 2, _STATES[first.kind], line.rows(second)
    raise line.unclear()


_STATES: dict[str, State] = {"away": "away", "here": "here", "proxy": "proxy"}


def _settled(line: _Line, said: list[tuple[State, frozenset[int]]]) -> Heard:
    """Each row's one state: where two differ, that of the smaller set of rows, if it lies within the other."""
    marks: dict[int, State] = {}
    for state, rows in sorted(said, key=lambda one: -len(one[1])):
        for other, theirs in said:
            if other != state and rows & theirs and not (rows < theirs or theirs < rows):
                raise line.unclear()
        marks.update(dict.fromkeys(rows, state))
    return _heard(marks)


def _heard(marks: dict[int, State]) -> Heard:
    order = sorted(marks)
    here, away, proxy = (tuple(n for n in order if marks[n] == state) for state in ("here", "away", "proxy"))
    return Heard(here, away, proxy)


# ------------------------------------------------------------------------------------------------- all but these


def _excepted(line: _Line, parts: list[_Part]) -> Heard:
    """``除了12、15都到了``, ``1-30除了12没来``, ``除了12来了，其他都没来``: the exception and the others, each in its state."""
    at = next(n for n, part in enumerate(parts) if part.kind == "except")
    base, of_base = _before(line, parts[:at])
    exception, own, rest = _exception(line, parts[at + 1 :])
    others, wider = _others(line, exception, own, rest)
    if wider is not None:
        if base is not None:
            raise line.unclear()
        base = wider
    if of_base is not None and others is not None and of_base != others:
        raise line.unclear()
    others = others or of_base or ("here" if own is None or own.kind == "away" else None)
    opposite: State = "away" if others == "here" else "here"
    theirs = opposite if own is None else _STATES[own.kind]
    if others is None or theirs == others:
        raise line.unclear()
    rows, within = line.rows(exception), line.everyone if base is None else base
    if not rows <= within and wider is None:
        raise line.unclear()
    return _heard({**dict.fromkeys(within - rows, others), **dict.fromkeys(rows, theirs)})


def _before(line: _Line, parts: list[_Part]) -> tuple[frozenset[int] | None, State | None]:
    """What stands before 除了: nothing, 都到了, rows, rows and their state."""
    kinds = [part.kind for part in parts]
    if not kinds:
        return None, None
    if kinds == ["rows"]:
        return line.rows(parts[0]), None
    if kinds in (["here"], ["away"]) and parts[0].every:
        return None, _STATES[kinds[0]]
    if kinds in (["rows", "here"], ["rows", "away"]) and not parts[1].opens:
        return line.rows(parts[0]), _STATES[kinds[1]]
    raise line.unclear()


def _exception(line: _Line, parts: list[_Part]) -> tuple[_Part, _Part | None, list[_Part]]:
    """The excepted rows, the word said of them, and what follows: 12没来 | 没来的12 | 12."""
    if len(parts) > 1 and parts[0].kind == "away" and parts[1].kind == "rows" and not parts[0].every:
        return parts[1], parts[0], parts[2:]
    if not parts or parts[0].kind != "rows":
        raise line.unclear()
    rows, rest = parts[0], parts[1:]
    if rest and rest[0].kind in _STATES and not rest[0].opens:
        own = rest[0]
        if own.every and (rows.cut or len(rest) == 1):  # 除了12都到了, 除了12，都没来: of the others
            return rows, None, rest
        return rows, own, rest[1:]
    return rows, None, rest


def _others(
    line: _Line, exception: _Part, own: _Part | None, parts: list[_Part]
) -> tuple[State | None, frozenset[int] | None]:
    """The state of the others, if it is said, and their rows, if they are not simply all others."""
    apart = exception.cut or own is not None
    named = False
    wider: frozenset[int] | None = None
    while parts and parts[0].kind in ("out", "rest", "rows"):
        if parts[0].kind == "rows":
            if wider is not None or len(parts) == 1:
                raise line.unclear()
            wider = line.rows(parts[0])
        named = named or parts[0].kind != "out"
        apart, parts = True, parts[1:]
    if not parts:
        return None, wider
    last = parts[0]
    if len(parts) > 1 or last.kind not in _STATES or last.opens:
        raise line.unclear()
    if last.kind == "away" and not named and not (apart and last.every):
        raise line.unclear()  # 除了12、15都没来: who did not come?
    return _STATES[last.kind], wider


__all__ = ["Heard", "hear"]
