"""
What people type, as data: the words and signs the readers know. No rules here, and nothing that is shown.

Words are written as :func:`bot.forms.core.plain.plain` leaves them: simplified, lower case, half-width,
without spaces or quotation marks, so each stands here once and serves zh-Hans, zh-Hant and English alike.
Tuples are sorted longest first: the first that fits is the right one.
"""

from __future__ import annotations


def _set(block: str) -> frozenset[str]:
    return frozenset(block.split())


def _longest_first(block: str) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(block.split()), key=len, reverse=True))


def _valued(block: str) -> dict[str, int]:
    """Lines of a number and the words that mean it; longest words first."""
    pairs = [(word, int(line.split()[0])) for line in block.strip().splitlines() for word in line.split()[1:]]
    return dict(sorted(pairs, key=lambda pair: len(pair[0]), reverse=True))


def _dated(block: str) -> dict[str, tuple[int, int]]:
    """Lines of month-day and the words that mean it; longest words first."""
    pairs = []
    for line in block.strip().splitlines():
        day, *names = line.split()
        month, _, number = day.partition("-")
        pairs += [(name, (int(month), int(number))) for name in names]
    return dict(sorted(pairs, key=lambda pair: len(pair[0]), reverse=True))


# ------------------------------------------------------------------------------------------------- characters

# 大写, as on receipts and in minutes; 圆 for 元.
FORMAL_NUMERALS = dict(
    zip(
        "壹弌贰貳弍弐叁叄弎肆伍陆陸柒捌玖拾佰仟○◯圆圓",
        "一一二二二二三三三四五六六七八九十百千〇〇元元",
        strict=True,
    )
)

DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
# Twenty, thirty, forty in one character.
SHORT_NUMERALS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
TOGETHER = {"俩": 2, "仨": 3, "once": 1, "twice": 2, "thrice": 3}  # 两个, 三个 in one character; how often
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000, "k": 1000}
LARGE_UNITS = {"万": 10_000, "w": 10_000, "亿": 100_000_000}

_SIGNS = {
    "-": "‐‑‒–—―−﹣",
    "~": "〜∼˜〰",
    ":": "︰∶﹕ː",
    "/": "⁄∕",
    ".": "。｡﹒·・•‧",
    ",": "﹐",
    "(": "【〔〖[{",
    ")": "】〕〗]}",
    "%": "﹪",
    "¥": "￥",
    "、": "､",
    ";": "﹔",
    "": "“”„「」『』〝〞‘’'\"`«»《》〈〉",
}
SAME_SIGN: dict[int, str] = {ord(sign): meant for meant, signs in _SIGNS.items() for sign in signs}

# ------------------------------------------------------------------------------------------------- any answer

# Somebody who does not know must hear about "later", not about the shape of numbers.
NOT_KNOWN = _set(
    """
    不知道 不清楚 不太清楚 不晓得 晓不得 不了解 忘了 忘记了 记不得 记不得了 记不清 记不清了 说不准 说不好
    说不清 待定 未定 还没定 没定 没想好 还没想好 不确定 不一定 不详 再说 到时候再说 以后再说 看情况 随便
    都行 无所谓 不好说 ? ?? ??? unknown n/a na tbd idk dontknow idontknow notsure nosure noidea
    """
)
NOTHING = _set(
    """
    没有开过 没有开会 没有开展过 没开会 还没开 还没有 还没有开 还没召开 尚未召开 尚未开展 暂时没有
    暂时没开 一次也没 一次都没 一户也没 一个也没 一个都没 无人 没有 没 无 暂无 没得 莫得 冇 冇有 木有
    一个没有 一个都没有 一个也没有 一次没有 一次都没有 一次也没有 一户都没有 一户也没有 一人也没有
    一个人都没有 没开 没有开 没开过 未开 没召开 没有召开 未召开 没开展 没有开展 未开展 没搞 没人 没有人
    没参加 没有参加 没参加过 未参加 一次没参加 一次都没参加 没花钱 没有花钱 免费 不要钱 不花钱 没发生
    没有了 没了 没有参加过 没人走 没人先走 没有人走 没有人先走 一分钱没花 一分钱都没花 一分钱也没花 一分没花 没花 没用钱
    没有发生 未发生 一次没开 一次都没开 一次也没开 本月没开 本月没有 本月未开 这个月没开 这个月没有
    这个月没开会 未开会 none nil no zero nothing
    """
)

# All that is said where something may be written and there is nothing to write.
NAUGHT = _set(
    """
    没有 没 没啥 没什么 没有什么 没有了 没了 无 暂无 暂时没有 目前没有 没得 莫得 冇 冇有 木有 不写了 不填 不填了 跳过 不想说 不方便说
    none nothing no nope n/a na skip
    """
)

# Somebody has named, ticked or sent all there is.
NO_MORE = _set(
    """
    没有了 没了 没别的了 没有别的了 没别的 没有别的 没其他的了 没其他了 没其他的 没有其他的 没有其他的了 再没有了 再没了
    就这些 就这些了 就这么多 就这么多了 就这几个 就这几个了 就这几样 就这 只有这些 只有这些了 完了 好了 好啦 完成 完成了 结束 结束了
    选好了 选完了 勾好了 勾完了 点好了 点完了 发完了 发好了 传完了 传好了 拍完了 填完了 写完了 下一题 下一步 继续
    没有问题 没有问题了 没问题 没问题了 没什么问题 没有什么问题 没什么问题了 没有困难 没有计划 没有议题 没有议题了 没有决议 没有决议了
    就一场 就这一场 只有一场 就一个 就这一个 只有一个 就一项 就这一项 只有一项 就一条 只有一条
    thatsall thatisall thatsit done finished complete nomore nothingelse next continue
    """
)
# Before choices that are meant instead of those ticked.
INSTEAD = (
    "只有",
    "只是",
    "只选",
    "只要",
    "只参加",
    "就只",
    "仅",
    "改成",
    "改为",
    "换成",
    "换为",
    "不对",
    "不是",
    "取消",
    "去掉",
    "不要",
    "only",
    "just",
    "instead",
    "change",
)

# Said of people: nobody came.
NOBODY_CAME = _set(
    """
    都没来 全没来 都没到 全没到 全都没来 全都没到 一个都没来 一个也没来 一个没来 没人来 没有人来 谁都没来 谁也没来 一个人都没来
    一个人也没来 没人到 没有人到 都没有来 都没参加 没人参加 没有人参加 nobodycame noonecame nonecame
    """
)
# Said where a name is asked for.
NOBODY = NOTHING | _set(
    "没谁 谁都行 谁都可以 都可以 暂缺 空缺 没安排 还没安排 没选 还没选 没定下来 还没定下来 大家 nobody noone"
)

# Family names that may stand before a number or a day as words or numerals too: 于刚, 花一, 陆七.
FAMILY_NAMES = ("于", "花", "伍", "陆", "那")

# ------------------------------------------------------------------------------------------------- places

# Said round a place. A name may begin or end with one of them (来宾, 新会): the whole text is tried first.
PLACE_LEAD = _longest_first(
    """
    我现在在 我现在 我人在 我住在 我还在 我就在 我在 我 现在在 目前在 现住在 现住 现在 目前 人在 住在 还在 就在 一直在 在
    去了 去 来了 来 到了 到 跑到 搬到 跟着儿子在 跟儿子在 跟女儿在
    """
)
PLACE_TAIL = _longest_first(
    """
    打工 上班 工作 务工 做工 干活 做事 经商 做生意 开店 开饭店 读书 上学 念书 住 带孩子 带孙子 帮忙 这边 那边 这里 那里 这儿
    那儿 附近 一带 境内 本地 打零工 进厂 厂里 工地 了 的 呢 啊 呀 吧
    """
)
BEFORE_PLACE = "在到去住是从于往的来回跟"  # a place named inside a sentence begins after one of these
AROUND_PLACE = _set(
    """
    district county city province prefecture autonomous region municipality special administrative area new banner the of in
    at from near to i am im m we live living work working now currently moved is my place china prc people s republic town
    """
)
ABROAD = _longest_first("境外 国外 海外 出国 出境 外国 国(境)外 国（境）外 abroad overseas")
COUNTRIES = _set(
    """
    越南 老挝 缅甸 泰国 柬埔寨 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 东帝汶 日本 韩国 朝鲜 蒙古 蒙古国 印度 巴基斯坦
    孟加拉 孟加拉国 尼泊尔 斯里兰卡 不丹 马尔代夫 阿富汗 哈萨克斯坦 吉尔吉斯斯坦 塔吉克斯坦 乌兹别克斯坦 土库曼斯坦 伊朗
    伊拉克 沙特 沙特阿拉伯 阿联酋 迪拜 卡塔尔 科威特 阿曼 也门 以色列 约旦 叙利亚 黎巴嫩 土耳其 塞浦路斯 格鲁吉亚 亚美尼亚
    阿塞拜疆 俄罗斯 俄国 乌克兰 白俄罗斯 波兰 捷克 斯洛伐克 匈牙利 罗马尼亚 保加利亚 塞尔维亚 希腊 意大利 德国 法国 英国
    爱尔兰 荷兰 比利时 卢森堡 瑞士 奥地利 西班牙 葡萄牙 丹麦 瑞典 挪威 芬兰 冰岛 美国 加拿大 墨西哥 古巴 巴拿马 巴西 阿根廷
    智利 秘鲁 哥伦比亚 委内瑞拉 厄瓜多尔 玻利维亚 乌拉圭 澳大利亚 澳洲 新西兰 斐济 巴布亚新几内亚 所罗门群岛 埃及 利比亚
    阿尔及利亚 摩洛哥 突尼斯 苏丹 埃塞俄比亚 肯尼亚 坦桑尼亚 乌干达 卢旺达 尼日利亚 加纳 喀麦隆 刚果 刚果金 刚果(金) 安哥拉
    赞比亚 津巴布韦 莫桑比克 马达加斯加 毛里求斯 南非 几内亚 塞内加尔 科特迪瓦 欧洲 非洲 美洲 东南亚 中东
    vietnam laos myanmar thailand cambodia malaysia singapore indonesia philippines japan korea mongolia india russia
    germany france italy spain usa america canada brazil australia
    """
)

# ------------------------------------------------------------------------------------------------- numbers

NEGATIVE = ("-", "负", "零下", "minus")
# Anywhere in the text, these make a number a guess.
VAGUE = _longest_first(
    """
    大于 小于 高于 低于 大概 大约 约莫 约摸 差不多 可能 好像 估计 应该 也许 左右 上下 将近 接近 不到 不足
    超过 多于 少于 至少 最多 最少 起码 顶多 不止 若干 多少 以上 以下 以内 很多 许多 好多 不少 一些 有些
    好些 大部分 大多数 一部分 小部分 全部 所有 半数 过半 成百 成千 上百 上千 上万 数十 数百 数千 数万 个把
    百把 千把 万把 绝大多数 少数 多数 大半 一半 出头 开外 大几 好几 十几 几十 几个 几户 几次 几人 几名
    几百 几千 几万
    """
)
VAGUE_BEFORE = ("约", "近", "快", "超", "逾", "上", "数", "好", "几", "~", "≈", ">", "<", "≥", "≤")
VAGUE_AFTER = ("多", "余", "来", "几", "把", "+", "往上", "ish", "orso", "ormore", "orless")
VAGUE_ENGLISH = _longest_first(
    """
    about around approximately approx roughly nearly almost over under several some afew few many most
    atleast atmost morethan lessthan dozens hundreds thousands maybe perhaps acouple upto
    """
)
# Said before a number without changing what it counts. Words such as 应到 or 缺席 are left out on purpose:
# they may name another number than the one that was asked for.
LEAD_IN = _longest_first(
    """
    一共有 一共是 一共 总共有 总共是 总共 总计 合计 共计 共有 共 总数是 总数 实际 目前 现在 本月 这个月
    上个月 本季度 今年 我们 我村 我们村 全村 本村 我 有 是 为 就 就是 只有 只 才 仅有 仅 开了 开过 开
    到会人数 到会的有 到会 实到 实到会 实际到会 来开会的有
    召开了 召开过 召开 组织了 组织 举行了 举行 搞了 搞过 参加了 参加过 参加 来了 到了 去了 花了 用了 写 填
    记 嗯 额 呃 那 哦 答 : , = # + 整整 刚好 正好 恰好 恰恰 刚刚好 不多不少 整 exactly just only
    """
)
COUNTERS = _longest_first(
    """
    户 人 次 名 个 位 家 口 场 期 项 条 件 篇 份 张 页 本 册 套 台 辆 间 栋 幢 棵 株 亩 公顷 平方米 平方
    平米 ㎡ 米 公里 千米 里 吨 公斤 千克 斤 克 头 只 匹 箱 袋 瓶 桶 回 遍 趟 节 课 天 周 个月 年 岁 周岁
    小时 个小时 个钟头 分钟 票 组 支 队 批 届 人次 户次 件次 分 块 元 处 所 座 桌 根 副 幅 封 笔 宗 起 例
    层 度 倍 日历天 工作日 个工作日 口人 块钱 元钱 days day times time persons person people households
    household votes vote yuan years year hours hour meetings meeting members member points
    km kilometres kilometre kilometers kilometer metres metre meters meter kg tonnes tonne tons ton mu hectares hectare
    minutes minute weeks week months month items item copies copy villagers villager adults adult
    """
)
TAIL_WORDS = _longest_first(
    """
    人家 党员群众 党员 群众 村民代表 户代表 代表 村民 户主 农户 家庭 同志 干部 老人 人员 人口 支委会
    党员大会 党小组会 支部大会 主题党日 党课 会议 会 大会 活动 工作 项目 问题 事项 议题 决议 意见 建议 人
    户 钱 整 正 了 的 吧 啊 呀 哦 喔 呢 嘛 哈 . ! , ; 、 到了 到会 到会了 来了 到场 参加了 参加
    came attended present werepresent werethere cameintotal intotal altogether tookpart
    """
)
HALF_OF_IT = frozenset(("一半", "半", "完成一半", "完成了一半", "half"))
WHOLE_OF_IT = _set(
    """
    全部 全部完成 全部完成了 都完成了 全完成了 已完成 已全部完成 完成 完成了 做完了 办完了 百分百 百分之百
    十成 done completed finished
    """
)

ENGLISH_NUMBERS = _valued(
    """
    0 zero
    1 one
    2 two
    3 three
    4 four
    5 five
    6 six
    7 seven
    8 eight
    9 nine
    10 ten
    11 eleven
    12 twelve
    13 thirteen
    14 fourteen
    15 fifteen
    16 sixteen
    17 seventeen
    18 eighteen
    19 nineteen
    20 twenty
    30 thirty
    40 forty
    50 fifty
    60 sixty
    70 seventy
    80 eighty
    90 ninety
    """
)
ENGLISH_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}

MONEY_LEAD = _longest_first(
    """
    人民币 rmb cny ¥ 一共 总共 共计 合计 共 大写 金额是 金额 花了 花 用了 是 为 有 就 只有 只 : , =
    """
)
MONEY_UNITS = {
    "块钱": 100, "元钱": 100, "yuan": 100, "rmb": 100, "cny": 100, "元": 100, "块": 100, "¥": 100,
    "角": 10, "毛": 10, "分": 1,
}  # fmt: skip
MONEY_TAIL = _longest_first("人民币 钱 整 正 了 的 吧 啊 rmb . ! ,")
OTHER_MONEY = _longest_first("$ € £ 美元 美金 港币 港元 港纸 欧元 英镑 日元 日币 台币 韩元 usd hkd")

# ------------------------------------------------------------------------------------------------- yes and no

# A verb answers only the question that asks with it (换了, 编入了, 完成了): it stands in the `.also` of that label.
YES = _set(
    """
    肯定 肯定的 肯定是 真 妥 嗯呐 必须的 必须 无问题 冇问题 好嘅 赞成 乐意 好的呀
    yesyes 是 是的 是滴 是啊 是呀 是了 对 对的 对滴 对头 对啊 对呀 没错 正确 有 有的 有啊 嗯 嗯嗯 嗯呢 恩
    恩恩 好 好的 好滴 好啊 好吧 行 行的 可以 可以的 可 能 会 要 要的 要得 需要 愿意 同意
    已 已经 已经是 已经有 有了 中 成 得行 系 系嘅 得 当然 当然是 确认 确定 属实 真的 没问题
    y yes yep yeah yup ya sure ok okay okey right correct true t 1 + √ ✓ ✔ ☑ ✅ 👍 👌 🆗 勾 o
    yesiam yesplease ofcourse
    """
)
NO = _set(
    """
    假 反对 并没有 并无 从未 从来没有 没有过 nono 不 不是
    不是的 不对 否 没 没有 没有的 没得 没得的 无 未 还没 还没有 尚未 莫得 冇 冇有 木有 不要 不用 不用了
    不需要 无需 不必 不必了 不了 不行 不可以 不能 不会 不愿意 不同意 唔系
    唔得 不中 不成 不得 n no nope nah not
    false f 0 2 x × ✗ ✘ ❌ ✖ ☒ 👎 nottrue nothanks
    """
)
# Said before a yes or no, these make it a guess.
DOUBT = (
    "可能",
    "应该",
    "大概",
    "好像",
    "也许",
    "估计",
    "差不多",
    "不一定",
    "一半",
    "maybe",
    "perhaps",
    "probably",
)
# Said after a yes or no without changing it.
YES_NO_TAIL = _longest_first(
    """
    了 的 啊 呀 哦 喔 呢 哈 哒 滴 噢 嘞 咧 . ! , ~ ;
    """
)

# ------------------------------------------------------------------------------------------------- choices

CHOICE_LEAD = _longest_first(
    """
    我选择 我选的是 我选 选择 选的是 选项 选 我要 我是 就是 应该是 是 为 就 答案是 答案 答 序号 编号 no.
    option number # : (
    """
)
CHOICE_TAIL = _longest_first(
    """
    个 项 条 种 号 类 款 选项 那个 这个 那项 的 吧 了 啊 呢 哦 ) . 、 : , ; !
    """
)
NUMBER_TAIL = _longest_first(
    "分 级 星 的 吧 了 啊 呢 哦 ) . 、 : , ; ! points point stars star"
)  # after a label that is a number
# Said before or after a label that stands in a sentence, without naming anything else.
BEFORE_LABEL = _longest_first(
    """
    我们 我 本人 咱 现在 目前 如今 正在 还在 一直在 仍在 在 还是 一直 继续 就是 就 只是 只 是 为 属于 主要是 主要 选择 选的是 选了 选
    做的是 做 搞 干 上了 上过 上 听了 听过 听 去 来 参加过 参加了 参加 开展了 开展 组织了 组织 搞了 有 想 要 写 填 这次是 这次
    这里的 这里 这是 这 那是 那个 那 这个 外出 进城 出来 出门 在外面 在外地 在外 外面 外地 厂里 城里 嗯 哦 呃 的 了 个 点 选项
    由 通过 开的是 开的 用的是 用 采用 采取 已经 已 都 全都 iam im itwas itis its we by the
    """
)
AFTER_LABEL = _longest_first(
    """
    这个 这一个 这一项 这项 这种 这类 那个 那一个 那一项 那项 那种 那类 活动 工作 人员 方面 情况 来着 的 了 吧 呀 啊 呢 嘛 哦 喔 呗 啦 哈
    中 着 类 项 个 一种 就行 就好 就可以 即可
    形式 方式 召集 召集的 来召集
    """
)
# Said of what is not so yet, or is asked about: 快办完了, 准备返乡, 办完了一半, 办完了吗.
NOT_YET = ("快", "将", "准备", "打算", "计划", "部分", "半", "吗", "马上")
# Said of what is over: 停止务工 is no 务工.
OVER = (
    "停止",
    "停了",
    "结束",
    "终止",
    "中断",
    "取消",
    "完了",
    "辞",
    "退了",
    "退出",
    "曾经",
    "以前",
    "原来",
    "过去",
)
LAST_ONE = _set(
    """
    最后一个 最后一项 最后那个 最后 倒数第一个 倒数第一 last thelast lastone thelastone
    """
)
ALL_OF_THEM = _set(
    """
    全部 全 全都 全选 都 都选 都有 都是 所有 全都有 全部都有 全部都是 以上全部 以上都是 以上都有 全部选
    全要 都要 全体 全部到齐 全到齐 都到齐 都到齐了 到齐 到齐了 全到 全到了 都到 都到了 都来 都来了 全来了
    全部到 全部到了 全部来了 全部到会 全体到会 都到会 一个不少 一个不落 all allofthem everything everyone
    everybody
    """
)
NONE_OF_THEM = _set(
    """
    没有 无 都没有 都没 全都没有 都不 都不是 以上都不是 以上都没有 一个没有 一个都没有 一个也没有 都不选
    不选 没参加 没有参加 没参加过 没有参加过 未参加 都没参加 都没有参加
    没人 没有人 一个都没来 一个没来 都没来 没人来 没有人来 一户没来 一户都没来 none nothing
    noneofthem nobody
    """
)
# Said of a roster: nobody is missing. More ways to say so are in attendance.py.
EVERYBODY_CAME = _set(
    """
    全员 全员到 全员到齐 全员到会 全员到场 全员参加 全体到齐 全体参加 无一缺席 无缺席 全勤 都在 全在 都参加了
    全都到齐 全都到齐了 全都到了 全都来了 所有人都到了 所有人都来了 所有人都到齐了 大家都到了 大家都来了 户户到齐
    everyonecame everybodycame everyonepresent allpresent allhere everyonehere nobodyabsent noneabsent noabsences
    """
)
# "All but these": what it begins with and what may stand at its end.
BUT_LEAD = _longest_first(
    """
    全部除了 全部除 全除了 都来了除了 都到了除了 所有除了 全选除了 都有除了 除了 除去 除开 除 不包括 去掉
    排除 allbut allexcept everyoneexcept everythingexcept except without
    """
)
BUT_TAIL = _longest_first(
    """
    以外 之外 外 都到齐了 都到齐 全部到齐 都到了 都来了 全到了 全来了 全部到了 全部来了 都到会 都到会了
    全部到会 都选 全选 都有 都是 都要 都到 都来 其他的 其余的 其他 其余 其它 全部 全都 全 都 的 了 户 ,
    """
)
TICK_LEAD = ("到会的有", "来的有", "到了的有", "到会的", "来的", "到会", "实到", "有", ":", "：", " ")
TICK_TAIL = _longest_first("都到了 都来了 到了 来了 到会了 到会 已到 签到 签到了 参会 参加 都签到了 已签到")
SOFT_JOINS = ("还有", "以及", "和", "与", "及", "跟", "加", "&", "+")
NEGATIONS = "不没未无非否莫勿免冇"

# ------------------------------------------------------------------------------------------------- phones

PHONE_DIGITS = {key: str(value) for key, value in DIGITS.items()} | {
    "〇": "0", "幺": "1", "洞": "0", "拐": "7", "勾": "9",
}  # fmt: skip
PHONE_LEAD = _longest_first(
    """
    我的手机号码是 我的手机号是 我的电话号码是 我的电话是 我手机号是 我手机是 我电话是 我手机号 我手机
    我电话 手机号码是 手机号是 电话号码是 电话是 手机是 手机号码 手机号 手机 电话号码 联系电话 联系方式
    电话 号码是 号码 新号码 新号 新的 是 我的 我 现在的 现在 换成了 换成 改成了 改成 改为 换
    mynewnumberis newnumber mynumberis mynumber myphoneis mobile phone tel cell number : . ,
    """
)

PHONE_TAIL = ("微信同号", "微信同步", "同微信", "同微信号", "微信", "v同号", "手机", ".", "(", ")", ",")

# ------------------------------------------------------------------------------------------------- dates

DAY_SHIFTS = _valued(
    """
    -4 大大前天
    -3 大前天 大前日 大前儿
    -2 前天 前日 前儿 前儿个 前个 thedaybeforeyesterday daybeforeyesterday
    -1 昨天 昨日 昨儿 昨儿个 昨个 yesterday
    0 今天 今日 今儿 今儿个 当天 当日 刚才 刚刚 现在 今朝 此刻 today now
    1 明天 明日 明儿 明儿个 明个 tomorrow
    2 后天 后日 后儿 后儿个 后个 thedayaftertomorrow dayaftertomorrow
    3 大后天 大后日 大后儿
    4 大大后天
    """
)
# Half a day word, half a time word: the date takes its part (so many letters), the time keeps the other.
DAY_AND_PART = {
    word: (shift, len(day))
    for shift, day, parts in (
        (-2, "前", "晚 夜"),
        (-1, "昨", "早 晨 晚 夜"),
        (0, "今", "早 晨 晚 夜"),
        (0, "当", "晚"),
        (1, "明", "早 晨 晚 夜"),
        (2, "后", "晚"),
        (-1, "last", "night evening"),
        (0, "this", "morning afternoon evening"),
        (0, "to", "night"),
    )
    for word in (day + part for part in parts.split())
}
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
WEEK_SHIFTS = _valued(
    """
    -2 上上个 上上
    -1 上个 上
    0 这个 这 本 当
    1 下个 下
    2 下下个 下下
    """
)
MONTH_SHIFTS = _valued(
    """
    -2 上上个月 上上月 monthbeforelast themonthbeforelast
    -1 上个月 上月 上个月份 上月份 lastmonth previousmonth
    0 本月 这个月 这月 当月 本月份 thismonth currentmonth
    1 下个月 下月 下月份 nextmonth
    2 下下个月 下下月
    """
)
QUARTER_SHIFTS = _valued(
    """
    -2 上上个季度 上上季度
    -1 上季度 上个季度 上一季度 上一个季度 上季 lastquarter previousquarter
    0 本季度 这个季度 这季度 当季 本季 这一季度 thisquarter currentquarter
    1 下季度 下个季度 下一季度 下一个季度 下季 nextquarter
    """
)
YEAR_SHIFTS = _valued(
    """
    -3 大前年
    -2 前年
    -1 去年 上年 上一年 上年度 去年度 lastyear
    0 今年 本年 本年度 今年度 thisyear
    1 明年 来年 下一年 下年 下年度 明年度 nextyear
    2 后年
    3 大后年
    """
)
SOLAR_WORDS = ("公历", "阳历", "新历", "西历", "国历")
LUNAR_WORDS = ("农历", "阴历", "旧历", "老历", "古历", "夏历")
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}  # names nobody uses for a civil month
SOLAR_FEASTS = _dated(
    """
    1-1 元旦 元旦节 newyearsday
    3-8 三八 三八节 三八妇女节 妇女节
    3-12 植树节
    5-1 五一 五一节 五一劳动节 劳动节
    5-4 五四 五四青年节 青年节
    6-1 六一 六一节 六一儿童节 儿童节
    7-1 七一 建党节 七一建党节 党的生日
    8-1 八一 八一节 建军节 八一建军节
    9-10 教师节
    10-1 国庆 国庆节 十一国庆 十一国庆节 nationalday
    12-4 国家宪法日
    """
)
# Day 0 is the last of the month.
LUNAR_FEASTS = _dated(
    """
    1-1 春节 chinesenewyear springfestival
    1-15 元宵 元宵节
    2-2 龙抬头
    5-5 端午 端午节 端阳 端阳节 dragonboatfestival
    7-7 七夕 七夕节
    7-15 七月半 中元 中元节
    8-15 中秋 中秋节 八月半 midautumnfestival mid-autumnfestival
    9-9 重阳 重阳节
    12-8 腊八 腊八节
    12-0 除夕 除夕夜 大年三十 年三十 大年夜 年夜
    """
)
OVER_NEW_YEAR = "过年"  # the eve, or the first day
LITTLE_NEW_YEAR = "小年"  # the 23rd of the twelfth month in the north, the 24th in the south
QINGMING = "清明"
DONGZHI = "冬至"
# Said of a stretch of days: no date can be made of it.
VAGUE_DATE = _longest_first(
    """
    前两天 这两天 那两天 上半月 下半月 天内 周内 月内 年内 日内 即日 上半年 下半年 半个月
    前后 左右 大概 大约 可能 好像 估计 差不多 期间 前夕 上旬 中旬 下旬 月中 初期 末期
    近期 最近 前几天 前些天 前段时间 前阵子 这几天 那几天 过几天 几天 几号 哪天 某天 改天 有空 尽快 马上
    随时 平时 每天 每周 每月 每年 周末 春天 夏天 秋天 冬天 春季 夏季 秋季 冬季 节前 节后 soon
    later sometime recently weekend every about around
    """
)
DATE_LEAD = _longest_first(
    """
    已经交到 已交到 已缴到 交到 交至 缴到 缴至 公元 会议时间是 会议时间 开会时间 开会日期 时间是 时间定在 时间 日期是 日期 是在
    是 在 于 就在 就 定在 定于 定 截止到 截止 截至 到 我们 我 嗯 : , on by the
    paidto paidthrough paiduntil paidupto paidtill paidup paid through until upto
    """
)
# Said after the month to which dues are paid.
PAID = _longest_first(
    """
    已经交了 已经缴了 已经交 已交了 已交 已缴 交了 缴了 交的 缴的 交清了 交清 已交清 缴清 交过了 交完了 交完 都交了 交 缴 为止 止
    """
)
NOW = _set("刚刚 刚才 现在 此刻 这会儿 刚 now justnow")
# "Before the 20th" is a deadline, and reads as that day.
DATE_TAIL = _longest_first(
    """
    开的会 开的 召开的 召开 开会 开始 前完成 之前完成 以前完成 完成 之前 以前 前 的 了 吧 那天 当天 这天
    那日 当日 . , ! 、 ; ( )
    """
)
MONTH_NAMES = _valued(
    """
    1 january jan
    2 february feb
    3 march mar
    4 april apr
    5 may
    6 june jun
    7 july jul
    8 august aug
    9 september sept sep
    10 october oct
    11 november nov
    12 december dec
    """
)
DAY_NAMES = _valued(
    """
    0 monday mon
    1 tuesday tues tue
    2 wednesday wed
    3 thursday thurs thur thu
    4 friday fri
    5 saturday sat
    6 sunday sun
    """
)
QUARTER_NAMES = _valued(
    """
    1 first 1st
    2 second 2nd
    3 third 3rd
    4 fourth 4th
    """
)

# ------------------------------------------------------------------------------------------------- times

_PARTS = {
    "small": "凌晨",
    "night": "night 后半夜 下半夜 午夜 子夜 半夜 深夜 夜半 夜里 夜间 夜 半夜里 atnight",
    "morning": "morning 大清早 一大早 一清早 清早 清晨 早晨 早上 早间 一早 早 晨 上午 午前 inthemorning",
    "noon": "中午 晌午 正午 午间",
    "afternoon": "afternoon 下午 午后 后晌 intheafternoon",
    "evening": "evening 傍晚 黄昏 晚上 晚间 夜晚 晚 夜黑 intheevening",
    "am": "am a.m. a.m",
    "pm": "pm p.m. p.m",
}
DAY_PARTS = dict(
    sorted(
        ((word, part) for part, words in _PARTS.items() for word in words.split()),
        key=lambda pair: len(pair[0]),
        reverse=True,
    )
)
# A time by themselves.
EXACT_TIMES = {
    "正午": (12, 0), "午夜": (0, 0), "子夜": (0, 0), "noon": (12, 0), "midday": (12, 0), "midnight": (0, 0),
}  # fmt: skip
TIME_LEAD = _longest_first(
    """
    会议时间是 会议时间 开会时间 时间是 时间定在 时间 开会 是 在 于 定在 就 : , at (
    """
)
TIME_TAIL = _longest_first(
    """
    开始 开会 召开 开的会 开的 开 准时 的 了 吧 . , ! ; 、 )
    """
)
VAGUE_TIME = _longest_first(
    """
    左右 大概 大约 约 多 前后 可能 好像 估计 差不多 几点 过后 以后 之后 以前 之前 about around
    """
)

# All that a time may be put together from, however vaguely: 十二月中旬, 年前, 下周, mid december.
OF_TIME = (
    *VAGUE_DATE, *DAY_PARTS, *DAY_SHIFTS, *MONTH_SHIFTS, *YEAR_SHIFTS, *QUARTER_SHIFTS, *SOLAR_FEASTS, *LUNAR_FEASTS, *MONTH_NAMES,
    *_longest_first(
        """
        年底 年末 年初 年中 年前 年后 月底 月末 月初 月中 下周 上周 本周 这周 下星期 上星期 下礼拜 季度 星期 礼拜 月份 上旬 中旬 下旬 过年
        周末 周一 周二 周三 周四 周五 周六 周日 之前 以前 之后 以后 之内 以内 半年 前 后 内 底 末 到 至 约 的 了 吧 - ~ / . 完成 做完 办完
        next last this week month year mid early late end of the by before after day in
        """
    ),
)  # fmt: skip
