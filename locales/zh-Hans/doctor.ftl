# lianxin doctor 说的话（bot/cli/doctor.py），键是 doctor-<发现>

doctor-state-good = 好
doctor-state-look = 注意
doctor-state-bad = 不行
doctor-all-good = 设置都能用。
doctor-unknown =
    { $name } 不是连心的设置，写了也不起作用{ $meant ->
        [none] {""}
       *[other] ，是不是想写 { $meant }
    }。
doctor-webhook_without_token = 写了 LIANXIN_WEBHOOK_URL 却没有 LIANXIN_BOT_TOKEN，不会接 Telegram。
doctor-links_point_inside = 从外面也能打开本机（LIANXIN_HOST 是 { $host }），可是发出去的链接都指向 { $url }，别的电脑和手机打不开。请把 LIANXIN_PUBLIC_URL 写成大家打开的网址。
doctor-plain_links = 大家打开的网址 { $url } 没有用 https，登录链接和填写内容在路上能被看到。请在前面放一个带证书的反向代理，再把 LIANXIN_PUBLIC_URL 写成 https 开头的网址。
doctor-demo_outside = LIANXIN_DEMO_OUTSIDE 开着：演示数据库里谁都能挑一个身份进来。正式使用请去掉这一行。
doctor-env_file_open = 文件 { $file } 里有密码或令牌，别的用户也能读。请运行 chmod 600 { $file }。
doctor-key_file_open = 密钥文件 { $file } 别的用户也能读。请运行 chmod 600 { $file }，并想一想谁看过它。
doctor-no_database = 数据库 { $database } 还没有建。请运行 lianxin migrate。
doctor-port_taken = 端口 { $port } 上已经有程序在听，可能就是正在运行的连心；要再开一个，请换 LIANXIN_PORT。
doctor-shown-database = 数据库：{ $database }
doctor-shown-address = 网址：{ $url }
doctor-shown-telegram =
    Telegram：{ $way ->
        [off] 不接
        [polling] 长轮询
       *[webhook] Webhook
    }
doctor-shown-data = 数据目录：{ $folder }
doctor-old_database = 数据库 { $database } 是旧版本的，下次启动时会先备份再升级；也可以现在运行 lianxin migrate。
doctor-database_newest = 数据库打得开，是最新的版本。
doctor-days_off_known = 放假调休安排收录到 { $year } 年。
doctor-days_off_unknown = { $next } 年的放假调休安排还没有收录（只到 { $year } 年），期限先按周一到周五算，遇到放假不会自动顺延。国务院公布后升级连心即可。
doctor-data_open = 数据目录写得进去，还有 { $free } GB 空间。
doctor-data_full = { $folder } 只剩 { $free } MB 空间。请清出一些空间，或把 LIANXIN_DATA_DIR 换到大一点的盘上。
doctor-clock = 时间：{ $now }（{ $zone }）{ $same ->
        [yes] {""}
       *[no] ；服务器自己用 { $here }，期限和提醒按 { $zone } 算，不受影响
    }。
doctor-clock_wrong = 服务器的时间不对（世界时 { $now }{ $off ->
        [0] {""}
       *[other] ，和 Telegram 差 { $off } 秒
    }），期限、提醒和链接都会错。请打开服务器的网络校时。
doctor-telegram_open = Telegram 连得上，机器人是 { $name }。
doctor-telegram_token = Telegram 不认 LIANXIN_BOT_TOKEN 里的令牌。请到 BotFather 那里重新复制。
doctor-telegram_silent = { $api } 没有应答，Telegram 上收不到也发不出；网页聊天不受影响。请检查服务器的网络，或改 LIANXIN_BOT_API。
doctor-port_free = 端口 { $port } 空着，可以用。
doctor-port_closed = 没法在 { $host } 的 { $port } 端口上听。请核对 LIANXIN_HOST 和 LIANXIN_PORT；1024 以下的端口要管理员权限。
