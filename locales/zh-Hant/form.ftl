# 填表、記錄、審核的通用文字。語氣見 docs/voice.md：平實、簡短、準確，稱「您」。

## 按鈕

button-back = 上一步
button-later = 稍後再填
    .sign = 稍後再簽
button-help = 求助
button-skip = 跳過
button-done = 完成
button-close = 就這些
    .one = 這一項好了
button-none_to_report = 沒有
button-add = 新增一項
button-remove = 刪除這一項
button-same = 與上期一致
button-send = 提交
button-change = 修改某一項
button-cancel = 取消
button-yes = 是，沒錯
button-other = 重新填
    .which = 重新填「{ $name }」
button-home = 回首頁
button-view = 查看
button-files = 看照片和檔案（{ $count }）
button-files-more = 再看 { $count } 個
button-files-back = 回到這份記錄
button-continue = 接著填
button-cancel-form = 不填了
button-drop = 確定不填
button-unknown = 這個按鈕已經不用了，請看最新的訊息。
page-back = ‹ 上一頁
page-on = 下一頁 ›
crumb = { $name }第{ $n }項
mark = { $place }：{ $why ->
    [both] { $reason }；{ $text }
    [reason] { $reason }
   *[text] { $text }
}
row-empty = （還沒填）

## 問題上下的話

ask-last = 上期：{ $value }
ask-last-on = { $day }填的：{ $value }
ask-was = 原來填的：{ $value }
ask-now = 現在：{ $value }
ask-reason = 這一項是系統帶出來的（{ $value }）。要改的話，請寫一句原因，例如：剛轉入1人。
ask-older = 「{ $text }」像是回答上一題的。要用它回答現在這一題嗎？
echo-naught = 「{ $text }」：這一題不填，已保存。
echo-none = 已保存：沒有。
echo = 您寫「{ $text }」，記作 { $value }，已儲存。
echo-own = 您寫「{ $text }」，記作 { $value }，原話也記下了。
echo-read = 您寫「{ $text }」，讀作 { $value }。
echo-saved = 記作 { $value }，已儲存。
saved-as = 已儲存：{ $value }
echo-same = 已儲存。
echo-reason = 記下了原因：「{ $text }」。
ripple =
    { $quiet ->
        [0] 因為這一改，有 { $again } 處要重新答。
       *[other] { $again ->
            [0] 有 { $quiet } 處不用再答了，原來填的先留著，改回來就還在。
           *[other] 有 { $quiet } 處不用再答了（原來填的先留著），有 { $again } 處要重新答。
        }
    }
refilled = { $question }原來是 { $was }，按新的數改記 { $value }。
short-text = 已儲存。寫到 { $suggest } 字左右會更清楚，不補也可以。
same-copied = 已按上期帶出 { $count } 項。
from-last = 上期填報
human-door = 一時說不準，可以點「稍後再填」，或點「求助」找人問。
form-upgraded = 表格更新過了，您以前填的都還在，接著填就行。
sign-here = 本人簽字確認
mark-says = 請補正：{ $reason } { $text }
summary-check = 請核對：
summary-which = 要改哪一項？
summary-back = 回到核對
summary-was = （原：{ $value }）
summary-look = （請再看一下）

## 值

answer-none = 未填
answer-files = { $count } 個檔案
answer-hand-account = 本人確認 { $name }
answer-hand-paper = 紙質簽字（照片）
answer-roster = { $count }/{ $total }
answer-rows = { $count ->
    [0] 無
   *[other] { $count } 項
}

## 名冊

roster-count = 已勾 { $count } / 共 { $total }。可以點名字，也可以打字：{ $first }到{ $until }、{ $other }，或「除了 { $first }、{ $other }」。
roster-all = 全部到
roster-none = 全部清空
roster-other = { $row }（另一場已簽）
roster-changed = 名冊有變動，簽到請重新勾一遍。
roster-ticked =
    { $count ->
        [1] 「{ $text }」：勾了 { $row }。
       *[other] 「{ $text }」：勾了 { $count } { $unit ->
            [people] 人
           *[households] 戶
        }。
    }
roster-taken = 有 { $count } 戶在另一場已經簽到，沒有重複計入。
roster-unticked =
    { $count ->
        [1] 「{ $text }」：記了 { $row } 沒到。
       *[other] 「{ $text }」：記了 { $count } { $unit ->
            [people] 人
           *[households] 戶
        }沒到。
    }
roster-heads = 到會成年人 { $heads } 人。點一次多一人；一戶來兩人的，寫 { $first } 2人。
roster-proxy = 代

## 沒收下時：什麼、為什麼、怎麼寫

problem-late = 這是之前的問題，現在問的是下面這一題。
problem-late_answered = 這是之前的問題，您已經答過了（{ $value }）。現在問的是下面這一題。
problem-ended = 這張表已經結束了。
problem-locked = 這一項不在要補正的範圍裡，不能改。
problem-required = 這一題要答，不能跳過。一時說不準，可以點「稍後再填」。
problem-open = 這一題還沒答。
problem-press_button = 請點下面的按鈕。
problem-first_question = 已經是第一題了。
problem-no_last = 沒有上期記錄，請逐項填寫。
problem-no_command = 沒有這個命令。發 /help 看看能做什麼。
problem-no_file_wanted = 這一題不用發照片或檔案，請回答下面的問題。
problem-file_later = 這一題不用發照片或檔案。想附上的，填到最後核對時再發，會放進「{ $question }」。
problem-photo_wanted =
    { $must ->
        [yes] 這一題要照片：拍一張，或從相簿裡選一張發來。手邊沒有，可以點「稍後再填」，有了再接著填。
       *[no] 這一題要照片或檔案：拍一張，或從相簿裡選一張發來；沒有就點「跳過」。
    }
problem-wrong_kind = 這種訊息收不了（語音、貼紙等）。請打字或點按鈕。
problem-edited = 改已發的訊息不算數。要改答案，請點「上一步」，或在核對時點「修改某一項」。
problem-changed_elsewhere = 這一項剛在您另一臺裝置上改過，請看現在的內容。
problem-choice_gone = 這個選項現在沒有了，請從下面選。
problem-several_rows = 「{ $text }」對上了 { $fits }，看不出是哪一個。請寫全名冊裡的號，例如 { $fit }。
problem-place_wide = 「{ $place }」再往下寫一級，寫到縣、區，例如 鄞州區。
problem-not_listed = 「{ $text }」不在名單裡，這一題只能從名單裡選。請點名字，例如第一個；名單裡沒有的人，請鎮組織辦先登記。
problem-roster_counted = 「{ $text }」看不出是哪幾個。這裡照名冊一個一個地勾，請寫名冊裡的號，例如 { $first }到{ $until }、{ $other }。
problem-roster_unclear = 「{ $text }」看不準是誰沒到。請分開寫，例如：{ $first }、{ $other }沒來，其他都到了。
problem-heads_over = { $row } 只有 { $most } 名十八週歲以上的村民，到會人數不能比這多。
problem-empty_roster = 名冊是空的，請先讓鎮組織辦匯入名冊。
problem-said = { $words }
problem-reason = 請寫一句原因，不超過 { $most } 字。
problem-no_reason = 「{ $text }」看不出原因。請寫一句為什麼是這個數，例如：剛轉入1人。數要改的，請點下面的「重新填」。
problem-twice = 和第 { $row } 項重複了，請換一個。
problem-rows_few = 至少要 { $least } 項，現在 { $has } 項。
problem-rows_many = 最多 { $most } 項，現在 { $has } 項。
problem-empty = 是空的，請寫點內容。
problem-no_words = 只有符號或表情，記不成答案。請用字寫，例如：某製衣廠、學習條例。
problem-too_long = 太長了：{ $has } 字，最多 { $most } 字。請縮短後再發。
problem-too_short = 太短了：{ $has } 字，至少 { $least } 字。
problem-too_many = 最多選 { $most } 項。
problem-too_few = 至少選 { $least } 項。
problem-too_many_files = 最多 { $most } 個檔案。
problem-too_large = 數太大了，請再看看有沒有多寫。
problem-negative = 不能是負數，請寫 0 或正整數。
problem-range = 應在 { $low } 到 { $high } 之間，請再看看。
problem-no_such_day = 沒有這一天，請寫例如 11月3日。
problem-not_a_name = 名字請寫 2 到 20 個字，例如 張某某。

## 表的開始和結束

form-files = 已收到 { $count } 個檔案，發完請點「完成」。
form-later = 已儲存《{ $form }》，什麼時候接著填都行。
form-cancel-sure =
    不填了的話，這次答過的都不提交，也不能再接著填；以後要填，得從頭來。確定嗎？
    只想先放著，不用點「確定不填」，什麼時候接著填都行。
form-cancelled = 好的，沒有提交。以後要填，從首頁重新開始。
form-sent = 已提交。
form-overtaken = 這一步已經不用辦了，沒有提交。
receipt = 已提交，回執 { $receipt }。
receipt-late = 已過期限，按逾期登記。
next-submitted = 下一步：等待審核，一般 3 個工作日內。結果會在這裡告訴您。
next-to_sign = 下一步：請書記審簽，簽了才算報到鎮裡。
next-in_review = 審核中。
next-returned = 下一步：等填報人改好交回。
next-withdrawn = 可以重新填報。
new-where = 《{ $form }》填哪裡的？
new-which-period = 《{ $form }》填哪一期？
new-for-whom = 《{ $form }》替誰填？請按本人的話填，填完會記下是您代填的。
form-for = 替{ $name }填
new-whose = 《{ $form }》填誰的？
new-for-me = 本人的
new-for-other = 替別人填
new-member-which = 「{ $text }」有幾位，是哪一位？
new-member-unknown = 沒有找到叫「{ $text }」的黨員。
new-all-filed = 《{ $form }》本期已經報過了。要看要改，請點下面的那一份。
new-all-on-its-way = 《{ $form }》本期已經填好，還沒有報到：{ $what }。要看要辦，請點下面的那一份。

## 首頁

start-stranger = 您好，這裡是連心。使用前需要邀請：請聯絡您所在黨支部的書記，領取個人邀請連結。
start-type-name = 這份邀請是給 { $org } 的 { $name } 的。請把您的姓名完整發過來核對。
start-wrong-name = 姓名對不上，請再發一遍完整姓名；或請書記重新發邀請。
welcome =
    您好，{ $name }同志。我是{ $org }的「連心」助手。
    以後每月點幾下就能和支部保持聯絡，有困難也可以在這裡說。
    您填的內容由{ $org }和鎮組織辦處理；縣裡一般只看數字，查看名單要登記理由。
consent-yes = 同意並開始
consent-details = 看看詳細說明
consent-paper = 改用紙質
consent-kept = 已記下您的同意，隨時可以在「設定」裡看說明。
consent-paper-said = 好的，改用紙質，請與{ $org }聯絡。不影響您的黨員權利和義務。
home-hello = { $name }　{ $org } { $post }
home-filed = 本期已報：{ $what }
home-on-its-way = { $state }：{ $what }
home-continue = 接著填：{ $form }
home-waiting = 待辦 { $count } 件
home-fill = { $form }
home-drafts = 還有 { $count } 份沒填完
home-drafts-page = 沒填完的 { $count } 份（新的在前）：
home-records = 查看記錄
home-mine = 與我有關
home-export = 匯出
home-settings = 設定
home-unknown = 沒有正在填的表。請點下面的按鈕。
home-file-for-nothing = 收到了，但現在沒有要照片的問題，所以沒有儲存。
settings-page = 設定
settings-language = 語言 Language
settings-privacy = 隱私說明
language-which = 請選擇語言：
language-set = 好的，以後用繁體中文。
cancel-nothing = 現在沒有正在填的表。
help-page =
    這裡可以：填報、看待辦、查看記錄、看自己報過的。點「回首頁」看全部。
    常用命令：/menu 首頁　/todo 待辦　/records 查看記錄　/mine 與我有關　/cancel 先放下　/language 語言　/privacy 隱私
    有問題請找：{ $who }
help-form =
    點按鈕或打字都可以回答；答一題存一題，隨時能放下。
    有問題請找：{ $who }
help-nobody = 您所在黨支部的書記
privacy-page =
    連心儲存您填的內容，給您所在黨支部和鎮組織辦辦理；縣裡一般只看數字，查看名單要登記理由。
    流動黨員的地點、電話、黨費、彙報和困難屬於敏感資訊，列表和匯出裡會隱去。
    您可以隨時看自己報過的內容；要更正、匯出或刪除，請找黨支部書記。不同意也可以走紙質，不影響您的權利和義務。
word-help = 幫助
word-cancel = 取消
word-language = 語言
word-privacy = 隱私
word-settings = 設定
word-todo = 待辦
word-mine = 與我有關
word-records = 查看記錄
word-export = 匯出
word-menu = 首頁

## 記錄

list-waiting = 待辦（新來的在前）：
list-waiting-none = 現在沒有待辦。
list-overdue = 等了超過 3 個工作日的（最早的在前）：
list-overdue-none = 沒有等了很久的了。
list-came = { $day }報來
list-overdue-door = 等了很久的 { $count } 件，先看這些
list-mine = 您報的、與您有關的（新的在前）：
list-mine-none = 您還沒有報過，也沒有與您有關的記錄。
list-types = 看哪一種記錄？
list-types-none = 現在沒有您能查看的記錄。您自己報的在「與我有關」裡。
list-type-count = { $type }　{ $count } 份
list-records =
    { $type } · { $part }{ $where ->
        [none] {""}
       *[other] {" · "}{ $where }
    }　共 { $count } 份（新的在前）：
list-records-none =
    { $type } · { $part }{ $where ->
        [none] {""}
       *[other] {" · "}{ $where }
    }　一份也沒有。
list-part-all = 全部
list-part-open = 辦理中
list-part-done = 已辦結
list-villages-door = 按村看
list-villages-all = 不分村
list-villages = 看哪個村的？請點一下，或寫村名、序號（共 { $count } 個村）：
list-village-which = 「{ $text }」有幾個村，是哪一個？
list-village-unknown = 沒有找到叫「{ $text }」的村。請寫村名裡的字，或下面的序號，例如 1。
flag-late = 逾期
flag-overdue = 等了很久
record-head = { $receipt }　{ $state }　第 { $version } 版
files-caption = { $place } { $n }
files-shown =
    { $shown ->
        [0] {""}
       *[other] { $rest ->
            [0] 照片和檔案都在上面了。
           *[other] 上面是前 { $shown } 個，共 { $count } 個。
        }
    }{ $missing ->
        [0] {""}
       *[other] 有 { $missing } 個現在找不到了，請聯繫管理員。
    }
record-sent = { $name } 報於 { $at }
record-why = 填報人說明：{ $reason }
record-why-of = { $what }{ $why }
record-why-was = 系統帶出的是 { $value }，填報時改了。
record-own-why = 您寫的說明：
record-late = 逾期報送
record-backfill = 補錄，原因：{ $reason }
record-flags = 提請留意：
record-post-before = 填報人{ $since }起任{ $post }，所報的事在這之前
record-post-after = 填報人任{ $post }到{ $until }為止，所報的事在這之後
record-may-open = 點「開始審核」，就登記為由您來看，填報人這時不能再撤回。
    .straight = 也可以直接辦：{ $acts }。
record-by-itself = 自動
record-acts = 辦理經過：
record-act = { $act } · { $name } · { $at }
record-version = 第 { $version } 版，更正原因：{ $reason }
record-changed = 補正後改動：
record-changed-line = { $name }：{ $old } → { $new }
record-changed-row = { $name }：有增刪或改動
due-may-move = { $day }（放假安排還沒公布，可能順延）
record-returned = 要求補正，最晚 { $due } 交回：
fix-late = 這份記錄現在不用補正了，下面是它現在的樣子。
act-done = { $act }：已辦（{ $receipt }）。
    .state = 現在是「{ $state }」。
act-opened = 已登記：這份由您審核，填報人暫時不能撤回。看完請點下面的按鈕辦理。
act-which-row = 是哪一項？
act-not-again = 「{ $act }」已由{ $name }在 { $at } 辦過了，不用再辦。
act-not-now = 這份記錄現在是「{ $state }」，不能辦「{ $act }」。

## 辦理（各類記錄通用）

act-open = 開始審核
act-return = 退回補正
act-accept = 審核通過
act-resubmit = 補正
    .send = 交回補正
act-withdraw = 撤回
act-void = 作廢
act-confirm = 確認
act-paper = 上傳簽字紙
act-archive = 歸檔
act-sign = 書記審簽
act-sign_paper = 上傳書記簽字照片
act-send_back = 退給填報人
act-return-marks = 哪幾處要補正？
    .short = 補正處
    .add = 再標一處
    .close = 退回給填報人
    .row = 補正第{ $n }處
    .rows = { $count } 處
act-return-marks-place = 哪一處？點按鈕，或寫它的名字。
    .short = 位置
act-return-marks-reason = 為什麼？
    .short = 原因
act-return-marks-reason-missing = 缺內容
    .also = 缺、缺了、少了、少內容、內容少、內容不全、內容不完整、不全、不完整、沒填、沒填全、沒填完、沒寫、沒寫全、沒寫完、漏填、漏了、漏寫、漏填了、空著、空白、缺項、缺少內容、沒有內容、填漏了、少填了
act-return-marks-reason-unclear = 不清楚
    .also = 看不清、看不懂、看不明白、沒寫清、沒寫清楚、沒有寫清楚、寫得不清楚、寫不清楚、沒說清、沒說清楚、說得不清楚、含糊、含糊不清、模糊、籠統、太籠統、不明白、不明確、不具體、太含糊
act-return-marks-reason-wrong = 數不對
    .also = 數字不對、數據不對、數目不對、數錯、數錯了、數字錯、數字錯了、數據錯了、數字有誤、數據有誤、算錯了、算錯、數對不上、數字對不上、數據對不上、對不上、對不上數、數不準、數字不準、數量不對
act-return-marks-reason-proof = 缺佐證
    .also = 缺證明、沒證明、沒有證明、少證明、沒佐證、沒有佐證、少佐證、無佐證、佐證不足、佐證不夠、證明不夠、證明材料不足、佐證材料不足、缺佐證材料、缺證明材料、缺材料、少材料、沒材料、沒有材料、缺附件、沒附件、沒有附件、缺依據、沒依據、沒有依據、缺憑證、沒憑證、沒有憑證
act-return-marks-reason-other = 其他
    .also = 其它、其他的、別的、別的原因、其他原因、都不是、以上都不是
act-return-marks-text = 要說明的話，寫一句（會原樣給填報人）。
    .short = 說明
act-reason-reason = 請寫原因。
    .short = 原因
act-paper-paper = 請發簽字紙的照片。
    .short = 簽字紙
state-submitted = 待審核
state-to_sign = 待書記審簽
state-in_review = 審核中
state-returned = 退回補正
state-accepted = 審核通過
state-archived = 已歸檔
state-withdrawn = 已撤回
state-void = 已作廢

## 通知（不帶個人資訊）

told-returned = { $who } 請您補正《{ $type }》{ $period }，共 { $count } 處，最晚 { $due } 交回{ $phone ->
    [none] {""}
   *[other] （不明白可以打電話：{ $phone }）
}：
told-accepted = 《{ $type }》{ $period } 已審核通過（{ $receipt }）。
told-mended = 《{ $type }》{ $period } 已補正，請再看（{ $receipt }）。
told-arrived = 有一份《{ $type }》等您辦理（{ $receipt }）。
told-opened = 有一份《{ $type }》要您填，已知的內容帶出來了（由 { $receipt } 引出）。
told-opened-go = 去填
told-to-sign = 有一份《{ $type }》{ $period } 等您審簽（{ $receipt }）。
told-signed = 《{ $type }》{ $period } 書記已審簽，已報鎮裡（{ $receipt }）。
told-fix-one = 改第{ $n }處

## 命令選單和機器人介紹

command-menu = 首頁：現在能做什麼
command-todo = 待辦
command-mine = 我報的和與我有關的
command-records = 查看記錄
command-export = 匯出（組織辦）
command-cancel = 先放下正在填的表
command-help = 幫助和聯絡人
command-language = 語言 Language
command-privacy = 隱私說明
command-settings = 設定
bot-about = 連心：黨員報到聯絡、履職承諾、月度彙報、戶代表會議記錄，點幾下就能填好。請用支部發給您的邀請連結進入，從這裡開始。
bot-about-short = 黨支部的填報助手
