### 法律条文怎样说成话。bot/forms/core/law.py 给出键和数；先说数，再说依据。

## 条文、份额、单位（供下面引用；参数 $law、$share、$mode、$category）

law-article = { $law ->
    [VCL-18] 村民委员会组织法第十八条
    [VCL-20] 村民委员会组织法第二十条
    [VCL-25] 村民委员会组织法第二十五条
    [VCL-26] 村民委员会组织法第二十六条
    [VCL-27] 村民委员会组织法第二十七条
    [VCL-28] 村民委员会组织法第二十八条
    [VCL-29] 村民委员会组织法第二十九条
    [VCL-30] 村民委员会组织法第三十条
    [VCL-31] 村民委员会组织法第三十一条
    [VCL-32] 村民委员会组织法第三十二条
    [VCL-33] 村民委员会组织法第三十三条
    [VCL-35] 村民委员会组织法第三十五条
    [VCL-37] 村民委员会组织法第三十七条
    [VCL-38] 村民委员会组织法第三十八条
    [VCL2018-15] 村民委员会组织法（2018年修正）第十五条
    [VCL2018-21] 村民委员会组织法（2018年修正）第二十一条
    [VCL2018-22] 村民委员会组织法（2018年修正）第二十二条
    [VCL2018-23] 村民委员会组织法（2018年修正）第二十三条
    [VCL2018-24] 村民委员会组织法（2018年修正）第二十四条
    [VCL2018-25] 村民委员会组织法（2018年修正）第二十五条
    [VCL2018-26] 村民委员会组织法（2018年修正）第二十六条
    [VCL2018-27] 村民委员会组织法（2018年修正）第二十七条
    [VCL2018-28] 村民委员会组织法（2018年修正）第二十八条
    [VCL2018-32] 村民委员会组织法（2018年修正）第三十二条
    [VCL2018-33] 村民委员会组织法（2018年修正）第三十三条
    [RCEO-15] 农村集体经济组织法第十五条
    [RCEO-26] 农村集体经济组织法第二十六条
    [RCEO-27] 农村集体经济组织法第二十七条
    [RCEO-28] 农村集体经济组织法第二十八条
    [RCEO-30] 农村集体经济组织法第三十条
    [RLCL-19] 农村土地承包法第十九条
    [CC-261] 民法典第二百六十一条
    [PBR-11] 中国共产党支部工作条例（试行）第十一条
    [PBR-12] 中国共产党支部工作条例（试行）第十二条
    [PBR-14] 中国共产党支部工作条例（试行）第十四条
   *[none] 没有法律条文，按本地做法
}
law-by = { $law ->
    [none] { "" }
   *[other] （{ law-article }{ law-unsure }）
}
law-unsure = { $certain ->
    [0] ，当日适用的文本未经核实
   *[other] { "" }
}
law-share = { $share ->
    [two_thirds] 三分之二
    [three_quarters] 四分之三
    [half] 半数
   *[over_half] 过半数
}
law-counted = { $counted ->
    [body] （村委会成员和村民代表一起算）
    [representatives] （只算村民代表）
   *[none] { "" }
}
law-unit = { $mode ->
    [assembly_households] 户
    [group_households] 户
   *[other] 人
}

## 会议类别

law-mode-assembly_households = 户代表村民会议
law-mode-assembly_adults = 村民会议
law-mode-representatives = 村民代表会议
law-mode-group_households = 村民小组户代表会议
law-mode-group_adults = 村民小组会议
law-mode-collective = 集体经济组织成员大会
law-mode-collective_delegates = 集体经济组织成员代表大会
law-mode-talk = 协商议事
law-mode-branch_meeting = 支部党员大会
law-mode-branch_committee = 支部委员会会议
law-mode = { $mode ->
    [assembly_households] { law-mode-assembly_households }
    [assembly_adults] { law-mode-assembly_adults }
    [representatives] { law-mode-representatives }
    [group_households] { law-mode-group_households }
    [group_adults] { law-mode-group_adults }
    [collective] { law-mode-collective }
    [collective_delegates] { law-mode-collective_delegates }
    [branch_meeting] { law-mode-branch_meeting }
    [branch_committee] { law-mode-branch_committee }
   *[talk] { law-mode-talk }
}

## 议题类别

law-category-planning = 村庄规划、建设等重要事项
law-category-absence_pay = 误工补贴的人员和标准
law-category-collective_income = 村集体经济所得资金、物资的使用
law-category-public_works = 公益事业的兴办和建设承包
law-category-funds_labour = 筹资筹劳
law-category-aid_persons = 重点帮扶人员和帮扶方案
law-category-other = 其他涉及村民利益的事项
law-category-delegated = 村民会议专门授权的事项
law-category-work_report = 村委会工作报告
law-category-village_rules = 村民自治章程、村规民约
law-category-appraisal = 民主评议
law-category-resignation = 村委会成员辞职
law-category-supervision = 推选村务监督机构成员
law-category-election = 选举、罢免、补选
law-category-group_matter = 村民小组的事项
law-category-land_contract = 土地承包方案
law-category-homestead = 宅基地使用方案
law-category-shares = 集体收益权份额量化
law-category-land_compensation = 土地补偿费的分配、使用
law-category-collective_assets = 集体资产、投资和经营性建设用地
law-category-collective_budget = 集体经济计划、预决算和收益分配
law-category-collective_officers = 理事会、监事会的人员和报酬
law-category-charter = 集体经济组织章程
law-category-membership = 集体经济组织成员确认
law-category-outsider_rights = 给予非成员的权利
law-category-merger = 集体经济组织合并、分立
law-category-party_matter = 党员大会决定的党内事项
law-category-party_daily = 支委会日常工作
law-category = { $category ->
    [planning] { law-category-planning }
    [absence_pay] { law-category-absence_pay }
    [collective_income] { law-category-collective_income }
    [public_works] { law-category-public_works }
    [funds_labour] { law-category-funds_labour }
    [aid_persons] { law-category-aid_persons }
    [delegated] { law-category-delegated }
    [work_report] { law-category-work_report }
    [village_rules] { law-category-village_rules }
    [appraisal] { law-category-appraisal }
    [resignation] { law-category-resignation }
    [supervision] { law-category-supervision }
    [election] { law-category-election }
    [group_matter] { law-category-group_matter }
    [land_contract] { law-category-land_contract }
    [homestead] { law-category-homestead }
    [shares] { law-category-shares }
    [land_compensation] { law-category-land_compensation }
    [collective_assets] { law-category-collective_assets }
    [collective_budget] { law-category-collective_budget }
    [collective_officers] { law-category-collective_officers }
    [charter] { law-category-charter }
    [membership] { law-category-membership }
    [outsider_rights] { law-category-outsider_rights }
    [merger] { law-category-merger }
    [party_matter] { law-category-party_matter }
    [party_daily] { law-category-party_daily }
   *[other] { law-category-other }
}

## 到会

law-quorum = 应到 { $should } { law-unit }{ law-counted }，须到会 { $need } { law-unit }以上（{ law-share }）{ law-by }。
law-quorum-met = 应到 { $should } { law-unit }{ law-counted }，须到会 { $need } { law-unit }以上（{ law-share }）；实到 { $present } { law-unit }，达到法定人数{ law-by }。
law-quorum-short =
    应到 { $should } { law-unit }{ law-counted }，须到会 { $need } { law-unit }以上（{ law-share }）；实到 { $present } { law-unit }，未达到法定人数{ law-by }。
    这次会可以记录协商意见，不能形成决议。
law-quorum-over = 实到 { $present } { law-unit }，比应到的 { $should } { law-unit }还多。请核对名册和签到。
law-quorum-empty = 名册上还没有应到的人，开不成会。请先把名册补上。
law-quorum-none = 协商议事不要求到会人数，只记协商意见，不作决议{ law-by }。

## 表决

law-pass = 参加表决 { $voting } { law-unit }，赞成 { $need } 票以上通过（{ law-share }）{ law-by }。
law-pass-opening = 开会时到会 { $present } { law-unit }，赞成 { $need } 票以上通过（{ law-share }，按开会时到会的人算）{ law-by }。
law-pass-all = 赞成 { $need } 票以上通过：按应到的 { $should } { law-unit }算{ law-share }，不按到会人数算{ law-by }。
law-pass-none = 协商议事不表决，只记意见。
law-passed = 赞成 { $yes } 票，须 { $need } 票以上（{ law-share }），通过{ law-by }。
law-failed = 赞成 { $yes } 票，须 { $need } 票以上（{ law-share }），没有通过{ law-by }。
law-passed-disputed =
    { law-passed }
    换一种算法（表决时在场 { $voting } { law-unit }，开会时到会 { $present } { law-unit }，应到 { $should } { law-unit }）结果不同，已请审核人留意。
law-failed-disputed =
    { law-failed }
    换一种算法（表决时在场 { $voting } { law-unit }，开会时到会 { $present } { law-unit }，应到 { $should } { law-unit }）结果不同，已请审核人留意。
law-vote-no-quorum = 表决时在场只有 { $voting } { law-unit }，须 { $need } { law-unit }以上（{ law-share }）{ law-by }，这一项不能表决，可以记录协商意见。
law-vote-impossible = 票数对不上：赞成 { $yes } 票，表决时在场 { $voting } { law-unit }，到会 { $present } { law-unit }，应到 { $should } { law-unit }。请核对。

## 由哪个会决定

law-forum-ok = “{ law-category }”可以由{ law-mode }决定{ law-by }。
law-forum-delegated = “{ law-category }”是村民会议的事，有村民会议的授权，{ law-mode }才能决定{ law-by }。请写明是哪次会议授权的。
law-forum-charter = “{ law-category }”要章程写明可以由{ law-mode }决定，才能在这里表决{ law-by }。
law-forum-assembly = “{ law-category }”只能由村民会议决定{ law-by }。{ law-mode }可以讨论、记意见，不能作决议。
law-forum-village = “{ law-category }”由村民会议决定，或者由得到授权的村民代表会议决定{ law-by }。{ law-mode }可以讨论、记意见，不能作决议。
law-forum-group = “{ law-category }”由本组的村民小组会议决定{ law-by }。{ law-mode }可以讨论、记意见，不能作决议。
law-forum-collective = “{ law-category }”由集体经济组织成员大会决定{ law-charter-may }{ law-by }。{ law-mode }可以讨论、记意见，不能作决议。
law-charter-may = { $delegable ->
    [1] ，章程规定了的，也可以由成员代表大会决定
   *[0] {""}
}
law-forum-members = “{ law-category }”不能交给成员代表大会，只能由成员大会决定{ law-by }。这里可以讨论、记意见，不能作决议。
law-forum-election = “{ law-category }”由登记参加选举的村民投票，不在{ law-mode }上表决{ law-by }。
law-forum-party = “{ law-category }”是党内的事，由党支部按规定决定{ law-by }，不在{ law-mode }上表决。
law-forum-branch = “{ law-category }”党支部可以先讨论{ law-by }，最后由有权的会议决定。{ law-mode }不作村里的决议。
law-forum-talk = 协商议事可以谈“{ law-category }”，记下协商意见{ law-by }；要定下来的，提交有权决定的会议。

## 先经党组织研究

law-review = “{ law-category }”要先经村党组织研究讨论，再提交{ law-mode }{ law-by }。研究要在会前，最晚当天。
law-review-practice = 按“四议两公开”的做法，“{ law-category }”先经村党组织研究讨论，再提交{ law-mode }。研究要在会前，最晚当天。
law-review-none = “{ law-category }”在{ law-mode }上不需要填党组织研究日期。

## 召集和通知

law-caller = { law-mode }由{ law-caller-who }召集{ law-by }。
law-caller-who = { $who ->
    [group_head] 村民小组组长
    [board] 理事会
    [secretary] 党支部书记
   *[committee] 村民委员会
}
law-asker = { $by ->
    [representatives] 村民代表
   *[villagers] 村民
}
law-part = { $share ->
    [3] 三分之一
    [5] 五分之一
   *[10] 十分之一
}
law-call-met = { $asked } 名{ law-asker }提议，达到 { $total } 名的{ law-part }（{ $need } 名），应当召开{ law-mode }{ law-by }。
law-call-short = { $asked } 名{ law-asker }提议，不到 { $total } 名的{ law-part }（{ $need } 名）{ law-by }，{ law-mode }开不开由召集人决定。
law-call-none = 法律没有规定多少人提议就必须召开{ law-mode }，按章程或本地规定办。
law-notice = 召开{ law-mode }要提前 { $need } 天通知，通知当天不算{ law-by }。
law-notice-practice = 召开{ law-mode }要提前 { $need } 天通知，通知当天不算（本地规定，可以在设置里改）。
law-notice-none = 召开{ law-mode }没有规定要提前几天通知。
law-notice-met = 提前 { $gap } 天通知，够 { $need } 天{ law-by }。
law-notice-short = 只提前了 { $gap } 天通知，应当提前 { $need } 天，通知当天不算{ law-by }。请写明原因。
law-notice-after = 通知日期在开会之后，请核对这两个日期。

## 公布

law-post = 公布不少于 { $need } 天{ law-by }。
law-post-practice = 公布不少于 { $need } 天（本地做法，可以在设置里改）。
law-post-end = 从 { $start } 起公布，不少于 { $need } 天，到 { $end } 为止，开始那天不算{ law-by }。

## 组成人员

law-body-share = 村民代表 { $present } 名，占组成人员 { $total } 名的比例不到五分之四（{ $need } 名）{ law-by }。
law-body-women = 妇女代表 { $present } 名，不到 { $total } 名的三分之一（{ $need } 名）{ law-by }。
law-body-women-disputed = 妇女代表 { $present } 名，按 { $total } 名的三分之一要 { $need } 名{ law-by }。按村民代表算和按全体组成人员算，结果不同，请核对。
law-body-delegates = 成员代表 { $present } 名，要多于二十名（至少 { $need } 名）{ law-by }。
law-body-who = { $mode ->
    [collective_delegates] 成员代表
   *[other] 村民代表
}
law-body-size = { law-body-who } { $present } 名；按户推选的，每 5 至 15 户一名，{ $total } 户应有 { $low } 至 { $high } 名{ law-by }。
law-body-group = { $group } { $total } 户 { $present } 名（应有 { $low } 至 { $high } 名）
law-body-groups = 村民代表每 5 至 15 户一名，有 { $count } 个村民小组不是这样：{ $groups }{ $more ->
        [0] { "" }
       *[other] 等
    }{ law-by }。
law-both = { $first }{ $second }

## 文本留有余地之处（设置页）

law-reading-majority_base = 有人中途退场，过半数按谁算
law-reading-majority_base-remaining = 表决时在场的人
law-reading-majority_base-opening = 开会时到会的人
law-reading-committee_majority = 支委会表决，过半数按谁算
law-reading-committee_majority-should = 全体委员
law-reading-committee_majority-present = 到会委员
law-reading-representatives_base = 村民代表会议的三分之二按谁算
law-reading-representatives_base-body = 村委会成员和村民代表一起算
law-reading-representatives_base-representatives = 只算村民代表
law-reading-women_base = 妇女代表的三分之一按谁算
law-reading-women_base-representatives = 村民代表
law-reading-women_base-body = 全体组成人员（条文字面）
law-reading-collective_base = 集体经济组织的三分之二按谁算
law-reading-collective_base-capable = 有完全民事行为能力的成员
law-reading-collective_base-all = 名册上的全体成员
law-reading-request_base = 提议开村民会议的十分之一按谁算
law-reading-request_base-adults = 十八周岁以上的村民
law-reading-request_base-villagers = 全体村民
law-reading-first_day_counts = 通知、公布的天数把开始那天也算进去
law-reading-representatives_notice = 村民代表会议提前几天通知（省里的规定）
law-reading-delegates_notice = 成员代表大会提前几天通知
law-reading-group_notice = 村民小组会议提前几天通知
law-reading-posting_unwritten = 2026年以前村务公布几天
law-reading-posting_other = 其他公示几天
law-reading-review_other = “其他事项”也要先经村党组织研究
law-reading-review_groups = 村民小组的事项也要先经村党组织研究
