# 名册工作簿（lianxin template roster、lianxin import roster）。
# 表和列：roster-sheet-<表>、roster-<表>-<列>，.help 一句话说怎么填，.example 示例（选项写代码，— 表示空着）。
# 几个词用顿号隔开的，导入时都认。

## 工作表

roster-sheet-help = 说明
roster-sheet-orgs = 组织
    .also = 组织表、组织架构、党组织
    .what = 县、镇、党支部、党小组，一行一个。上级要么写在同一张表里，要么系统里已有；先后随意。
roster-sheet-people = 人员
    .also = 人员表、人员名单、党员、党员名册
    .what = 要使用连心的人，一行一人。每人至少有手机号或人员编号中的一个。
roster-sheet-posts = 任职
    .also = 任职表、职务、角色
    .what = 谁在哪个组织担任什么，一行一项。一人可以有几项。
roster-sheet-households = 户
    .also = 户表、农户、户籍、住户
    .what = 村里的每一户，一行一户。户代表会议按这里计算应到户数。
roster-sheet-representatives = 户代表
    .also = 户代表表、户代表名册
    .what = 每一户现在由谁代表，一户一行。
roster-sheet-members = 其他名册
    .also = 其它名册、村民代表、名册
    .what = 村民代表、集体经济组织成员等，一行一人。用不到可以空着。

## 组织

roster-orgs-code = 组织代码
    .help = 您自己定，用字母和数字，不超过 12 个，以后不再改。其他表用它指这个组织。
    .example = QX0301
roster-orgs-name = 组织全称
    .help = 正式名称，打印时用。
    .example = 清溪村党支部
roster-orgs-short = 简称
    .help = 聊天里显示的短名称，村支部写村名。
    .example = 清溪村
roster-orgs-level = 层级
    .help = 点右边的小箭头选。党总支也选“党支部”。
    .example = branch
roster-orgs-kind = 类别
    .help = 点右边的小箭头选。党支部要选：村、社区才有户。
    .example = village
roster-orgs-parent = 上级组织代码
    .help = 县不填；镇填县的代码，党支部填镇（或党总支）的代码，党小组填党支部的代码。
    .example = QX03
roster-orgs-since = 启用日期
    .help = 例如 2022-01-01。空着表示一直都在。
    .example = 2022-01-01
roster-orgs-until = 停用日期
    .help = 撤销或合并了才填。
    .example = —

## 人员

roster-people-code = 人员编号
    .help = 您自己定，用字母和数字，不超过 20 个。有编号的人，以后换手机、改名字都认得。不要用身份证号和手机号。
    .example = A001
roster-people-name = 姓名
    .help = 2 到 20 个字。
    .example = 张某某
roster-people-phone = 手机号
    .help = 11 位。一个号码只登记一个人；没有手机的空着，写人员编号。
    .example = 13800000000
roster-people-lang = 界面语言
    .help = 点右边的小箭头选。空着用系统的语言。
    .example = zh-Hans
roster-people-old_phone = 原手机号
    .help = 没有人员编号的人换了手机号，在这里写原来的号码。
    .example = —
roster-people-old_name = 原姓名
    .help = 没有人员编号的人改了名字，或更正写错的名字，在这里写原来登记的姓名。
    .example = —

## 任职

roster-posts-person = 人员编号或手机号
    .help = 这个人在“人员”表里的编号或手机号。
    .example = 13800000000
roster-posts-name = 姓名
    .help = 可以不写；写了就和“人员”表核对，防止填错行。
    .example = 张某某
roster-posts-org = 组织代码
    .help = 在哪个组织任职。
    .example = QX0301
roster-posts-role = 角色
    .help = 点右边的小箭头选。角色决定能看什么、能办什么。
    .example = branch_secretary
roster-posts-title = 职务
    .help = 打印和显示用，例如 书记、委员、组织办干事。
    .example = 书记
roster-posts-since = 任职日期
    .help = 从哪天起，例如 2022-01-01。
    .example = 2022-01-01
roster-posts-until = 离任日期
    .help = 还在任的空着。离任的写最后一天，不要删掉这一行。
    .example = —
roster-posts-away_from = 外出日期
    .help = 只有流动党员填：哪天外出的，例如 2026-03-01；说不准哪天，写“是”。在家的空着。
    .example = —
roster-posts-away_to = 返回日期
    .help = 回来了，写回来那天；还在外的空着，不写预计的日子。
    .example = —

## 户

roster-households-org = 组织代码
    .help = 村（社区）党支部的代码。
    .example = QX0301
roster-households-house_no = 户号
    .help = 村里不重复，以后不再改，例如 3-027。
    .example = 3-027
roster-households-group = 村民小组
    .help = 例如 3组。
    .example = 3组
roster-households-point = 议事点
    .help = 没有分议事点的空着。
    .example = 2点
roster-households-head = 户主
    .help = 户主姓名。
    .example = 王某某
roster-households-adults = 18周岁以上人数
    .help = 这一户年满 18 周岁的村民人数，写数字。
    .example = 3
roster-households-since = 起始日期
    .help = 从哪天起是这样。第一次登记可以空着；以后有变更，写变更的日期。
    .example = —
roster-households-until = 注销日期
    .help = 这一户不再单列的最后一天，例如并户。
    .example = —
roster-households-reason = 变更原因
    .help = 第一次登记不用写；变更和注销要写，例如 分户、户主去世。
    .example = —
roster-households-people = 人口
    .help = 这一户的村民人数，大人小孩都算，写数字。可以空着；本地按全体村民的十分之一提议召开村民会议的，每一户都要填。
    .example = —

## 户代表

roster-representatives-org = 组织代码
    .help = 村（社区）党支部的代码。
    .example = QX0301
roster-representatives-house_no = 户号
    .help = 与“户”表一致。
    .example = 3-027
roster-representatives-name = 户代表姓名
    .help = 一户一人，年满 18 周岁。暂时没有的写“空缺”。
    .example = 王某某
roster-representatives-adult = 年满18周岁
    .help = 是或否。不收集出生日期；空着表示村里已经核对过。
    .example = yes
roster-representatives-since = 起始日期
    .help = 从哪天起由他代表。第一次登记可以空着；换人要写。
    .example = —
roster-representatives-reason = 变更原因
    .help = 换人要写，例如 外出务工、去世。
    .example = —
roster-representatives-phone = 手机号
    .help = 可以空着。只用来联系户代表，不进会议记录，也不导出。
    .example = —
roster-representatives-term = 任期至
    .help = 户代表这一任的最后一天；没有定任期的空着。换届续任的，写新的日期、起始日期和变更原因。
    .example = —

## 其他名册

roster-members-org = 组织代码
    .help = 党支部的代码。
    .example = QX0301
roster-members-body = 名册
    .help = 点右边的小箭头选。
    .example = representatives
roster-members-no = 编号
    .help = 在这一本名册里不重复，例如 1、2、3。
    .example = 1
roster-members-name = 姓名
    .help = 2 到 20 个字。
    .example = 李某某
roster-members-group = 村民小组
    .help = 可以空着。
    .example = 3组
roster-members-since = 起始日期
    .help = 第一次登记可以空着；换人或变更要写。
    .example = —
roster-members-until = 截止日期
    .help = 不再是成员的，写最后一天。
    .example = —
roster-members-reason = 变更原因
    .help = 换人、变更和截止要写，例如 改选。
    .example = —
roster-members-sex = 性别
    .help = 男或女。可以空着；村民代表都填了，系统才核对妇女代表是否够三分之一。
    .example = —
roster-members-capable = 完全民事行为能力
    .help = 只有集体经济组织成员要看这一列：没有完全民事行为能力的写“否”；空着就是“是”。
    .example = —

## 选项；roster-also-… 是导入时也认的说法

roster-level-county = 县
roster-level-town = 镇
roster-level-branch = 党支部
roster-level-group = 党小组
roster-also-level-county = 区、市、县级、县市区、县委组织部
roster-also-level-town = 乡、街道、乡镇、镇乡街道、镇级、镇党委
roster-also-level-branch = 支部、党总支、总支、村、村级、社区
roster-also-level-group = 小组
roster-kind-village = 村
roster-kind-community = 社区
roster-kind-office = 机关事业
roster-kind-enterprise = 非公企业
roster-kind-social = 社会组织
roster-kind-finance = 国有金融
roster-also-kind-village = 行政村、农村
roster-also-kind-community = 居委会、城市社区
roster-also-kind-office = 机关、事业、事业单位、机关事业单位
roster-also-kind-enterprise = 企业、两新、两新组织、私营企业
roster-also-kind-social = 社团、协会
roster-also-kind-finance = 国有金融机构、金融机构、金融、银行
roster-adult-yes = 是
roster-adult-no = 否
roster-body-committee = 村委会成员
roster-body-representatives = 村民代表
roster-body-collective = 集体经济组织成员
roster-body-delegates = 集体经济组织成员代表
roster-body-voters = 有表决权的党员
roster-body-branch_committee = 支部委员会委员
roster-also-body-committee = 村委会、村民委员会、村民委员会成员
roster-also-body-representatives = 代表
roster-also-body-collective = 集体成员、集体组织成员、合作社成员
roster-also-body-delegates = 成员代表
roster-also-body-voters = 正式党员、表决权党员
roster-also-body-branch_committee = 支委、支委会、支委会成员
roster-sex-male = 男
roster-sex-female = 女
roster-also-sex-male = 男性
roster-also-sex-female = 女性、妇女
roster-also-role-member = 普通党员、群众党员、流动
roster-also-role-village_cadre = 村委、两委、村两委、委员、支委、村主任、主任、副书记
roster-also-role-branch_secretary = 书记、支书、村支书、支部书记
roster-also-role-information_officer = 支部信息员、村信息员、文书
roster-also-role-convener = 召集人、议事长、议事点召集人
roster-also-role-supervisor = 监督小组、监督委员会、村务监督、监委会主任、监督小组组长
roster-also-role-contact_cadre = 联村干部、联系领导、驻村干部
roster-also-role-dispatched_secretary = 第一书记、下派
roster-also-role-host_contact = 流入地
roster-also-role-town_clerk = 组织办、镇组织办干事、乡镇组织办
roster-also-role-town_committee = 组织委员
roster-also-role-county = 组织部、县级
roster-also-role-admin = 系统管理员

## 标记

roster-example = 示例
roster-nothing = 无、没有
roster-vacant = 空缺、暂缺
roster-problem = 原因

## 说明页

roster-help-title = 连心名册
roster-help-how =
    一、各张表第 1 行是列名，带 * 的必须填。点到格子上会显示怎么填。
    二、灰色的示例行不会导入，可以留着，也可以删掉；在它下面一行一行往下写。
    三、不要合并格子，不要改列名和表名。用不到的表可以空着。
    四、以后有变动，只把变动的行写进来再导入一次就行。空着的格子表示不改；要清空，写“无”。
    五、导入：lianxin import roster 文件名.xlsx（加 --dry-run 只检查，不写入）。有错的行会写进另一个工作簿，改好后导入那一个。
    六、不要把身份证号、银行卡号写进来，系统不收集。
roster-help-sheet = 工作表
roster-help-column = 列
roster-help-must = 必填
roster-help-fill = 怎么填
roster-help-sample = 示例
roster-help-options = { $column }的选项
roster-help-yes = 是

## 有错的行：哪里不对，怎么改

roster-bad-missing = 没有填，这一列必须填
roster-bad-long = 有 { $length } 个字，最多 { $most } 个
roster-bad-code = “{ $text }”不能作代码：只用字母、数字、连字符，不超过 { $most } 个，例如 QX0301
roster-bad-code_phone = 人员编号不要用手机号，手机号写在“手机号”一列
roster-bad-name_length = 姓名有 { $length } 个字，应在 2 到 20 个字之间
roster-bad-name_signs = “{ $text }”不像姓名，请只写名字，例如 张某某
roster-bad-who = “{ $text }”既不是手机号也不是人员编号
roster-bad-choice = “{ $text }”不在选项里，请从这些里面选：{ $known }
roster-bad-two_ways = 可以看成 { $first } 或 { $second }，请写成 2026-11-03 这样
roster-bad-many = { $number } 太大，最多 { $most }
roster-bad-day_number = “{ $text }”是表格软件里的日期序号（{ $day }），请把这一列设成日期或文本格式再写
roster-bad-day_moves = “{ $text }”过一阵就说的是另一天了，请写上年份，例如 2026-11-03
roster-bad-cell_formula = 这一格是公式，还没有算出结果；请用表格软件打开、保存一次，或直接写结果
roster-bad-cell_error = 这一格的公式出错了，请直接写结果
roster-bad-cell_lost = 这一格存成了数字，位数太多，末尾已经丢了；请把格子设成文本格式再重写
roster-bad-cell_merged = 这一格和别的格子合并了（“{ $text }”），请取消合并，每行都写
roster-bad-cell_date = 表格软件把这一格变成了日期 { $text }；请把格子设成文本格式再重写
roster-bad-cell_other = “{ $text }”不是文字，请把格子设成文本格式再重写
roster-bad-column_twice = 这一列在表里出现了两次，请删掉一列
roster-bad-column_missing = 表里没有这一列
roster-bad-sheet_name = 工作表“{ $sheet }”的名字不对，请改成“{ $name }”
roster-bad-twice = 和第 { $row } 行重复（{ $text }）
roster-bad-level_changed = 系统里登记的层级是“{ $level }”，不能改；请另用一个代码
roster-bad-until_before = 结束日期在开始日期之前
roster-bad-circle = 上级绕了一圈又回到自己
roster-bad-no_parent = 县是最上一级，这里不填
roster-bad-parent_missing = 没有填上级，上级应当是{ $wanted }
roster-bad-parent_bad = 上级 { $code } 在第 { $row } 行，那一行有错
roster-bad-parent_level = 上级的层级不对，应当是{ $wanted }
roster-bad-org_unknown = 没有代码是 { $code } 的组织
roster-bad-org_bad = 这个组织在“组织”表第 { $row } 行，那一行有错
roster-bad-no_village = { $code } 不是村（社区）的党支部
roster-bad-no_key = 手机号和人员编号至少写一个
roster-bad-phone_twice = 第 { $row } 行已经写了这个手机号；一个号码只登记一个人，没有手机的人写人员编号
roster-bad-phone_taken = 这个手机号已经登记给系统里的另一个人
roster-bad-other_name = 这个手机号登记的是另一个姓名；同一个人改名，请在“原姓名”写原来的，不是同一个人请先给原来的人换号
roster-bad-old_unknown = 系统里没有原手机号是这个的人
roster-bad-person_unknown = 没有编号或手机号是 { $person } 的人
roster-bad-person_bad = 这个人在“人员”表第 { $row } 行，那一行有错
roster-bad-name_differs = 与这个编号或手机号的人姓名不同，可能填错了行
roster-bad-role_level = “{ $role }”要在{ $levels }任职，这个组织的层级不对
roster-bad-away_role = 外出、返回日期只填在角色是党员的行里
roster-bad-away_again = 登记的是 { $day } 已经返回；又外出了，请写这次外出的日期
roster-bad-away_back = 登记的是在外；已经回来的，请写哪天返回
roster-bad-away_unknown = 写了返回日期，没有外出日期；请写哪天外出，说不准就写“是”
roster-bad-away_before = 返回日期在外出（{ $day }）之前，请核对
roster-bad-terms_overlap = 与自 { $since } 起的同一任职重叠；请先在那一行写离任日期
roster-bad-last_admin = 这是最后一个管理员，不能离任；请先任命另一个
roster-bad-change_undated = 与登记的（{ $was }）不同；有变更，请写起始日期和变更原因
roster-bad-change_before = 与登记的（{ $was }）不同，那是自 { $day } 起登记的；有变更，请写更晚的起始日期和变更原因
roster-bad-reason_missing = 有变更，请写变更原因
roster-bad-later_known = 自 { $day } 起的情况已经登记，请写更晚的日期
roster-bad-ended = 已在 { $day } 结束；要重新登记，请写这之后的起始日期
roster-bad-fewer_people = 人口 { $people } 人，比18周岁以上的 { $adults } 人还少，请核对
roster-bad-house_unknown = 这个村没有 { $house } 这一户
roster-bad-house_bad = 这一户在“户”表第 { $row } 行，那一行有错
roster-bad-two_speakers = 第 { $row } 行已经写了 { $text } 这一户的代表；一户只有一个
roster-bad-not_adult = 户代表要年满 18 周岁
roster-bad-term_before = 任期至的日期早于起始日期（{ $day }）

## 整张表

roster-remark-no_headings = 工作表“{ $sheet }”没有找到列名，没有读；请用模板里的列名
roster-remark-unknown = 工作表“{ $sheet }”不认识，没有读
roster-remark-columns = 工作表“{ $sheet }”里这几列没有读：{ $names }
roster-remark-body = { $village }：{ $law }不影响导入，请留意。
roster-remark-unfilled = 名册里一行都还没有填（示例不算），什么也没有导入。各工作表这样填：
roster-remark-expects = 　“{ $sheet }”：{ $what }必填：{ $must }。
roster-list-mark = 、

## 命令行

roster-template-made = 空白名册已写到 { $file }
roster-done = 已导入 { $file }：
roster-checked = 已检查 { $file }，没有写入：
roster-line = { $sheet }：新增 { $new }，更新 { $changed }，没有变化 { $unchanged }，有错 { $bad }
roster-nothing-changed = 和系统里的一致，什么也没有改。
roster-fault = { $sheet } 第 { $row } 行{ $column ->
        [none] {""}
       *[other] “{ $column }”
    }：{ $reason }
roster-remarks-more = 还有 { $count } 条提醒，加 --json 可以全部列出。
roster-more = 还有 { $count } 处，{ $dry ->
        [yes] 加 --json 可以全部列出
       *[no] 都在下面这个文件里
    }
roster-errors-file = 有错的 { $count } 行写到了 { $file }，改好后导入这个文件就行。
roster-errors-unwritten = 有错的行没能写到 { $file }：那里写不进去。
roster-progress = { $what ->
        [read] 已读 { $rows } 行
       *[judged] 已核对 { $rows } 户
    }

## 不能读的文件

error-workbook_refused = 这个文件没有导入：{ $why }。
error-workbook_refused--not_a_workbook = 不是 Excel 工作簿（.xlsx）；请在表格软件里另存为 xlsx
error-workbook_refused--old_or_locked = 是旧格式（.xls）或者加了密码；请去掉密码，另存为 xlsx
error-workbook_refused--unreadable = 打不开
error-workbook_refused--broken = 文件坏了；请在表格软件里打开，另存一份
error-workbook_refused--unusual = 写法不常见，怕有问题；请在表格软件里打开，另存为 xlsx
error-workbook_refused--macros = 带有宏；请另存为不带宏的 xlsx
error-workbook_refused--linked = 有公式引用了别的文件；请复制后只粘贴数值，再导入
error-workbook_refused--file_big = 超过 { $most } MB；请按镇拆成几个文件
error-workbook_refused--too_big = 展开后太大；请删掉多余的表和图片，或按镇拆成几个文件
error-workbook_refused--too_slow = 读得太久；请按镇拆成几个文件
error-workbook_refused--entries = 里面的部件超过 { $most } 个，不像是名册
error-workbook_refused--merged = 合并的格子超过 { $most } 处；请取消合并
error-workbook_refused--too_wide = 有内容的格子一直到了 { $last }；请删掉多余的行和列
error-nothing_to_import = 没有找到名册的工作表，只有：{ $sheets }。请用 lianxin template roster 生成的模板。
error-file_there = { $file } 已经有了，没有改动；请换一个文件名。
