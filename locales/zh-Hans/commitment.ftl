# C 履职承诺。法律怎么说，用 law.ftl 的句子（参数 $law 就是整句），这里不另写。

commitment = 履职承诺

## 承诺

commitment-kind = 要登记哪一种承诺？
    .short = 承诺类别
    .from = 党员登记一句话承诺
    .help = 年度、任期、创业承诺要经镇党委审诺和两个会议通过；一句话承诺由支部确认后贴出；辞职承诺经镇党委审诺后公示。提交以后类别不能改。
commitment-kind-annual = 年度承诺
    .also = 年度、年度的、今年的、明年的、全年、全年的、一年的、每年、每年的、年承诺、年初承诺、年度公开承诺、公开承诺年度、全年承诺、按年
commitment-kind-term = 任期承诺
    .also = 任期、任期的、任期内、任期内的、届内、本届、本届的、一届的、这一届、整个任期、三年的、五年的、五年承诺、届期承诺
commitment-kind-pledge = 一句话承诺
    .also = 一句话、一句、一句话的、党员承诺、党员一句话、党员一句话承诺、个人一句话、简单承诺、承诺一句话
commitment-kind-venture = 创业承诺
    .also = 创业、创业的、办项目、项目、做项目、项目承诺、创业项目、领办项目、致富、带富、带头致富、创业致富、领头创业、创业带富
commitment-kind-resign = 辞职承诺
    .also = 辞职、辞职的、辞职书、辞职承诺书、什么时候辞职、做不好就辞职、做不到就辞职、干不好就辞职、引咎辞职、辞
commitment-body = 是谁的承诺？
    .short = 承诺主体
    .from = 由个人作出
commitment-body-person = 个人
    .also = 我、我自己、自己、自己的、我的、我个人、我本人、本人、本人的、个人的、一个人、个人承诺、干部个人、党员个人、单个人
commitment-body-team = 村班子
    .also = 班子、村委、村委会、村委班子、村委会班子、村民委员会、两委、村两委、两委班子、村两委班子、村级班子、领导班子、村领导班子、班子的、集体
commitment-body-party = 党组织
    .also = 支部、党支部、村支部、村党支部、村党组织、支委、支委会、党总支、村党总支、总支、党委、支部委员会、支部班子、党支部班子、支部的、党
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
    .also = 经济、经济发展、发展经济、产业、产业发展、发展产业、致富、富民、增收、带动增收、集体经济、发展集体经济、村集体收入、集体收入、发展类、建设、项目建设、搞经济、搞产业、发展项目
commitment-items-domain-service = 服务
    .also = 为民、为民服务、服务群众、服务村民、服务百姓、民生、办实事、办好事、实事、为民办实事、好事实事、服务类、便民、便民服务、帮扶、帮困、帮助困难户、帮助群众
commitment-items-domain-goal = 任期目标
    .also = 目标、总目标、任期内目标、奋斗目标、工作目标、发展目标
commitment-items-domain-duty = 工作职责
    .also = 职责、岗位职责、岗位、本职、本职工作、责任、分工、职责分工、分管工作、履职、岗位责任
commitment-items-domain-task = 任务要求
    .also = 任务、工作任务、具体任务、上级任务、交办任务、重点任务、中心任务、要求、任务的要求、工作要求
commitment-items-domain-integrity = 廉洁自律
    .also = 廉洁、廉政、自律、清廉、清正廉洁、不贪、纪律、守纪、遵纪守法、守纪律、守规矩、廉政建设、党风廉政、党风廉政建设、廉洁从政、作风、干净做事
commitment-items-domain-other = 其他
    .also = 其它、其他的、别的、别的方面、其他方面、都不是、以上都不是、其他类
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
    .also = 照片、相片、拍照、拍照片、图片、影像、视频、录像、现场图片、照相、现场拍照、前后照片、前后对比照片、对比照片
commitment-items-evidence_kind-papers = 文件资料
    .also = 文件、资料、材料、书面材料、纸质材料、文档、会议记录、会议纪要、纪要、记录、通知、档案、红头文件、报告、公示材料、工作资料
commitment-items-evidence_kind-ledger = 台账
    .also = 账本、台账本、工作台账、登记本、登记册、登记表、记录本、名册、记账本、流水账、账目、账
commitment-items-evidence_kind-voucher = 票据合同
    .also = 票据、发票、收据、收条、票、票子、合同、协议、协议书、凭证、单据、付款凭证、转账凭证、转账记录、发票合同、合同发票
commitment-items-evidence_kind-witness = 群众证明
    .also = 群众、村民、老百姓、村民证明、群众作证、群众说的、群众说了算、大家证明、群众签字、村民签字、证明人、证人、人证、群众评价、群众反映、群众口碑、村民作证、大家看得见
commitment-items-evidence_kind-other = 其他
    .also = 其它、其他的、别的、都不是、以上都不是、其他方式、别的方式
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
    .also = 连心、连心里、连心里的、连心上的、连心记录、连心的记录、选连心、选记录、选一个记录、选一个、系统里的、系统里有、系统里选、从系统里选、从连心里选、已有记录、已有的记录、用已有的、用连心的、电子的、平台上的、平台里的、手机上的
commitment-meeting_villager-way-paper = 照纸质记录填
    .also = 纸质、纸质的、纸上的、纸质记录、纸记录、纸的、照纸、照纸填、照纸上的填、照纸质、照着纸填、手填、自己填、手工填、手写的、按纸质填、照着填、本子上的、本子上记的
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
    .also = 村民代表会、村民代表大会、村民代表、村代会、村代表会议、村代表会、代表大会
commitment-meeting_villager-mode-assembly_households = 户代表会议
    .also = 户代表会、户代表、户代表大会、户代会、户主会、户主会议、户主大会、户代表村民会议、户代表议事会、每户代表、每户一人、一户一人、每户来一个、每家一个、每户一个代表、各户代表、代表大会
commitment-meeting_villager-mode-assembly_adults = 村民会议
    .also = 村民大会、全体村民会议、全体村民大会、全村大会、全村会议、全体村民、村民会、群众大会、全村村民大会
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
    .also = 信、信件、写信、写的信、写了信、书信、寄信、寄来的信、匿名信、举报信、书面、书面的、书面反映、递了条子
commitment-object-said_by-call = 来电
    .also = 电话、打电话、打了电话、打来电话、来电话、电话反映、电话里说的、电话说的、打的电话、通过电话、热线、手机
commitment-object-said_by-visit = 来访
    .also = 上门、上门说的、来人、人来了、当面、当面说、当面说的、当面提的、当面反映、找上门、找来、本人来的、本人来了、来村里说的、来村委会、到村委会、到村里反映、来办公室、面谈、走访、口头、口头说的、口头反映、口头提出
commitment-object-said_by-other = 其他
    .also = 其它、其他的、其他方式、别的、别的方式、都不是、以上都不是、微信、微信上、微信群、群里、群里说的、短信、发短信、网上、网上反映、会上、会上提的、会上说的、开会提的
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
    .also = 不属实、不是事实、不符合事实、不实、查无此事、没这回事、没有这回事、没有这事、没道理、没有道理、没依据、没有依据、不采纳、不予采纳、驳回、不改、不用改、不用修改、不需要修改、不需要改、不必修改、不必改、维持、维持原样、维持原承诺、维持不变、没有成立
commitment-settle-outcome-upheld = 成立，要修改
    .also = 属实、情况属实、是事实、有道理、有依据、采纳、予以采纳、要改、要修改、需要修改、需要改、得改、改、修改、应修改、异议成立、成立的
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
    .also = 党员同志、党员们、全体党员、部分党员、党员来了、党员到了
commitment-check-present_kinds-representative = 村民代表
    .also = 村代表、村民代表们、村代表们、各位村民代表
commitment-check-present_kinds-supervisor = 村务监督小组成员
    .also = 监督小组、监督组、监督员、监督小组成员、村务监督、村务监督小组、村务监督成员、村务监督委员会、监督委员会、监委会、村监委、监委、村务监督员
commitment-check-present_kinds-household = 户代表
    .also = 户代表们、各户代表、每户代表、户主、户主们、农户代表、户主代表、各户户主
commitment-check-present_kinds-town = 镇干部
    .also = 镇里、镇上、镇里的、镇上的、镇里的人、镇上的人、镇里来的、镇上来的、镇里来人、镇上来人、镇里干部、镇上干部、镇领导、镇里领导、镇政府、乡镇干部、乡干部、乡里、乡里的人、街道干部、包村干部、镇委、镇党委
commitment-check-present_kinds-other = 其他群众
    .also = 群众、群众代表、普通群众、一般群众、其他、其它、其他人、别的人、别人、其他村民、其他的、其它群众、别的群众、老百姓、村民群众
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
    .also = 完成、完成了、全部完成、全部完成了、都完成了、已经完成、已经完成了、做完、做完了、已做完、做好、做好了、办完、办完了、已办完、办好、办好了、已办好、办妥了、办结、办结了、搞完、搞完了、搞好了、搞定、搞定了、弄完了、弄好了、干完了、完工、完工了、竣工、竣工了、做到了、已做到、已落实、落实了、兑现了、结束了、已经结束、按期完成、按期完成了、按时完成、按时完成了、如期完成
commitment-check-results-result-on_time = 按期
    .also = 按时、按期推进、按期进行、按计划、按计划推进、按计划进行、按照计划、按进度、按进度推进、按部就班、正常、正常推进、正常进行、进度正常、顺利、顺利推进、如期、如期推进、如期进行、跟得上、在计划内、没有拖、没拖、没拖后、没滞后、没有滞后、不滞后、未滞后、在做、在办、在干、在搞、在推进、正在做、正在办、正在推进、正在进行、进行中、推进中、办理中、还在做、还在办、按期完成、按期完成了、按时完成、按时完成了、如期完成
commitment-check-results-result-late = 滞后
    .also = 慢、慢了、慢了点、晚了、迟了、拖了、拖着、拖后、拖后了、拖延、拖延了、落后、落后了、滞后了、有点滞后、延期、延期了、延迟、延后、推迟、推迟了、耽误了、超期、超期了、逾期、逾期了、过期了、没按期、没有按期、未按期、不按期、没按时、没有按时、未按时、不按时、没按期完成、没按时完成、未按期完成、未按时完成、没赶上、赶不上、跟不上、跟不上进度、进度慢、进度慢了、没跟上、在做、在办、在干、在搞、在推进、正在做、正在办、正在推进、正在进行、进行中、推进中、办理中、还在做、还在办、没完成、没有完成、未完成、还没完成、没做完、还没做完、没办完、还没办完、没办好、还没办好、没做好、没做到、没有做到
commitment-check-results-result-not_started = 未启动
    .also = 没启动、没有启动、还没启动、尚未启动、没开始、没有开始、还没开始、未开始、尚未开始、没动、没动工、还没动、还没动工、未动工、没开工、没有开工、还没开工、未开工、没做、还没做、没有做、未做、没办、还没办、没有办、未办、没搞、还没搞、没干、还没干、没着手、没落实、还没落实、没动静、没完成、没有完成、未完成、还没完成、没办好、还没办好、没做好、没做到、没有做到
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
    .also = 兑现了、已兑现、已经兑现、全部兑现、全部兑现了、都兑现了、全兑现了、完全兑现、做到了、都做到了、全部做到、全做到了、全部完成、全部完成了、都完成了、全完成了、完成了、完成、说到做到、说到做到了
commitment-final-grade-mostly = 基本兑现
    .also = 基本、基本上、基本上兑现、基本兑现了、基本做到、基本做到了、基本上做到了、基本完成、基本完成了、大部分兑现、大部分兑现了、大部分做到、大部分做到了、大部分完成、大部分完成了、大体兑现、大体做到、大多兑现、多数兑现
commitment-final-grade-broken = 未兑现
    .also = 没兑现、没有兑现、没能兑现、不兑现、未能兑现、没做到、没有做到、未做到、没能做到、没完成、没有完成、未完成、落空、落空了、没落实、说了没做
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
    .also = 期满、期满了、到期、到期了、已到期、已经到期、期限到了、时间到了、到时间了、承诺到期、承诺到期了、承诺期到了、满了、任期满、任期满了、任期到了、任期届满
commitment-finish-ended_by-left_office = 离任
    .also = 离任了、卸任、卸任了、离职、离职了、辞职、辞职了、已辞职、不干了、不当了、不当干部了、不再任职、调走、调走了、调离、调离了、调动、换届、换届了、落选、落选了、退休、退休了、退了、退下来了、下来了、免职、免职了、被免职
commitment-finish-ended_by-other = 其他
    .also = 其它、其他的、其他原因、别的、别的原因、都不是、以上都不是
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
