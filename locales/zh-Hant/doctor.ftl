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
