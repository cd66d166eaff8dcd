# 网页和网页聊天的文字。webchat- 开头的交给页面脚本，不能带参数；其中 # 由脚本换成数字。


## 到处都有的

web-name = 连心
web-demo = 演示
web-back-to-chat = 回到聊天
web-old-browser = 这个浏览器太旧，打不开聊天。请更新浏览器或微信，也可以换一台手机打开同一个链接。
web-no-script = 聊天需要打开浏览器的 JavaScript。

## 没有登录的人看到的

web-door-title = 这里要用个人链接进入
web-door-how = 个人链接由您所在党支部的书记发给您。用手机打开一次，这台手机以后就记得您，直接打开本页就行。
web-door-lost = 链接找不到了，或者换了手机，请党支部书记重发一个，原来的会作废。
web-door-stranger = 不认识党支部书记的，可以到镇组织办当面问。

## 个人链接

web-invitation-title = 用这台设备进入连心
web-invitation-for = 姓名
web-invitation-role = 身份
web-invitation-org = 单位
web-invitation-name = 请写您的姓名，核对后进入
web-invitation-yes = 是我，进入
web-invitation-device = 确认后，这台设备会记得您。链接只能用一次；借用别人的手机，用完请在菜单里退出。
web-invitation-not-me = 不是您本人，请不要进入，把链接还给发给您的人。

## 我的设备

web-devices-title = 我的设备
web-devices-why = 这些设备打开连心就是您。不认识的、不再用的，请退出。
web-devices-this = 这一台
web-devices-unknown = 不知名的设备
web-devices-seen = 最近使用：{ $when }
web-devices-end = 退出

## 演示：选一个人

web-picker-title = 选一个人，用他的身份试一试
web-picker-how = 这里是一个虚构的县。您选谁，就用谁的身份和连心说话；填好的东西，换成审核的人就能看到。
web-picker-invented = 人名、地名、电话和记录全是编的，可以放心点。
web-picker-go-on = 接着用{ $name }的身份
web-picker-search = 姓名、职务或村名
web-picker-find = 查找
web-picker-found = 找到 { $count } 人
web-picker-switch = 换个身份试试
web-picker-change = 换人
web-picker-all = 全部人员和查找

## 文件

web-paper-open = 打开
web-paper-save = 下载到这台设备
web-paper-part = 这里只显示前 { $rows } 行，全部内容请下载后看。
web-paper-none = 这种文件不能在这里直接看，请下载后打开。
web-paper-wechat = 在微信里下载不了的，请点右上角“···”，选“在浏览器打开”。

## 出了问题

web-problem-title = 这一步没有办成
web-problem-back = 回到首页
web-problem-missing = 没有找到这个页面，或者您没有查看权限。
web-problem-ours = 系统暂时没办成这一步，请过一会儿再试。（编号 { $number }）
error-not_signed_in = 您在这台设备上还没有进入。请用党支部书记发给您的个人链接打开。
error-foreign_request = 这个操作不是从连心的页面发出的，没有办理。请回到连心的页面重新点。
error-bad_request = 这个地址或内容不对，没有办理。请回到首页重新进入。
error-bad_action = 刚才这一步没有看懂，没有办理。请重新点一次。
error-too_slow = 网络太慢，内容没有传完，没有办理。请到信号好一点的地方再试。
error-file_too_big = 文件超过 { $limit_mb } MB，没有收下。请换小一点的，或分几次发。
error-file_unreadable = 这张照片打不开，没有收下。请重新拍一张，或者用“文件”发送。
error-file_empty = 文件是空的，没有收下。请重新选一个。
error-invitation_gone--unknown = 没有这个链接，可能没有复制完整。请向发给您的人再要一次。
error-invitation_gone--used = 这个链接已经用过了，一个链接只能用一次。换了手机的，请党支部书记重发一个。
error-invitation_gone--ended = 这个链接已经作废。请向发给您的人要一个新的。
error-invitation_gone--expired = 这个链接过期了。请向发给您的人要一个新的。
error-name_wrong = 写的姓名和链接上的不一致。请写全名，和支部登记的一样；还是不对，请联系发给您的人。
error-too_many_guesses = 试的次数太多了，请等 { $minutes } 分钟再试。
error-role_unknown = 没有“{ $role }”这个身份。可以写：{ $known }
error-org_unknown = 没有代码为“{ $org }”的单位。
error-invite_ambiguous = “{ $org }”有 { $count } 个人是这个身份（{ $role }），请写明姓名。

## 聊天页面（脚本用）

webchat-log = 对话
webchat-you = 我
webchat-bot = 连心
webchat-sign = 连
webchat-placeholder = 写在这里
webchat-send = 发送
webchat-photo = 照片
webchat-file = 文件
webchat-place = 位置
webchat-menu = 菜单
webchat-mode-text = 汉字
webchat-mode-number = 数字
webchat-buttons = 可选的回答
webchat-connecting = 正在连接…
webchat-offline = 网络断了。您写的会留着，连上后自动发送。
webchat-signed-out = 您在这台设备上已经退出。
webchat-reload = 重新进入
webchat-sending = 发送中
webchat-unsent = 没有发出去
webchat-again = 再试一次
webchat-later = 系统暂时没办成这一步，您刚才发的还在，过一会儿自动再试。
webchat-typing = 正在办理
webchat-earlier = 更早的消息
webchat-new = 有新消息
webchat-yesterday = 昨天
webchat-location = 位置
webchat-accuracy = 误差约 # 米
webchat-location-denied = 没有取得位置。请在手机设置里允许定位，或者直接写地名。
webchat-too-big = 文件超过 20 MB，请换小一点的。
webchat-upload-failed = 没有传上去
webchat-ok = 知道了
webchat-close = 关闭
webchat-copied = 已复制
webchat-size-large = 字大一点
webchat-size-normal = 标准字号
webchat-devices = 我的设备
webchat-leave = 在这台设备上退出
