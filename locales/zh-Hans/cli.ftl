# 命令行 lianxin --help 里的说明（bot/__main__.py），键是 cli-<命令> 和 cli-<命令>-<选项>

cli-about = 连心：让村党支部在聊天里点几下就办完日常的联系和报送。
cli-more = 设置写在环境变量或 .env 里，名字以 LIANXIN_ 开头；哪里不对，运行 lianxin doctor。详见 docs/operators.md。
cli-version = 显示版本
cli-run = 在前台运行全部服务：网页、网页聊天、Telegram（写了令牌时）和定时任务。
cli-migrate = 建立或升级数据库。
cli-demo = 把一个虚构的县放进空的数据库：组织、人员和最近三个月的记录。
cli-demo-years = 再往前多造几年的记录
cli-json = 以 JSON 输出
cli-doctor = 检查设置、磁盘、数据库、时间、Telegram 和端口，说明哪里不对、怎么改。
cli-template = 生成空白的工作簿。
cli-import = 从工作簿导入。
cli-template-roster = 组织、人员、任职、户、户代表的空白名册。
cli-import-roster = 按名册建立或更新一个县；有错的行逐条列出，没错的照样导入。
cli-import-file = 填好的名册（xlsx）
cli-import-dry-run = 只检查，不写入
cli-out = 写到哪个文件
cli-invite = 发一个只能用一次的邀请。
cli-invite-role = 角色，例如 branch_secretary、town_clerk、admin
cli-invite-org = 组织代码
cli-invite-name = 受邀人姓名
cli-export = 导出一种记录；敏感内容一律遮盖，用途记入日志。
cli-export-type = 记录类型，例如 monthly_report、minutes
cli-export-period = 2026-11、2026-Q4 或 2026
cli-export-org = 只要这个组织及以下（组织代码）
cli-export-format = 文件格式
cli-export-annex = 名册（签到册）也逐行导出
cli-export-purpose = 导出的用途，不写记作“命令行导出”
cli-verify = 核对审计链和文件的哈希。
cli-first-run =
    第一次运行：正在建数据库，放进一个虚构的县，大约半分钟 …
    建好后打开 { $address } ，挑一个人就能开始。
cli-first-run-kept = 数据放在 { $database }，以后每次运行都接着用。

cli-migrated = 数据库已升级：{ $database }
cli-migrated-new = 数据库已建好：{ $database }
cli-migrated-same = 数据库已经是最新的：{ $database }
cli-serving = 连心已经启动：{ $address } （按 Ctrl+C 结束）
cli-invited = 给 { $org } { $name } 的邀请，只能用一次，只显示这一次：{ $code }
cli-demo-made = 虚构的示范县已建好。下面每种身份有一份邀请，只能用一次；也可以直接打开网页挑人。
cli-verify-found = { $kind }：{ $where }
cli-verify-good = 核对完毕，全部一致。
cli-verify-bad = 核对完毕，有 { $count } 处不一致。
cli-verify-audit_missing = 审计链缺一环
cli-verify-audit_changed = 审计链被改动
cli-verify-audit_tail = 审计链末尾被截
cli-verify-entry_changed = 登记事项被改动
cli-verify-act_missing = 办理记录缺失
cli-verify-act_changed = 办理记录被改动
cli-verify-act_unknown = 多出的办理记录
cli-verify-version_missing = 记录版本缺失
cli-verify-version_changed = 记录版本被改动
cli-verify-version_unknown = 多出的记录版本
cli-verify-record_changed = 记录被改动
cli-verify-snapshot_changed = 名册快照被改动
cli-verify-file_missing = 文件缺失
cli-verify-file_changed = 文件被改动

## typer 自己的话（bot/cli/usage.py）

cli-help-usage = 用法：{""}
cli-help-some-options = [选项]
cli-help-some-command = 命令 [参数]…
cli-help-options = 选项：
cli-help-arguments = 参数：
cli-help-commands = 命令：
cli-help-help = 显示这段说明
cli-help-required = [必填]
cli-help-default = [默认：{""}
cli-usage-missing = 少了 { $what }。
cli-usage-option = 没有 { $what } 这个选项{ $near ->
        [none] {""}
       *[other] ，是不是想写 { $near }
    }。
cli-usage-bad = { $what } 写得不对：{ $why ->
        [missing] 没有这个文件
        [folder] 那是一个文件夹
        [rights] 那里不能读或不能写
        [number] 要写阿拉伯数字
        [range] 太大或太小了
       *[other] { $said }
    }。
cli-usage-command = 没有“{ $what }”这个命令。
cli-usage-extra = 多写了 { $what }。
cli-usage-empty = { $what } 后面少了内容。
cli-usage-other = 命令写得不对：{ $said }。
cli-usage-hint = 怎么写请看 { $command } --help
