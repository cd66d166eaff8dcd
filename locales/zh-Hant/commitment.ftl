# C 履職承諾。法律怎麼說，用 law.ftl 的句子（參數 $law 就是整句），這裡不另寫。

commitment = 履職承諾

## 承諾

commitment-kind = 要登記哪一種承諾？
    .short = 承諾類別
    .from = 黨員登記一句話承諾
    .help = 年度、任期、創業承諾要經鎮黨委審諾和兩個會議通過；一句話承諾由支部確認後貼出；辭職承諾經鎮黨委審諾後公示。提交以後類別不能改。
commitment-kind-annual = 年度承諾
    .also = 年度、年度的、今年的、明年的、全年、全年的、一年的、每年、每年的、年承諾、年初承諾、年度公開承諾、公開承諾年度、全年承諾、按年
commitment-kind-term = 任期承諾
    .also = 任期、任期的、任期內、任期內的、屆內、本屆、本屆的、一屆的、這一屆、整個任期、三年的、五年的、五年承諾、屆期承諾
commitment-kind-pledge = 一句話承諾
    .also = 一句話、一句、一句話的、黨員承諾、黨員一句話、黨員一句話承諾、個人一句話、簡單承諾、承諾一句話
commitment-kind-venture = 創業承諾
    .also = 創業、創業的、辦項目、項目、做項目、項目承諾、創業項目、領辦項目、致富、帶富、帶頭致富、創業致富、領頭創業、創業帶富
commitment-kind-resign = 辭職承諾
    .also = 辭職、辭職的、辭職書、辭職承諾書、什麼時候辭職、做不好就辭職、做不到就辭職、幹不好就辭職、引咎辭職、辭
commitment-body = 是誰的承諾？
    .short = 承諾主體
    .from = 由個人作出
commitment-body-person = 個人
    .also = 我、我自己、自己、自己的、我的、我個人、我本人、本人、本人的、個人的、一個人、個人承諾、幹部個人、黨員個人、單個人
commitment-body-team = 村班子
    .also = 班子、村委、村委會、村委班子、村委會班子、村民委員會、兩委、村兩委、兩委班子、村兩委班子、村級班子、領導班子、村領導班子、班子的、集體
commitment-body-party = 黨組織
    .also = 支部、黨支部、村支部、村黨支部、村黨組織、支委、支委會、黨總支、村黨總支、總支、黨委、支部委員會、支部班子、黨支部班子、支部的、黨
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
    .also = 經濟、經濟發展、發展經濟、產業、產業發展、發展產業、致富、富民、增收、帶動增收、集體經濟、發展集體經濟、村集體收入、集體收入、發展類、建設、項目建設、搞經濟、搞產業、發展項目
commitment-items-domain-service = 服務
    .also = 為民、為民服務、服務群眾、服務村民、服務百姓、民生、辦實事、辦好事、實事、為民辦實事、好事實事、服務類、便民、便民服務、幫扶、幫困、幫助困難戶、幫助群眾
commitment-items-domain-goal = 任期目標
    .also = 目標、總目標、任期內目標、奮鬥目標、工作目標、發展目標
commitment-items-domain-duty = 工作職責
    .also = 職責、崗位職責、崗位、本職、本職工作、責任、分工、職責分工、分管工作、履職、崗位責任
commitment-items-domain-task = 任務要求
    .also = 任務、工作任務、具體任務、上級任務、交辦任務、重點任務、中心任務、要求、任務的要求、工作要求
commitment-items-domain-integrity = 廉潔自律
    .also = 廉潔、廉政、自律、清廉、清正廉潔、不貪、紀律、守紀、遵紀守法、守紀律、守規矩、廉政建設、黨風廉政、黨風廉政建設、廉潔從政、作風、乾淨做事
commitment-items-domain-other = 其他
    .also = 其它、其他的、別的、別的方面、其他方面、都不是、以上都不是、其他類
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
    .also = 照片、相片、拍照、拍照片、圖片、影像、視頻、錄像、現場圖片、照相、現場拍照、前後照片、前後對比照片、對比照片、影片、相、影相
commitment-items-evidence_kind-papers = 文件資料
    .also = 文件、資料、材料、書面材料、紙質材料、文檔、會議記錄、會議紀要、紀要、記錄、通知、檔案、紅頭文件、報告、公示材料、工作資料
commitment-items-evidence_kind-ledger = 台帳
    .also = 帳本、台帳本、工作台帳、登記本、登記冊、登記表、記錄本、名冊、記帳本、流水帳、帳目、帳、帳簿、台帳
commitment-items-evidence_kind-voucher = 票據合約
    .also = 票據、發票、收據、收條、票、票子、合同、協議、協議書、憑證、單據、付款憑證、轉帳憑證、轉帳記錄、發票合同、合同發票、合約、契約
commitment-items-evidence_kind-witness = 群眾證明
    .also = 群眾、村民、老百姓、村民證明、群眾作證、群眾說的、群眾說了算、大家證明、群眾簽字、村民簽字、證明人、證人、人證、群眾評價、群眾反映、群眾口碑、村民作證、大家看得見
commitment-items-evidence_kind-other = 其他
    .also = 其它、其他的、別的、都不是、以上都不是、其他方式、別的方式
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
    .also = 連心、連心裡、連心裡的、連心上的、連心記錄、連心的記錄、選連心、選記錄、選一個記錄、選一個、系統裡的、系統裡有、系統裡選、從系統裡選、從連心裡選、已有記錄、已有的記錄、用已有的、用連心的、電子的、平台上的、平台裡的、手機上的
commitment-meeting_villager-way-paper = 照紙質記錄填
    .also = 紙質、紙質的、紙上的、紙質記錄、紙記錄、紙的、照紙、照紙填、照紙上的填、照紙質、照著紙填、手填、自己填、手工填、手寫的、按紙質填、照著填、本子上的、本子上記的、紙本、紙本記錄
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
    .also = 村民代表會、村民代表大會、村民代表、村代會、村代表會議、村代表會、代表大會
commitment-meeting_villager-mode-assembly_households = 戶代表會議
    .also = 戶代表會、戶代表、戶代表大會、戶代會、戶主會、戶主會議、戶主大會、戶代表村民會議、戶代表議事會、每戶代表、每戶一人、一戶一人、每戶來一個、每家一個、每戶一個代表、各戶代表、代表大會
commitment-meeting_villager-mode-assembly_adults = 村民會議
    .also = 村民大會、全體村民會議、全體村民大會、全村大會、全村會議、全體村民、村民會、群眾大會、全村村民大會
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
    .also = 信、信件、寫信、寫的信、寫了信、書信、寄信、寄來的信、匿名信、舉報信、書面、書面的、書面反映、遞了條子
commitment-object-said_by-call = 來電
    .also = 電話、打電話、打了電話、打來電話、來電話、電話反映、電話裡說的、電話說的、打的電話、通過電話、熱線、手機
commitment-object-said_by-visit = 來訪
    .also = 上門、上門說的、來人、人來了、當面、當面說、當面說的、當面提的、當面反映、找上門、找來、本人來的、本人來了、來村裡說的、來村委會、到村委會、到村裡反映、來辦公室、面談、走訪、口頭、口頭說的、口頭反映、口頭提出
commitment-object-said_by-other = 其他
    .also = 其它、其他的、其他方式、別的、別的方式、都不是、以上都不是、微信、微信上、微信群、群裡、群裡說的、短信、發短信、網上、網上反映、會上、會上提的、會上說的、開會提的
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
    .also = 不屬實、不是事實、不符合事實、不實、查無此事、沒這回事、沒有這回事、沒有這事、沒道理、沒有道理、沒依據、沒有依據、不採納、不予採納、駁回、不改、不用改、不用修改、不需要修改、不需要改、不必修改、不必改、維持、維持原樣、維持原承諾、維持不變、沒有成立
commitment-settle-outcome-upheld = 成立，要修改
    .also = 屬實、情況屬實、是事實、有道理、有依據、採納、予以採納、要改、要修改、需要修改、需要改、得改、改、修改、應修改、異議成立、成立的
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
    .also = 黨員同志、黨員們、全體黨員、部分黨員、黨員來了、黨員到了
commitment-check-present_kinds-representative = 村民代表
    .also = 村代表、村民代表們、村代表們、各位村民代表
commitment-check-present_kinds-supervisor = 村務監督小組成員
    .also = 監督小組、監督組、監督員、監督小組成員、村務監督、村務監督小組、村務監督成員、村務監督委員會、監督委員會、監委會、村監委、監委、村務監督員
commitment-check-present_kinds-household = 戶代表
    .also = 戶代表們、各戶代表、每戶代表、戶主、戶主們、農戶代表、戶主代表、各戶戶主
commitment-check-present_kinds-town = 鎮幹部
    .also = 鎮裡、鎮上、鎮裡的、鎮上的、鎮裡的人、鎮上的人、鎮裡來的、鎮上來的、鎮裡來人、鎮上來人、鎮裡幹部、鎮上幹部、鎮領導、鎮裡領導、鎮政府、鄉鎮幹部、鄉幹部、鄉裡、鄉裡的人、街道幹部、包村幹部、鎮委、鎮黨委、鄉鎮人員、公所
commitment-check-present_kinds-other = 其他群眾
    .also = 群眾、群眾代表、普通群眾、一般群眾、其他、其它、其他人、別的人、別人、其他村民、其他的、其它群眾、別的群眾、老百姓、村民群眾
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
    .also = 完成、完成了、全部完成、全部完成了、都完成了、已經完成、已經完成了、做完、做完了、已做完、做好、做好了、辦完、辦完了、已辦完、辦好、辦好了、已辦好、辦妥了、辦結、辦結了、搞完、搞完了、搞好了、搞定、搞定了、弄完了、弄好了、幹完了、完工、完工了、竣工、竣工了、做到了、已做到、已落實、落實了、兌現了、結束了、已經結束、按期完成、按期完成了、按時完成、按時完成了、如期完成、搞掂
commitment-check-results-result-on_time = 按期
    .also = 按時、按期推進、按期進行、按計劃、按計劃推進、按計劃進行、按照計劃、按進度、按進度推進、按部就班、正常、正常推進、正常進行、進度正常、順利、順利推進、如期、如期推進、如期進行、跟得上、在計劃內、沒有拖、沒拖、沒拖後、沒滯後、沒有滯後、不滯後、未滯後、在做、在辦、在幹、在搞、在推進、正在做、正在辦、正在推進、正在進行、進行中、推進中、辦理中、還在做、還在辦、按期完成、按期完成了、按時完成、按時完成了、如期完成
commitment-check-results-result-late = 滯後
    .also = 慢、慢了、慢了點、晚了、遲了、拖了、拖著、拖後、拖後了、拖延、拖延了、落後、落後了、滯後了、有點滯後、延期、延期了、延遲、延後、推遲、推遲了、耽誤了、超期、超期了、逾期、逾期了、過期了、沒按期、沒有按期、未按期、不按期、沒按時、沒有按時、未按時、不按時、沒按期完成、沒按時完成、未按期完成、未按時完成、沒趕上、趕不上、跟不上、跟不上進度、進度慢、進度慢了、沒跟上、在做、在辦、在幹、在搞、在推進、正在做、正在辦、正在推進、正在進行、進行中、推進中、辦理中、還在做、還在辦、沒完成、沒有完成、未完成、還沒完成、沒做完、還沒做完、沒辦完、還沒辦完、沒辦好、還沒辦好、沒做好、沒做到、沒有做到
commitment-check-results-result-not_started = 未啟動
    .also = 沒啟動、沒有啟動、還沒啟動、尚未啟動、沒開始、沒有開始、還沒開始、未開始、尚未開始、沒動、沒動工、還沒動、還沒動工、未動工、沒開工、沒有開工、還沒開工、未開工、沒做、還沒做、沒有做、未做、沒辦、還沒辦、沒有辦、未辦、沒搞、還沒搞、沒幹、還沒幹、沒著手、沒落實、還沒落實、沒動靜、沒完成、沒有完成、未完成、還沒完成、沒辦好、還沒辦好、沒做好、沒做到、沒有做到
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
    .also = 兌現了、已兌現、已經兌現、全部兌現、全部兌現了、都兌現了、全兌現了、完全兌現、做到了、都做到了、全部做到、全做到了、全部完成、全部完成了、都完成了、全完成了、完成了、完成、說到做到、說到做到了
commitment-final-grade-mostly = 基本兌現
    .also = 基本、基本上、基本上兌現、基本兌現了、基本做到、基本做到了、基本上做到了、基本完成、基本完成了、大部分兌現、大部分兌現了、大部分做到、大部分做到了、大部分完成、大部分完成了、大體兌現、大體做到、大多兌現、多數兌現
commitment-final-grade-broken = 未兌現
    .also = 沒兌現、沒有兌現、沒能兌現、不兌現、未能兌現、沒做到、沒有做到、未做到、沒能做到、沒完成、沒有完成、未完成、落空、落空了、沒落實、說了沒做
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
    .also = 期滿、期滿了、到期、到期了、已到期、已經到期、期限到了、時間到了、到時間了、承諾到期、承諾到期了、承諾期到了、滿了、任期滿、任期滿了、任期到了、任期屆滿
commitment-finish-ended_by-left_office = 離任
    .also = 離任了、卸任、卸任了、離職、離職了、辭職、辭職了、已辭職、不幹了、不當了、不當幹部了、不再任職、調走、調走了、調離、調離了、調動、換屆、換屆了、落選、落選了、退休、退休了、退了、退下來了、下來了、免職、免職了、被免職
commitment-finish-ended_by-other = 其他
    .also = 其它、其他的、其他原因、別的、別的原因、都不是、以上都不是
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
