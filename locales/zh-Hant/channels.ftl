# 出了意外時對本人說的話（bot/channels/inbox.py）

trouble = 系統暫時沒辦成這一步，您傳來的內容已經留存。請過一會兒點「再試一次」。（編號 { $id }）
