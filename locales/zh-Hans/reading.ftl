# 没看懂、有两种意思时说的话：写的是什么、为什么不行、给一个例子，不责怪人。
# 键是 reading-<代码>，代码见 bot/forms/core/outcomes.py；$text 是本人写的话的开头，$kind 是问的是哪一类。

## 各类怎么写：一句话，一个例子

reading-please =
    { $kind ->
        [number] 请写一个整数，例如 3。
        [decimal] 请写一个数，例如 2.5。
        [percent] 请写百分之几，例如 60%。
        [money] 请写金额，例如 3000 元。
        [date] 请写是哪一天，例如 11月3日。
        [time] 请写几点几分，例如 晚上七点半。
        [datetime] 请写哪一天、几点，例如 11月20日晚上七点半。
        [month] 请写哪一年哪一月，例如 2026年11月。
        [quarter] 请写哪个季度，例如 三季度。
        [year] 请写哪一年，例如 2026年。
        [phone] 请写 11 位手机号，例如 13800000000。
        [boolean] 请答“是”或“否”。
        [buttons] 请答“{ $yes }”或“{ $no }”。
        [choice] 请点按钮，或写选项的序号，例如 2。
       *[ticks] 请写名册里的号，例如 { $first }到{ $until }、{ $other }。
    }

## 哪一类都会用到

reading-empty = 没有看到您写的内容。{ reading-please }
reading-not_known = “{ $text }”先不记。一时说不准，可以点“稍后再填”，问清楚了再写。
reading-too_long = 写得有点长，看不出要记的是哪一句。{ reading-please }
reading-too_vague =
    “{ $text }”没法记成{ $kind ->
        [date] 准确的日子
        [time] 准确的时间
        [datetime] 准确的时间
        [month] 准确的月份
        [quarter] 准确的季度
        [year] 准确的年份
        [boolean] “是”或“否”
        [buttons] 一句准话
       *[other] 一个准数
    }。{ reading-please }
reading-a_range = “{ $text }”写的是从多少到多少，这里只记一个。{ reading-please }
reading-unread_words = “{ $text }”里还有没看懂的话，怕记错，先没有记。{ reading-please }

## 数和钱

reading-not_a_number = “{ $text }”没看成一个数。{ reading-please }
reading-not_whole = “{ $text }”不是整数，这里只能记整数，例如 3。
reading-negative = “{ $text }”是负数，这里不能比 0 小。{ reading-please }
reading-too_large = “{ $text }”太大了，可能多写了几位。{ reading-please }
reading-too_precise = “{ $text }”的小数太长，最多记 { $places } 位，例如 12.5。
reading-unclear_number = “{ $text }”可以看成几个不同的数。请写全，例如 25000。
reading-several_numbers = “{ $text }”里有几个数，看不出该记哪一个。{ reading-please }
reading-extra_words = “{ $text }”里只看懂了 { $found }，别的话没看懂。要是就记这个数，请只写 { $found }。
reading-a_percentage = “{ $text }”是百分之几，这里要的是具体多少。{ reading-please }
reading-counts_households = “{ $text }”写的是人，这里按户算。请写户数，例如 3户。
reading-counts_people = “{ $text }”写的是户，这里按人算。请写人数，例如 3人。
reading-other_money = “{ $text }”不是人民币。请折成人民币再写，例如 3000 元。

## 日期、时间、月份

reading-not_a_date = “{ $text }”没看成日期。{ reading-please }
reading-no_such_day = “{ $text }”没有这一天，{ $month }月只有 { $last } 天。{ reading-please }
reading-no_such_lunar_day = “{ $text }”在农历里没有这一天，那个月没有 { $day } 天。请看一下日历，例如 农历八月十五。
reading-no_such_month = “{ $text }”的月份不对，一年只有 12 个月。{ reading-please }
reading-year_out_of_range = “{ $text }”的年份太远，这里只记 1900 年到 2100 年。{ reading-please }
reading-day_missing = “{ $text }”没有写是几号。{ reading-please }
reading-month_missing = “{ $text }”没有写是几月。{ reading-please }
reading-year_missing = “{ $text }”可能是好几个日子。请把年份和公历、农历写上，例如 农历2026年三月初三。
reading-weekday_mismatch =
    “{ $text }”对不上：{ $month }月{ $day }日是{ $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }。请看一下日历再写，例如 11月3日。
reading-dates_differ = “{ $text }”里有两个日子：{ $other_month }月{ $other_day }日和{ $month }月{ $day }日。请只写对的那一个，例如 11月3日。
reading-several_dates = “{ $text }”里有几个日子，这里只记一个。{ reading-please }
reading-not_a_time = “{ $text }”没看成时间。{ reading-please }
reading-no_such_time = “{ $text }”没有这个钟点。{ reading-please }
reading-part_and_hour = “{ $text }”的上下午和钟点对不上。{ reading-please }
reading-unclear_time = “{ $text }”的几分看不准。请写全，例如 七点零五分。
reading-vague_time = “{ $text }”没有写几点。{ reading-please }
reading-not_a_datetime = “{ $text }”没看成日期和时间。{ reading-please }
reading-time_missing = “{ $text }”没有写几点。{ reading-please }
reading-unclear_datetime = “{ $text }”可能是好几个时间。{ reading-please }
reading-lunar_month = “{ $text }”是农历的月份，这里记公历。{ reading-please }
reading-not_a_month = “{ $text }”没看成月份。{ reading-please }
reading-not_a_quarter = “{ $text }”没看成季度。{ reading-please }
reading-no_such_quarter = “{ $text }”没有这个季度，一年只有四个季度。{ reading-please }
reading-not_a_year = “{ $text }”没看成年份。{ reading-please }

## 手机号、是否、选项、户号

reading-not_a_phone = “{ $text }”不像手机号。{ reading-please }
reading-phone_length = “{ $text }”有 { $digits } 位，手机号是 11 位。{ reading-please }
reading-landline = “{ $text }”像是座机，这里要手机号。{ reading-please }
reading-foreign_phone = “{ $text }”不是内地的手机号，这里只能记内地的。{ reading-please }
reading-several_phones = “{ $text }”里有几个号码，这里只记一个。{ reading-please }
reading-not_yes_or_no = “{ $text }”看不出是哪一个。{ reading-please }
reading-no_such_choice = { $count } 个选项里没有找到“{ $part }”。{ reading-please }
reading-several_match = “{ $part }”对得上好几个，看不出是哪一个。请多写几个字，例如写全名。
reading-no_such_row = 名册里没有找到“{ $part }”。{ reading-please }
reading-no_such_place = 没有找到“{ $text }”这个地方。请写县、区或市的名字，例如 鄞州区；在国外的写“境外”加国名，例如 境外越南。
reading-several_places = “{ $text }”对得上很多地方。请写得完整一些，例如 浙江宁波鄞州区。
reading-nobody_named = “{ $text }”不是名字。请写是谁，例如 王某某；还没定下来，可以点“稍后再填”。
reading-time_for_name = “{ $text }”像是日期或数目，不是名字。请写是谁，例如 王某某。
reading-wrong_kind = 这一题不能打字回答，请点下面的按钮，例如第一个。
    .sign = 这一题不能打字回答，请点下面的按钮。

## 有两种意思：问一次，给按钮。-1、-2 是两个按钮上的字，没有的就直接写值

reading-ambiguous-lunar_or_solar = “{ $text }”是指哪一天？
reading-ambiguous-lunar_or_solar-1 = 农历 { $value }
reading-ambiguous-lunar_or_solar-2 = 公历 { $value }
reading-ambiguous-regular_or_leap = 那一年有闰月，“{ $text }”是指哪一天？
reading-ambiguous-regular_or_leap-1 = 前一个月 { $value }
reading-ambiguous-regular_or_leap-2 = 闰月 { $value }
reading-ambiguous-north_or_south = 各地的小年差一天，“{ $text }”是指哪一天？
reading-ambiguous-north_or_south-1 = 腊月廿三 { $value }
reading-ambiguous-north_or_south-2 = 腊月廿四 { $value }
reading-ambiguous-holiday_or_day = “{ $text }”是指哪一天？
reading-ambiguous-holiday_or_day-1 = 国庆 { $value }
reading-ambiguous-holiday_or_day-2 = 11号 { $value }
reading-ambiguous-day_or_month = “{ $text }”是指哪一天？
reading-ambiguous-which_date = “{ $text }”是指哪一天？
reading-ambiguous-which_day = “{ $text }”是哪一天的？
reading-ambiguous-which_week = “{ $text }”是指哪一周的？
reading-ambiguous-which_month = “{ $text }”是指哪个月的？
reading-ambiguous-which_year = “{ $text }”是指哪一年的？
reading-ambiguous-which_century = “{ $text }”是指哪一年？
reading-ambiguous-which_moment = “{ $text }”是指什么时候？
reading-ambiguous-morning_or_evening = “{ $text }”是上半天还是下半天？
reading-ambiguous-morning_or_evening-1 = 上半天 { $value }
reading-ambiguous-morning_or_evening-2 = 下半天 { $value }
reading-ambiguous-which_night = “{ $text }”过了半夜 12 点，算哪一天的？
reading-ambiguous-which_night-1 = 当天凌晨 { $value }
reading-ambiguous-which_night-2 = 后一天凌晨 { $value }
reading-ambiguous-jiao_or_fen = “{ $text }”是多少？
reading-ambiguous-yuan_or_wan = “{ $text }”是元还是万元？
reading-ambiguous-yuan_or_wan-1 = 元：{ $value }
reading-ambiguous-yuan_or_wan-2 = 万元：{ $value }
reading-ambiguous-number_or_label = “{ $text }”是指哪一个？
reading-ambiguous-which_choice = “{ $text }”是指哪一个？
reading-ambiguous-this_choice = “{ $text }”：您是说下面这个吗？
reading-ambiguous-which_row = “{ $text }”是指哪一户？
reading-ambiguous-place = “{ $text }”是指哪个地方？
reading-ambiguous-inside = 具体在“{ $text }”的哪里？

## 农历怎么说：$month 1–12，$leap 为 yes 或 no，$day 1–30

reading-lunar = 农历{ reading-lunar-month }{ reading-lunar-day }
reading-lunar-month =
    { $leap ->
        [yes] 闰
       *[no] {""}
    }{ $month ->
        [1] 正月
        [2] 二月
        [3] 三月
        [4] 四月
        [5] 五月
        [6] 六月
        [7] 七月
        [8] 八月
        [9] 九月
        [10] 十月
        [11] 冬月
       *[12] 腊月
    }
reading-lunar-day =
    { $day ->
        [1] 初一
        [2] 初二
        [3] 初三
        [4] 初四
        [5] 初五
        [6] 初六
        [7] 初七
        [8] 初八
        [9] 初九
        [10] 初十
        [11] 十一
        [12] 十二
        [13] 十三
        [14] 十四
        [15] 十五
        [16] 十六
        [17] 十七
        [18] 十八
        [19] 十九
        [20] 二十
        [21] 廿一
        [22] 廿二
        [23] 廿三
        [24] 廿四
        [25] 廿五
        [26] 廿六
        [27] 廿七
        [28] 廿八
        [29] 廿九
       *[30] 三十
    }
