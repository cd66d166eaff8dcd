# 填表、记录、审核的通用文字。语气见 docs/voice.md：平实、简短、准确，称“您”。

## 按钮

button-back = 上一步
button-later = 稍后再填
    .sign = 稍后再签
button-help = 求助
button-skip = 跳过
button-done = 完成
button-close = 就这些
    .one = 这一项好了
button-none_to_report = 没有
button-add = 添加一项
button-remove = 删除这一项
button-same = 与上期一致
button-send = 提交
button-change = 修改某一项
button-cancel = 取消
button-yes = 是，没错
button-other = 重新填
    .which = 重新填“{ $name }”
button-home = 回首页
button-view = 查看
button-files = 看照片和文件（{ $count }）
button-files-more = 再看 { $count } 个
button-files-back = 回到这份记录
button-continue = 接着填
button-cancel-form = 不填了
button-drop = 确定不填
button-unknown = 这个按钮已经不用了，请看最新的消息。
page-back = ‹ 上一页
page-on = 下一页 ›
crumb = { $name }第{ $n }项
mark = { $place }：{ $why ->
    [both] { $reason }；{ $text }
    [reason] { $reason }
   *[text] { $text }
}
row-empty = （还没填）

## 问题上下的话

ask-last = 上期：{ $value }
ask-last-on = { $day }填的：{ $value }
ask-was = 原来填的：{ $value }
ask-now = 现在：{ $value }
ask-reason = 这一项是系统带出来的（{ $value }）。要改的话，请写一句原因，例如：刚转入1人。
ask-older = “{ $text }”像是回答上一题的。要用它回答现在这一题吗？
echo-naught = “{ $text }”：这一题不填，已保存。
echo-none = 已保存：没有。
echo = 您写“{ $text }”，记作 { $value }，已保存。
echo-own = 您写“{ $text }”，记作 { $value }，原话也记下了。
echo-read = 您写“{ $text }”，读作 { $value }。
echo-saved = 记作 { $value }，已保存。
saved-as = 已保存：{ $value }
echo-same = 已保存。
echo-reason = 记下了原因：“{ $text }”。
ripple =
    { $quiet ->
        [0] 因为这一改，有 { $again } 处要重新答。
       *[other] { $again ->
            [0] 有 { $quiet } 处不用再答了，原来填的先留着，改回来就还在。
           *[other] 有 { $quiet } 处不用再答了（原来填的先留着），有 { $again } 处要重新答。
        }
    }
refilled = { $question }原来是 { $was }，按新的数改记 { $value }。
short-text = 已保存。写到 { $suggest } 字左右会更清楚，不补也可以。
same-copied = 已按上期带出 { $count } 项。
from-last = 上期填报
human-door = 一时说不准，可以点“稍后再填”，或点“求助”找人问。
form-upgraded = 表格更新过了，您以前填的都还在，接着填就行。
sign-here = 本人签字确认
mark-says = 请补正：{ $reason } { $text }
summary-check = 请核对：
summary-which = 要改哪一项？
summary-back = 回到核对
summary-was = （原：{ $value }）
summary-look = （请再看一下）

## 值

answer-none = 未填
answer-files = { $count } 个文件
answer-hand-account = 本人确认 { $name }
answer-hand-paper = 纸质签字（照片）
answer-roster = { $count }/{ $total }
answer-rows = { $count ->
    [0] 无
   *[other] { $count } 项
}

## 名册

roster-count = 已勾 { $count } / 共 { $total }。可以点名字，也可以打字：{ $first }到{ $until }、{ $other }，或“除了 { $first }、{ $other }”。
roster-all = 全部到
roster-none = 全部清空
roster-other = { $row }（另一场已签）
roster-changed = 名册有变动，签到请重新勾一遍。
roster-ticked =
    { $count ->
        [1] “{ $text }”：勾了 { $row }。
       *[other] “{ $text }”：勾了 { $count } { $unit ->
            [people] 人
           *[households] 户
        }。
    }
roster-taken = 有 { $count } 户在另一场已经签到，没有重复计入。
roster-unticked =
    { $count ->
        [1] “{ $text }”：记了 { $row } 没到。
       *[other] “{ $text }”：记了 { $count } { $unit ->
            [people] 人
           *[households] 户
        }没到。
    }
roster-heads = 到会成年人 { $heads } 人。点一次多一人；一户来两人的，写 { $first } 2人。
roster-proxy = 代

## 没收下时：什么、为什么、怎么写

problem-late = 这是之前的问题，现在问的是下面这一题。
problem-late_answered = 这是之前的问题，您已经答过了（{ $value }）。现在问的是下面这一题。
problem-ended = 这张表已经结束了。
problem-locked = 这一项不在要补正的范围里，不能改。
problem-required = 这一题要答，不能跳过。一时说不准，可以点“稍后再填”。
problem-open = 这一题还没答。
problem-press_button = 请点下面的按钮。
problem-first_question = 已经是第一题了。
problem-no_last = 没有上期记录，请逐项填写。
problem-no_command = 没有这个命令。发 /help 看看能做什么。
problem-no_file_wanted = 这一题不用发照片或文件，请回答下面的问题。
problem-file_later = 这一题不用发照片或文件。想附上的，填到最后核对时再发，会放进“{ $question }”。
problem-photo_wanted =
    { $must ->
        [yes] 这一题要照片：拍一张，或从相册里选一张发来。手边没有，可以点“稍后再填”，有了再接着填。
       *[no] 这一题要照片或文件：拍一张，或从相册里选一张发来；没有就点“跳过”。
    }
problem-wrong_kind = 这种消息收不了（语音、贴纸等）。请打字或点按钮。
problem-edited = 改已发的消息不算数。要改答案，请点“上一步”，或在核对时点“修改某一项”。
problem-changed_elsewhere = 这一项刚在您另一台设备上改过，请看现在的内容。
problem-choice_gone = 这个选项现在没有了，请从下面选。
problem-several_rows = “{ $text }”对上了 { $fits }，看不出是哪一个。请写全名册里的号，例如 { $fit }。
problem-place_wide = “{ $place }”再往下写一级，写到县、区，例如 鄞州区。
problem-not_listed = “{ $text }”不在名单里，这一题只能从名单里选。请点名字，例如第一个；名单里没有的人，请镇组织办先登记。
problem-roster_counted = “{ $text }”看不出是哪几个。这里照名册一个一个地勾，请写名册里的号，例如 { $first }到{ $until }、{ $other }。
problem-roster_unclear = “{ $text }”看不准是谁没到。请分开写，例如：{ $first }、{ $other }没来，其他都到了。
problem-heads_over = { $row } 只有 { $most } 名十八周岁以上的村民，到会人数不能比这多。
problem-empty_roster = 名册是空的，请先让镇组织办导入名册。
problem-said = { $words }
problem-reason = 请写一句原因，不超过 { $most } 字。
problem-no_reason = “{ $text }”看不出原因。请写一句为什么是这个数，例如：刚转入1人。数要改的，请点下面的“重新填”。
problem-twice = 和第 { $row } 项重复了，请换一个。
problem-rows_few = 至少要 { $least } 项，现在 { $has } 项。
problem-rows_many = 最多 { $most } 项，现在 { $has } 项。
problem-empty = 是空的，请写点内容。
problem-no_words = 只有符号或表情，记不成答案。请用字写，例如：某制衣厂、学习条例。
problem-too_long = 太长了：{ $has } 字，最多 { $most } 字。请缩短后再发。
problem-too_short = 太短了：{ $has } 字，至少 { $least } 字。
problem-too_many = 最多选 { $most } 项。
problem-too_few = 至少选 { $least } 项。
problem-too_many_files = 最多 { $most } 个文件。
problem-too_large = 数太大了，请再看看有没有多写。
problem-negative = 不能是负数，请写 0 或正整数。
problem-range = 应在 { $low } 到 { $high } 之间，请再看看。
problem-no_such_day = 没有这一天，请写例如 11月3日。
problem-not_a_name = 名字请写 2 到 20 个字，例如 张某某。

## 表的开始和结束

form-files = 已收到 { $count } 个文件，发完请点“完成”。
form-later = 已保存《{ $form }》，什么时候接着填都行。
form-cancel-sure =
    不填了的话，这次答过的都不提交，也不能再接着填；以后要填，得从头来。确定吗？
    只想先放着，不用点“确定不填”，什么时候接着填都行。
form-cancelled = 好的，没有提交。以后要填，从首页重新开始。
form-sent = 已提交。
form-overtaken = 这一步已经不用办了，没有提交。
receipt = 已提交，回执 { $receipt }。
receipt-late = 已过期限，按逾期登记。
next-submitted = 下一步：等待审核，一般 3 个工作日内。结果会在这里告诉您。
next-to_sign = 下一步：请书记审签，签了才算报到镇里。
next-in_review = 审核中。
next-returned = 下一步：等填报人改好交回。
next-withdrawn = 可以重新填报。
new-where = 《{ $form }》填哪里的？
new-which-period = 《{ $form }》填哪一期？
new-for-whom = 《{ $form }》替谁填？请按本人的话填，填完会记下是您代填的。
form-for = 替{ $name }填
new-whose = 《{ $form }》填谁的？
new-for-me = 本人的
new-for-other = 替别人填
new-member-which = “{ $text }”有几位，是哪一位？
new-member-unknown = 没有找到叫“{ $text }”的党员。
new-all-filed = 《{ $form }》本期已经报过了。要看要改，请点下面的那一份。
new-all-on-its-way = 《{ $form }》本期已经填好，还没有报到：{ $what }。要看要办，请点下面的那一份。

## 首页

start-stranger = 您好，这里是连心。使用前需要邀请：请联系您所在党支部的书记，领取个人邀请链接。
start-type-name = 这份邀请是给 { $org } 的 { $name } 的。请把您的姓名完整发过来核对。
start-wrong-name = 姓名对不上，请再发一遍完整姓名；或请书记重新发邀请。
welcome =
    您好，{ $name }同志。我是{ $org }的“连心”助手。
    以后每月点几下就能和支部保持联系，有困难也可以在这里说。
    您填的内容由{ $org }和镇组织办处理；县里一般只看数字，查看名单要登记理由。
consent-yes = 同意并开始
consent-details = 看看详细说明
consent-paper = 改用纸质
consent-kept = 已记下您的同意，随时可以在“设置”里看说明。
consent-paper-said = 好的，改用纸质，请与{ $org }联系。不影响您的党员权利和义务。
home-hello = { $name }　{ $org } { $post }
home-filed = 本期已报：{ $what }
home-on-its-way = { $state }：{ $what }
home-continue = 接着填：{ $form }
home-waiting = 待办 { $count } 件
home-fill = { $form }
home-drafts = 还有 { $count } 份没填完
home-drafts-page = 没填完的 { $count } 份（新的在前）：
home-records = 查看记录
home-mine = 与我有关
home-export = 导出
home-settings = 设置
home-unknown = 没有正在填的表。请点下面的按钮。
home-file-for-nothing = 收到了，但现在没有要照片的问题，所以没有保存。
settings-page = 设置
settings-language = 语言 Language
settings-privacy = 隐私说明
language-which = 请选择语言：
language-set = 好的，以后用简体中文。
cancel-nothing = 现在没有正在填的表。
help-page =
    这里可以：填报、看待办、查看记录、看自己报过的。点“回首页”看全部。
    常用命令：/menu 首页　/todo 待办　/records 查看记录　/mine 与我有关　/cancel 先放下　/language 语言　/privacy 隐私
    有问题请找：{ $who }
help-form =
    点按钮或打字都可以回答；答一题存一题，随时能放下。
    有问题请找：{ $who }
help-nobody = 您所在党支部的书记
privacy-page =
    连心保存您填的内容，给您所在党支部和镇组织办办理；县里一般只看数字，查看名单要登记理由。
    流动党员的地点、电话、党费、汇报和困难属于敏感信息，列表和导出里会隐去。
    您可以随时看自己报过的内容；要更正、导出或删除，请找党支部书记。不同意也可以走纸质，不影响您的权利和义务。
word-help = 帮助
word-cancel = 取消
word-language = 语言
word-privacy = 隐私
word-settings = 设置
word-todo = 待办
word-mine = 与我有关
word-records = 查看记录
word-export = 导出
word-menu = 首页

## 记录

list-waiting = 待办（新来的在前）：
list-waiting-none = 现在没有待办。
list-overdue = 等了超过 3 个工作日的（最早的在前）：
list-overdue-none = 没有等了很久的了。
list-came = { $day }报来
list-overdue-door = 等了很久的 { $count } 件，先看这些
list-mine = 您报的、与您有关的（新的在前）：
list-mine-none = 您还没有报过，也没有与您有关的记录。
list-types = 看哪一种记录？
list-types-none = 现在没有您能查看的记录。您自己报的在“与我有关”里。
list-type-count = { $type }　{ $count } 份
list-records =
    { $type } · { $part }{ $where ->
        [none] {""}
       *[other] {" · "}{ $where }
    }　共 { $count } 份（新的在前）：
list-records-none =
    { $type } · { $part }{ $where ->
        [none] {""}
       *[other] {" · "}{ $where }
    }　一份也没有。
list-part-all = 全部
list-part-open = 办理中
list-part-done = 已办结
list-villages-door = 按村看
list-villages-all = 不分村
list-villages = 看哪个村的？请点一下，或写村名、序号（共 { $count } 个村）：
list-village-which = “{ $text }”有几个村，是哪一个？
list-village-unknown = 没有找到叫“{ $text }”的村。请写村名里的字，或下面的序号，例如 1。
flag-late = 逾期
flag-overdue = 等了很久
record-head = { $receipt }　{ $state }　第 { $version } 版
files-caption = { $place } { $n }
files-shown =
    { $shown ->
        [0] {""}
       *[other] { $rest ->
            [0] 照片和文件都在上面了。
           *[other] 上面是前 { $shown } 个，共 { $count } 个。
        }
    }{ $missing ->
        [0] {""}
       *[other] 有 { $missing } 个现在找不到了，请联系管理员。
    }
record-sent = { $name } 报于 { $at }
record-why = 填报人说明：{ $reason }
record-why-of = { $what }{ $why }
record-why-was = 系统带出的是 { $value }，填报时改了。
record-own-why = 您写的说明：
record-late = 逾期报送
record-backfill = 补录，原因：{ $reason }
record-flags = 提请留意：
record-post-before = 填报人{ $since }起任{ $post }，所报的事在这之前
record-post-after = 填报人任{ $post }到{ $until }为止，所报的事在这之后
record-may-open = 点“开始审核”，就登记为由您来看，填报人这时不能再撤回。
    .straight = 也可以直接办：{ $acts }。
record-by-itself = 自动
record-acts = 办理经过：
record-act = { $act } · { $name } · { $at }
record-version = 第 { $version } 版，更正原因：{ $reason }
record-changed = 补正后改动：
record-changed-line = { $name }：{ $old } → { $new }
record-changed-row = { $name }：有增删或改动
due-may-move = { $day }（放假安排还没公布，可能顺延）
record-returned = 要求补正，最晚 { $due } 交回：
fix-late = 这份记录现在不用补正了，下面是它现在的样子。
act-done = { $act }：已办（{ $receipt }）。
    .state = 现在是“{ $state }”。
act-opened = 已登记：这份由您审核，填报人暂时不能撤回。看完请点下面的按钮办理。
act-which-row = 是哪一项？
act-not-again = “{ $act }”已由{ $name }在 { $at } 办过了，不用再办。
act-not-now = 这份记录现在是“{ $state }”，不能办“{ $act }”。

## 办理（各类记录通用）

act-open = 开始审核
act-return = 退回补正
act-accept = 审核通过
act-resubmit = 补正
    .send = 交回补正
act-withdraw = 撤回
act-void = 作废
act-confirm = 确认
act-paper = 上传签字纸
act-archive = 归档
act-sign = 书记审签
act-sign_paper = 上传书记签字照片
act-send_back = 退给填报人
act-return-marks = 哪几处要补正？
    .short = 补正处
    .add = 再标一处
    .close = 退回给填报人
    .row = 补正第{ $n }处
    .rows = { $count } 处
act-return-marks-place = 哪一处？点按钮，或写它的名字。
    .short = 位置
act-return-marks-reason = 为什么？
    .short = 原因
act-return-marks-reason-missing = 缺内容
    .also = 缺、缺了、少了、少内容、内容少、内容不全、内容不完整、不全、不完整、没填、没填全、没填完、没写、没写全、没写完、漏填、漏了、漏写、漏填了、空着、空白、缺项、缺少内容、没有内容、填漏了、少填了
act-return-marks-reason-unclear = 不清楚
    .also = 看不清、看不懂、看不明白、没写清、没写清楚、没有写清楚、写得不清楚、写不清楚、没说清、没说清楚、说得不清楚、含糊、含糊不清、模糊、笼统、太笼统、不明白、不明确、不具体、太含糊
act-return-marks-reason-wrong = 数不对
    .also = 数字不对、数据不对、数目不对、数错、数错了、数字错、数字错了、数据错了、数字有误、数据有误、算错了、算错、数对不上、数字对不上、数据对不上、对不上、对不上数、数不准、数字不准、数量不对
act-return-marks-reason-proof = 缺佐证
    .also = 缺证明、没证明、没有证明、少证明、没佐证、没有佐证、少佐证、无佐证、佐证不足、佐证不够、证明不够、证明材料不足、佐证材料不足、缺佐证材料、缺证明材料、缺材料、少材料、没材料、没有材料、缺附件、没附件、没有附件、缺依据、没依据、没有依据、缺凭证、没凭证、没有凭证
act-return-marks-reason-other = 其他
    .also = 其它、其他的、别的、别的原因、其他原因、都不是、以上都不是
act-return-marks-text = 要说明的话，写一句（会原样给填报人）。
    .short = 说明
act-reason-reason = 请写原因。
    .short = 原因
act-paper-paper = 请发签字纸的照片。
    .short = 签字纸
state-submitted = 待审核
state-to_sign = 待书记审签
state-in_review = 审核中
state-returned = 退回补正
state-accepted = 审核通过
state-archived = 已归档
state-withdrawn = 已撤回
state-void = 已作废

## 通知（不带个人信息）

told-returned = { $who } 请您补正《{ $type }》{ $period }，共 { $count } 处，最晚 { $due } 交回{ $phone ->
    [none] {""}
   *[other] （不明白可以打电话：{ $phone }）
}：
told-accepted = 《{ $type }》{ $period } 已审核通过（{ $receipt }）。
told-mended = 《{ $type }》{ $period } 已补正，请再看（{ $receipt }）。
told-arrived = 有一份《{ $type }》等您办理（{ $receipt }）。
told-opened = 有一份《{ $type }》要您填，已知的内容带出来了（由 { $receipt } 引出）。
told-opened-go = 去填
told-to-sign = 有一份《{ $type }》{ $period } 等您审签（{ $receipt }）。
told-signed = 《{ $type }》{ $period } 书记已审签，已报镇里（{ $receipt }）。
told-fix-one = 改第{ $n }处

## 命令菜单和机器人介绍

command-menu = 首页：现在能做什么
command-todo = 待办
command-mine = 我报的和与我有关的
command-records = 查看记录
command-export = 导出（组织办）
command-cancel = 先放下正在填的表
command-help = 帮助和联系人
command-language = 语言 Language
command-privacy = 隐私说明
command-settings = 设置
bot-about = 连心：党员报到联系、履职承诺、月度汇报、户代表会议记录，点几下就能填好。请用支部发给您的邀请链接进入，从这里开始。
bot-about-short = 党支部的填报助手
