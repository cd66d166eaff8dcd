# 出了意外时对本人说的话（bot/channels/inbox.py）

trouble = 系统暂时没办成这一步，您发来的内容已经留存。请过一会儿点“再试一次”。（编号 { $id }）
