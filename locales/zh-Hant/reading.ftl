# 沒看懂、有兩種意思時說的話：寫的是什麼、為什麼不行、給一個例子，不責怪人。
# 鍵是 reading-<代碼>，代碼見 bot/forms/core/outcomes.py；$text 是本人寫的話的開頭，$kind 是問的是哪一類。

## 各類怎麼寫：一句話，一個例子

reading-please =
    { $kind ->
        [number] 請寫一個整數，例如 3。
        [decimal] 請寫一個數，例如 2.5。
        [percent] 請寫百分之幾，例如 60%。
        [money] 請寫金額，例如 3000 元。
        [date] 請寫是哪一天，例如 11月3日。
        [time] 請寫幾點幾分，例如 晚上七點半。
        [datetime] 請寫哪一天、幾點，例如 11月20日晚上七點半。
        [month] 請寫哪一年哪一月，例如 2026年11月。
        [quarter] 請寫哪個季度，例如 三季度。
        [year] 請寫哪一年，例如 2026年。
        [phone] 請寫 11 位手機號碼，例如 13800000000。
        [boolean] 請答「是」或「否」。
        [buttons] 請答「{ $yes }」或「{ $no }」。
        [choice] 請點按鈕，或寫選項的序號，例如 2。
       *[ticks] 請寫名冊裡的號，例如 { $first }到{ $until }、{ $other }。
    }

## 哪一類都會用到

reading-empty = 沒有看到您寫的內容。{ reading-please }
reading-not_known = 「{ $text }」先不記。一時說不準，可以點「稍後再填」，問清楚了再寫。
reading-too_long = 寫得有點長，看不出要記的是哪一句。{ reading-please }
reading-too_vague =
    「{ $text }」沒法記成{ $kind ->
        [date] 準確的日子
        [time] 準確的時間
        [datetime] 準確的時間
        [month] 準確的月份
        [quarter] 準確的季度
        [year] 準確的年份
        [boolean] 「是」或「否」
        [buttons] 一句準話
       *[other] 一個準數
    }。{ reading-please }
reading-a_range = 「{ $text }」寫的是從多少到多少，這裡只記一個。{ reading-please }
reading-unread_words = 「{ $text }」裡還有沒看懂的話，怕記錯，先沒有記。{ reading-please }

## 數和錢

reading-not_a_number = 「{ $text }」沒看成一個數。{ reading-please }
reading-not_whole = 「{ $text }」不是整數，這裡只能記整數，例如 3。
reading-negative = 「{ $text }」是負數，這裡不能比 0 小。{ reading-please }
reading-too_large = 「{ $text }」太大了，可能多寫了幾位。{ reading-please }
reading-too_precise = 「{ $text }」的小數太長，最多記 { $places } 位，例如 12.5。
reading-unclear_number = 「{ $text }」可以看成幾個不同的數。請寫全，例如 25000。
reading-several_numbers = 「{ $text }」裡有幾個數，看不出該記哪一個。{ reading-please }
reading-extra_words = 「{ $text }」裡只看懂了 { $found }，別的話沒看懂。要是就記這個數，請只寫 { $found }。
reading-a_percentage = 「{ $text }」是百分之幾，這裡要的是具體多少。{ reading-please }
reading-counts_households = 「{ $text }」寫的是人，這裡按戶算。請寫戶數，例如 3戶。
reading-counts_people = 「{ $text }」寫的是戶，這裡按人算。請寫人數，例如 3人。
reading-other_money = 「{ $text }」不是人民幣。請折成人民幣再寫，例如 3000 元。

## 日期、時間、月份

reading-not_a_date = 「{ $text }」沒看成日期。{ reading-please }
reading-no_such_day = 「{ $text }」沒有這一天，{ $month }月只有 { $last } 天。{ reading-please }
reading-no_such_lunar_day = 「{ $text }」在農曆裡沒有這一天，那個月沒有 { $day } 天。請看一下日曆，例如 農曆八月十五。
reading-no_such_month = 「{ $text }」的月份不對，一年只有 12 個月。{ reading-please }
reading-year_out_of_range = 「{ $text }」的年份太遠，這裡只記 1900 年到 2100 年。{ reading-please }
reading-day_missing = 「{ $text }」沒有寫是幾號。{ reading-please }
reading-month_missing = 「{ $text }」沒有寫是幾月。{ reading-please }
reading-year_missing = 「{ $text }」可能是好幾個日子。請把年份和國曆、農曆寫上，例如 農曆2026年三月初三。
reading-weekday_mismatch =
    「{ $text }」對不上：{ $month }月{ $day }日是{ $weekday ->
        [1] 週一
        [2] 週二
        [3] 週三
        [4] 週四
        [5] 週五
        [6] 週六
       *[7] 週日
    }。請看一下日曆再寫，例如 11月3日。
reading-dates_differ = 「{ $text }」裡有兩個日子：{ $other_month }月{ $other_day }日和{ $month }月{ $day }日。請只寫對的那一個，例如 11月3日。
reading-several_dates = 「{ $text }」裡有幾個日子，這裡只記一個。{ reading-please }
reading-not_a_time = 「{ $text }」沒看成時間。{ reading-please }
reading-no_such_time = 「{ $text }」沒有這個鐘點。{ reading-please }
reading-part_and_hour = 「{ $text }」的上下午和鐘點對不上。{ reading-please }
reading-unclear_time = 「{ $text }」的幾分看不準。請寫全，例如 七點零五分。
reading-vague_time = 「{ $text }」沒有寫幾點。{ reading-please }
reading-not_a_datetime = 「{ $text }」沒看成日期和時間。{ reading-please }
reading-time_missing = 「{ $text }」沒有寫幾點。{ reading-please }
reading-unclear_datetime = 「{ $text }」可能是好幾個時間。{ reading-please }
reading-lunar_month = 「{ $text }」是農曆的月份，這裡記國曆。{ reading-please }
reading-not_a_month = 「{ $text }」沒看成月份。{ reading-please }
reading-not_a_quarter = 「{ $text }」沒看成季度。{ reading-please }
reading-no_such_quarter = 「{ $text }」沒有這個季度，一年只有四個季度。{ reading-please }
reading-not_a_year = 「{ $text }」沒看成年份。{ reading-please }

## 手機號碼、是否、選項、戶號

reading-not_a_phone = 「{ $text }」不像手機號碼。{ reading-please }
reading-phone_length = 「{ $text }」有 { $digits } 位，手機號碼是 11 位。{ reading-please }
reading-landline = 「{ $text }」像是市話，這裡要手機號碼。{ reading-please }
reading-foreign_phone = 「{ $text }」不是內地的手機號碼，這裡只能記內地的。{ reading-please }
reading-several_phones = 「{ $text }」裡有幾個號碼，這裡只記一個。{ reading-please }
reading-not_yes_or_no = 「{ $text }」看不出是哪一個。{ reading-please }
reading-no_such_choice = { $count } 個選項裡沒有找到「{ $part }」。{ reading-please }
reading-several_match = 「{ $part }」對得上好幾個，看不出是哪一個。請多寫幾個字，例如寫全名。
reading-no_such_row = 名冊裡沒有找到「{ $part }」。{ reading-please }
reading-no_such_place = 沒有找到「{ $text }」這個地方。請寫縣、區或市的名字，例如 鄞州區；在國外的寫「境外」加國名，例如 境外越南。
reading-several_places = 「{ $text }」對得上很多地方。請寫得完整一些，例如 浙江寧波鄞州區。
reading-nobody_named = 「{ $text }」不是名字。請寫是誰，例如 王某某；還沒定下來，可以點「稍後再填」。
reading-time_for_name = 「{ $text }」像是日期或數目，不是名字。請寫是誰，例如 王某某。
reading-wrong_kind = 這一題不能打字回答，請點下面的按鈕，例如第一個。
    .sign = 這一題不能打字回答，請點下面的按鈕。

## 有兩種意思：問一次，給按鈕。-1、-2 是兩個按鈕上的字，沒有的就直接寫值

reading-ambiguous-lunar_or_solar = 「{ $text }」是指哪一天？
reading-ambiguous-lunar_or_solar-1 = 農曆 { $value }
reading-ambiguous-lunar_or_solar-2 = 國曆 { $value }
reading-ambiguous-regular_or_leap = 那一年有閏月，「{ $text }」是指哪一天？
reading-ambiguous-regular_or_leap-1 = 前一個月 { $value }
reading-ambiguous-regular_or_leap-2 = 閏月 { $value }
reading-ambiguous-north_or_south = 各地的小年差一天，「{ $text }」是指哪一天？
reading-ambiguous-north_or_south-1 = 臘月廿三 { $value }
reading-ambiguous-north_or_south-2 = 臘月廿四 { $value }
reading-ambiguous-holiday_or_day = 「{ $text }」是指哪一天？
reading-ambiguous-holiday_or_day-1 = 國慶 { $value }
reading-ambiguous-holiday_or_day-2 = 11號 { $value }
reading-ambiguous-day_or_month = 「{ $text }」是指哪一天？
reading-ambiguous-which_date = 「{ $text }」是指哪一天？
reading-ambiguous-which_day = 「{ $text }」是哪一天的？
reading-ambiguous-which_week = 「{ $text }」是指哪一週的？
reading-ambiguous-which_month = 「{ $text }」是指哪個月的？
reading-ambiguous-which_year = 「{ $text }」是指哪一年的？
reading-ambiguous-which_century = 「{ $text }」是指哪一年？
reading-ambiguous-which_moment = 「{ $text }」是指什麼時候？
reading-ambiguous-morning_or_evening = 「{ $text }」是上半天還是下半天？
reading-ambiguous-morning_or_evening-1 = 上半天 { $value }
reading-ambiguous-morning_or_evening-2 = 下半天 { $value }
reading-ambiguous-which_night = 「{ $text }」過了半夜 12 點，算哪一天的？
reading-ambiguous-which_night-1 = 當天凌晨 { $value }
reading-ambiguous-which_night-2 = 後一天凌晨 { $value }
reading-ambiguous-jiao_or_fen = 「{ $text }」是多少？
reading-ambiguous-yuan_or_wan = 「{ $text }」是元還是萬元？
reading-ambiguous-yuan_or_wan-1 = 元：{ $value }
reading-ambiguous-yuan_or_wan-2 = 萬元：{ $value }
reading-ambiguous-number_or_label = 「{ $text }」是指哪一個？
reading-ambiguous-which_choice = 「{ $text }」是指哪一個？
reading-ambiguous-this_choice = 「{ $text }」：您是說下面這個嗎？
reading-ambiguous-which_row = 「{ $text }」是指哪一戶？
reading-ambiguous-place = 「{ $text }」是指哪個地方？
reading-ambiguous-inside = 具體在「{ $text }」的哪裡？

## 農曆怎麼說：$month 1–12，$leap 為 yes 或 no，$day 1–30

reading-lunar = 農曆{ reading-lunar-month }{ reading-lunar-day }
reading-lunar-month =
    { $leap ->
        [yes] 閏
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
       *[12] 臘月
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
