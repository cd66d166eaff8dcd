# Said when a typed answer was not understood or has two meanings: what was written, why it will not do, one
# example, no blame. Keys are reading-<code>, the codes are in bot/forms/core/outcomes.py; $text is the beginning
# of what was typed, $kind the kind of answer that was asked for.

## How to write each kind: one sentence, one example

reading-please =
    { $kind ->
        [number] Please write a whole number, for example 3.
        [decimal] Please write a number, for example 2.5.
        [percent] Please write a percentage, for example 60%.
        [money] Please write an amount, for example 3000 yuan.
        [date] Please write which day, for example 2026-11-03.
        [time] Please write the time, for example 7:30 pm.
        [datetime] Please write the day and the time, for example 2026-11-20 19:30.
        [month] Please write the month and year, for example November 2026.
        [quarter] Please write the quarter, for example Q3.
        [year] Please write the year, for example 2026.
        [phone] Please write an 11-digit mobile number, for example 13800000000.
        [boolean] Please answer yes or no.
        [buttons] Please answer “{ $yes }” or “{ $no }”.
        [choice] Please press a button, or write the number of an option, for example 2.
       *[ticks] Please write numbers of the roster, for example { $first } to { $until }, { $other }.
    }

## Used by every kind

reading-empty = There was nothing to read in your answer. { reading-please }
reading-not_known = “{ $text }” has not been noted. If you cannot say just now, press “Later” and fill it in once you know.
reading-too_long = That is rather long, and it is not clear which part to note. { reading-please }
reading-too_vague =
    “{ $text }” cannot be noted as { $kind ->
        [date] an exact day
        [time] an exact time
        [datetime] an exact time
        [month] an exact month
        [quarter] an exact quarter
        [year] an exact year
        [boolean] a yes or a no
        [buttons] a clear answer
       *[other] an exact number
    }. { reading-please }
reading-a_range = “{ $text }” is a range, and only one value can be noted here. { reading-please }
reading-unread_words = Part of “{ $text }” was not understood, so nothing has been noted yet. { reading-please }

## Numbers and money

reading-not_a_number = “{ $text }” could not be read as a number. { reading-please }
reading-not_whole = “{ $text }” is not a whole number, and only whole numbers can be noted here, for example 3.
reading-negative = “{ $text }” is negative, and nothing below 0 can be noted here. { reading-please }
reading-too_large = “{ $text }” is too large; perhaps there are some digits too many. { reading-please }
reading-too_precise = “{ $text }” has too many decimals; at most { $places } can be noted, for example 12.5.
reading-unclear_number = “{ $text }” could be several different numbers. Please write it out, for example 25000.
reading-several_numbers = “{ $text }” holds several numbers, and it is not clear which one to note. { reading-please }
reading-extra_words = In “{ $text }” only { $found } was understood. If that is the number, please write just { $found }.
reading-a_percentage = “{ $text }” is a percentage, and the number itself is wanted here. { reading-please }
reading-counts_households = “{ $text }” counts people; households are counted here. Please write their number, for example 3.
reading-counts_people = “{ $text }” counts households; people are counted here. Please write their number, for example 3.
reading-other_money = “{ $text }” is not in renminbi. Please convert it first, for example 3000 yuan.

## Dates, times, periods

reading-not_a_date = “{ $text }” could not be read as a date. { reading-please }
reading-no_such_day = “{ $text }” does not exist: month { $month } has only { $last } days. { reading-please }
reading-no_such_lunar_day = “{ $text }” does not exist: that lunar month has no day { $day }. Please look at a calendar, for example 农历八月十五.
reading-no_such_month = “{ $text }” has no month of the year in it; there are only 12. { reading-please }
reading-year_out_of_range = The year of “{ $text }” is too far away; years from 1900 to 2100 can be noted. { reading-please }
reading-day_missing = “{ $text }” does not say which day. { reading-please }
reading-month_missing = “{ $text }” does not say which month. { reading-please }
reading-year_missing = “{ $text }” could be any of several days. Please add the year and which calendar, for example 农历2026年三月初三.
reading-weekday_mismatch =
    “{ $text }” does not fit: { $month }/{ $day } is a { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }. Please look at a calendar and write it again, for example 2026-11-03.
reading-dates_differ = “{ $text }” names two days: { $other_month }/{ $other_day } and { $month }/{ $day } (month/day). Please write only the right one, for example 2026-11-03.
reading-several_dates = “{ $text }” names several days, and only one can be noted here. { reading-please }
reading-not_a_time = “{ $text }” could not be read as a time. { reading-please }
reading-no_such_time = “{ $text }” is no time of day. { reading-please }
reading-part_and_hour = In “{ $text }” the hour does not fit the part of the day. { reading-please }
reading-unclear_time = The minutes of “{ $text }” are not clear. Please write them out, for example 7:05 pm.
reading-vague_time = “{ $text }” does not say what time. { reading-please }
reading-not_a_datetime = “{ $text }” could not be read as a day and a time. { reading-please }
reading-time_missing = “{ $text }” does not say what time. { reading-please }
reading-unclear_datetime = “{ $text }” could be any of several times. { reading-please }
reading-lunar_month = “{ $text }” is a month of the lunar calendar; here the civil one is wanted. { reading-please }
reading-not_a_month = “{ $text }” could not be read as a month. { reading-please }
reading-not_a_quarter = “{ $text }” could not be read as a quarter. { reading-please }
reading-no_such_quarter = “{ $text }” is no quarter; a year has only four. { reading-please }
reading-not_a_year = “{ $text }” could not be read as a year. { reading-please }

## Phones, yes and no, choices, households

reading-not_a_phone = “{ $text }” does not look like a mobile number. { reading-please }
reading-phone_length = “{ $text }” has { $digits } digits; a mobile number has 11. { reading-please }
reading-landline = “{ $text }” looks like a landline; a mobile number is wanted here. { reading-please }
reading-foreign_phone = “{ $text }” is not a mainland mobile number, and only those can be noted here. { reading-please }
reading-several_phones = “{ $text }” holds several numbers, and only one can be noted here. { reading-please }
reading-not_yes_or_no = “{ $text }” could not be read as one or the other. { reading-please }
reading-no_such_choice = None of the { $count } options fits “{ $part }”. { reading-please }
reading-several_match = “{ $part }” fits several, and it is not clear which. Please write a little more, for example the full name.
reading-no_such_row = “{ $part }” is not on the roster. { reading-please }
reading-no_such_place = No place “{ $text }” was found. Please write the name of a county, district or city in pinyin or characters, for example Ningbo Yinzhou; abroad, write abroad and the country, for example abroad Vietnam.
reading-several_places = “{ $text }” fits many places. Please write what it lies in too, for example Zhejiang Ningbo Yinzhou.
reading-nobody_named = “{ $text }” is no name. Please write who it is, for example 王某某; if it is not settled yet, tap “Later”.
reading-time_for_name = “{ $text }” looks like a time or a number and is no name. Please write who it is, for example 王某某.
reading-wrong_kind = This question cannot be answered by typing. Please press one of the buttons below, for example the first.
    .sign = This question is not answered by typing; please press a button below.

## Two meanings: asked once, with buttons. -1 and -2 are the words on the buttons; where there are none, the value stands alone

reading-ambiguous-lunar_or_solar = Which day is “{ $text }”?
reading-ambiguous-lunar_or_solar-1 = lunar calendar: { $value }
reading-ambiguous-lunar_or_solar-2 = civil calendar: { $value }
reading-ambiguous-regular_or_leap = That year has a leap month. Which day is “{ $text }”?
reading-ambiguous-regular_or_leap-1 = the month before it: { $value }
reading-ambiguous-regular_or_leap-2 = the leap month: { $value }
reading-ambiguous-north_or_south = The day differs from place to place. Which day is “{ $text }”?
reading-ambiguous-north_or_south-1 = lunar 12/23: { $value }
reading-ambiguous-north_or_south-2 = lunar 12/24: { $value }
reading-ambiguous-holiday_or_day = Which day is “{ $text }”?
reading-ambiguous-holiday_or_day-1 = National Day: { $value }
reading-ambiguous-holiday_or_day-2 = the 11th: { $value }
reading-ambiguous-day_or_month = Which day is “{ $text }”?
reading-ambiguous-which_date = Which day is “{ $text }”?
reading-ambiguous-which_day = On which day is “{ $text }”?
reading-ambiguous-which_week = Of which week is “{ $text }”?
reading-ambiguous-which_month = Of which month is “{ $text }”?
reading-ambiguous-which_year = Of which year is “{ $text }”?
reading-ambiguous-which_century = Which year is “{ $text }”?
reading-ambiguous-which_moment = When is “{ $text }”?
reading-ambiguous-morning_or_evening = Is “{ $text }” before or after noon?
reading-ambiguous-morning_or_evening-1 = before noon: { $value }
reading-ambiguous-morning_or_evening-2 = after noon: { $value }
reading-ambiguous-which_night = “{ $text }” is past midnight. Of which day?
reading-ambiguous-which_night-1 = early that day: { $value }
reading-ambiguous-which_night-2 = early the next day: { $value }
reading-ambiguous-jiao_or_fen = How much is “{ $text }”?
reading-ambiguous-yuan_or_wan = Is “{ $text }” in yuan or in units of 10,000 yuan?
reading-ambiguous-yuan_or_wan-1 = yuan: { $value }
reading-ambiguous-yuan_or_wan-2 = units of 10,000 yuan: { $value }
reading-ambiguous-number_or_label = Which one is “{ $text }”?
reading-ambiguous-which_choice = Which one is “{ $text }”?
reading-ambiguous-this_choice = “{ $text }”: do you mean the one below?
reading-ambiguous-which_row = Which household is “{ $text }”?
reading-ambiguous-place = Which place is “{ $text }”?
reading-ambiguous-inside = Where in “{ $text }”?

## The lunar calendar in words: $month 1–12, $leap yes or no, $day 1–30

reading-lunar = lunar { reading-lunar-month }, { reading-lunar-day }
reading-lunar-month =
    { $leap ->
        [yes] leap{" "}
       *[no] {""}
    }month { $month }
reading-lunar-day = day { $day }
