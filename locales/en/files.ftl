# Files people send (bot/usecases/files.py). Each sentence says what, why, and what to do.

files-taken =
    { $kind ->
        [pdf] Got the file “{ $name }”, saved.
       *[picture] Got the photo “{ $name }”, saved.
    }
files-count = { $count } of at most { $most }
files-place-removed = The place where the photo was taken has been removed; which way is up has been kept.
files-unsupported-hint = Please send a photo (jpg, png) or a PDF. For paper: lay it flat, hold the phone straight above it, in good light.

error-file_too_large = This file is too large (at most { $limit_mb } MB each), so it was not saved. Take a new photo and send it directly, or split the PDF.
error-file_type =
    { $found ->
        [heic] This is an iPhone HEIC picture, which cannot be opened here. Share it as JPG from the album, or use the camera button of the chat.
        [gif] This is an animation; only still photos (jpg, png) and PDF are taken here.
        [apng] This is an animation; only still photos (jpg, png) and PDF are taken here.
        [pdf] This PDF carries a program or an attachment, so it was not saved, to be safe. Print it to a plain PDF, or send a photo of it.
        [docx] This is a Word document; only photos (jpg, png) and PDF are taken here. Save it as PDF, or send a photo of it.
        [xlsx] This is a spreadsheet; only photos (jpg, png) and PDF are taken here. Save it as PDF, or send a photo of it.
       *[other] This kind of file cannot be taken; only photos (jpg, png) and PDF. For example: send a photo of the paper.
    }
error-file_broken = This file is incomplete or damaged and cannot be opened, so it was not saved. Please send it again.
    .skip = { " " }If the signal is weak, skip this question and add it later.
error-image_too_big = This picture has too many pixels (at most { $limit_mp } megapixels), so it was not saved. Make it smaller in the album, or take a new one.
error-file_count = This question takes at most { $most } files; the earlier ones are saved. To swap one, remove one first.
error-file_missing = This file cannot be found now; what you filled in is not affected. Please ask the administrator, or send it again.
