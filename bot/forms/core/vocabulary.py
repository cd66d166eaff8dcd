"""
What people type, as data: the words and signs the readers know. No rules here, and nothing that is shown.

Words are written as :func:`bot.forms.core.plain.plain` leaves them: simplified, lower case, half-width, so each
stands here once and serves zh-Hans and zh-Hant alike. Longer words win over shorter ones where both fit.
"""

from __future__ import annotations

# ------------------------------------------------------------------------------------------------- characters

# Traditional, formal (大写) and look-alike characters that occur in the words below, one for one. This is grammar,
# not a converter: it makes both scripts meet in numbers, dates and yes/no, and helps folded comparison of names.
_PAIRS = """
兩两 萬万 億亿 點点 號号 個个 戶户 週周 禮礼 後后 農农 曆历 歷历 陽阳 陰阴 舊旧 臘腊 閏闰 節节 慶庆 無无 沒没 對对 會会 過过 們们 開开
來来 約约 幾几 餘余 總总 計计 圓元 圆元 塊块 錢钱 負负 時时 鐘钟 鍾钟 間间 裡里 裏里 這这 為为 爲为 從从 應应 實实 與与 給给 讓让
貳二 贰二 參三 叁三 叄三 肆四 伍五 陸六 陆六 柒七 捌八 玖九 壹一 弍二 弎三 弌一 拾十 佰百 仟千 零零 〇零 ○零 ◯零 兒儿 剛刚 現现 當当
長长 場场 項项 條条 冊册 臺台 輛辆 棟栋 畝亩 頭头 隻只 課课 歲岁 組组 鎮镇 鄉乡 縣县 雙双 隊队 屆届 黨党 員员 眾众 幹干 導导 參三
係系 沒没 還还 數数 許许 記记 說说 準准 淸清 淩凌 陳陈 張张 劉刘 楊杨 趙赵 黃黄 吳吴 鄭郑 馬马 孫孙 許许 鄧邓 馮冯 蕭萧 韓韩 葉叶
蔣蒋 賈贾 鍾钟 譚谭 陸六 盧卢 蘇苏 羅罗 謝谢 鄒邹 龍龙 賴赖 湯汤 錢钱 嚴严 魯鲁 韋韦 龐庞 顧顾 龔龚 邵邵 萬万 範范 華华 國国 軍军
強强 偉伟 麗丽 紅红 蘭兰 鳳凤 榮荣 貴贵 興兴 東东 貞贞 賢贤 寶宝 瓊琼 鵬鹏 輝辉 傑杰 愛爱 蓮莲 銀银 鐵铁 樹树 雲云 連连 順顺 達达
選选 擇择 報报 變变 討讨 論论 審审 處处 務务 業业 經经 濟济 學学 習习 線线 規规 誠诚 資资 電电 話话 動动 辦办 書书 聯联 繫系 議议
決决 買买 賣卖 産产 產产 聽听 見见 覺觉 關关 門门 問问 題题 難难 傳传 單单 廣广 庫库 廠厂 橋桥 溝沟 灣湾 嶺岭 莊庄 鋪铺 橫横 飛飞
滿满 溫温 淨净 濕湿 燈灯 環环 園园 獎奖 費费 補补 貼贴 養养 醫医 療疗 險险 衛卫 擴扩 舉举 罰罚 獻献 願愿 認认 證证 識识 讀读 調调
談谈 請请 謀谋 謹谨 級级 綫线 維维 緊紧 練练 終终 給给 統统 繳缴 續续 勞劳 優优 傷伤 債债 價价 價价 併并 側侧 師师 帶带 幫帮 廢废
"""

SAME_CHARACTER: dict[int, str] = {ord(pair[0]): pair[1] for pair in _PAIRS.split() if pair[0] != pair[1]}
# 〇 stands for zero in numbers, and is the one of its look-alikes that names use too.
DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
# Written together for one number: twenty, thirty, forty; two of them, three of them.
SHORT_NUMERALS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十", "俩": "两个", "倆": "两个", "仨": "三个"}
SMALL_UNITS = {"十": 10, "百": 100, "千": 1000, "k": 1000}
LARGE_UNITS = {"万": 10_000, "w": 10_000, "亿": 100_000_000}

# Punctuation written as what it stands for between numbers.
SAME_SIGN: dict[int, str] = {
    **{ord(sign): "-" for sign in "－‐‑‒–—―−﹣﹘"},
    **{ord(sign): "~" for sign in "～〜∼˜〰"},
    **{ord(sign): ":" for sign in "：︰∶﹕ː"},
    **{ord(sign): "/" for sign in "／⁄∕"},
    **{ord(sign): "." for sign in "．。｡﹒·・•‧"},
    **{ord(sign): "," for sign in "，﹐"},
    **{ord(sign): "(" for sign in "（【〔［["},
    **{ord(sign): ")" for sign in "）】〕］]"},
    **{ord(sign): '"' for sign in "“”„「」『』〝〞‘’'＂＇"},
    **{ord(sign): "%" for sign in "％﹪"},
    **{ord(sign): "¥" for sign in "￥"},
    **{ord(sign): "、" for sign in "､"},
    **{ord(sign): ";" for sign in "；﹔"},
}

# ------------------------------------------------------------------------------------------------- any answer

# Somebody who does not know must hear about "later", not about the shape of numbers.
NOT_KNOWN = frozenset(
    """
    不知道 不清楚 不太清楚 不晓得 晓不得 不了解 忘了 忘记了 记不得 记不得了 记不清 记不清了 说不准 说不好 说不清 待定 未定 还没定 没定
    不确定 不一定 不详 再说 到时候再说 以后再说 看情况 随便 都行 都可以 无所谓 ? ?? ??? unknown n/a na tbd idk don"tknow notsure nosure
    """.split()
)
NOTHING = frozenset(
    """
    没有 没 无 暂无 没得 莫得 冇 冇有 木有 一个没有 一个都没有 一个也没有 一次没有 一次都没有 一次也没有 一户都没有 一户也没有 一人也没有
    一个人都没有 没开 没有开 未开 没召开 没有召开 未召开 没开展 未开展 没有开展 没搞 没人 没有人 没参加 没有参加 未参加 一次没参加 没花钱 没有花钱
    免费 不要钱 不花钱 没发生 未发生 没有发生 none nil no zero nothing 本月没开 本月没有 本月未开 这个月没开 这个月没有
    """.split()
)

# ------------------------------------------------------------------------------------------------- numbers

# Anywhere in the text, these make a number a guess.
VAGUE = (
    """
    大概 大约 约莫 约摸 差不多 可能 好像 估计 应该 也许 左右 上下 将近 接近 不到 不足 超过 多于 少于 至少 最多 最少 起码 顶多 不止 若干 几 多少
    以上 以下 以内 来个 来户 来人 来次 余户 余人 余次 余名 很多 许多 好多 不少 一些 有些 大部分 大多数 一部分 小部分 全部 所有 半数 过半
    成百 成千 上百 上千 上万 数十 数百 数千 个把 百把 千把 万把 百十 百八 千八 吧? 都来 全来 都到 全到 绝大多数 少数 多数 大半 一半
    """
).split()
VAGUE_BEFORE = ("约", "近", "快", "超", "逾", "上", "数", "好", "~", "≈", ">", "<", "≥", "≤")
VAGUE_AFTER = ("多", "余", "来", "几", "把", "+", "出头", "开外", "往上", "大几", "好几", "ish")
VAGUE_ENGLISH = frozenset(
    """about around approximately roughly nearly almost over under several some few many most least than or so dozens
    hundreds thousands more less maybe perhaps""".split()
)

LEAD_IN = (
    """
    一共有 一共是 一共 总共有 总共是 总共 总计 合计 共计 共有 共 总数是 总数 人数是 人数 户数是 户数 次数 数量 金额是 金额 总额 合同价 预算
    实际 目前 现在 已经 本月 这个月 本季度 今年 我们 我村 我们村 全村 本村 支部 村里 应到会 实到会 应到 实到 到会 参会 参加 出席 缺席 请假
    赞成 同意 反对 弃权 有效 无效 票数 得票 有 是 为 就 只有 只 才 仅有 仅 开了 开过 开 召开了 召开过 召开 组织了 组织 举行了 举行 搞了 搞过
    来了 到了 去了 走了 花了 用了 投了 捐了 收了 交了 缴了 得了 打 扣 记 填 写 答 我 嗯 额 呃 那 : , - = #
    """
).split()
COUNTERS = (
    """
    户 人 次 名 个 位 家 口 场 期 项 条 件 篇 份 张 页 本 册 套 台 辆 间 栋 幢 棵 株 亩 公顷 平方米 平方 平米 ㎡ 米 公里 千米 里 吨 公斤 千克
    斤 克 头 只 匹 箱 袋 瓶 桶 回 遍 趟 节 课 天 周 个月 年 岁 周岁 小时 个小时 分钟 票 组 村 双 支 队 批 届 人次 户次 件次 分 块 元 处 所
    座 桌 把 根 副 幅 封 笔 宗 起 例 层 届 度 倍 日历天 工作日 个工作日 口人 块钱 元钱 days times people persons households votes yuan years
    hours meetings members points
    """
).split()
TAIL_WORDS = (
    """
    党员群众 党员 群众 村民代表 户代表 代表 村民 户主 农户 家庭 同志 干部 老人 人员 人口 支委会 党员大会 党小组会 支部大会 主题党日 党课
    会议 会 大会 活动 工作 项目 问题 事项 议题 决议 意见 建议 到会 参会 参加 到场 出席 来了 到了 赞成 同意 反对 弃权 票 人 户 钱 整 正
    了 的 吧 啊 呀 哦 喔 呢 嘛 哈 哇 . ! , ; 、 ~ ... " ( ) /月 /次 /户
    """
).split()

ENGLISH_NUMBERS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
} | {
    word: 20 + 10 * index
    for index, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
ENGLISH_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

# ------------------------------------------------------------------------------------------------- yes and no

_YES = """
是 是的 是滴 是啊 是呀 是了 对 对的 对滴 对头 对啊 对呀 没错 正确 有 有的 有啊 嗯 嗯呢 恩 好 好的 好滴 好啊 好吧 行 行的 可以 可 能 会 要 要的
要得 需要 愿意 同意 参加 参加了 已参加 已 已经 已经是 已经有 有了 中 成 得行 系 系嘅 得 当然 当然是 确认 确定 属实 真的 没问题 变了 换了 改了 有变化
变更了 已变更 办了 办好了 已办 完成 完成了 已完成 去了 来了 到了 编入了 已编入 加入了 已加入 y yes yep yeah ya sure ok okay okey right correct true
t 1 + √ ✓ ✔ ☑ ✅ 👍 👌 🆗 勾 o
"""
_NO = """
不 不是 不是的 不对 否 没 没有 没有的 没得 没得的 无 未 还没 还没有 尚未 莫得 冇 冇有 木有 不要 不用 不用了 不需要 无需 不必 不必了 不了 不行 不可以 不能 不会
不愿意 不同意 不参加 没参加 没有参加 未参加 唔系 唔得 不中 不成 不得 没变 没有变 没变化 没有变化 无变化 未变更 不变 没换 没有换 没改 没办 未办 没办好 没完成
未完成 没去 没来 没到 没编入 未编入 没有编入 没加入 未加入 没有加入 不编入 n no nope nah not false f 0 2 x × ✗ ✘ ❌ ✖ ☒ 👎 nottrue
"""
YES = frozenset(_YES.split())
NO = frozenset(_NO.split())

# ------------------------------------------------------------------------------------------------- choices

CHOICE_LEAD = (
    "我选择 我选的是 我选 选择 选的是 选 我要 我是 就是 应该是 是 为 就 答案是 答案 答 第 序号 编号 编码 no. no option number # : ( "
).split()
CHOICE_TAIL = "个 项 条 种 号 类 款 选项 那个 这个 那项 的 吧 了 啊 呢 哦 ) . 、 : , ; !".split()
LAST_ONE = frozenset("最后一个 最后一项 最后那个 最后 倒数第一个 倒数第一 last thelast lastone thelastone".split())
FIRST_ONE = frozenset("头一个 头一项 首项 first thefirst firstone thefirstone".split())
ALL_OF_THEM = frozenset(
    """
    全部 全 全都 全选 都 都选 都有 都是 所有 全都有 全部都有 全部都是 以上全部 以上都是 以上都有 全部选 全要 都要 全体 all everything everyone allofthem
    全部到齐 全到齐 都到齐 到齐 到齐了 全到 全到了 都到 都到了 都来 都来了 全来了 全部到 全部到了 全部来了 全部到会 全体到会 都到会 一个不少 一个不落
    """.split()
)
NONE_OF_THEM = frozenset(
    """
    没有 无 都没有 都没 全都没有 都不 都不是 以上都不是 以上都没有 一个没有 一个都没有 一个也没有 都不选 不选 没人 没有人 none nothing noneofthem nobody
    一个都没来 一个没来 都没来 没人来 没有人来 一户没来 一户都没来
    """.split()
)
BUT_LEAD = ("除了", "除去", "除开", "除", "不包括", "去掉", "排除", "allbut", "all but", "allexcept", "all except", "except", "without")
BUT_MIDDLE = (
    "以外", "之外", "外", "都到齐了", "都到齐", "全部到齐", "都到了", "都来了", "全到了", "全来了", "全部到了", "全部来了", "都到会", "全部到会",
    "都选", "全选", "都有", "都是", "都要", "都到", "都来", "其他的", "其余的", "其他", "其余", "其它", "全部", "全都", "全", "都", "的", "户", ",", "，",
)  # fmt: skip
ALL_BUT_LEAD = ("全部除了", "全部除", "全除了", "都来了除了", "都到了除了", "所有除了", "全选除了", "都有除了")
SOFT_JOINS = ("还有", "以及", "和", "与", "及", "跟", "加", "&", "+")

# ------------------------------------------------------------------------------------------------- phones

PHONE_DIGITS = {**{key: str(value) for key, value in DIGITS.items()}, "幺": "1", "妖": "1", "洞": "0", "拐": "7", "勾": "9"}
PHONE_LEAD = (
    """
    我的手机号码是 我的手机号是 我的电话号码是 我的电话是 我手机号是 我手机是 我电话是 我手机号 我手机 我电话 手机号码是 手机号是 电话号码是 电话是 手机是 手机号码
    手机号 手机 电话号码 联系电话 联系方式 电话 号码是 号码 是 mobile phone tel cell my number is : . ,
    """
).split()

# ------------------------------------------------------------------------------------------------- dates

DAY_SHIFTS = {
    "今天": 0, "今日": 0, "今儿": 0, "今儿个": 0, "当天": 0, "当日": 0, "刚才": 0, "刚刚": 0, "现在": 0, "今朝": 0, "此刻": 0,
    "昨天": -1, "昨日": -1, "昨儿": -1, "昨儿个": -1, "昨个": -1, "前天": -2, "前日": -2, "前儿": -2, "前儿个": -2, "前个": -2,
    "大前天": -3, "大前日": -3, "大前儿": -3, "大大前天": -4,
    "明天": 1, "明日": 1, "明儿": 1, "明儿个": 1, "明个": 1, "后天": 2, "后日": 2, "后儿": 2, "后儿个": 2, "后个": 2,
    "大后天": 3, "大后日": 3, "大后儿": 3, "大大后天": 4,
    "today": 0, "now": 0, "yesterday": -1, "the day before yesterday": -2, "day before yesterday": -2,
    "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2, "tonight": 0, "last night": -1,
}  # fmt: skip
# Half a day word and half a time word: the date takes the first character, the time keeps the second.
DAY_AND_PART = {
    "今早": 0, "今晨": 0, "今晚": 0, "今夜": 0, "昨早": -1, "昨晨": -1, "昨晚": -1, "昨夜": -1, "前晚": -2, "前夜": -2,
    "明早": 1, "明晨": 1, "明晚": 1, "明夜": 1, "后晚": 2, "当晚": 0,
}  # fmt: skip
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": -1} | {
    str(number): number - 1 for number in range(1, 8)
}
WEEK_SHIFTS = {"": 0, "本": 0, "这": 0, "这个": 0, "上": -1, "上个": -1, "上上": -2, "上上个": -2, "下": 1, "下个": 1, "下下": 2, "下下个": 2}
MONTH_SHIFTS = {
    "本月": 0, "这个月": 0, "这月": 0, "当月": 0, "本月份": 0, "上个月": -1, "上月": -1, "上月份": -1, "上上个月": -2, "上上月": -2,
    "下个月": 1, "下月": 1, "下月份": 1, "下下个月": 2, "下下月": 2, "this month": 0, "last month": -1, "next month": 1,
    "previous month": -1, "the month before last": -2, "month before last": -2,
}  # fmt: skip
QUARTER_SHIFTS = {
    "本季度": 0, "这个季度": 0, "这季度": 0, "当季": 0, "本季": 0, "上季度": -1, "上个季度": -1, "上季": -1, "上上个季度": -2, "下季度": 1,
    "下个季度": 1, "下季": 1, "this quarter": 0, "last quarter": -1, "next quarter": 1, "previous quarter": -1,
}  # fmt: skip
YEAR_SHIFTS = {
    "今年": 0, "本年": 0, "当年": 0, "本年度": 0, "今年度": 0, "去年": -1, "上年": -1, "上一年": -1, "上年度": -1, "去年度": -1, "旧年": -1,
    "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "下一年": 1, "下年": 1, "下年度": 1, "明年度": 1, "后年": 2, "大后年": 3,
    "this year": 0, "last year": -1, "next year": 1,
}  # fmt: skip
SOLAR_WORDS = ("公历", "阳历", "新历", "西历", "国历")
LUNAR_WORDS = ("农历", "阴历", "旧历", "老历", "古历", "夏历", "老皇历")
LUNAR_MONTHS = {"正": 1, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
                "十一": 11, "冬": 11, "十二": 12, "腊": 12}  # fmt: skip
# Month names nobody uses for a civil month.
LUNAR_ONLY_MONTHS = frozenset("正冬腊")
SOLAR_FEASTS = {
    "元旦": (1, 1), "新年": (1, 1), "三八": (3, 8), "三八妇女节": (3, 8), "妇女节": (3, 8), "植树节": (3, 12), "五一": (5, 1), "五一劳动节": (5, 1),
    "劳动节": (5, 1), "五四": (5, 4), "青年节": (5, 4), "五四青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1), "六一儿童节": (6, 1), "七一": (7, 1),
    "建党节": (7, 1), "党的生日": (7, 1), "七一建党节": (7, 1), "八一": (8, 1), "建军节": (8, 1), "八一建军节": (8, 1), "教师节": (9, 10),
    "国庆": (10, 1), "国庆节": (10, 1), "十一国庆": (10, 1), "十一国庆节": (10, 1), "国家宪法日": (12, 4), "圣诞节": (12, 25),
    "new year": (1, 1), "new year\"s day": (1, 1), "national day": (10, 1),
}  # fmt: skip
# Lunar feasts by (month, day); day 0 is the last of the month.
LUNAR_FEASTS = {
    "春节": (1, 1), "大年初一": (1, 1), "年初一": (1, 1), "元宵": (1, 15), "元宵节": (1, 15), "龙抬头": (2, 2), "端午": (5, 5), "端午节": (5, 5),
    "端阳": (5, 5), "端阳节": (5, 5), "七夕": (7, 7), "七夕节": (7, 7), "七月半": (7, 15), "中元": (7, 15), "中元节": (7, 15), "鬼节": (7, 15),
    "中秋": (8, 15), "中秋节": (8, 15), "八月半": (8, 15), "重阳": (9, 9), "重阳节": (9, 9), "老人节": (9, 9), "腊八": (12, 8), "腊八节": (12, 8),
    "除夕": (12, 0), "除夕夜": (12, 0), "大年三十": (12, 0), "年三十": (12, 0), "大年夜": (12, 0), "年夜": (12, 0), "三十晚上": (12, 0),
    "chinese new year": (1, 1), "spring festival": (1, 1), "mid-autumn festival": (8, 15), "dragon boat festival": (5, 5),
}  # fmt: skip
LITTLE_NEW_YEAR = ("小年", "小年夜")  # the 23rd of the twelfth month in the north, the 24th in the south
QINGMING = ("清明", "清明节")
DONGZHI = ("冬至", "冬至节")
FEAST_TAIL = ("当天", "那天", "当日", "那日", "这天", "节")
# Said of a stretch of days: no date can be made of it.
VAGUE_DATE = (
    """
    前后 左右 大概 大约 可能 好像 估计 差不多 期间 前夕 上旬 中旬 下旬 月初 月中 年初 年中 初期 末期 近期 最近 前几天 前些天 前段时间 前阵子 这几天 那几天 过几天
    几天 几号 哪天 某天 改天 有空 尽快 马上 随时 平时 每天 每周 每月 每年 周末 春天 夏天 秋天 冬天 春季 夏季 秋季 冬季 年前 年后 节前 节后 早些 soon later
    sometime recently weekend every
    """
).split()
DATE_LEAD = (
    """
    会议时间是 会议时间 开会时间 开会日期 时间是 时间定在 时间 日期是 日期 是在 是 在 于 就在 就 定在 定于 定 大会 开会 我 应该 截止到 截止 截至 到 从 自 : , on by the
    """
).split()
DATE_TAIL = ("开的会", "开的", "召开的", "召开", "开会", "前完成", "之前", "以前", "前", "的", "了", "吧", "那天", "当天", ".", ",", "!", "、", ";")
# Kept apart from the tails that change nothing: "before the 20th" is a deadline, and reads as that day.
MONTH_NAMES = {
    name: index
    for index, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
DAY_NAMES = {
    name: index
    for index, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip

# ------------------------------------------------------------------------------------------------- times

DAY_PARTS = {
    "凌晨": "small", "半夜": "night", "深夜": "night", "夜半": "night", "夜里": "night", "夜间": "night", "夜晚": "evening", "夜": "night",
    "清早": "morning", "清晨": "morning", "早晨": "morning", "早上": "morning", "早间": "morning", "一早": "morning", "大清早": "morning",
    "一大早": "morning", "早": "morning", "晨": "morning", "上午": "morning", "上半天": "morning", "午前": "morning", "中午": "noon",
    "晌午": "noon", "正午": "noon", "午间": "noon", "下午": "afternoon", "午后": "afternoon", "下半天": "afternoon", "后晌": "afternoon",
    "傍晚": "evening", "黄昏": "evening", "晚上": "evening", "晚间": "evening", "晚": "evening", "晚夕": "evening", "夜黑": "evening",
    "am": "am", "a.m.": "am", "a.m": "am", "pm": "pm", "p.m.": "pm", "p.m": "pm", "in the morning": "morning",
    "in the afternoon": "afternoon", "in the evening": "evening", "at night": "night",
}  # fmt: skip
# Words that are a time by themselves.
EXACT_TIMES = {"正午": (12, 0), "午夜": (0, 0), "子夜": (0, 0), "零时": (0, 0), "noon": (12, 0), "midnight": (0, 0), "midday": (12, 0)}
TIME_LEAD = ("时间是", "时间", "开会", "是", "在", "于", "定在", ":", ",", "at", "t")
TIME_TAIL = ("开始", "开会", "召开", "开的", "准时", "的", "了", "吧", ".", ",", "!", ";", "、", ")")
VAGUE_TIME = ("左右", "大概", "大约", "约", "多", "前后", "可能", "好像", "估计", "差不多", "几点", "过后", "以后", "之后", "以前", "之前")
