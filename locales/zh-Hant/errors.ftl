# 出了什麼事、為什麼、怎麼辦，一句話說清。鍵是 error-<代碼>，代碼見 bot/errors.py，用過的代碼不再另作他用。

error-internal = 系統暫時沒辦成這一步，您剛才的回答已經儲存。請過一會兒再試一次。

## 填寫和辦理

error-draft_not_found = 沒有找到這份填寫，可能已經送出或取消了。請從選單重新開始。
error-draft_stale = 您正在另一支手機上填寫，已接著那邊的進度。
error-record_not_found = 沒有找到這份紀錄，或者您沒有檢視權限。需要的話請聯絡鎮組織辦。
error-record_stale = 剛才已有人先辦理了這份紀錄，請看最新的內容再決定。
error-not_allowed = 這一步不由您辦理。需要的話請聯絡鎮組織辦。
error-post_ended = 您現在不擔任能辦這一步的職務，所以沒有提交；填的內容還留著。需要的話請聯絡鎮組織辦。
error-not_now = 這一步現在不能辦，請看這份記錄現在的情況。
error-already_exists = 已經有一份同樣的紀錄了，請在原來的那份上繼續。
error-duplicate_update = 這一步已經辦過了，不用再點。
error-invitation_gone = 這個邀請已經用過、作廢或過期了。請向發邀請的人要一個新的。
error-not_kept = 現在存不下來，剛才這一步沒有記錄。請過一會兒再試一次。

## 部署和啟動

error-bad_setting =
    設定 { $name } 不能用（{ $value ->
        [unset] 沒有寫
        [hidden] 寫的內容不在這裡顯示
       *[other] 現在是「{ $value }」
    }）：{ $why }。請{ $example ->
        [random] 用命令 openssl rand -hex 32 產生一個
        [backup] 從備份裡找回這個檔案
       *[other] 寫成 { $example }
    }
error-bad_form = 表單 { $form } 的定義有錯，程式沒有啟動：{ $where }，{ $why }。
error-bad_text = 文字檔 { $where } 不能用，程式沒有啟動：{ $why }。
error-missing_text = { $lang } 缺少文字 { $key }{ $argument ->
        [none] {""}
       *[other] （參數 { $argument }）
    }。
error-database_too_new = 資料庫是更新的版本寫的（{ $found }），這個程式只認識到 { $known }。請用新版本的程式，或還原舊的備份。
error-database_not_ready =
    { $why ->
        [missing] 資料庫還沒有建好（{ $database }）。請先執行 lianxin migrate；想先看看虛構的示範縣，就執行 make run。
       *[other] 資料庫是舊版本的（{ $database }）。請先執行 lianxin migrate 升級。
    }
error-database_unreachable = 連不上資料庫 { $database }：{ $why }。
error-database_unreachable--silent = 伺服器沒有回應，請看看它開著沒有、LIANXIN_DATABASE_URL 裡的位址對不對
error-database_unreachable--login = 使用者名稱或密碼不對，請改 LIANXIN_DATABASE_URL
error-database_unreachable--unknown = 伺服器上沒有這個資料庫，請先在伺服器上建一個空的，或改 LIANXIN_DATABASE_URL
error-database_unreachable--damaged = 檔案壞了，或者不是 SQLite 資料庫，請從備份裡還原
error-database_unreachable--file = 檔案打不開，請看看資料夾在不在、能不能讀寫
error-port_taken = 連接埠 { $port } 上已經有程式在聽，可能連心已經在執行。請結束那個程式，或把 LIANXIN_PORT 換成別的連接埠（寫 0 就任選一個空閒的）。
error-cannot_listen = 沒辦法在 { $host } 的 { $port } 連接埠上聽：{ $why }。
error-cannot_listen--address = 本機沒有這個位址，請改 LIANXIN_HOST
error-cannot_listen--right = 1024 以下的連接埠要管理員權限，請把 LIANXIN_PORT 換成 1024 以上的
error-cannot_listen--other = 系統不允許，請核對 LIANXIN_HOST 和 LIANXIN_PORT
error-not_empty = 示範資料只能放進空的資料庫，這個資料庫裡已經有內容，什麼也沒有改動。

## 為什麼一個設定不能用（error-bad_setting 裡的 why）

error-bad_setting--not_utf8 = 檔案不是 UTF-8 編碼
error-bad_setting--unreadable = 檔案讀不了
error-bad_setting--control_characters = 裡面有換行或看不見的字元
error-bad_setting--not_a_choice = 只能從幾個值裡選
error-bad_setting--not_a_switch = 只能寫 true 或 false
error-bad_setting--not_a_number = 要寫阿拉伯數字
error-bad_setting--days = 要寫天數，0 到 366 的整數
error-bad_setting--port_range = 連接埠在 0 到 65535 之間（0 表示任選一個空閒的）
error-bad_setting--bot_token = 不是 BotFather 給的權杖的樣子
error-bad_setting--sample = 這是範例裡的值，誰都知道
error-bad_setting--short = 太短，容易被猜到
error-bad_setting--repetitive = 重複的字元太多，容易被猜到
error-bad_setting--secret_characters = 只能用字母、數字、底線和連字號，不超過 256 個
error-bad_setting--secret_wanted = 寫了 LIANXIN_WEBHOOK_URL 就必須有它，不然誰都能冒充 Telegram
error-bad_setting--no_pages_yet = 手機頁面還沒有做好，接了 Telegram 就還做不到；先不接，或者寫 full
error-bad_setting--not_an_address = 不是完整的網址
error-bad_setting--scheme = 網址的開頭不對
error-bad_setting--plain_http = 從外面走的網址必須用 https
error-bad_setting--credentials = 網址裡不能帶使用者名稱和密碼
error-bad_setting--query = 網址裡不能帶問號和井號後面的部分
error-bad_setting--port = 網址裡的連接埠不對
error-bad_setting--telegram_port = Telegram 只往 443、80、88、8443 這幾個連接埠送訊息
error-bad_setting--host = 要寫一個 IP 位址或主機名稱，不帶 http:// 和連接埠
error-bad_setting--database = 只支援 SQLite 和 PostgreSQL
error-bad_setting--database_name = 沒有寫資料庫的名字
error-bad_setting--database_memory = 放在記憶體裡的資料庫一停就沒了
error-bad_setting--database_folder = 寫的是資料夾，不是檔案
error-bad_setting--not_a_folder = 這個位置已經有一個檔案，不是資料夾
error-bad_setting--not_writable = 這個位置寫不進去
error-bad_setting--time_zone = 沒有這個時區
error-bad_setting--key_file = 金鑰檔的內容不對，而換一個新的會讓已加密的內容和已發出的連結失效
error-bad_setting--invalid = 這個值不對
