# 到處都用的詞。術語以 docs/glossary.md 為準；稱呼一律用「您」。

-name = 連心

text-missing = （這裡的文字暫時沒有，請聯絡管理員）

## 每個問題下面固定的一列，位置不變

common-back = 上一步
common-later = 稍後再填
common-help = 求助
common-skip = 跳過
common-cancel = 取消

## 常用按鈕和詞

common-yes = 是
common-no = 否
common-ok = 好的
common-submit = 送出
common-change-one = 修改某一項
common-retry = 再試一次
common-other = 其他
common-saved = 已儲存
common-demo = 示範

## 語言的名字用它自己的文字寫，三種語言裡都一樣

language-zh-Hans = 简体中文
    .also = 简体、简体字、简体汉字、Simplified、Simplified Chinese
language-zh-Hant = 繁體中文
    .also = 繁體、繁體字、繁體漢字、正體、正體字、Traditional、Traditional Chinese
language-en = English
    .also = 英语、英文

## 日期、時期、金額、列舉（bot/wording.py）

wording-weekday =
    { $n ->
        [1] 週一
        [2] 週二
        [3] 週三
        [4] 週四
        [5] 週五
        [6] 週六
       *[7] 週日
    }
wording-date-short = { $month }月{ $day }日
wording-date = { $month }月{ $day }日（{ $weekday }）
wording-date-year = { $date }（{ $weekday }）
wording-date-long = { $year }年{ wording-month-name }{ $day }日
wording-month-name = { $month }月
wording-moment = { $date }{ $time }
wording-stamp = { $date } { $time }
wording-month = { $year }年{ wording-month-name }
wording-quarter =
    { $year }年第{ $quarter ->
        [1] 一
        [2] 二
        [3] 三
       *[4] 四
    }季度
wording-year = { $year }年
wording-money =
    { $unit ->
        [yi] { $amount }億元
        [wan] { $amount }萬元
       *[yuan] { $yuan }元
    }
wording-comma = 、
wording-and = { $most }、{ $last }
