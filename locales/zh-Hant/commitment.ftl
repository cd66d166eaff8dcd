# C 履職承諾。法律怎麼說，用 law.ftl 的句子（參數 $law 就是整句），這裡不另寫。

commitment = 履職承諾

## 承諾

commitment-kind = 要登記哪一種承諾？
    .short = 承諾類別
    .from = 黨員登記一句話承諾
    .help = 年度、任期、創業承諾要經鎮黨委審諾和兩個會議通過；一句話承諾由支部確認後貼出；辭職承諾經鎮黨委審諾後公示。提交以後類別不能改。
commitment-kind-annual = 年度承諾
commitment-kind-term = 任期承諾
commitment-kind-pledge = 一句話承諾
commitment-kind-venture = 創業承諾
commitment-kind-resign = 辭職承諾
commitment-body = 是誰的承諾？
    .short = 承諾主體
    .from = 由個人作出
commitment-body-person = 個人
commitment-body-team = 村班子
commitment-body-party = 黨組織
commitment--only_person = 一句話承諾和辭職承諾只能由個人作出，請選「個人」。
commitment-promiser = 承諾人是哪一位？
    .short = 承諾人
    .hint = 村班子和黨組織的，請選代表簽名的負責人。點名字，或直接打名字。
    .from = 您本人
commitment--for_another = 您在這裡只能登記自己的承諾。別人的承諾，請本人登記，或請支部書記、資訊員代填。
commitment-term_from = 承諾從哪天開始？
    .short = 開始日期
    .hint = 例如：2026年1月1日
    .from = 從今天開始
commitment--far_off = 這一天離現在太遠了，請再看看年份。開始日期最早六年前，最晚一年後。
commitment--year_fixed = 回執是按 { $year } 年編的，開始日期不能換到別的年份。要換年份，請另外登記一份。
commitment-term_to = 承諾到哪天為止？
    .short = 截止日期
    .from = 到年底
commitment--order = 截止日期應晚於開始日期 { $from }，請再看看。
commitment--one_year = 年度承諾要在同一個年度裡。從 { $from } 開始的，請寫同一年的日子，例如 12月31日。
commitment--five_years = 承諾期最長五年：從 { $from } 起，最晚到 { $most }。
commitment-sentence = 請寫一句話承諾（50字以內）。
    .short = 一句話承諾
    .hint = 例如：每月走訪10戶困難戶

## 承諾事項

commitment-items = 承諾做哪些事？
    .short = 承諾事項
    .add = 再加一項
    .help = 年度承諾 3 到 10 項，發展、服務、廉潔自律每類至少一項。任期承諾要涵蓋任期目標、工作職責、任務要求、廉潔自律。
    .row = 承諾事項第{ $n }項
    .rows = { $count } 項
commitment--annual_domains = 年度承諾裡，發展、服務、廉潔自律每類至少一項。現在發展 { $growth } 項、服務 { $service } 項、廉潔自律 { $integrity } 項，請補上缺的那一類。
commitment--term_domains = 任期承諾要涵蓋任期目標、工作職責、任務要求、廉潔自律。現在分別是 { $goal }、{ $duty }、{ $task }、{ $integrity } 項，請補上缺的那一類。
commitment-items-domain = 這一項屬於哪一類？
    .short = 類別
commitment-items-domain-growth = 發展
commitment-items-domain-service = 服務
commitment-items-domain-goal = 任期目標
commitment-items-domain-duty = 工作職責
commitment-items-domain-task = 任務要求
commitment-items-domain-integrity = 廉潔自律
commitment-items-domain-other = 其他
commitment--domain_fit = 這一類和承諾類別對不上，請重新選一類。
commitment-items-content = 承諾做成什麼？
    .short = 內容
    .hint = 寫清數量和結果，例如：硬化村道1.2公里
commitment-items-measure = 打算怎麼做？
    .short = 措施
    .hint = 例如：3月底前完成招標，5月開工
commitment-items-due = 什麼時候完成？
    .short = 時限
    .hint = 例如：6月30日
    .from = 廉潔自律管到承諾期滿
commitment--due_late = 承諾到 { $to } 截止，時限不能比這晚，請再看看。
commitment--due_early = 承諾從 { $from } 開始，時限不能比這早，請再看看。
commitment-items-owner = 誰負責？
    .short = 責任人
    .hint = 點名字，或直接打名字
    .from = 承諾人
commitment-items-evidence_kind = 將來拿什麼證明做到了？
    .short = 證明方式
commitment-items-evidence_kind-photo = 現場照片
commitment-items-evidence_kind-papers = 文件資料
commitment-items-evidence_kind-ledger = 台帳
commitment-items-evidence_kind-voucher = 票據合約
commitment-items-evidence_kind-witness = 群眾證明
commitment-items-evidence_kind-other = 其他
commitment-resign_if = 出現哪些情形就辭職？
    .short = 辭職情形
    .add = 再加一條
    .row = 辭職情形第{ $n }條
    .rows = { $count } 條
commitment-resign_if-event = 是什麼情形？
    .short = 情形
    .hint = 要數得清，例如：一年4次無故缺席重要會議
commitment-evidence = 有要附上的照片或材料嗎？
    .hint = 照片直接發過來，最多 9 個。
    .short = 佐證材料
commitment-own_hand = 承諾人本人提交，提交即為本人簽名。
commitment-other_hand = 代填的，要由承諾人{ $promiser }本人簽名才算數；沒有手機的，上傳簽了名的紙。

## 簽名

commitment-sign-signed = 這是以您的名義作的承諾。內容看過了，請簽名。
    .short = 承諾人簽名
    .hint = 也可以發一張簽了名、按了手印的照片。
commitment-sign_paper-paper = 請發承諾人簽名（手印）的照片。
    .short = 簽名照片

## 審諾

commitment-view-town_view = 鎮黨委的審諾意見是什麼？
    .short = 審諾意見
    .hint = 例如：同意提交會議
commitment-view-on = 審諾日期
    .short = 審諾日期

## 黨員大會

commitment-meeting_member-held = 黨員大會是哪天開的？
    .short = 會議日期
    .hint = 例如：1月18日
commitment--held_future = 會還沒開，請寫已經開過的那一天。
commitment--same_meeting = 上一輪的會（{ $before }）不再算。請登記修改以後重新開的那一次。
commitment-meeting_member-early_reason = 鎮黨委 { $viewed } 才審諾，會議比這早。請寫一句原因。
    .short = 先開會的原因
commitment-meeting_member-should = 應到會的黨員有多少名？
    .short = 應到
    .hint = 只算有表決權的，預備黨員不算在內
    .unit = 人
commitment-meeting_member-present = 實到多少名？
    .short = 實到
    .unit = 人
commitment--present_over = 實到不能多於應到（{ $should } 人），請再看看。
commitment--no_quorum = { $law }現在實到 { $present } 人，不能表決。數沒寫錯的話，請點「稍後再填」，擇日再開會。
commitment-meeting_member-pass_line = { $law }
commitment-meeting_member-yes = 贊成多少票？
    .short = 贊成
    .unit = 票
commitment--yes_over = 贊成票不能多於實到（{ $present } 人），請再看看。
commitment-meeting_member-no = 反對多少票？
    .short = 反對
    .unit = 票
commitment--no_over = 贊成和反對加起來比實到還多：反對最多 { $left } 票。
commitment-meeting_member-abstain = 棄權多少票？
    .short = 棄權
    .hint = 沒有投的和廢票都算棄權
    .unit = 票
commitment--votes_sum = 三項加起來是 { $votes } 票，應等於實到 { $present } 人。照前面填的，棄權是 { $left } 票；要改前面的數，請點「上一步」。
commitment-meeting_member-result_line = { $law }
commitment-meeting_member-proof = 有會議記錄的照片，請發來。沒有可以跳過。
    .short = 會議記錄
commitment-meeting_member-passed = 是否通過
    .short = 是否通過

## 村民代表會議或戶代表會議

commitment-meeting_villager-way = 村民代表會議（戶代表會議）的結果從哪裡來？
    .short = 結果來源
    .from = 只有這一種可選：沒有報過會議記錄的照紙質填，年度承諾選報過的記錄
commitment-meeting_villager-way-record = 選連心裡的記錄
commitment-meeting_villager-way-paper = 照紙質記錄填
commitment-meeting_villager-meeting = 是哪次會議、哪一項？
    .hint = 選的那一項，表決的就是這份承諾。會議記錄還沒報的，請先報《戶代表會議記錄》。
    .short = 會議
commitment--this_one = 表決的是這份承諾嗎？您選的是《{ $title }》。那次會的記錄還沒報的，請先報《戶代表會議記錄》，再回來登記。
commitment--twice = { $day }已經報過同樣的一份（回執 { $receipt }）。還要再報一份嗎？
commitment--not_decided = 這次會議沒有達到法定人數，或者這一項沒有表決，不能用。請另選一次。
commitment-meeting_villager-meeting_line = 《{ $title }》{ $date }：應到 { $should } 名，實到 { $present } 名；贊成 { $yes } 票，反對 { $no } 票，棄權 { $abstain } 票。
commitment-meeting_villager-mode = 開的是哪一種會？
    .short = 會議類別
commitment-meeting_villager-mode-representatives = 村民代表會議
commitment-meeting_villager-mode-assembly_households = 戶代表會議
commitment-meeting_villager-mode-assembly_adults = 村民會議
commitment-meeting_villager-held = 會是哪天開的？
    .short = 會議日期
    .hint = 例如：1月19日
commitment-meeting_villager-early_reason = 鎮黨委 { $viewed } 才審諾，會議比這早。請寫一句原因。
    .short = 先開會的原因
commitment-meeting_villager-should = 應到多少？
    .short = 應到
    .hint = 村民代表會議算組成人員，戶代表會議算戶，村民會議算十八週歲以上村民
commitment-meeting_villager-present = 實到多少？
    .short = 實到
commitment-meeting_villager-pass_line = { $law }
commitment-meeting_villager-yes = 贊成多少票？
    .short = 贊成
    .unit = 票
commitment-meeting_villager-no = 反對多少票？
    .short = 反對
    .unit = 票
commitment-meeting_villager-abstain = 棄權多少票？
    .short = 棄權
    .hint = 沒有投的和廢票都算棄權
    .unit = 票
commitment-meeting_villager-result_line = { $law }
commitment-meeting_villager-paper = 請發紙質會議記錄的照片。
    .short = 紙質記錄
commitment-meeting_villager-no_record = 年度承諾應以連心裡有法定人數的會議記錄為憑。這一次照紙質記錄登記，名冊、簽到和法定人數連心沒有核過；通過了會告訴鎮組織辦，請鎮裡對照照片看一看。
commitment-meeting_villager-paper_why = 年度承諾要有會議記錄為憑，連心裡還沒有報過。為什麼用紙質記錄？
    .hint = 例如：會是啟用連心以前開的
    .short = 用紙質的原因
commitment-meeting_villager-met_on = 表決日期
    .short = 表決日期
commitment-meeting_villager-passed = 是否通過
    .short = 是否通過

## 公示和異議

commitment-publish-notice_from = 公示從哪天開始？
    .short = 公示開始
commitment--notice_ahead = 還沒開始的公示先不登記，請寫已經貼出的那一天。
commitment--notice_before = 會議 { $held } 才通過，公示應在這以後開始，請再看看。
commitment-publish-notice_to = 公示到哪天？
    .short = 公示截止
commitment--notice_short = 公示期短了。{ $law }
commitment-publish-notice_photo = 有張貼的照片，請發來。沒有可以跳過。
    .short = 張貼照片
commitment-object-said_on = 異議是哪天提出的？
    .short = 提出日期
commitment--said_future = 還沒到的日子不能寫，請寫提出異議的那一天。
commitment--said_before = 公示從 { $from } 開始，異議應在這以後提出，請再看看。
commitment-object-said_by = 是怎麼提出的？
    .short = 提出方式
commitment-object-said_by-letter = 來信
commitment-object-said_by-call = 來電
commitment-object-said_by-visit = 來訪
commitment-object-said_by-other = 其他
commitment-object-objector = 提異議的是哪一位？不願留名的可以跳過。
    .short = 異議人
commitment-object-matter = 對什麼有異議？
    .short = 異議內容
    .hint = 寫清是哪一項、什麼情況
commitment-object-proof = 有證據的照片，請發來。沒有可以跳過。
    .short = 證據
commitment-object-noted_on = 登記日期
    .short = 登記日期
commitment-object-number = 第幾條
    .short = 第幾條
commitment-settle-outcome =
    { $all ->
        [1] { $day }提出的異議，怎麼處理？
       *[other] { $day }提出的第 { $number } 條異議（共 { $all } 條），怎麼處理？
    }
    .short = 處理結果
    .hint =
        異議內容：{ $matter }
        { $all ->
            [1] 不成立的，公示接著進行；成立的，退回修改。
           *[other] 要一條一條處理完：都不成立的，公示接著進行；有一條成立的，退回修改。
        }
commitment-settle-outcome-dismissed = 不成立
commitment-settle-outcome-upheld = 成立，要修改
commitment-settle-number = 第幾條
    .short = 第幾條
commitment-settle-reply = 怎麼答覆異議人？
    .short = 答覆
    .hint = 5個工作日內答覆，例如：經核實，村道里程以驗收單為準
commitment-settle-days_frozen = 公示暫停天數
    .short = 暫停天數
    .unit = 天

## 季度對照檢查

commitment-check-quarter = 檢查的是哪個季度？
    .short = 季度
commitment--checked_already = 這個季度已經檢查過了，一個季度檢查一次。
commitment-check-meeting_date = 對照檢查會是哪天開的？
    .short = 檢查日期
commitment--check_future = 會還沒開，請寫已經開過的那一天。
commitment--check_outside = 這個季度的檢查會應在 { $from } 到 { $to } 之間開，請再看看日期或季度。
commitment-check-present_kinds = 哪些人到會了？可以多選。
    .short = 到會人員
commitment-check-present_kinds-member = 黨員
commitment-check-present_kinds-representative = 村民代表
commitment-check-present_kinds-supervisor = 村務監督小組成員
commitment-check-present_kinds-household = 戶代表
commitment-check-present_kinds-town = 鎮幹部
commitment-check-present_kinds-other = 其他群眾
commitment--who_came =
    { $villagers ->
        [0] 到會的要有黨員和村務監督小組成員。缺一類就不能算檢查過，請補選，或另開一次。
       *[other] 到會的要有黨員、村民代表和村務監督小組成員。缺一類就不能算檢查過，請補選，或另開一次。
    }
commitment-check-results = 逐項對照
    .short = 逐項結果
    .row = 承諾事項第{ $n }項
    .rows = { $count } 項
commitment-check-results-content = 內容
    .short = 內容
commitment-check-results-measure = 措施
    .short = 措施
commitment-check-results-planned = 時限
    .short = 時限
commitment-check-results-owner = 責任人
    .short = 責任人
commitment-check-results-result = 「{ $content }」（{ $due }前）做到哪一步了？
    .short = 結果
    .from = 上次檢查時已完成
commitment-check-results-result-done = 已完成
commitment-check-results-result-on_time = 按期
commitment-check-results-result-late = 滯後
commitment-check-results-result-not_started = 未啟動
commitment-check-results-why = 為什麼沒跟上？
    .short = 原因
    .hint = 例如：雨季停工兩週
commitment-check-results-until = 整改到哪天完成？
    .short = 整改時限
    .hint = 例如：6月30日
commitment--until_past = 檢查會是 { $held } 開的，整改時限應在這以後，請再看看。
commitment-check-text = 檢查情況怎麼樣？
    .short = 檢查情況
    .hint = 寫總的情況和群眾意見
commitment-check-photo = 有現場的照片，請發來。沒有可以跳過。
    .short = 現場照片
commitment-check-checked_by = 檢查方
    .short = 檢查方
commitment-check-checked_by-town = 鎮
commitment-check-checked_by-village = 村務監督小組
commitment-check-total_n = 事項數
    .short = 事項數
    .unit = 項
commitment-check-done_n = 已完成
    .short = 已完成
    .unit = 項
commitment-check-on_time_n = 按期
    .short = 按期
    .unit = 項
commitment-check-late_n = 滯後
    .short = 滯後
    .unit = 項
commitment-check-not_started_n = 未啟動
    .short = 未啟動
    .unit = 項

## 年終評諾

commitment-final-year = 年度
    .short = 年度
commitment-final-done_n = 已完成
    .short = 已完成
    .unit = 項
commitment-final-total_n = 事項數
    .short = 事項數
    .unit = 項
commitment-final-checks_n = 檢查次數
    .short = 檢查次數
    .unit = 次
commitment-final-counts_line = { $year }年檢查 { $checks } 次；最後一次檢查，{ $total } 項裡已完成 { $done } 項。
commitment-final-missing_reason = { $missing }沒有檢查。請寫一句原因。
    .short = 沒檢查的原因
commitment-final-grade = 評諾評為哪一等？
    .short = 評諾結果
commitment-final-grade-kept = 兌現
commitment-final-grade-mostly = 基本兌現
commitment-final-grade-broken = 未兌現
commitment--grade_high = { $total } 項裡已完成 { $done } 項，評為「兌現」嗎？
commitment--grade_low = { $total } 項已全部完成，評為「未兌現」嗎？
commitment-final-opinion = 請寫評諾意見。
    .short = 評諾意見

## 辭職情形、結束

commitment-trigger-happened_on = 是哪天的事？
    .short = 發生日期
    .hint = 累計的寫最後一次，例如：11月9日
commitment--happened_future = 還沒發生的不能登記，請寫已經發生的那一天。
commitment-trigger-facts = 情況是怎樣的？
    .short = 情況
    .hint = 這裡只登記、報鎮裡研究，不會免去任何職務
commitment-trigger-proof = 有證據的照片，請發來。沒有可以跳過。
    .short = 證據
commitment-finish-ended_by = 為什麼結束？
    .short = 結束原因
commitment-finish-ended_by-expired = 承諾期滿
commitment-finish-ended_by-left_office = 離任
commitment-finish-ended_by-other = 其他
commitment-finish-ended_why = 要說明的話，寫一句。
    .short = 說明
commitment-archive-archive_class = 檔案類別
    .short = 檔案類別
commitment-archive-archive_class-commitment = 履職承諾
commitment-finish-archive_class = 檔案類別
    .short = 檔案類別
commitment-finish-archive_class-commitment = 履職承諾

## 辦理

commitment-act-sign = 簽名
commitment-act-sign_paper = 上傳簽名照片
commitment-act-decline = 退給填報人
commitment-act-view = 審諾
commitment-act-confirm = 確認貼出
commitment-act-confirm_town = 確認貼出
commitment-act-send_back = 退回補正
commitment-act-meeting_member = 登記黨員大會
commitment-act-meeting_villager = 登記村民代表會議
commitment-act-both_passed = 會議通過
commitment-act-publish = 登記公示
commitment-act-object = 登記異議
commitment-act-settle = 處理異議
commitment-act-take_effect = 公示期滿生效
commitment-act-notice_over = 公示期滿生效
commitment-act-check = 季度對照檢查
commitment-act-final = 年終評諾
commitment-act-amend = 修改承諾
commitment-act-keep = 不改了
commitment-act-resubmit = 修改後重報
commitment-act-trigger = 登記辭職情形
commitment-act-archive = 歸檔
commitment-act-archive_pledge = 歸檔
commitment-act-finish = 結束承諾
commitment-state-to_sign = 待承諾人簽名
commitment-state-to_confirm = 待支部確認
commitment-state-submitted = 待鎮黨委審諾
commitment-state-in_review = 審諾中
commitment-state-meetings = 待會議表決
commitment-state-rejected = 會議未通過
commitment-state-passed = 待公示
commitment-state-notice = 公示中
commitment-state-objected = 有異議
commitment-state-effective = 已生效
commitment-state-reopened = 待修改
commitment-state-appraised = 已評諾
commitment-state-posted = 已貼出
commitment-next-to_sign = 下一步：請承諾人簽名，簽了才算提交。
commitment-next-to_confirm = 下一步：請支部確認，確認後貼出。
commitment-next-submitted = 下一步：鎮黨委審諾，一般 3 個工作日內。結果會在這裡告訴您。
commitment-next-in_review = 鎮黨委正在審諾。
commitment-next-meetings =
    { $villagers ->
        [0] 下一步：開黨員大會，通過了就公示。
       *[other] { $members ->
            [0] { $villager ->
                [0] 下一步：開黨員大會和村民代表會議（戶代表會議），先後不限，都通過了才公示。
               *[other] 下一步：還要開黨員大會，通過了就公示。
            }
           *[other] 下一步：還要開村民代表會議（戶代表會議），通過了就公示。
        }
    }
commitment-next-rejected =
    會議沒有通過，表決結果已留存。
    下一步：請承諾人修改後重報。重報以後重新審諾、重新開會，這一次的票不再算。
commitment-next-passed = 下一步：張貼公示，不少於 7 天。
commitment-next-notice = 下一步：公示期滿沒有異議就生效。
commitment-next-objected = 公示已暫停。下一步：請鎮裡處理異議（還有 { $objections } 條）。
commitment-next-effective = 承諾已生效，以後每個季度對照檢查一次。
commitment-next-reopened =
    下一步：請修改後重報。
    改了內容，要重新審諾，重新經同樣的會議通過；以前的票不再算。
commitment-next-appraised = 下一步：歸入個人檔案（履職承諾類）。
commitment-next-posted = 已確認，請貼出。
commitment-next-archived = 已歸入個人檔案（履職承諾類）。
commitment-why-meeting_member = 黨員大會沒有通過
commitment-why-meeting_villager = 村民代表會議（戶代表會議）沒有通過
commitment-why-settle = 異議成立
commitment-why-amend = 承諾人要修改

## 現在辦不了，為什麼

commitment-not-meeting_member = 黨員大會已經登記過了，不用再登記。
commitment-not-meeting_villager =
    { $villagers ->
        [0] 不是村的黨組織，只開黨員大會，不用登記村民代表會議。
       *[other] 村民代表會議（戶代表會議）已經登記過了，不用再登記。
    }
commitment-not-take_effect = 公示到 { $to } 為止，過了這一天才能登記生效。
commitment-not-check =
    { $items ->
        [0] 這份承諾不是逐項寫的，不用每個季度對照檢查。
       *[other] { $left ->
            [0] 承諾期裡的季度都檢查過了，不用再檢查。
           *[other] 到今天為止的季度都檢查過了。接下來檢查 { $next }。
        }
    }
commitment-not-final =
    { $items ->
        [0] 這份承諾不是逐項寫的，不用年終評諾。
       *[other] { $left ->
            [0] 承諾期裡的每一年都評過了，不用再評。
           *[other] { $year }年還不能評諾：{ $missing }還沒有對照檢查。查齊了就能評；{ $from }起，沒查齊的寫明原因也能評。
        }
    }
commitment-not-keep = 這份承諾不是承諾人自己要改的，請改了再報，例如公示裡有異議的那一項。
commitment-not-withdraw = 已經開始審核，不能撤回了。退回給您改的，改好再報就行；整份都錯了，請鎮黨委作廢。

## 通知（不帶個人資訊）

commitment-told-sign = 有一份《{ $type }》等您本人簽名（{ $receipt }）。
commitment-told-signed = 《{ $type }》承諾人已簽名（{ $receipt }）。
commitment-told-viewed = 《{ $type }》鎮黨委已審諾（{ $receipt }）。
commitment-told-meet = 有一份《{ $type }》等著開會表決：黨員大會和村民代表會議（戶代表會議）都要開（{ $receipt }）。
commitment-told-rejected = 《{ $type }》會議沒有通過，請修改後重報（{ $receipt }）。
commitment-told-passed = 《{ $type }》會議已通過，請張貼公示（{ $receipt }）。
commitment-told-notice = 《{ $type }》開始公示（{ $receipt }）。
commitment-told-objected = 《{ $type }》公示期間有人提出異議，請處理（{ $receipt }）。
commitment-told-settled = 《{ $type }》的異議已經處理，請看結果（{ $receipt }）。
commitment-told-effective = 《{ $type }》公示期滿，已生效（{ $receipt }）。
commitment-told-posted = 《{ $type }》已確認，可以貼出（{ $receipt }）。
commitment-told-checked = 《{ $type }》有新的季度檢查結果，請看（{ $receipt }）。
commitment-told-late = 《{ $type }》檢查時有沒跟上的事項，要求整改，請看（{ $receipt }）。
commitment-told-final = 《{ $type }》的評諾結果出來了，請看（{ $receipt }）。
commitment-told-amended = 《{ $type }》的承諾人要修改內容，修改後會重新報來（{ $receipt }）。
commitment-told-kept = 《{ $type }》不修改了，照原來的執行（{ $receipt }）。
commitment-told-trigger = 《{ $type }》登記了一條辭職情形，請組織研究（{ $receipt }）。
commitment-told-finished = 《{ $type }》已結束並歸檔（{ $receipt }）。
commitment-told-void = 《{ $type }》已作廢，原因請看記錄（{ $receipt }）。
commitment-told-paper = 一份年度的《{ $type }》，村民代表會議（戶代表會議）是照紙質記錄登記通過的，法定人數連心沒有核過，請對照照片看一看（{ $receipt }）。
