"""Yes and no, phone numbers, and choices among options as people type them; ticking is in :mod:`ticking`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bot.forms.core import vocabulary as words
from bot.forms.core.numerals import small
from bot.forms.core.outcomes import Ambiguous, Outcome, Read, Refused, one_or_ask, refuse
from bot.forms.core.plain import clean, fold, fold_all, peeled, plain, simplified, strip_any, strip_any_end

Options = Sequence[tuple[Any, str]]
Also = Sequence[Sequence[str]]  # for each option, in their order
_LETTER = re.compile("[a-z]")
_HARD_JOIN = re.compile(r"[、，,;；/\n\s。]+")
SOFT_JOIN = re.compile("|".join(map(re.escape, words.SOFT_JOINS)))
_MARK = re.compile("[\u2460-\u2473\u3251-\u325f\u2474-\u2487\u2776-\u277f\u2780-\u2789]")
_MOBILES = re.compile("(?<![0-9])(?:86)?1[3-9][0-9]{9}(?![0-9])")
_NUMBERED = re.compile("[(]?([0-9]{1,2}|[a-z]|[①-⑳])[).、,: ]*([^0-9].*)")
_MAX_TOKENS = 500
_MOST_AROUND = 12  # characters round a label; with more it is a sentence about something else
_ITS_NUMBER = re.compile("第?([0-9]{1,2}|[一二三四五六七八九十]{1,2})[个项条种]?")
_CHINESE = re.compile("[\u3400-\u9fff]")
_FIRST_OR_LAST = re.compile("(?P<way>前|头|后|最后|末)(?P<n>.{1,2}?)[个项条种]?")
_IN_PLACE = re.compile("第[0-9一二三四五六七八九十]{1,2}[个项条种]?")
_IN_ORDER = re.compile("(?:第[0-9一二三四五六七八九十]{1,2}[个项条种]?){2,9}")
_TO = re.compile(r"(?<=[0-9])\s+(?:to|through)\s+(?=[0-9])", re.IGNORECASE)


# ------------------------------------------------------------------------------------------- yes, no, phones


def read_boolean(text: str) -> Outcome:
    """
    Yes or no in the words of either script, dialects and English; 1 and 0 are yes and no, and 2, the second
    button, is no. A doubtful yes (应该是, 有吧) is refused.
    """
    said = plain(text)
    if not said:
        return refuse("empty", "boolean", text)
    if said in words.NOT_KNOWN:
        return refuse("not_known", "boolean", text)
    parts = [part for part in re.split("[,.;!~、 ]+", said) if part][:10]
    answers = {_yes_or_no(part) for part in parts}
    if None in answers:
        answers = {_yes_or_no("".join(parts))}  # yes, please
    if len(answers) == 1 and None not in answers:  # 是的，有
        return Read(answers.pop())
    return refuse("too_vague" if _is_doubtful(said) else "not_yes_or_no", "boolean", text)


def _yes_or_no(said: str) -> bool | None:
    spoken = said.lstrip("嗯恩哦噢啊哎诶") or said
    for form in (said, strip_any_end(spoken, words.YES_NO_TAIL, 4), spoken, _once(spoken)):
        if form in words.YES:
            return True
        if form in words.NO:
            return False
    return None


def _once(said: str) -> str:
    """对对对 is 对, 是的是的 is 是的."""
    for size in range(1, min(4, len(said) // 2) + 1):
        if said == said[:size] * (len(said) // size):
            return said[:size]
    return said


def _is_doubtful(said: str) -> bool:
    return said.startswith(words.DOUBT) or said.endswith(("吧", "?"))


def read_phone(text: str) -> Outcome:
    """A mainland mobile number as eleven digits; spaces, signs, +86, 0086 and Chinese digits are read."""
    said = plain(text)
    if not said:
        return refuse("empty", "phone", text)
    if said in words.NOT_KNOWN:
        return refuse("not_known", "phone", text)
    said = strip_any(said, words.PHONE_LEAD)
    said = strip_any_end(said, words.PHONE_TAIL, 2)
    digits = "".join(words.PHONE_DIGITS.get(char, char) for char in said[:200])
    if len({number[-11:] for number in _MOBILES.findall(digits)}) > 1:
        return refuse("several_phones", "phone", text)
    abroad = digits.startswith(("+", "00"))
    digits = re.sub(r"[-. ()+_~/]", "", digits)
    if not digits.isdecimal() or not digits.isascii():
        return refuse("unread_words" if _MOBILES.search(digits) else "not_a_phone", "phone", text)
    for prefix in ("0086", "86", "086", "0", "17951", "12593"):  # the last two: cheap long distance of old
        if digits.startswith(prefix) and _is_mobile(digits[len(prefix) :]):
            digits, abroad = digits[len(prefix) :], False
    if _is_mobile(digits) and not abroad:
        return Read(digits)
    if _is_landline(re.sub("^(?:00)?86", "0", digits) if abroad else digits):
        return refuse("landline", "phone", text)
    if abroad and len(digits) >= 7:
        return refuse("foreign_phone", "phone", text)
    if _is_landline(digits):
        return refuse("landline", "phone", text)
    if len(digits) < 11 or (digits[0] == "1" and 11 < len(digits) <= 15):
        return refuse("phone_length", "phone", text, digits=len(digits))
    return refuse("not_a_phone", "phone", text)


def _is_mobile(digits: str) -> bool:
    return len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789"


def _is_landline(digits: str) -> bool:
    """Seven or eight digits after an area code (010, 02x, 03xx to 09xx); without one they begin with 2 to 9."""
    return re.fullmatch(r"0(?:10|2\d|[3-9]\d\d)\d{7,8}|[2-9]\d{6,7}", digits) is not None


# ------------------------------------------------------------------------------------------------- choices


def _general(label: str) -> bool:
    """Whether a label is said in many a sentence that does not mean it: 没有 in 没有问题, 其他 in 其他人来了."""
    return label.startswith("其") or label in words.YES or label in words.NO


class Labels:
    """
    The options of one question, folded once: found by number, by whole label or by a part of it; and by *also*, everyday
    words for each option, which count only where they are all that is said.
    """

    def __init__(self, options: Options, also: Also = ()) -> None:
        self.options = options
        self.folded = fold_all([label for _, label in options])
        self.numeric = len(options) > 1 and all(label.isdecimal() for label in self.folded)
        self.values = fold_all([value if isinstance(value, str) else "" for value, _ in options])
        self.spoken: dict[str, list[int]] = {}  # everyday word -> options; more than one are asked about
        for index, said in enumerate(also):
            for word in filter(None, fold_all(list(said))):
                if index not in self.spoken.setdefault(word, []):
                    self.spoken[word].append(index)

    def find(self, said: str) -> list[int]:
        """The options *said* may mean, best kind of match only; empty for none."""
        key = fold(said)
        if self.numeric and (named := self._named_number(said)) is not None:
            return named
        if exact := [index for index, label in enumerate(self.folded) if label and label == key]:
            return exact
        if key in self.spoken:
            return self.spoken[key]
        if self.number(said) is None and (
            same := [n for n, value in enumerate(self.values) if value and value == key]
        ):
            return same
        index, part = self.number(said), self.parts(key)
        if index is not None and key.isdecimal():  # a 2 is no part of 12个月
            part = [n for n in part if re.search(rf"(?<![0-9]){key}(?![0-9])", self.folded[n])]
        if index is not None:
            inside = index < len(self.folded)
            return list(dict.fromkeys([index, *part])) if inside else part
        if part:
            return part
        if numbered := _NUMBERED.fullmatch(plain(said, 80)):  # 2、定期联系: the line as it was shown
            index, part = self.number(numbered[1]), self.parts(fold(numbered[2]))
            if index is not None and index < len(self.folded) and part:
                return [index] if index in part else list(dict.fromkeys([index, *part]))
        bare = fold(strip_any_end(strip_any(plain(said), words.CHOICE_LEAD), words.CHOICE_TAIL))
        if bare != key and (
            found := [n for n, label in enumerate(self.folded) if label == bare] or self.parts(bare)
        ):
            return found
        return self.everyday(said)

    def everyday(self, said: str) -> list[int]:
        """The options an everyday word stands for, with no more round it than fills a sentence: 我在外面打工的."""
        if not self.spoken:
            return []
        ways = peeled(plain(said, 40), words.BEFORE_LABEL, words.AFTER_LABEL)
        for one in map(fold, ways):
            if found := self.spoken.get(one) or [n for n, label in enumerate(self.folded) if label == one]:
                return found
        return []

    def _named_number(self, said: str) -> list[int] | None:
        """Where the labels are numbers (5, 4, 3 …): the one a number names; None for 第二个, which is a place in the row."""
        bare = strip_any_end(strip_any(plain(said, 40), words.CHOICE_LEAD), words.NUMBER_TAIL)
        if bare.startswith("第") or plain(said, 40) in words.LAST_ONE or _ENGLISH_ORDER.get(bare):
            return None
        value = small(bare) if len(bare) <= 4 else None
        return None if value is None else [n for n, label in enumerate(self.folded) if int(label) == value]

    def within(self, said: str) -> tuple[int, bool] | None:
        """
        The one option whose label stands whole in *said*, and whether nothing of meaning stands round it: 上党课 is 党课,
        老公务工 may be another's. None where words that turn, end or doubt it stand there, or a second label.
        """
        key = fold(said)
        found = [n for n, label in enumerate(self.folded) if len(label) > 1 and label in key]
        found = [n for n in found if not _general(self.folded[n])]
        found = [n for n in found if not any(self.folded[n] in self.folded[m] for m in found if m != n)]
        if len(found) != 1 or not _CHINESE.search(label := self.folded[found[0]]):
            return None
        before, _, after = key.partition(label)
        rest = before + after
        turned = any(char in words.NEGATIONS for char in rest) or any(
            word in rest for word in (*words.DOUBT, *words.OVER, *words.NOT_YET)
        )
        if turned or len(rest) > _MOST_AROUND:
            return None
        if (numbered := _ITS_NUMBER.match(before)) and small(numbered[1]) == found[0] + 1:  # 第1个是党课
            before = before[numbered.end() :]
        return found[0], not strip_any(before, words.BEFORE_LABEL) + strip_any(after, words.AFTER_LABEL)

    def parts(self, key: str) -> list[int]:
        """Options whose label holds *key*, unless a 不 or 未 before it turns its sense."""
        if not key or (len(key) == 1 and _LETTER.match(key)):
            return []
        denied = any(char in words.NEGATIONS for char in key)
        found = []
        for index, label in enumerate(self.folded):
            at = label.find(key)
            if at >= 0 and (denied or not any(char in words.NEGATIONS for char in label[:at])):
                found.append(index)
        return found

    def number(self, said: str) -> int | None:
        """The position *said* names, counted from 0: 2, 第二个, ②, (2), B; it may lie beyond the last."""
        said = clean(said, 40)
        if len(said) == 1 and _MARK.match(said):
            return int(unicodedata.numeric(said)) - 1
        said = plain(said, 40)
        if said in words.LAST_ONE:
            return len(self.options) - 1
        said = strip_any_end(strip_any(said, words.CHOICE_LEAD), words.CHOICE_TAIL)
        said = strip_any(said, ("第",), 1)
        if len(said) == 1 and _LETTER.match(said) and not any(label == said for label in self.folded):
            return ord(said) - ord("a")
        value = _ENGLISH_ORDER.get(said) or (small(said) if len(said) <= 4 else None)
        return value - 1 if value else None


_ENGLISH_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "头一": 1}


def _not_a_choice(text: str, labels: Labels, part: str | None = None) -> Refused:
    said = plain(part or text)
    if not said or said in words.NOT_KNOWN:
        return refuse("not_known" if said else "empty", "choice", text)
    return refuse("no_such_choice", "choice", text, count=len(labels.options), part=(part or text)[:20])


def read_choice(text: str, options: Options, *, strict: bool = False, also: Also = ()) -> Outcome:
    """
    The value of one option, typed as its number from 1 (2, 第二个, ②, B), its label or a part only it has; where the labels
    are numbers, a number is a label. *strict*: no words may stand round a label (a name in 张三的儿子 is another's).
    *also*: for each option the everyday words that mean it (打工 for 务工); one that two options have is asked about.

    A number that is also part of another label, and a part that two or three labels share, are asked about.
    """
    labels = Labels(options, also)
    said = clean(text, 200)
    found = labels.find(said)
    if not found:
        inside = None if strict else labels.within(said)
        if inside is None:
            return _not_a_choice(text, labels)
        value = options[inside[0]][0]
        return Read(value) if inside[1] else Ambiguous((value,), "this_choice")
    if len(found) > 3:
        return refuse("several_match", "choice", text, part=said[:20])
    why = "number_or_label" if labels.number(said) == found[0] else "which_choice"
    return one_or_ask([options[index][0] for index in found], why)


def tokens(text: str) -> list[str]:
    """What stands between commas, pauses, spaces and line ends; at most 500 of them."""
    return [part for part in _HARD_JOIN.split(_MARK.sub(r" \g<0> ", _TO.sub("-", text))) if part][
        :_MAX_TOKENS
    ]


def all_but(text: str) -> tuple[bool, str]:
    """Whether *text* says "all but these", and the text of these."""
    squeezed = re.sub("^\\s+", "", text)
    for lead in words.BUT_LEAD:
        if plain(squeezed[: len(lead) + 6], 40).startswith(lead):
            rest = _without_letters(squeezed, lead)
            return True, without_end(rest, words.BUT_TAIL)
    return False, text


def adds(text: str) -> bool:
    """Whether choices that are typed come beside those that were ticked: not 除了2, 只有2, 改成2."""
    return not all_but(clean(text))[0] and not plain(text, 60).startswith(words.INSTEAD)


def without_end(text: str, ends: tuple[str, ...]) -> str:
    """*text* without the words it ends in, in either script."""
    text = text.rstrip(" 。.!！,，;；、")
    return text[: len(strip_any_end(simplified(text), ends, 4))]


def _without_letters(text: str, lead: str) -> str:
    """*text* after *lead*, whose letters may stand apart and in either script."""
    for end in range(1, min(len(text), 3 * len(lead) + 6) + 1):
        if plain(text[:end], 40) == lead:
            return text[end:]
    return text[len(lead) :]


def read_choices(text: str, options: Options, *, strict: bool = False, also: Also = ()) -> Outcome:
    """
    Values in the order of the options: ``1、3``, ``1-3``, ``134``, 前两个, labels, 全部, 除了2; 没有 is none. *strict*, *also* as above.
    """
    labels = Labels(options, also)
    said = clean(text)
    if plain(said, 60) in words.ALL_OF_THEM and not labels.find(said[:60]):
        return Read([value for value, _ in options])
    but, rest = all_but(said)
    if not but and plain(said, 60) in words.NONE_OF_THEM and not labels.find(said[:60]):
        return Read([])
    whole = labels.find(rest[:200])
    each = ([whole], True) if len(whole) == 1 else _each(rest, labels, strict)
    if isinstance(each, str):
        return _not_a_choice(text, labels, each if each != said else None)
    found, clear = each
    unclear = [one for one in found if len(one) > 1]
    if len(unclear) > 1 or any(len(one) > 3 for one in unclear):
        return refuse("several_match", "choice", text, part=said[:20])
    sure = {one[0] for one in found if len(one) == 1}
    variants = [sure | {extra} for extra in unclear[0]] if unclear else [sure]
    lists = [[n for n in range(len(options)) if (n in one) != but] for one in variants]
    values = [[options[n][0] for n in one] for one in lists]
    unique = [one for n, one in enumerate(values) if one not in values[:n]]
    if len(unique) == 1:
        return Read(unique[0]) if clear else Ambiguous((unique[0],), "this_choice")
    return Ambiguous(tuple(unique), "which_choice")


def _each(text: str, labels: Labels, strict: bool) -> tuple[list[list[int]], bool] | str:
    """The options each part of *text* may mean, and whether nothing else stands round them; or the part that means none."""
    found: list[list[int]] = []
    clear = True
    for said in dict.fromkeys(tokens(text)):
        if said in words.SOFT_JOINS or said == "and":
            continue
        one = _token(said, labels)
        pieces = (
            _IN_PLACE.findall(plain(said, 60)) if one is None and _IN_ORDER.fullmatch(plain(said, 60)) else []
        )
        if pieces and all(labels.find(piece) for piece in pieces):
            found += [labels.find(piece) for piece in pieces]
            continue
        if one is None:
            pieces = list(dict.fromkeys(piece for piece in SOFT_JOIN.split(simplified(said)) if piece))
            several = pieces != [said] and len(pieces) <= 2 * len(labels.options)
            split = [_token(piece, labels) for piece in pieces] if several else []
            if not split or None in split:
                inside = None if strict else labels.within(said)
                if inside is None:
                    return said
                found.append([inside[0]])
                clear = clear and inside[1]
                continue
            one = [index for piece in split if piece for index in piece]
        found += one
    return (found, clear) if found else text


def _token(said: str, labels: Labels) -> list[list[int]] | None:
    """One part: an option, a run of numbers (1-3), or digits in a row (134); None if it is none of them."""
    count = len(labels.options)
    if found := re.fullmatch("第?(.{1,4}?)(?:-|到|至|~)第?(.{1,4}?)[个项]?", plain(said, 40)):
        first, last = small(found[1]), small(found[2])
        if first and last and first < last and labels.numeric:
            return [
                [index] for index, label in enumerate(labels.folded) if first <= int(label) <= last
            ] or None
        if first and last and 1 <= first < last <= count:
            return [[index] for index in range(first - 1, last)]
    one = labels.find(said)
    if one:
        return [one]
    if found := _FIRST_OR_LAST.fullmatch(plain(said, 40)):
        many = small(found["n"])
        if many and 1 < many <= count:
            return [
                [index] for index in (range(many) if found["way"] in "前头" else range(count - many, count))
            ]
    digits = plain(said, 40)
    if 2 <= len(digits) <= count <= 9 and digits.isdecimal() and all(a < b for a, b in pairwise(digits)):
        return (
            [[int(digit) - 1] for digit in digits] if digits[0] != "0" and int(digits[-1]) <= count else None
        )
    return None
