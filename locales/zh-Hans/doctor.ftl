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
