# 命令列 lianxin --help 裡的說明（bot/__main__.py），鍵是 cli-<命令> 和 cli-<命令>-<選項>

cli-about = 連心：讓村黨支部在聊天裡點幾下就辦完日常的聯絡和報送。
cli-more = 設定寫在環境變數或 .env 裡，名字以 LIANXIN_ 開頭；哪裡不對，執行 lianxin doctor。詳見 docs/operators.md。
cli-version = 顯示版本
cli-run = 在前台執行全部服務：網頁、網頁聊天、Telegram（寫了權杖時）和定時任務。
cli-migrate = 建立或升級資料庫。
cli-demo = 把一個虛構的縣放進空的資料庫：組織、人員和最近三個月的紀錄。
cli-demo-years = 再往前多造幾年的紀錄
cli-json = 以 JSON 輸出
cli-doctor = 檢查設定、磁碟、資料庫、時間、Telegram 和連接埠，說明哪裡不對、怎麼改。
cli-template = 產生空白的活頁簿。
cli-import = 從活頁簿匯入。
cli-template-roster = 組織、人員、任職、戶、戶代表的空白名冊。
cli-import-roster = 按名冊建立或更新一個縣；有錯的列逐條列出，沒錯的照樣匯入。
cli-import-file = 填好的名冊（xlsx）
cli-import-dry-run = 只檢查，不寫入
cli-out = 寫到哪個檔案
cli-invite = 發一個只能用一次的邀請。
cli-invite-role = 角色，例如 branch_secretary、town_clerk、admin
cli-invite-org = 組織代碼
cli-invite-name = 受邀人姓名
cli-export = 匯出一種紀錄；敏感內容一律遮蓋，用途記入日誌。
cli-export-type = 紀錄類型，例如 monthly_report、minutes
cli-export-period = 2026-11、2026-Q4 或 2026
cli-export-org = 只要這個組織及以下（組織代碼）
cli-export-format = 檔案格式
cli-export-annex = 名冊（簽到冊）也逐行匯出
cli-export-purpose = 匯出的用途，不寫記作「命令列匯出」
cli-verify = 核對稽核鏈和檔案的雜湊。
cli-first-run =
    第一次執行：正在建資料庫，放進一個虛構的縣，大約半分鐘 …
    建好後開啟 { $address } ，挑一個人就能開始。
cli-first-run-kept = 資料放在 { $database }，以後每次執行都接著用。

cli-migrated = 資料庫已升級：{ $database }
cli-migrated-new = 資料庫已建好：{ $database }
cli-migrated-same = 資料庫已經是最新的：{ $database }
cli-serving = 連心已經啟動：{ $address } （按 Ctrl+C 結束）
cli-invited = 給 { $org } { $name } 的邀請，只能用一次，只顯示這一次：{ $code }
cli-demo-made = 虛構的示範縣已建好。下面每種身分有一份邀請，只能用一次；也可以直接開啟網頁挑人。
cli-verify-found = { $kind }：{ $where }
cli-verify-good = 核對完畢，全部一致。
cli-verify-bad = 核對完畢，有 { $count } 處不一致。
cli-verify-audit_missing = 審計鏈缺一環
cli-verify-audit_changed = 審計鏈被改動
cli-verify-audit_tail = 審計鏈末尾被截
cli-verify-entry_changed = 登記事項被改動
cli-verify-act_missing = 辦理記錄缺失
cli-verify-act_changed = 辦理記錄被改動
cli-verify-act_unknown = 多出的辦理記錄
cli-verify-version_missing = 記錄版本缺失
cli-verify-version_changed = 記錄版本被改動
cli-verify-version_unknown = 多出的記錄版本
cli-verify-record_changed = 記錄被改動
cli-verify-snapshot_changed = 名冊快照被改動
cli-verify-file_missing = 檔案缺失
cli-verify-file_changed = 檔案被改動

## typer 自己的話（bot/cli/usage.py）

cli-help-usage = 用法：{""}
cli-help-some-options = [選項]
cli-help-some-command = 命令 [參數]…
cli-help-options = 選項：
cli-help-arguments = 參數：
cli-help-commands = 命令：
cli-help-help = 顯示這段說明
cli-help-required = [必填]
cli-help-default = [預設：{""}
cli-usage-missing = 少了 { $what }。
cli-usage-option = 沒有 { $what } 這個選項{ $near ->
        [none] {""}
       *[other] ，是不是想寫 { $near }
    }。
cli-usage-bad = { $what } 寫得不對：{ $why ->
        [missing] 沒有這個檔案
        [folder] 那是一個資料夾
        [rights] 那裡不能讀或不能寫
        [number] 要寫阿拉伯數字
        [range] 太大或太小了
       *[other] { $said }
    }。
cli-usage-command = 沒有「{ $what }」這個命令。
cli-usage-extra = 多寫了 { $what }。
cli-usage-empty = { $what } 後面少了內容。
cli-usage-other = 命令寫得不對：{ $said }。
cli-usage-hint = 怎麼寫請看 { $command } --help
