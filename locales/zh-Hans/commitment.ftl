# C 履职承诺。法律怎么说，用 law.ftl 的句子（参数 $law 就是整句），这里不另写。

commitment = 履职承诺

## 承诺

commitment-kind = 要登记哪一种承诺？
    .short = 承诺类别
    .from = 党员登记一句话承诺
    .help = 年度、任期、创业承诺要经镇党委审诺和两个会议通过；一句话承诺由支部确认后贴出；辞职承诺经镇党委审诺后公示。提交以后类别不能改。
commitment-kind-annual = 年度承诺
commitment-kind-term = 任期承诺
commitment-kind-pledge = 一句话承诺
commitment-kind-venture = 创业承诺
commitment-kind-resign = 辞职承诺
commitment-body = 是谁的承诺？
    .short = 承诺主体
    .from = 由个人作出
commitment-body-person = 个人
commitment-body-team = 村班子
commitment-body-party = 党组织
commitment--only_person = 一句话承诺和辞职承诺只能由个人作出，请选“个人”。
commitment-promiser = 承诺人是哪一位？
    .short = 承诺人
    .hint = 村班子和党组织的，请选代表签名的负责人。点名字，或直接打名字。
    .from = 您本人
commitment--for_another = 您在这里只能登记自己的承诺。别人的承诺，请本人登记，或请支部书记、信息员代填。
commitment-term_from = 承诺从哪天开始？
    .short = 开始日期
    .hint = 例如：2026年1月1日
    .from = 从今天开始
commitment--far_off = 这一天离现在太远了，请再看看年份。开始日期最早六年前，最晚一年后。
commitment--year_fixed = 回执是按 { $year } 年编的，开始日期不能换到别的年份。要换年份，请另外登记一份。
commitment-term_to = 承诺到哪天为止？
    .short = 截止日期
    .from = 到年底
commitment--order = 截止日期应晚于开始日期 { $from }，请再看看。
commitment--one_year = 年度承诺要在同一个年度里。从 { $from } 开始的，请写同一年的日子，例如 12月31日。
commitment--five_years = 承诺期最长五年：从 { $from } 起，最晚到 { $most }。
commitment-sentence = 请写一句话承诺（50字以内）。
    .short = 一句话承诺
    .hint = 例如：每月走访10户困难户

## 承诺事项

commitment-items = 承诺做哪些事？
    .short = 承诺事项
    .add = 再加一项
    .help = 年度承诺 3 到 10 项，发展、服务、廉洁自律每类至少一项。任期承诺要覆盖任期目标、工作职责、任务要求、廉洁自律。
    .row = 承诺事项第{ $n }项
    .rows = { $count } 项
commitment--annual_domains = 年度承诺里，发展、服务、廉洁自律每类至少一项。现在发展 { $growth } 项、服务 { $service } 项、廉洁自律 { $integrity } 项，请补上缺的那一类。
commitment--term_domains = 任期承诺要覆盖任期目标、工作职责、任务要求、廉洁自律。现在分别是 { $goal }、{ $duty }、{ $task }、{ $integrity } 项，请补上缺的那一类。
commitment-items-domain = 这一项属于哪一类？
    .short = 类别
commitment-items-domain-growth = 发展
commitment-items-domain-service = 服务
commitment-items-domain-goal = 任期目标
commitment-items-domain-duty = 工作职责
commitment-items-domain-task = 任务要求
commitment-items-domain-integrity = 廉洁自律
commitment-items-domain-other = 其他
commitment--domain_fit = 这一类和承诺类别对不上，请重新选一类。
commitment-items-content = 承诺做成什么？
    .short = 内容
    .hint = 写清数量和结果，例如：硬化村道1.2公里
commitment-items-measure = 打算怎么做？
    .short = 措施
    .hint = 例如：3月底前完成招标，5月开工
commitment-items-due = 什么时候完成？
    .short = 时限
    .hint = 例如：6月30日
    .from = 廉洁自律管到承诺期满
commitment--due_late = 承诺到 { $to } 截止，时限不能比这晚，请再看看。
commitment--due_early = 承诺从 { $from } 开始，时限不能比这早，请再看看。
commitment-items-owner = 谁负责？
    .short = 责任人
    .hint = 点名字，或直接打名字
    .from = 承诺人
commitment-items-evidence_kind = 将来拿什么证明做到了？
    .short = 证明方式
commitment-items-evidence_kind-photo = 现场照片
commitment-items-evidence_kind-papers = 文件资料
commitment-items-evidence_kind-ledger = 台账
commitment-items-evidence_kind-voucher = 票据合同
commitment-items-evidence_kind-witness = 群众证明
commitment-items-evidence_kind-other = 其他
commitment-resign_if = 出现哪些情形就辞职？
    .short = 辞职情形
    .add = 再加一条
    .row = 辞职情形第{ $n }条
    .rows = { $count } 条
commitment-resign_if-event = 是什么情形？
    .short = 情形
    .hint = 要数得清，例如：一年4次无故缺席重要会议
commitment-evidence = 有要附上的照片或材料吗？
    .hint = 照片直接发过来，最多 9 个。
    .short = 佐证材料
commitment-own_hand = 承诺人本人提交，提交即为本人签名。
commitment-other_hand = 代填的，要由承诺人{ $promiser }本人签名才算数；没有手机的，上传签了名的纸。

## 签名

commitment-sign-signed = 这是以您的名义作的承诺。内容看过了，请签名。
    .short = 承诺人签名
    .hint = 也可以发一张签了名、按了手印的照片。
commitment-sign_paper-paper = 请发承诺人签名（手印）的照片。
    .short = 签名照片

## 审诺

commitment-view-town_view = 镇党委的审诺意见是什么？
    .short = 审诺意见
    .hint = 例如：同意提交会议
commitment-view-on = 审诺日期
    .short = 审诺日期

## 党员大会

commitment-meeting_member-held = 党员大会是哪天开的？
    .short = 会议日期
    .hint = 例如：1月18日
commitment--held_future = 会还没开，请写已经开过的那一天。
commitment--same_meeting = 上一轮的会（{ $before }）不再算。请登记修改以后重新开的那一次。
commitment-meeting_member-early_reason = 镇党委 { $viewed } 才审诺，会议比这早。请写一句原因。
    .short = 先开会的原因
commitment-meeting_member-should = 应到会的党员有多少名？
    .short = 应到
    .hint = 只算有表决权的，预备党员不算在内
    .unit = 人
commitment-meeting_member-present = 实到多少名？
    .short = 实到
    .unit = 人
commitment--present_over = 实到不能多于应到（{ $should } 人），请再看看。
commitment--no_quorum = { $law }现在实到 { $present } 人，不能表决。数没写错的话，请点“稍后再填”，择日再开会。
commitment-meeting_member-pass_line = { $law }
commitment-meeting_member-yes = 赞成多少票？
    .short = 赞成
    .unit = 票
commitment--yes_over = 赞成票不能多于实到（{ $present } 人），请再看看。
commitment-meeting_member-no = 反对多少票？
    .short = 反对
    .unit = 票
commitment--no_over = 赞成和反对加起来比实到还多：反对最多 { $left } 票。
commitment-meeting_member-abstain = 弃权多少票？
    .short = 弃权
    .hint = 没有投的和废票都算弃权
    .unit = 票
commitment--votes_sum = 三项加起来是 { $votes } 票，应等于实到 { $present } 人。照前面填的，弃权是 { $left } 票；要改前面的数，请点“上一步”。
commitment-meeting_member-result_line = { $law }
commitment-meeting_member-proof = 有会议记录的照片，请发来。没有可以跳过。
    .short = 会议记录
commitment-meeting_member-passed = 是否通过
    .short = 是否通过

## 村民代表会议或户代表会议

commitment-meeting_villager-way = 村民代表会议（户代表会议）的结果从哪里来？
    .short = 结果来源
    .from = 只有这一种可选：没有报过会议记录的照纸质填，年度承诺选报过的记录
commitment-meeting_villager-way-record = 选连心里的记录
commitment-meeting_villager-way-paper = 照纸质记录填
commitment-meeting_villager-meeting = 是哪次会议、哪一项？
    .hint = 选的那一项，表决的就是这份承诺。会议记录还没报的，请先报《户代表会议记录》。
    .short = 会议
commitment--this_one = 表决的是这份承诺吗？您选的是《{ $title }》。那次会的记录还没报的，请先报《户代表会议记录》，再回来登记。
commitment--twice = { $day }已经报过同样的一份（回执 { $receipt }）。还要再报一份吗？
commitment--not_decided = 这次会议没有达到法定人数，或者这一项没有表决，不能用。请另选一次。
commitment-meeting_villager-meeting_line = 《{ $title }》{ $date }：应到 { $should } 名，实到 { $present } 名；赞成 { $yes } 票，反对 { $no } 票，弃权 { $abstain } 票。
commitment-meeting_villager-mode = 开的是哪一种会？
    .short = 会议类别
commitment-meeting_villager-mode-representatives = 村民代表会议
commitment-meeting_villager-mode-assembly_households = 户代表会议
commitment-meeting_villager-mode-assembly_adults = 村民会议
commitment-meeting_villager-held = 会是哪天开的？
    .short = 会议日期
    .hint = 例如：1月19日
commitment-meeting_villager-early_reason = 镇党委 { $viewed } 才审诺，会议比这早。请写一句原因。
    .short = 先开会的原因
commitment-meeting_villager-should = 应到多少？
    .short = 应到
    .hint = 村民代表会议算组成人员，户代表会议算户，村民会议算十八周岁以上村民
commitment-meeting_villager-present = 实到多少？
    .short = 实到
commitment-meeting_villager-pass_line = { $law }
commitment-meeting_villager-yes = 赞成多少票？
    .short = 赞成
    .unit = 票
commitment-meeting_villager-no = 反对多少票？
    .short = 反对
    .unit = 票
commitment-meeting_villager-abstain = 弃权多少票？
    .short = 弃权
    .hint = 没有投的和废票都算弃权
    .unit = 票
commitment-meeting_villager-result_line = { $law }
commitment-meeting_villager-paper = 请发纸质会议记录的照片。
    .short = 纸质记录
commitment-meeting_villager-no_record = 年度承诺应以连心里有法定人数的会议记录为凭。这一次照纸质记录登记，名册、签到和法定人数连心没有核过；通过了会告诉镇组织办，请镇里对照照片看一看。
commitment-meeting_villager-paper_why = 年度承诺要有会议记录为凭，连心里还没有报过。为什么用纸质记录？
    .hint = 例如：会是启用连心以前开的
    .short = 用纸质的原因
commitment-meeting_villager-met_on = 表决日期
    .short = 表决日期
commitment-meeting_villager-passed = 是否通过
    .short = 是否通过

## 公示和异议

commitment-publish-notice_from = 公示从哪天开始？
    .short = 公示开始
commitment--notice_ahead = 还没开始的公示先不登记，请写已经贴出的那一天。
commitment--notice_before = 会议 { $held } 才通过，公示应在这以后开始，请再看看。
commitment-publish-notice_to = 公示到哪天？
    .short = 公示截止
commitment--notice_short = 公示期短了。{ $law }
commitment-publish-notice_photo = 有张贴的照片，请发来。没有可以跳过。
    .short = 张贴照片
commitment-object-said_on = 异议是哪天提出的？
    .short = 提出日期
commitment--said_future = 还没到的日子不能写，请写提出异议的那一天。
commitment--said_before = 公示从 { $from } 开始，异议应在这以后提出，请再看看。
commitment-object-said_by = 是怎么提出的？
    .short = 提出方式
commitment-object-said_by-letter = 来信
commitment-object-said_by-call = 来电
commitment-object-said_by-visit = 来访
commitment-object-said_by-other = 其他
commitment-object-objector = 提异议的是哪一位？不愿留名的可以跳过。
    .short = 异议人
commitment-object-matter = 对什么有异议？
    .short = 异议内容
    .hint = 写清是哪一项、什么情况
commitment-object-proof = 有证据的照片，请发来。没有可以跳过。
    .short = 证据
commitment-object-noted_on = 登记日期
    .short = 登记日期
commitment-object-number = 第几条
    .short = 第几条
commitment-settle-outcome =
    { $all ->
        [1] { $day }提出的异议，怎么处理？
       *[other] { $day }提出的第 { $number } 条异议（共 { $all } 条），怎么处理？
    }
    .short = 处理结果
    .hint =
        异议内容：{ $matter }
        { $all ->
            [1] 不成立的，公示接着进行；成立的，退回修改。
           *[other] 要一条一条处理完：都不成立的，公示接着进行；有一条成立的，退回修改。
        }
commitment-settle-outcome-dismissed = 不成立
commitment-settle-outcome-upheld = 成立，要修改
commitment-settle-number = 第几条
    .short = 第几条
commitment-settle-reply = 怎么答复异议人？
    .short = 答复
    .hint = 5个工作日内答复，例如：经核实，村道里程以验收单为准
commitment-settle-days_frozen = 公示暂停天数
    .short = 暂停天数
    .unit = 天

## 季度对照检查

commitment-check-quarter = 检查的是哪个季度？
    .short = 季度
commitment--checked_already = 这个季度已经检查过了，一个季度检查一次。
commitment-check-meeting_date = 对照检查会是哪天开的？
    .short = 检查日期
commitment--check_future = 会还没开，请写已经开过的那一天。
commitment--check_outside = 这个季度的检查会应在 { $from } 到 { $to } 之间开，请再看看日期或季度。
commitment-check-present_kinds = 哪些人到会了？可以多选。
    .short = 到会人员
commitment-check-present_kinds-member = 党员
commitment-check-present_kinds-representative = 村民代表
commitment-check-present_kinds-supervisor = 村务监督小组成员
commitment-check-present_kinds-household = 户代表
commitment-check-present_kinds-town = 镇干部
commitment-check-present_kinds-other = 其他群众
commitment--who_came =
    { $villagers ->
        [0] 到会的要有党员和村务监督小组成员。缺一类就不能算检查过，请补选，或另开一次。
       *[other] 到会的要有党员、村民代表和村务监督小组成员。缺一类就不能算检查过，请补选，或另开一次。
    }
commitment-check-results = 逐项对照
    .short = 逐项结果
    .row = 承诺事项第{ $n }项
    .rows = { $count } 项
commitment-check-results-content = 内容
    .short = 内容
commitment-check-results-measure = 措施
    .short = 措施
commitment-check-results-planned = 时限
    .short = 时限
commitment-check-results-owner = 责任人
    .short = 责任人
commitment-check-results-result = “{ $content }”（{ $due }前）做到哪一步了？
    .short = 结果
    .from = 上次检查时已完成
commitment-check-results-result-done = 已完成
commitment-check-results-result-on_time = 按期
commitment-check-results-result-late = 滞后
commitment-check-results-result-not_started = 未启动
commitment-check-results-why = 为什么没跟上？
    .short = 原因
    .hint = 例如：雨季停工两周
commitment-check-results-until = 整改到哪天完成？
    .short = 整改时限
    .hint = 例如：6月30日
commitment--until_past = 检查会是 { $held } 开的，整改时限应在这以后，请再看看。
commitment-check-text = 检查情况怎么样？
    .short = 检查情况
    .hint = 写总的情况和群众意见
commitment-check-photo = 有现场的照片，请发来。没有可以跳过。
    .short = 现场照片
commitment-check-checked_by = 检查方
    .short = 检查方
commitment-check-checked_by-town = 镇
commitment-check-checked_by-village = 村务监督小组
commitment-check-total_n = 事项数
    .short = 事项数
    .unit = 项
commitment-check-done_n = 已完成
    .short = 已完成
    .unit = 项
commitment-check-on_time_n = 按期
    .short = 按期
    .unit = 项
commitment-check-late_n = 滞后
    .short = 滞后
    .unit = 项
commitment-check-not_started_n = 未启动
    .short = 未启动
    .unit = 项

## 年终评诺

commitment-final-year = 年度
    .short = 年度
commitment-final-done_n = 已完成
    .short = 已完成
    .unit = 项
commitment-final-total_n = 事项数
    .short = 事项数
    .unit = 项
commitment-final-checks_n = 检查次数
    .short = 检查次数
    .unit = 次
commitment-final-counts_line = { $year }年检查 { $checks } 次；最后一次检查，{ $total } 项里已完成 { $done } 项。
commitment-final-missing_reason = { $missing }没有检查。请写一句原因。
    .short = 没检查的原因
commitment-final-grade = 评诺评为哪一等？
    .short = 评诺结果
commitment-final-grade-kept = 兑现
commitment-final-grade-mostly = 基本兑现
commitment-final-grade-broken = 未兑现
commitment--grade_high = { $total } 项里已完成 { $done } 项，评为“兑现”吗？
commitment--grade_low = { $total } 项已全部完成，评为“未兑现”吗？
commitment-final-opinion = 请写评诺意见。
    .short = 评诺意见

## 辞职情形、结束

commitment-trigger-happened_on = 是哪天的事？
    .short = 发生日期
    .hint = 累计的写最后一次，例如：11月9日
commitment--happened_future = 还没发生的不能登记，请写已经发生的那一天。
commitment-trigger-facts = 情况是怎样的？
    .short = 情况
    .hint = 这里只登记、报镇里研究，不会免去任何职务
commitment-trigger-proof = 有证据的照片，请发来。没有可以跳过。
    .short = 证据
commitment-finish-ended_by = 为什么结束？
    .short = 结束原因
commitment-finish-ended_by-expired = 承诺期满
commitment-finish-ended_by-left_office = 离任
commitment-finish-ended_by-other = 其他
commitment-finish-ended_why = 要说明的话，写一句。
    .short = 说明
commitment-archive-archive_class = 档案类别
    .short = 档案类别
commitment-archive-archive_class-commitment = 履职承诺
commitment-finish-archive_class = 档案类别
    .short = 档案类别
commitment-finish-archive_class-commitment = 履职承诺

## 办理

commitment-act-sign = 签名
commitment-act-sign_paper = 上传签名照片
commitment-act-decline = 退给填报人
commitment-act-view = 审诺
commitment-act-confirm = 确认贴出
commitment-act-confirm_town = 确认贴出
commitment-act-send_back = 退回补正
commitment-act-meeting_member = 登记党员大会
commitment-act-meeting_villager = 登记村民代表会议
commitment-act-both_passed = 会议通过
commitment-act-publish = 登记公示
commitment-act-object = 登记异议
commitment-act-settle = 处理异议
commitment-act-take_effect = 公示期满生效
commitment-act-notice_over = 公示期满生效
commitment-act-check = 季度对照检查
commitment-act-final = 年终评诺
commitment-act-amend = 修改承诺
commitment-act-keep = 不改了
commitment-act-resubmit = 修改后重报
commitment-act-trigger = 登记辞职情形
commitment-act-archive = 归档
commitment-act-archive_pledge = 归档
commitment-act-finish = 结束承诺
commitment-state-to_sign = 待承诺人签名
commitment-state-to_confirm = 待支部确认
commitment-state-submitted = 待镇党委审诺
commitment-state-in_review = 审诺中
commitment-state-meetings = 待会议表决
commitment-state-rejected = 会议未通过
commitment-state-passed = 待公示
commitment-state-notice = 公示中
commitment-state-objected = 有异议
commitment-state-effective = 已生效
commitment-state-reopened = 待修改
commitment-state-appraised = 已评诺
commitment-state-posted = 已贴出
commitment-next-to_sign = 下一步：请承诺人签名，签了才算提交。
commitment-next-to_confirm = 下一步：请支部确认，确认后贴出。
commitment-next-submitted = 下一步：镇党委审诺，一般 3 个工作日内。结果会在这里告诉您。
commitment-next-in_review = 镇党委正在审诺。
commitment-next-meetings =
    { $villagers ->
        [0] 下一步：开党员大会，通过了就公示。
       *[other] { $members ->
            [0] { $villager ->
                [0] 下一步：开党员大会和村民代表会议（户代表会议），先后不限，都通过了才公示。
               *[other] 下一步：还要开党员大会，通过了就公示。
            }
           *[other] 下一步：还要开村民代表会议（户代表会议），通过了就公示。
        }
    }
commitment-next-rejected =
    会议没有通过，表决结果已留存。
    下一步：请承诺人修改后重报。重报以后重新审诺、重新开会，这一次的票不再算。
commitment-next-passed = 下一步：张贴公示，不少于 7 天。
commitment-next-notice = 下一步：公示期满没有异议就生效。
commitment-next-objected = 公示已暂停。下一步：请镇里处理异议（还有 { $objections } 条）。
commitment-next-effective = 承诺已生效，以后每个季度对照检查一次。
commitment-next-reopened =
    下一步：请修改后重报。
    改了内容，要重新审诺，重新经同样的会议通过；以前的票不再算。
commitment-next-appraised = 下一步：归入个人档案（履职承诺类）。
commitment-next-posted = 已确认，请贴出。
commitment-next-archived = 已归入个人档案（履职承诺类）。
commitment-why-meeting_member = 党员大会没有通过
commitment-why-meeting_villager = 村民代表会议（户代表会议）没有通过
commitment-why-settle = 异议成立
commitment-why-amend = 承诺人要修改

## 现在办不了，为什么

commitment-not-meeting_member = 党员大会已经登记过了，不用再登记。
commitment-not-meeting_villager =
    { $villagers ->
        [0] 不是村的党组织，只开党员大会，不用登记村民代表会议。
       *[other] 村民代表会议（户代表会议）已经登记过了，不用再登记。
    }
commitment-not-take_effect = 公示到 { $to } 为止，过了这一天才能登记生效。
commitment-not-check =
    { $items ->
        [0] 这份承诺不是逐项写的，不用每个季度对照检查。
       *[other] { $left ->
            [0] 承诺期里的季度都检查过了，不用再检查。
           *[other] 到今天为止的季度都检查过了。接下来检查 { $next }。
        }
    }
commitment-not-final =
    { $items ->
        [0] 这份承诺不是逐项写的，不用年终评诺。
       *[other] { $left ->
            [0] 承诺期里的每一年都评过了，不用再评。
           *[other] { $year }年还不能评诺：{ $missing }还没有对照检查。查齐了就能评；{ $from }起，没查齐的写明原因也能评。
        }
    }
commitment-not-keep = 这份承诺不是承诺人自己要改的，请改了再报，例如公示里有异议的那一项。
commitment-not-withdraw = 已经开始审核，不能撤回了。退回给您改的，改好再报就行；整份都错了，请镇党委作废。

## 通知（不带个人信息）

commitment-told-sign = 有一份《{ $type }》等您本人签名（{ $receipt }）。
commitment-told-signed = 《{ $type }》承诺人已签名（{ $receipt }）。
commitment-told-viewed = 《{ $type }》镇党委已审诺（{ $receipt }）。
commitment-told-meet = 有一份《{ $type }》等着开会表决：党员大会和村民代表会议（户代表会议）都要开（{ $receipt }）。
commitment-told-rejected = 《{ $type }》会议没有通过，请修改后重报（{ $receipt }）。
commitment-told-passed = 《{ $type }》会议已通过，请张贴公示（{ $receipt }）。
commitment-told-notice = 《{ $type }》开始公示（{ $receipt }）。
commitment-told-objected = 《{ $type }》公示期间有人提出异议，请处理（{ $receipt }）。
commitment-told-settled = 《{ $type }》的异议已经处理，请看结果（{ $receipt }）。
commitment-told-effective = 《{ $type }》公示期满，已生效（{ $receipt }）。
commitment-told-posted = 《{ $type }》已确认，可以贴出（{ $receipt }）。
commitment-told-checked = 《{ $type }》有新的季度检查结果，请看（{ $receipt }）。
commitment-told-late = 《{ $type }》检查时有没跟上的事项，要求整改，请看（{ $receipt }）。
commitment-told-final = 《{ $type }》的评诺结果出来了，请看（{ $receipt }）。
commitment-told-amended = 《{ $type }》的承诺人要修改内容，修改后会重新报来（{ $receipt }）。
commitment-told-kept = 《{ $type }》不修改了，照原来的执行（{ $receipt }）。
commitment-told-trigger = 《{ $type }》登记了一条辞职情形，请组织研究（{ $receipt }）。
commitment-told-finished = 《{ $type }》已结束并归档（{ $receipt }）。
commitment-told-void = 《{ $type }》已作废，原因请看记录（{ $receipt }）。
commitment-told-paper = 一份年度的《{ $type }》，村民代表会议（户代表会议）是照纸质记录登记通过的，法定人数连心没有核过，请对照照片看一看（{ $receipt }）。
