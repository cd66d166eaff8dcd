# 人们发来的文件（bot/usecases/files.py）。每句都说清：怎么了，为什么，怎么办。

files-taken =
    { $kind ->
        [pdf] 收到文件《{ $name }》，已保存。
       *[picture] 收到照片《{ $name }》，已保存。
    }
files-count = 已有 { $count } 个，最多 { $most } 个
files-place-removed = 照片里的拍摄位置已去掉，原来的方向保留。
files-unsupported-hint = 请发照片（jpg、png）或 PDF。拍纸质材料时，对准、放平、光线亮一些就可以。

error-file_too_large = 这个文件太大了，每个最多 { $limit_mb } MB，所以没有保存。可以重新拍一张照片直接发，或者把 PDF 分成几份。
error-file_type =
    { $found ->
        [heic] 这是苹果手机的 HEIC 格式，这里打不开。请在相册里选“分享为 JPG”，或者直接用聊天里的拍照按钮发。
        [gif] 这是动图，这里只收静止的照片（jpg、png）和 PDF。
        [apng] 这是动图，这里只收静止的照片（jpg、png）和 PDF。
        [pdf] 这份 PDF 里带有程序或附件，为了安全没有保存。请打印成普通 PDF，或者拍照发来。
        [docx] 这是 Word 文档，这里只收照片（jpg、png）和 PDF。请存成 PDF，或者拍照发来。
        [xlsx] 这是表格，这里只收照片（jpg、png）和 PDF。请存成 PDF，或者拍照发来。
       *[other] 这种文件这里收不了，只收照片（jpg、png）和 PDF。例如：把纸质材料拍一张照片发来。
    }
error-file_broken = 这个文件不完整或已损坏，打不开，所以没有保存。请重新发一次。
    .skip = 信号不好的话，可以先跳过，过后再补。
error-image_too_big = 这张照片的像素太多（最多 { $limit_mp } 百万像素），所以没有保存。请在相册里缩小后再发，或者重新拍一张。
error-file_count = 这一题最多收 { $most } 个文件，前面的都已保存。要换的话，请先删掉一个。
error-file_missing = 这个文件现在找不到了，填写的内容不受影响。请联系管理员，或者重新发一次。
