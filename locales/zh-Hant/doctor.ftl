# lianxin doctor 說的話（bot/cli/doctor.py），鍵是 doctor-<發現>

doctor-state-good = 好
doctor-state-look = 注意
doctor-state-bad = 不行
doctor-all-good = 設定都能用。
doctor-unknown =
    { $name } 不是連心的設定，寫了也不起作用{ $meant ->
        [none] {""}
       *[other] ，是不是想寫 { $meant }
    }。
doctor-webhook_without_token = 寫了 LIANXIN_WEBHOOK_URL 卻沒有 LIANXIN_BOT_TOKEN，不會接 Telegram。
doctor-links_point_inside = 從外面也能打開本機（LIANXIN_HOST 是 { $host }），可是發出去的連結都指向 { $url }，別的電腦和手機打不開。請把 LIANXIN_PUBLIC_URL 寫成大家打開的網址。
doctor-plain_links = 大家打開的網址 { $url } 沒有用 https，登入連結和填寫內容在路上能被看到。請在前面放一個帶憑證的反向代理，再把 LIANXIN_PUBLIC_URL 寫成 https 開頭的網址。
doctor-demo_outside = LIANXIN_DEMO_OUTSIDE 開著：示範資料庫裡誰都能挑一個身分進來。正式使用請去掉這一行。
doctor-env_file_open = 檔案 { $file } 裡有密碼或權杖，別的使用者也能讀。請執行 chmod 600 { $file }。
doctor-key_file_open = 金鑰檔 { $file } 別的使用者也能讀。請執行 chmod 600 { $file }，並想一想誰看過它。
doctor-no_database = 資料庫 { $database } 還沒有建。請執行 lianxin migrate。
doctor-port_taken = 連接埠 { $port } 上已經有程式在聽，可能就是正在執行的連心；要再開一個，請換 LIANXIN_PORT。
doctor-shown-database = 資料庫：{ $database }
doctor-shown-address = 網址：{ $url }
doctor-shown-telegram =
    Telegram：{ $way ->
        [off] 不接
        [polling] 長輪詢
       *[webhook] Webhook
    }
doctor-shown-data = 資料目錄：{ $folder }
doctor-old_database = 資料庫 { $database } 是舊版本的，下次啟動時會先備份再升級；也可以現在執行 lianxin migrate。
doctor-database_newest = 資料庫打得開，是最新的版本。
doctor-days_off_known = 放假調休安排收錄到 { $year } 年。
doctor-days_off_unknown = { $next } 年的放假調休安排還沒有收錄（只到 { $year } 年），期限先按週一到週五算，遇到放假不會自動順延。國務院公布後升級連心即可。
doctor-data_open = 資料目錄寫得進去，還有 { $free } GB 空間。
doctor-data_full = { $folder } 只剩 { $free } MB 空間。請清出一些空間，或把 LIANXIN_DATA_DIR 換到大一點的磁碟上。
doctor-clock = 時間：{ $now }（{ $zone }）{ $same ->
        [yes] {""}
       *[no] ；伺服器自己用 { $here }，期限和提醒按 { $zone } 算，不受影響
    }。
doctor-clock_wrong = 伺服器的時間不對（世界時 { $now }{ $off ->
        [0] {""}
       *[other] ，和 Telegram 差 { $off } 秒
    }），期限、提醒和連結都會錯。請打開伺服器的網路校時。
doctor-telegram_open = Telegram 連得上，機器人是 { $name }。
doctor-telegram_token = Telegram 不認 LIANXIN_BOT_TOKEN 裡的權杖。請到 BotFather 那裡重新複製。
doctor-telegram_silent = { $api } 沒有回應，Telegram 上收不到也發不出；網頁聊天不受影響。請檢查伺服器的網路，或改 LIANXIN_BOT_API。
doctor-port_free = 連接埠 { $port } 空著，可以用。
doctor-port_closed = 沒辦法在 { $host } 的 { $port } 連接埠上聽。請核對 LIANXIN_HOST 和 LIANXIN_PORT；1024 以下的連接埠要管理員權限。
