# 出了什么事、为什么、怎么办，一句话说清。键是 error-<代码>，代码见 bot/errors.py，用过的代码不再另作他用。

error-internal = 系统暂时没办成这一步，您刚才的回答已经保存。请过一会儿再试一次。

## 填写和办理

error-draft_not_found = 没有找到这份填写，可能已经提交或取消了。请从菜单重新开始。
error-draft_stale = 您正在另一台手机上填写，已接着那边的进度。
error-record_not_found = 没有找到这份记录，或者您没有查看权限。需要的话请联系镇组织办。
error-record_stale = 刚才已有人先办理了这份记录，请看最新的内容再决定。
error-not_allowed = 这一步不由您办理。需要的话请联系镇组织办。
error-post_ended = 您现在不担任能办这一步的职务，所以没有提交；填的内容还留着。需要的话请联系镇组织办。
error-not_now = 这一步现在不能办，请看这份记录现在的情况。
error-already_exists = 已经有一份同样的记录了，请在原来的那份上继续。
error-duplicate_update = 这一步已经办过了，不用再点。
error-invitation_gone = 这个邀请已经用过、作废或过期了。请向发邀请的人要一个新的。
error-not_kept = 现在存不下来，刚才这一步没有记录。请过一会儿再试一次。

## 部署和启动

error-bad_setting =
    设置 { $name } 不能用（{ $value ->
        [unset] 没有写
        [hidden] 写的内容不在这里显示
       *[other] 现在是“{ $value }”
    }）：{ $why }。请{ $example ->
        [random] 用命令 openssl rand -hex 32 生成一个
        [backup] 从备份里找回这个文件
       *[other] 写成 { $example }
    }
error-bad_form = 表单 { $form } 的定义有错，程序没有启动：{ $where }，{ $why }。
error-bad_text = 文字文件 { $where } 不能用，程序没有启动：{ $why }。
error-missing_text = { $lang } 缺少文字 { $key }{ $argument ->
        [none] {""}
       *[other] （参数 { $argument }）
    }。
error-database_too_new = 数据库是更新的版本写的（{ $found }），这个程序只认识到 { $known }。请用新版本的程序，或恢复旧的备份。
error-database_not_ready =
    { $why ->
        [missing] 数据库还没有建好（{ $database }）。请先运行 lianxin migrate；想先看看虚构的示范县，就运行 make run。
       *[other] 数据库是旧版本的（{ $database }）。请先运行 lianxin migrate 升级。
    }
error-database_unreachable = 连不上数据库 { $database }：{ $why }。
error-database_unreachable--silent = 服务器没有应答，请看看它开着没有、LIANXIN_DATABASE_URL 里的地址对不对
error-database_unreachable--login = 用户名或密码不对，请改 LIANXIN_DATABASE_URL
error-database_unreachable--unknown = 服务器上没有这个数据库，请先在服务器上建一个空的，或改 LIANXIN_DATABASE_URL
error-database_unreachable--damaged = 文件坏了，或者不是 SQLite 数据库，请从备份里恢复
error-database_unreachable--file = 文件打不开，请看看文件夹在不在、能不能读写
error-port_taken = 端口 { $port } 上已经有程序在听，可能连心已经在运行。请结束那个程序，或把 LIANXIN_PORT 换成别的端口（写 0 就任选一个空闲的）。
error-cannot_listen = 没法在 { $host } 的 { $port } 端口上听：{ $why }。
error-cannot_listen--address = 本机没有这个地址，请改 LIANXIN_HOST
error-cannot_listen--right = 1024 以下的端口要管理员权限，请把 LIANXIN_PORT 换成 1024 以上的
error-cannot_listen--other = 系统不让，请核对 LIANXIN_HOST 和 LIANXIN_PORT
error-not_empty = 演示数据只能放进空的数据库，这个数据库里已经有内容，什么也没有改动。

## 为什么一个设置不能用（error-bad_setting 里的 why）

error-bad_setting--not_utf8 = 文件不是 UTF-8 编码
error-bad_setting--unreadable = 文件读不了
error-bad_setting--control_characters = 里面有换行或看不见的字符
error-bad_setting--not_a_choice = 只能从几个值里选
error-bad_setting--not_a_switch = 只能写 true 或 false
error-bad_setting--not_a_number = 要写阿拉伯数字
error-bad_setting--days = 要写天数，0 到 366 的整数
error-bad_setting--port_range = 端口在 0 到 65535 之间（0 表示任选一个空闲的）
error-bad_setting--bot_token = 不是 BotFather 给的令牌的样子
error-bad_setting--sample = 这是示例里的值，谁都知道
error-bad_setting--short = 太短，容易被猜到
error-bad_setting--repetitive = 重复的字符太多，容易被猜到
error-bad_setting--secret_characters = 只能用字母、数字、下划线和连字符，不超过 256 个
error-bad_setting--secret_wanted = 写了 LIANXIN_WEBHOOK_URL 就必须有它，不然谁都能冒充 Telegram
error-bad_setting--no_pages_yet = 手机页面还没有做好，接了 Telegram 就还做不到；先不接，或者写 full
error-bad_setting--not_an_address = 不是完整的网址
error-bad_setting--scheme = 网址的开头不对
error-bad_setting--plain_http = 从外面走的网址必须用 https
error-bad_setting--credentials = 网址里不能带用户名和密码
error-bad_setting--query = 网址里不能带问号和井号后面的部分
error-bad_setting--port = 网址里的端口不对
error-bad_setting--telegram_port = Telegram 只往 443、80、88、8443 这几个端口送消息
error-bad_setting--host = 要写一个 IP 地址或主机名，不带 http:// 和端口
error-bad_setting--database = 只支持 SQLite 和 PostgreSQL
error-bad_setting--database_name = 没有写数据库的名字
error-bad_setting--database_memory = 放在内存里的数据库一停就没了
error-bad_setting--database_folder = 写的是文件夹，不是文件
error-bad_setting--not_a_folder = 这个位置已经有一个文件，不是文件夹
error-bad_setting--not_writable = 这个位置写不进去
error-bad_setting--time_zone = 没有这个时区
error-bad_setting--key_file = 密钥文件的内容不对，而换一个新的会让已加密的内容和已发出的链接失效
error-bad_setting--invalid = 这个值不对
