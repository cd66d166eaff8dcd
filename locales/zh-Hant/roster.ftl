# 名冊活頁簿（lianxin template roster、lianxin import roster）。
# 表和欄：roster-sheet-<表>、roster-<表>-<欄>，.help 一句話說怎麼填，.example 範例（選項寫代碼，— 表示空著）。
# 幾個詞用頓號隔開的，匯入時都認。

## 工作表

roster-sheet-help = 說明
roster-sheet-orgs = 組織
    .also = 組織表、組織架構、黨組織
    .what = 縣、鎮、黨支部、黨小組，一列一個。上級要麼寫在同一張表裡，要麼系統裡已有；先後隨意。
roster-sheet-people = 人員
    .also = 人員表、人員名單、黨員、黨員名冊
    .what = 要使用連心的人，一列一人。每人至少有手機號或人員編號中的一個。
roster-sheet-posts = 任職
    .also = 任職表、職務、角色
    .what = 誰在哪個組織擔任什麼，一列一項。一人可以有幾項。
roster-sheet-households = 戶
    .also = 戶表、農戶、戶籍、住戶
    .what = 村裡的每一戶，一列一戶。戶代表會議按這裡計算應到戶數。
roster-sheet-representatives = 戶代表
    .also = 戶代表表、戶代表名冊
    .what = 每一戶現在由誰代表，一戶一列。
roster-sheet-members = 其他名冊
    .also = 其它名冊、村民代表、名冊
    .what = 村民代表、集體經濟組織成員等，一列一人。用不到可以空著。

## 組織

roster-orgs-code = 組織代碼
    .help = 您自己定，用字母和數字，不超過 12 個，以後不再改。其他表用它指這個組織。
    .example = QX0301
roster-orgs-name = 組織全稱
    .help = 正式名稱，列印時用。
    .example = 清溪村黨支部
roster-orgs-short = 簡稱
    .help = 聊天裡顯示的短名稱，村支部寫村名。
    .example = 清溪村
roster-orgs-level = 層級
    .help = 點右邊的小箭頭選。黨總支也選「黨支部」。
    .example = branch
roster-orgs-kind = 類別
    .help = 點右邊的小箭頭選。黨支部要選：村、社區才有戶。
    .example = village
roster-orgs-parent = 上級組織代碼
    .help = 縣不填；鎮填縣的代碼，黨支部填鎮（或黨總支）的代碼，黨小組填黨支部的代碼。
    .example = QX03
roster-orgs-since = 啟用日期
    .help = 例如 2022-01-01。空著表示一直都在。
    .example = 2022-01-01
roster-orgs-until = 停用日期
    .help = 撤銷或合併了才填。
    .example = —

## 人員

roster-people-code = 人員編號
    .help = 您自己定，用字母和數字，不超過 20 個。有編號的人，以後換手機、改名字都認得。不要用身分證號和手機號。
    .example = A001
roster-people-name = 姓名
    .help = 2 到 20 個字。
    .example = 張某某
roster-people-phone = 手機號
    .help = 11 位。一個號碼只登記一個人；沒有手機的空著，寫人員編號。
    .example = 13800000000
roster-people-lang = 介面語言
    .help = 點右邊的小箭頭選。空著用系統的語言。
    .example = zh-Hans
roster-people-old_phone = 原手機號
    .help = 沒有人員編號的人換了手機號，在這裡寫原來的號碼。
    .example = —
roster-people-old_name = 原姓名
    .help = 沒有人員編號的人改了名字，或更正寫錯的名字，在這裡寫原來登記的姓名。
    .example = —

## 任職

roster-posts-person = 人員編號或手機號
    .help = 這個人在「人員」表裡的編號或手機號。
    .example = 13800000000
roster-posts-name = 姓名
    .help = 可以不寫；寫了就和「人員」表核對，防止填錯列。
    .example = 張某某
roster-posts-org = 組織代碼
    .help = 在哪個組織任職。
    .example = QX0301
roster-posts-role = 角色
    .help = 點右邊的小箭頭選。角色決定能看什麼、能辦什麼。
    .example = branch_secretary
roster-posts-title = 職務
    .help = 列印和顯示用，例如 書記、委員、組織辦幹事。
    .example = 書記
roster-posts-since = 任職日期
    .help = 從哪天起，例如 2022-01-01。
    .example = 2022-01-01
roster-posts-until = 離任日期
    .help = 還在任的空著。離任的寫最後一天，不要刪掉這一列。
    .example = —
roster-posts-away_from = 外出日期
    .help = 只有流動黨員填：哪天外出的，例如 2026-03-01；說不準哪天，寫「是」。在家的空著。
    .example = —
roster-posts-away_to = 返回日期
    .help = 回來了，寫回來那天；還在外的空著，不寫預計的日子。
    .example = —

## 戶

roster-households-org = 組織代碼
    .help = 村（社區）黨支部的代碼。
    .example = QX0301
roster-households-house_no = 戶號
    .help = 村裡不重複，以後不再改，例如 3-027。
    .example = 3-027
roster-households-group = 村民小組
    .help = 例如 3組。
    .example = 3組
roster-households-point = 議事點
    .help = 沒有分議事點的空著。
    .example = 2點
roster-households-head = 戶主
    .help = 戶主姓名。
    .example = 王某某
roster-households-adults = 18週歲以上人數
    .help = 這一戶年滿 18 週歲的村民人數，寫數字。
    .example = 3
roster-households-since = 起始日期
    .help = 從哪天起是這樣。第一次登記可以空著；以後有變更，寫變更的日期。
    .example = —
roster-households-until = 註銷日期
    .help = 這一戶不再單列的最後一天，例如併戶。
    .example = —
roster-households-reason = 變更原因
    .help = 第一次登記不用寫；變更和註銷要寫，例如 分戶、戶主去世。
    .example = —
roster-households-people = 人口
    .help = 這一戶的村民人數，大人小孩都算，寫數字。可以空著；本地按全體村民的十分之一提議召開村民會議的，每一戶都要填。
    .example = —

## 戶代表

roster-representatives-org = 組織代碼
    .help = 村（社區）黨支部的代碼。
    .example = QX0301
roster-representatives-house_no = 戶號
    .help = 與「戶」表一致。
    .example = 3-027
roster-representatives-name = 戶代表姓名
    .help = 一戶一人，年滿 18 週歲。暫時沒有的寫「空缺」。
    .example = 王某某
roster-representatives-adult = 年滿18週歲
    .help = 是或否。不收集出生日期；空著表示村裡已經核對過。
    .example = yes
roster-representatives-since = 起始日期
    .help = 從哪天起由他代表。第一次登記可以空著；換人要寫。
    .example = —
roster-representatives-reason = 變更原因
    .help = 換人要寫，例如 外出務工、去世。
    .example = —
roster-representatives-phone = 手機號
    .help = 可以空著。只用來聯繫戶代表，不進會議記錄，也不匯出。
    .example = —
roster-representatives-term = 任期至
    .help = 戶代表這一任的最後一天；沒有定任期的空著。換屆續任的，寫新的日期、起始日期和變更原因。
    .example = —

## 其他名冊

roster-members-org = 組織代碼
    .help = 黨支部的代碼。
    .example = QX0301
roster-members-body = 名冊
    .help = 點右邊的小箭頭選。
    .example = representatives
roster-members-no = 編號
    .help = 在這一本名冊裡不重複，例如 1、2、3。
    .example = 1
roster-members-name = 姓名
    .help = 2 到 20 個字。
    .example = 李某某
roster-members-group = 村民小組
    .help = 可以空著。
    .example = 3組
roster-members-since = 起始日期
    .help = 第一次登記可以空著；換人或變更要寫。
    .example = —
roster-members-until = 截止日期
    .help = 不再是成員的，寫最後一天。
    .example = —
roster-members-reason = 變更原因
    .help = 換人、變更和截止要寫，例如 改選。
    .example = —
roster-members-sex = 性別
    .help = 男或女。可以空著；村民代表都填了，系統才核對婦女代表是否夠三分之一。
    .example = —
roster-members-capable = 完全民事行為能力
    .help = 只有集體經濟組織成員要看這一欄：沒有完全民事行為能力的寫「否」；空著就是「是」。
    .example = —

## 選項；roster-also-… 是匯入時也認的說法

roster-level-county = 縣
roster-level-town = 鎮
roster-level-branch = 黨支部
roster-level-group = 黨小組
roster-also-level-county = 區、市、縣級、縣市區、縣委組織部
roster-also-level-town = 鄉、街道、鄉鎮、鎮鄉街道、鎮級、鎮黨委
roster-also-level-branch = 支部、黨總支、總支、村、村級、社區
roster-also-level-group = 小組
roster-kind-village = 村
roster-kind-community = 社區
roster-kind-office = 機關事業
roster-kind-enterprise = 非公企業
roster-kind-social = 社會組織
roster-kind-finance = 國有金融
roster-also-kind-village = 行政村、農村
roster-also-kind-community = 居委會、城市社區
roster-also-kind-office = 機關、事業、事業單位、機關事業單位
roster-also-kind-enterprise = 企業、兩新、兩新組織、私營企業
roster-also-kind-social = 社團、協會
roster-also-kind-finance = 國有金融機構、金融機構、金融、銀行
roster-adult-yes = 是
roster-adult-no = 否
roster-body-committee = 村委會成員
roster-body-representatives = 村民代表
roster-body-collective = 集體經濟組織成員
roster-body-delegates = 集體經濟組織成員代表
roster-body-voters = 有表決權的黨員
roster-body-branch_committee = 支部委員會委員
roster-also-body-committee = 村委會、村民委員會、村民委員會成員
roster-also-body-representatives = 代表
roster-also-body-collective = 集體成員、集體組織成員、合作社成員
roster-also-body-delegates = 成員代表
roster-also-body-voters = 正式黨員、表決權黨員
roster-also-body-branch_committee = 支委、支委會、支委會成員
roster-sex-male = 男
roster-sex-female = 女
roster-also-sex-male = 男性
roster-also-sex-female = 女性、婦女
roster-also-role-member = 普通黨員、群眾黨員、流動
roster-also-role-village_cadre = 村委、兩委、村兩委、委員、支委、村主任、主任、副書記
roster-also-role-branch_secretary = 書記、支書、村支書、支部書記
roster-also-role-information_officer = 支部資訊員、村資訊員、文書
roster-also-role-convener = 召集人、議事長、議事點召集人
roster-also-role-supervisor = 監督小組、監督委員會、村務監督、監委會主任、監督小組組長
roster-also-role-contact_cadre = 聯村幹部、聯繫領導、駐村幹部
roster-also-role-dispatched_secretary = 第一書記、下派
roster-also-role-host_contact = 流入地
roster-also-role-town_clerk = 組織辦、鎮組織辦幹事、鄉鎮組織辦
roster-also-role-town_committee = 組織委員
roster-also-role-county = 組織部、縣級
roster-also-role-admin = 系統管理員

## 標記

roster-example = 範例
roster-nothing = 無、沒有
roster-vacant = 空缺、暫缺
roster-problem = 原因

## 說明頁

roster-help-title = 連心名冊
roster-help-how =
    一、各張表第 1 列是欄名，帶 * 的必須填。點到格子上會顯示怎麼填。
    二、灰色的範例列不會匯入，可以留著，也可以刪掉；在它下面一列一列往下寫。
    三、不要合併格子，不要改欄名和表名。用不到的表可以空著。
    四、以後有變動，只把變動的列寫進來再匯入一次就行。空著的格子表示不改；要清空，寫「無」。
    五、匯入：lianxin import roster 檔名.xlsx（加 --dry-run 只檢查，不寫入）。有錯的列會寫進另一個活頁簿，改好後匯入那一個。
    六、不要把身分證號、銀行卡號寫進來，系統不收集。
roster-help-sheet = 工作表
roster-help-column = 欄
roster-help-must = 必填
roster-help-fill = 怎麼填
roster-help-sample = 範例
roster-help-options = { $column }的選項
roster-help-yes = 是

## 有錯的列：哪裡不對，怎麼改

roster-bad-missing = 沒有填，這一欄必須填
roster-bad-long = 有 { $length } 個字，最多 { $most } 個
roster-bad-code = 「{ $text }」不能作代碼：只用字母、數字、連字號，不超過 { $most } 個，例如 QX0301
roster-bad-code_phone = 人員編號不要用手機號，手機號寫在「手機號」一欄
roster-bad-name_length = 姓名有 { $length } 個字，應在 2 到 20 個字之間
roster-bad-name_signs = 「{ $text }」不像姓名，請只寫名字，例如 張某某
roster-bad-who = 「{ $text }」既不是手機號也不是人員編號
roster-bad-choice = 「{ $text }」不在選項裡，請從這些裡面選：{ $known }
roster-bad-two_ways = 可以看成 { $first } 或 { $second }，請寫成 2026-11-03 這樣
roster-bad-many = { $number } 太大，最多 { $most }
roster-bad-day_number = 「{ $text }」是表格軟體裡的日期序號（{ $day }），請把這一欄設成日期或文字格式再寫
roster-bad-day_moves = 「{ $text }」過一陣就說的是另一天了，請寫上年份，例如 2026-11-03
roster-bad-cell_formula = 這一格是公式，還沒有算出結果；請用表格軟體開啟、儲存一次，或直接寫結果
roster-bad-cell_error = 這一格的公式出錯了，請直接寫結果
roster-bad-cell_lost = 這一格存成了數字，位數太多，末尾已經丟了；請把格子設成文字格式再重寫
roster-bad-cell_merged = 這一格和別的格子合併了（「{ $text }」），請取消合併，每列都寫
roster-bad-cell_date = 表格軟體把這一格變成了日期 { $text }；請把格子設成文字格式再重寫
roster-bad-cell_other = 「{ $text }」不是文字，請把格子設成文字格式再重寫
roster-bad-column_twice = 這一欄在表裡出現了兩次，請刪掉一欄
roster-bad-column_missing = 表裡沒有這一欄
roster-bad-sheet_name = 工作表「{ $sheet }」的名字不對，請改成「{ $name }」
roster-bad-twice = 和第 { $row } 列重複（{ $text }）
roster-bad-level_changed = 系統裡登記的層級是「{ $level }」，不能改；請另用一個代碼
roster-bad-until_before = 結束日期在開始日期之前
roster-bad-circle = 上級繞了一圈又回到自己
roster-bad-no_parent = 縣是最上一級，這裡不填
roster-bad-parent_missing = 沒有填上級，上級應當是{ $wanted }
roster-bad-parent_bad = 上級 { $code } 在第 { $row } 列，那一列有錯
roster-bad-parent_level = 上級的層級不對，應當是{ $wanted }
roster-bad-org_unknown = 沒有代碼是 { $code } 的組織
roster-bad-org_bad = 這個組織在「組織」表第 { $row } 列，那一列有錯
roster-bad-no_village = { $code } 不是村（社區）的黨支部
roster-bad-no_key = 手機號和人員編號至少寫一個
roster-bad-phone_twice = 第 { $row } 列已經寫了這個手機號；一個號碼只登記一個人，沒有手機的人寫人員編號
roster-bad-phone_taken = 這個手機號已經登記給系統裡的另一個人
roster-bad-other_name = 這個手機號登記的是另一個姓名；同一個人改名，請在「原姓名」寫原來的，不是同一個人請先給原來的人換號
roster-bad-old_unknown = 系統裡沒有原手機號是這個的人
roster-bad-person_unknown = 沒有編號或手機號是 { $person } 的人
roster-bad-person_bad = 這個人在「人員」表第 { $row } 列，那一列有錯
roster-bad-name_differs = 與這個編號或手機號的人姓名不同，可能填錯了列
roster-bad-role_level = 「{ $role }」要在{ $levels }任職，這個組織的層級不對
roster-bad-away_role = 外出、返回日期只填在角色是黨員的列裡
roster-bad-away_again = 登記的是 { $day } 已經返回；又外出了，請寫這次外出的日期
roster-bad-away_back = 登記的是在外；已經回來的，請寫哪天返回
roster-bad-away_unknown = 寫了返回日期，沒有外出日期；請寫哪天外出，說不準就寫「是」
roster-bad-away_before = 返回日期在外出（{ $day }）之前，請核對
roster-bad-terms_overlap = 與自 { $since } 起的同一任職重疊；請先在那一列寫離任日期
roster-bad-last_admin = 這是最後一個管理員，不能離任；請先任命另一個
roster-bad-change_undated = 與登記的（{ $was }）不同；有變更，請寫起始日期和變更原因
roster-bad-change_before = 與登記的（{ $was }）不同，那是自 { $day } 起登記的；有變更，請寫更晚的起始日期和變更原因
roster-bad-reason_missing = 有變更，請寫變更原因
roster-bad-later_known = 自 { $day } 起的情況已經登記，請寫更晚的日期
roster-bad-ended = 已在 { $day } 結束；要重新登記，請寫這之後的起始日期
roster-bad-fewer_people = 人口 { $people } 人，比18週歲以上的 { $adults } 人還少，請核對
roster-bad-house_unknown = 這個村沒有 { $house } 這一戶
roster-bad-house_bad = 這一戶在「戶」表第 { $row } 列，那一列有錯
roster-bad-two_speakers = 第 { $row } 列已經寫了 { $text } 這一戶的代表；一戶只有一個
roster-bad-not_adult = 戶代表要年滿 18 週歲
roster-bad-term_before = 任期至的日期早於起始日期（{ $day }）

## 整張表

roster-remark-no_headings = 工作表「{ $sheet }」沒有找到欄名，沒有讀；請用範本裡的欄名
roster-remark-unknown = 工作表「{ $sheet }」不認識，沒有讀
roster-remark-columns = 工作表「{ $sheet }」裡這幾欄沒有讀：{ $names }
roster-remark-body = { $village }：{ $law }不影響匯入，請留意。
roster-remark-unfilled = 名冊裡一列都還沒有填（範例不算），什麼也沒有匯入。各工作表這樣填：
roster-remark-expects = 　「{ $sheet }」：{ $what }必填：{ $must }。
roster-list-mark = 、

## 命令列

roster-template-made = 空白名冊已寫到 { $file }
roster-done = 已匯入 { $file }：
roster-checked = 已檢查 { $file }，沒有寫入：
roster-line = { $sheet }：新增 { $new }，更新 { $changed }，沒有變化 { $unchanged }，有錯 { $bad }
roster-nothing-changed = 和系統裡的一致，什麼也沒有改。
roster-fault = { $sheet } 第 { $row } 列{ $column ->
        [none] {""}
       *[other] 「{ $column }」
    }：{ $reason }
roster-remarks-more = 還有 { $count } 條提醒，加 --json 可以全部列出。
roster-more = 還有 { $count } 處，{ $dry ->
        [yes] 加 --json 可以全部列出
       *[no] 都在下面這個檔案裡
    }
roster-errors-file = 有錯的 { $count } 列寫到了 { $file }，改好後匯入這個檔案就行。
roster-errors-unwritten = 有錯的列沒能寫到 { $file }：那裡寫不進去。
roster-progress = { $what ->
        [read] 已讀 { $rows } 列
       *[judged] 已核對 { $rows } 戶
    }

## 不能讀的檔案

error-workbook_refused = 這個檔案沒有匯入：{ $why }。
error-workbook_refused--not_a_workbook = 不是 Excel 活頁簿（.xlsx）；請在表格軟體裡另存為 xlsx
error-workbook_refused--old_or_locked = 是舊格式（.xls）或者加了密碼；請去掉密碼，另存為 xlsx
error-workbook_refused--unreadable = 打不開
error-workbook_refused--broken = 檔案壞了；請在表格軟體裡開啟，另存一份
error-workbook_refused--unusual = 寫法不常見，怕有問題；請在表格軟體裡開啟，另存為 xlsx
error-workbook_refused--macros = 帶有巨集；請另存為不帶巨集的 xlsx
error-workbook_refused--linked = 有公式引用了別的檔案；請複製後只貼上數值，再匯入
error-workbook_refused--file_big = 超過 { $most } MB；請按鎮拆成幾個檔案
error-workbook_refused--too_big = 展開後太大；請刪掉多餘的表和圖片，或按鎮拆成幾個檔案
error-workbook_refused--too_slow = 讀得太久；請按鎮拆成幾個檔案
error-workbook_refused--entries = 裡面的部件超過 { $most } 個，不像是名冊
error-workbook_refused--merged = 合併的格子超過 { $most } 處；請取消合併
error-workbook_refused--too_wide = 有內容的格子一直到了 { $last }；請刪掉多餘的列和欄
error-nothing_to_import = 沒有找到名冊的工作表，只有：{ $sheets }。請用 lianxin template roster 生成的範本。
error-file_there = { $file } 已經有了，沒有改動；請換一個檔名。
