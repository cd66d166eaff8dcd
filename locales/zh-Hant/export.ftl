# 匯出（bot/usecases/export.py）：表頭、說明頁、聊天裡的幾句話、出錯時的話。

## 每張表裡圍著答案的那些欄

export-column-town = 所屬鎮（街道）
export-column-org = 黨組織
export-column-org_code = 組織編碼
export-column-subject = 姓名
export-column-period = 所屬時期
export-column-receipt = 回執編號
export-column-state = 狀態
export-column-filler = 填報人
export-column-post = 職務
export-column-submitted = 提交時間
export-column-due = 到期
export-column-late = 逾期
export-column-backfill = 補錄
export-column-backfill_reason = 補錄原因
export-column-version = 版本
export-column-change_reason = 更正原因
export-column-act_n = 辦理序號
export-column-act_by = 經辦人
export-column-act_post = 經辦職務
export-column-act_at = 辦理時間
export-column-roster_no = 戶號
export-column-roster_name = 姓名
export-column-roster_group = 組別
export-column-roster_mark = 簽到

export-with-unit = { $name }（{ $unit }）
export-row-of = { $name }序號
export-annex = 簽到冊
export-roster-should = 應到
export-roster-present = 實到
export-roster-proxy = 其中委託
export-roster-heads = 到會人數
export-roster-away = 缺席
export-mark =
    { $mark ->
        [here] 到會
        [proxy] 委託
       *[away] 缺席
    }

## 儲存格裡的話

export-yes = 是
export-no = 否
export-hidden = 已隱去
export-files = { $count } 個：{ $names }
export-signed = { $name } 本人確認{ $when ->
    [none] {""}
   *[other] （{ $when }）
}
export-signed-paper = 紙本簽名（照片）{ $when ->
    [none] {""}
   *[other] { $when }
}
export-nameless = { $kind ->
    [photo] 照片
   *[file] 檔案
}
export-cut = …（太長，已截短，原文 { $length } 字）

## 說明頁

export-cover-name = 說明
export-cover-title = { $type }（{ $period }）
export-cover-item = 項目
export-cover-content = 內容
export-cover-period = 所屬時期
export-cover-unit = 填報範圍
export-cover-maker = 製表人
export-cover-at = 匯出時間
export-cover-purpose = 用途
export-cover-filter = 篩選條件
export-cover-filter-rule = { $type }，{ $period }內的全部記錄；已撤回和已作廢的不列入
export-cover-rows = 記錄數
export-cover-receipts = 回執編號範圍
export-cover-masks = 隱去規則
export-cover-masks-rule =
    { $how ->
        [shown] 敏感內容按所填用途顯示，請妥善保管，用後銷毀
        [nothing] 本表沒有需要隱去的內容
       *[hidden] 已隱去：{ $names }（手機號留前三位和後四位，姓名留姓，其餘整格隱去）
    }
export-cover-length = 長文字
export-cover-length-rule = 特別長的文字（三萬字以上）一格放不下，會截短並註明；csv 和 json 裡是全文
export-cover-checked = 複核人（簽名）
export-cover-id = 匯出編號
export-cover-mark = 匯出編號 { $id }　{ $name }　{ $when }
export-page = 第 { $page } 頁，共 { $pages } 頁

## 聊天裡

export-choose-type = 要匯出哪一種記錄？
export-choose-period = 要哪一段時間的？可以點按鈕，也可以寫，例如：上個月、三季度、2026年11月。
export-choose-format = 要哪一種格式？
export-format =
    { $format ->
        [xlsx] 試算表（xlsx）
        [csv] 文字表格（csv）
       *[json] 資料（json）
    }
export-ask-purpose = 匯出做什麼用？點一個，或者寫一句話，例如：11月例會彙總。用途會記入日誌。
export-purpose-summary = 工作彙總
export-purpose-check = 核查
export-purpose-report = 上報
export-purpose-archive = 歸檔
export-purpose-long = 用途寫了 { $has } 個字，最多 { $most } 個字，請寫短一點，例如：11月例會彙總。
export-progress = 已寫 { $done } 筆，共 { $total } 筆
export-ready =
    { $rows ->
        [0] { $type }（{ $period }）沒有記錄，匯出的是空表。
       *[other] { $type }（{ $period }）共 { $rows } 筆，已匯出。
    }
export-caution = 匯出編號 { $id }。{ $masked ->
    [yes] 敏感內容已隱去，請
   *[no] 請
}只用於所寫的用途，不要轉傳到群組裡。
export-nothing-allowed = 您現在的職務沒有可以匯出的記錄。需要的話請聯絡鎮組織辦。
export-done = 已寫入 { $file }：{ $rows } 筆記錄，匯出編號 { $id }
export-beside = 另有 { $file }：{ $rows } 列
export-default-purpose = 命令列匯出

## 出錯時

error-unknown_type = 沒有「{ $type }」這種記錄。可以寫：{ $known }。
error-bad_period = 「{ $given }」看不出是哪個月、哪個季度、哪一年。請寫清楚，例如 2026-11、2026-Q4 或 2026年。
error-unknown_org = 沒有找到組織「{ $org }」，或者它不在您的範圍裡。請核對組織編碼。
error-export_format =
    { $why ->
        [later] 現在還不能匯出 { $format }，這種公文格式以後的版本會有。請先用 xlsx、csv 或 json。
       *[unknown] 沒有「{ $format }」這種格式。可以寫：xlsx、csv 或 json。
    }
error-export_purpose = 匯出要寫明用途，一句話就可以，最多 { $most } 字。例如：11月例會彙總。
error-export_failed = 這次匯出沒有辦成，什麼也沒有傳出去。請過一會兒再試一次。
error-no_folder = 檔案寫不到 { $file }。請看看資料夾在不在、能不能寫、還有沒有空間。
