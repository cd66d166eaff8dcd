# Words used everywhere. Terms are those of docs/glossary.md; plain, short, polite.

-name = Lianxin

text-missing = (These words are missing. Please tell your administrator.)

## The fixed row under every question, always in the same place

common-back = Back
common-later = Later
common-help = Help
common-skip = Skip
common-cancel = Cancel

## Common buttons and words

common-yes = Yes
common-no = No
common-ok = OK
common-submit = Submit
common-change-one = Change an answer
common-retry = Try again
common-other = Other
common-saved = Saved
common-demo = Demo

## Each language's name is written in its own script, the same in all three

language-zh-Hans = 简体中文
    .also = 简体、简体字、简体汉字、Simplified、Simplified Chinese
language-zh-Hant = 繁體中文
    .also = 繁體、繁體字、繁體漢字、正體、正體字、Traditional、Traditional Chinese
language-en = English
    .also = 英语、英文

## Dates, periods, money, lists (bot/wording.py)

wording-weekday =
    { $n ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
wording-date-short =
    { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
wording-date = { $weekday } { wording-date-short }
wording-date-year = { $weekday } { $date }
wording-date-long = { $day } { wording-month-name } { $year }
wording-month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
wording-moment = { $date }, { $time }
wording-stamp = { $date }, { $time }
wording-month = { wording-month-name } { $year }
wording-quarter = Q{ $quarter } { $year }
wording-year = { $year }
wording-money = ¥{ $yuan }
wording-comma = ,{" "}
wording-and = { $most } and { $last }
