# 人們傳來的檔案（bot/usecases/files.py）。每句都說清：怎麼了，為什麼，怎麼辦。

files-taken =
    { $kind ->
        [pdf] 收到檔案《{ $name }》，已儲存。
       *[picture] 收到照片《{ $name }》，已儲存。
    }
files-count = 已有 { $count } 個，最多 { $most } 個
files-place-removed = 照片裡的拍攝位置已去掉，原來的方向保留。
files-unsupported-hint = 請傳照片（jpg、png）或 PDF。拍紙本資料時，對準、放平、光線亮一些就可以。

error-file_too_large = 這個檔案太大了，每個最多 { $limit_mb } MB，所以沒有儲存。可以重新拍一張照片直接傳，或者把 PDF 分成幾份。
error-file_type =
    { $found ->
        [heic] 這是蘋果手機的 HEIC 格式，這裡打不開。請在相簿裡選「分享為 JPG」，或者直接用聊天裡的拍照按鈕傳。
        [gif] 這是動圖，這裡只收靜止的照片（jpg、png）和 PDF。
        [apng] 這是動圖，這裡只收靜止的照片（jpg、png）和 PDF。
        [pdf] 這份 PDF 裡帶有程式或附件，為了安全沒有儲存。請列印成一般 PDF，或者拍照傳來。
        [docx] 這是 Word 文件，這裡只收照片（jpg、png）和 PDF。請存成 PDF，或者拍照傳來。
        [xlsx] 這是試算表，這裡只收照片（jpg、png）和 PDF。請存成 PDF，或者拍照傳來。
       *[other] 這種檔案這裡收不了，只收照片（jpg、png）和 PDF。例如：把紙本資料拍一張照片傳來。
    }
error-file_broken = 這個檔案不完整或已損壞，打不開，所以沒有儲存。請重新傳一次。
    .skip = 訊號不好的話，可以先跳過，過後再補。
error-image_too_big = 這張照片的像素太多（最多 { $limit_mp } 百萬像素），所以沒有儲存。請在相簿裡縮小後再傳，或者重新拍一張。
error-file_count = 這一題最多收 { $most } 個檔案，前面的都已儲存。要換的話，請先刪掉一個。
error-file_missing = 這個檔案現在找不到了，填寫的內容不受影響。請聯絡管理員，或者重新傳一次。
