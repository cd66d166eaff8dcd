# 網頁和網頁聊天的文字。webchat- 開頭的交給頁面腳本，不能帶參數；其中 # 由腳本換成數字。


## 到處都有的

web-name = 連心
web-demo = 演示
web-back-to-chat = 回到聊天
web-old-browser = 這個瀏覽器太舊，打不開聊天。請更新瀏覽器或微信，也可以換一台手機打開同一個連結。
web-no-script = 聊天需要開啟瀏覽器的 JavaScript。

## 沒有登入的人看到的

web-door-title = 這裡要用個人連結進入
web-door-how = 個人連結由您所在黨支部的書記發給您。用手機打開一次，這支手機以後就記得您，直接打開本頁就行。
web-door-lost = 連結找不到了，或者換了手機，請黨支部書記重發一個，原來的會作廢。
web-door-stranger = 不認識黨支部書記的，可以到鎮組織辦當面問。

## 個人連結

web-invitation-title = 用這台裝置進入連心
web-invitation-for = 姓名
web-invitation-role = 身分
web-invitation-org = 單位
web-invitation-name = 請寫您的姓名，核對後進入
web-invitation-yes = 是我，進入
web-invitation-device = 確認後，這台裝置會記得您。連結只能用一次；借用別人的手機，用完請在選單裡登出。
web-invitation-not-me = 不是您本人，請不要進入，把連結還給發給您的人。

## 我的裝置

web-devices-title = 我的裝置
web-devices-why = 這些裝置打開連心就是您。不認識的、不再用的，請登出。
web-devices-this = 這一台
web-devices-unknown = 不知名的裝置
web-devices-seen = 最近使用：{ $when }
web-devices-end = 登出

## 演示：選一個人

web-picker-title = 選一個人，用他的身分試一試
web-picker-how = 這裡是一個虛構的縣。您選誰，就用誰的身分和連心說話；填好的東西，換成審核的人就能看到。
web-picker-invented = 人名、地名、電話和記錄全是編的，可以放心點。
web-picker-go-on = 接著用{ $name }的身分
web-picker-search = 姓名、職務或村名
web-picker-find = 查找
web-picker-found = 找到 { $count } 人
web-picker-switch = 換個身分試試
web-picker-change = 換人
web-picker-all = 全部人員和查找

## 檔案

web-paper-open = 打開
web-paper-save = 下載到這台裝置
web-paper-part = 這裡只顯示前 { $rows } 行，全部內容請下載後看。
web-paper-none = 這種檔案不能在這裡直接看，請下載後打開。
web-paper-wechat = 在微信裡下載不了的，請點右上角「···」，選「在瀏覽器打開」。

## 出了問題

web-problem-title = 這一步沒有辦成
web-problem-back = 回到首頁
web-problem-missing = 沒有找到這個頁面，或者您沒有檢視權限。
web-problem-ours = 系統暫時沒辦成這一步，請過一會兒再試。（編號 { $number }）
error-not_signed_in = 您在這台裝置上還沒有進入。請用黨支部書記發給您的個人連結打開。
error-foreign_request = 這個操作不是從連心的頁面發出的，沒有辦理。請回到連心的頁面重新點。
error-bad_request = 這個地址或內容不對，沒有辦理。請回到首頁重新進入。
error-bad_action = 剛才這一步沒有看懂，沒有辦理。請重新點一次。
error-too_slow = 網路太慢，內容沒有傳完，沒有辦理。請到訊號好一點的地方再試。
error-file_too_big = 檔案超過 { $limit_mb } MB，沒有收下。請換小一點的，或分幾次發。
error-file_unreadable = 這張照片打不開，沒有收下。請重新拍一張，或者用「檔案」傳送。
error-file_empty = 檔案是空的，沒有收下。請重新選一個。
error-invitation_gone--unknown = 沒有這個連結，可能沒有複製完整。請向發給您的人再要一次。
error-invitation_gone--used = 這個連結已經用過了，一個連結只能用一次。換了手機的，請黨支部書記重發一個。
error-invitation_gone--ended = 這個連結已經作廢。請向發給您的人要一個新的。
error-invitation_gone--expired = 這個連結過期了。請向發給您的人要一個新的。
error-name_wrong = 寫的姓名和連結上的不一致。請寫全名，和支部登記的一樣；還是不對，請聯絡發給您的人。
error-too_many_guesses = 試的次數太多了，請等 { $minutes } 分鐘再試。
error-role_unknown = 沒有「{ $role }」這個身分。可以寫：{ $known }
error-org_unknown = 沒有代碼為「{ $org }」的單位。
error-invite_ambiguous = 「{ $org }」有 { $count } 個人是這個身分（{ $role }），請寫明姓名。

## 聊天頁面（腳本用）

webchat-log = 對話
webchat-you = 我
webchat-bot = 連心
webchat-sign = 連
webchat-placeholder = 寫在這裡
webchat-send = 傳送
webchat-photo = 照片
webchat-file = 檔案
webchat-place = 位置
webchat-menu = 選單
webchat-mode-text = 漢字
webchat-mode-number = 數字
webchat-buttons = 可選的回答
webchat-connecting = 正在連線…
webchat-offline = 網路斷了。您寫的會留著，連上後自動傳送。
webchat-signed-out = 您在這台裝置上已經登出。
webchat-reload = 重新進入
webchat-sending = 傳送中
webchat-unsent = 沒有發出去
webchat-again = 再試一次
webchat-later = 系統暫時沒辦成這一步，您剛才發的還在，過一會兒自動再試。
webchat-typing = 正在辦理
webchat-earlier = 更早的訊息
webchat-new = 有新訊息
webchat-yesterday = 昨天
webchat-location = 位置
webchat-accuracy = 誤差約 # 公尺
webchat-location-denied = 沒有取得位置。請在手機設定裡允許定位，或者直接寫地名。
webchat-too-big = 檔案超過 20 MB，請換小一點的。
webchat-upload-failed = 沒有傳上去
webchat-ok = 知道了
webchat-close = 關閉
webchat-copied = 已複製
webchat-size-large = 字大一點
webchat-size-normal = 標準字級
webchat-devices = 我的裝置
webchat-leave = 在這台裝置上登出
