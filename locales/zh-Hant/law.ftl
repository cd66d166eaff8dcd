### 法律條文怎樣說成話。bot/forms/core/law.py 給出鍵和數；先說數，再說依據。

## 條文、份額、單位（供下面引用；參數 $law、$share、$mode、$category）

law-article = { $law ->
    [VCL-18] 村民委員會組織法第十八條
    [VCL-20] 村民委員會組織法第二十條
    [VCL-25] 村民委員會組織法第二十五條
    [VCL-26] 村民委員會組織法第二十六條
    [VCL-27] 村民委員會組織法第二十七條
    [VCL-28] 村民委員會組織法第二十八條
    [VCL-29] 村民委員會組織法第二十九條
    [VCL-30] 村民委員會組織法第三十條
    [VCL-31] 村民委員會組織法第三十一條
    [VCL-32] 村民委員會組織法第三十二條
    [VCL-33] 村民委員會組織法第三十三條
    [VCL-35] 村民委員會組織法第三十五條
    [VCL-37] 村民委員會組織法第三十七條
    [VCL-38] 村民委員會組織法第三十八條
    [VCL2018-15] 村民委員會組織法（2018年修正）第十五條
    [VCL2018-21] 村民委員會組織法（2018年修正）第二十一條
    [VCL2018-22] 村民委員會組織法（2018年修正）第二十二條
    [VCL2018-23] 村民委員會組織法（2018年修正）第二十三條
    [VCL2018-24] 村民委員會組織法（2018年修正）第二十四條
    [VCL2018-25] 村民委員會組織法（2018年修正）第二十五條
    [VCL2018-26] 村民委員會組織法（2018年修正）第二十六條
    [VCL2018-27] 村民委員會組織法（2018年修正）第二十七條
    [VCL2018-28] 村民委員會組織法（2018年修正）第二十八條
    [VCL2018-32] 村民委員會組織法（2018年修正）第三十二條
    [VCL2018-33] 村民委員會組織法（2018年修正）第三十三條
    [RCEO-15] 農村集體經濟組織法第十五條
    [RCEO-26] 農村集體經濟組織法第二十六條
    [RCEO-27] 農村集體經濟組織法第二十七條
    [RCEO-28] 農村集體經濟組織法第二十八條
    [RCEO-30] 農村集體經濟組織法第三十條
    [RLCL-19] 農村土地承包法第十九條
    [CC-261] 民法典第二百六十一條
    [PBR-11] 中國共產黨支部工作條例（試行）第十一條
    [PBR-12] 中國共產黨支部工作條例（試行）第十二條
    [PBR-14] 中國共產黨支部工作條例（試行）第十四條
   *[none] 沒有法律條文，按本地做法
}
law-by = { $law ->
    [none] { "" }
   *[other] （{ law-article }{ law-unsure }）
}
law-unsure = { $certain ->
    [0] ，當日適用的文本未經核實
   *[other] { "" }
}
law-share = { $share ->
    [two_thirds] 三分之二
    [three_quarters] 四分之三
    [half] 半數
   *[over_half] 過半數
}
law-counted = { $counted ->
    [body] （村委會成員和村民代表一起算）
    [representatives] （只算村民代表）
   *[none] { "" }
}
law-unit = { $mode ->
    [assembly_households] 戶
    [group_households] 戶
   *[other] 人
}

## 會議類別

law-mode-assembly_households = 戶代表村民會議
law-mode-assembly_adults = 村民會議
law-mode-representatives = 村民代表會議
law-mode-group_households = 村民小組戶代表會議
law-mode-group_adults = 村民小組會議
law-mode-collective = 集體經濟組織成員大會
law-mode-collective_delegates = 集體經濟組織成員代表大會
law-mode-talk = 協商議事
law-mode-branch_meeting = 支部黨員大會
law-mode-branch_committee = 支部委員會會議
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

## 議題類別

law-category-planning = 村莊規劃、建設等重要事項
law-category-absence_pay = 誤工補貼的人員和標準
law-category-collective_income = 村集體經濟所得資金、物資的使用
law-category-public_works = 公益事業的興辦和建設承包
law-category-funds_labour = 籌資籌勞
law-category-aid_persons = 重點幫扶人員和幫扶方案
law-category-other = 其他涉及村民利益的事項
law-category-delegated = 村民會議專門授權的事項
law-category-work_report = 村委會工作報告
law-category-village_rules = 村民自治章程、村規民約
law-category-appraisal = 民主評議
law-category-resignation = 村委會成員辭職
law-category-supervision = 推選村務監督機構成員
law-category-election = 選舉、罷免、補選
law-category-group_matter = 村民小組的事項
law-category-land_contract = 土地承包方案
law-category-homestead = 宅基地使用方案
law-category-shares = 集體收益權份額量化
law-category-land_compensation = 土地補償費的分配、使用
law-category-collective_assets = 集體資產、投資和經營性建設用地
law-category-collective_budget = 集體經濟計劃、預決算和收益分配
law-category-collective_officers = 理事會、監事會的人員和報酬
law-category-charter = 集體經濟組織章程
law-category-membership = 集體經濟組織成員確認
law-category-outsider_rights = 給予非成員的權利
law-category-merger = 集體經濟組織合併、分立
law-category-party_matter = 黨員大會決定的黨內事項
law-category-party_daily = 支委會日常工作
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

## 到會

law-quorum = 應到 { $should } { law-unit }{ law-counted }，須到會 { $need } { law-unit }以上（{ law-share }）{ law-by }。
law-quorum-met = 應到 { $should } { law-unit }{ law-counted }，須到會 { $need } { law-unit }以上（{ law-share }）；實到 { $present } { law-unit }，達到法定人數{ law-by }。
law-quorum-short =
    應到 { $should } { law-unit }{ law-counted }，須到會 { $need } { law-unit }以上（{ law-share }）；實到 { $present } { law-unit }，未達到法定人數{ law-by }。
    這次會可以記錄協商意見，不能形成決議。
law-quorum-over = 實到 { $present } { law-unit }，比應到的 { $should } { law-unit }還多。請核對名冊和簽到。
law-quorum-empty = 名冊上還沒有應到的人，開不成會。請先把名冊補上。
law-quorum-none = 協商議事不要求到會人數，只記協商意見，不作決議{ law-by }。

## 表決

law-pass = 參加表決 { $voting } { law-unit }，贊成 { $need } 票以上通過（{ law-share }）{ law-by }。
law-pass-opening = 開會時到會 { $present } { law-unit }，贊成 { $need } 票以上通過（{ law-share }，按開會時到會的人算）{ law-by }。
law-pass-all = 贊成 { $need } 票以上通過：按應到的 { $should } { law-unit }算{ law-share }，不按到會人數算{ law-by }。
law-pass-none = 協商議事不表決，只記意見。
law-passed = 贊成 { $yes } 票，須 { $need } 票以上（{ law-share }），通過{ law-by }。
law-failed = 贊成 { $yes } 票，須 { $need } 票以上（{ law-share }），沒有通過{ law-by }。
law-passed-disputed =
    { law-passed }
    換一種算法（表決時在場 { $voting } { law-unit }，開會時到會 { $present } { law-unit }，應到 { $should } { law-unit }）結果不同，已請審核人留意。
law-failed-disputed =
    { law-failed }
    換一種算法（表決時在場 { $voting } { law-unit }，開會時到會 { $present } { law-unit }，應到 { $should } { law-unit }）結果不同，已請審核人留意。
law-vote-no-quorum = 表決時在場只有 { $voting } { law-unit }，須 { $need } { law-unit }以上（{ law-share }）{ law-by }，這一項不能表決，可以記錄協商意見。
law-vote-impossible = 票數對不上：贊成 { $yes } 票，表決時在場 { $voting } { law-unit }，到會 { $present } { law-unit }，應到 { $should } { law-unit }。請核對。

## 由哪個會決定

law-forum-ok = 「{ law-category }」可以由{ law-mode }決定{ law-by }。
law-forum-delegated = 「{ law-category }」是村民會議的事，有村民會議的授權，{ law-mode }才能決定{ law-by }。請寫明是哪次會議授權的。
law-forum-charter = 「{ law-category }」要章程寫明可以由{ law-mode }決定，才能在這裡表決{ law-by }。
law-forum-assembly = 「{ law-category }」只能由村民會議決定{ law-by }。{ law-mode }可以討論、記意見，不能作決議。
law-forum-village = 「{ law-category }」由村民會議決定，或者由得到授權的村民代表會議決定{ law-by }。{ law-mode }可以討論、記意見，不能作決議。
law-forum-group = 「{ law-category }」由本組的村民小組會議決定{ law-by }。{ law-mode }可以討論、記意見，不能作決議。
law-forum-collective = 「{ law-category }」由集體經濟組織成員大會決定{ law-charter-may }{ law-by }。{ law-mode }可以討論、記意見，不能作決議。
law-charter-may = { $delegable ->
    [1] ，章程規定了的，也可以由成員代表大會決定
   *[0] {""}
}
law-forum-members = 「{ law-category }」不能交給成員代表大會，只能由成員大會決定{ law-by }。這裡可以討論、記意見，不能作決議。
law-forum-election = 「{ law-category }」由登記參加選舉的村民投票，不在{ law-mode }上表決{ law-by }。
law-forum-party = 「{ law-category }」是黨內的事，由黨支部按規定決定{ law-by }，不在{ law-mode }上表決。
law-forum-branch = 「{ law-category }」黨支部可以先討論{ law-by }，最後由有權的會議決定。{ law-mode }不作村裡的決議。
law-forum-talk = 協商議事可以談「{ law-category }」，記下協商意見{ law-by }；要定下來的，提交有權決定的會議。

## 先經黨組織研究

law-review = 「{ law-category }」要先經村黨組織研究討論，再提交{ law-mode }{ law-by }。研究要在會前，最晚當天。
law-review-practice = 按「四議兩公開」的做法，「{ law-category }」先經村黨組織研究討論，再提交{ law-mode }。研究要在會前，最晚當天。
law-review-none = 「{ law-category }」在{ law-mode }上不需要填黨組織研究日期。

## 召集和通知

law-caller = { law-mode }由{ law-caller-who }召集{ law-by }。
law-caller-who = { $who ->
    [group_head] 村民小組組長
    [board] 理事會
    [secretary] 黨支部書記
   *[committee] 村民委員會
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
law-call-met = { $asked } 名{ law-asker }提議，達到 { $total } 名的{ law-part }（{ $need } 名），應當召開{ law-mode }{ law-by }。
law-call-short = { $asked } 名{ law-asker }提議，不到 { $total } 名的{ law-part }（{ $need } 名）{ law-by }，{ law-mode }開不開由召集人決定。
law-call-none = 法律沒有規定多少人提議就必須召開{ law-mode }，按章程或本地規定辦。
law-notice = 召開{ law-mode }要提前 { $need } 天通知，通知當天不算{ law-by }。
law-notice-practice = 召開{ law-mode }要提前 { $need } 天通知，通知當天不算（本地規定，可以在設定裡改）。
law-notice-none = 召開{ law-mode }沒有規定要提前幾天通知。
law-notice-met = 提前 { $gap } 天通知，夠 { $need } 天{ law-by }。
law-notice-short = 只提前了 { $gap } 天通知，應當提前 { $need } 天，通知當天不算{ law-by }。請寫明原因。
law-notice-after = 通知日期在開會之後，請核對這兩個日期。

## 公布

law-post = 公布不少於 { $need } 天{ law-by }。
law-post-practice = 公布不少於 { $need } 天（本地做法，可以在設定裡改）。
law-post-end = 從 { $start } 起公布，不少於 { $need } 天，到 { $end } 為止，開始那天不算{ law-by }。

## 組成人員

law-body-share = 村民代表 { $present } 名，佔組成人員 { $total } 名的比例不到五分之四（{ $need } 名）{ law-by }。
law-body-women = 婦女代表 { $present } 名，不到 { $total } 名的三分之一（{ $need } 名）{ law-by }。
law-body-women-disputed = 婦女代表 { $present } 名，按 { $total } 名的三分之一要 { $need } 名{ law-by }。按村民代表算和按全體組成人員算，結果不同，請核對。
law-body-delegates = 成員代表 { $present } 名，要多於二十名（至少 { $need } 名）{ law-by }。
law-body-who = { $mode ->
    [collective_delegates] 成員代表
   *[other] 村民代表
}
law-body-size = { law-body-who } { $present } 名；按戶推選的，每 5 至 15 戶一名，{ $total } 戶應有 { $low } 至 { $high } 名{ law-by }。
law-body-group = { $group } { $total } 戶 { $present } 名（應有 { $low } 至 { $high } 名）
law-body-groups = 村民代表每 5 至 15 戶一名，有 { $count } 個村民小組不是這樣：{ $groups }{ $more ->
        [0] { "" }
       *[other] 等
    }{ law-by }。
law-both = { $first }{ $second }

## 文本留有餘地之處（設定頁）

law-reading-majority_base = 有人中途退場，過半數按誰算
law-reading-majority_base-remaining = 表決時在場的人
law-reading-majority_base-opening = 開會時到會的人
law-reading-committee_majority = 支委會表決，過半數按誰算
law-reading-committee_majority-should = 全體委員
law-reading-committee_majority-present = 到會委員
law-reading-representatives_base = 村民代表會議的三分之二按誰算
law-reading-representatives_base-body = 村委會成員和村民代表一起算
law-reading-representatives_base-representatives = 只算村民代表
law-reading-women_base = 婦女代表的三分之一按誰算
law-reading-women_base-representatives = 村民代表
law-reading-women_base-body = 全體組成人員（條文字面）
law-reading-collective_base = 集體經濟組織的三分之二按誰算
law-reading-collective_base-capable = 有完全民事行為能力的成員
law-reading-collective_base-all = 名冊上的全體成員
law-reading-request_base = 提議開村民會議的十分之一按誰算
law-reading-request_base-adults = 十八週歲以上的村民
law-reading-request_base-villagers = 全體村民
law-reading-first_day_counts = 通知、公布的天數把開始那天也算進去
law-reading-representatives_notice = 村民代表會議提前幾天通知（省裡的規定）
law-reading-delegates_notice = 成員代表大會提前幾天通知
law-reading-group_notice = 村民小組會議提前幾天通知
law-reading-posting_unwritten = 2026年以前村務公布幾天
law-reading-posting_other = 其他公示幾天
law-reading-review_other = 「其他事項」也要先經村黨組織研究
law-reading-review_groups = 村民小組的事項也要先經村黨組織研究
