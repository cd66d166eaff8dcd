# 到处都用的词。术语以 docs/glossary.md 为准；称呼一律用“您”。

-name = 连心

text-missing = （这里的文字暂时没有，请联系管理员）

## 每个问题下面固定的一行，位置不变

common-back = 上一步
common-later = 稍后再填
common-help = 求助
common-skip = 跳过
common-cancel = 取消

## 常用按钮和词

common-yes = 是
common-no = 否
common-ok = 好的
common-submit = 提交
common-change-one = 修改某一项
common-retry = 再试一次
common-other = 其他
common-saved = 已保存
common-demo = 演示

## 语言的名字用它自己的文字写，三种语言里都一样

language-zh-Hans = 简体中文
    .also = 简体、简体字、简体汉字、Simplified、Simplified Chinese
language-zh-Hant = 繁體中文
    .also = 繁體、繁體字、繁體漢字、正體、正體字、Traditional、Traditional Chinese
language-en = English
    .also = 英语、英文

## 日期、时期、金额、列举（bot/wording.py）

wording-weekday =
    { $n ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
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
        [yi] { $amount }亿元
        [wan] { $amount }万元
       *[yuan] { $yuan }元
    }
wording-comma = 、
wording-and = { $most }、{ $last }
