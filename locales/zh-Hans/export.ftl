# 导出（bot/usecases/export.py）：表头、说明页、聊天里的几句话、出错时的话。

## 每张表里围着答案的那些列

export-column-town = 所属镇（街道）
export-column-org = 党组织
export-column-org_code = 组织编码
export-column-subject = 姓名
export-column-period = 所属时期
export-column-receipt = 回执编号
export-column-state = 状态
export-column-filler = 填报人
export-column-post = 职务
export-column-submitted = 提交时间
export-column-due = 到期
export-column-late = 逾期
export-column-backfill = 补录
export-column-backfill_reason = 补录原因
export-column-version = 版本
export-column-change_reason = 更正原因
export-column-act_n = 办理序号
export-column-act_by = 经办人
export-column-act_post = 经办职务
export-column-act_at = 办理时间
export-column-roster_no = 户号
export-column-roster_name = 姓名
export-column-roster_group = 组别
export-column-roster_mark = 签到

export-with-unit = { $name }（{ $unit }）
export-row-of = { $name }序号
export-annex = 签到册
export-roster-should = 应到
export-roster-present = 实到
export-roster-proxy = 其中委托
export-roster-heads = 到会人数
export-roster-away = 缺席
export-mark =
    { $mark ->
        [here] 到会
        [proxy] 委托
       *[away] 缺席
    }

## 单元格里的话

export-yes = 是
export-no = 否
export-hidden = 已隐去
export-files = { $count } 个：{ $names }
export-signed = { $name } 本人确认{ $when ->
    [none] {""}
   *[other] （{ $when }）
}
export-signed-paper = 纸质签名（照片）{ $when ->
    [none] {""}
   *[other] { $when }
}
export-nameless = { $kind ->
    [photo] 照片
   *[file] 文件
}
export-cut = …（太长，已截短，原文 { $length } 字）

## 说明页

export-cover-name = 说明
export-cover-title = { $type }（{ $period }）
export-cover-item = 项目
export-cover-content = 内容
export-cover-period = 所属时期
export-cover-unit = 填报范围
export-cover-maker = 制表人
export-cover-at = 导出时间
export-cover-purpose = 用途
export-cover-filter = 筛选条件
export-cover-filter-rule = { $type }，{ $period }内的全部记录；已撤回和已作废的不列入
export-cover-rows = 记录数
export-cover-receipts = 回执编号范围
export-cover-masks = 隐去规则
export-cover-masks-rule =
    { $how ->
        [shown] 敏感内容按所填用途显示，请妥善保管，用后销毁
        [nothing] 本表没有需要隐去的内容
       *[hidden] 已隐去：{ $names }（手机号留前三位和后四位，姓名留姓，其余整格隐去）
    }
export-cover-length = 长文字
export-cover-length-rule = 特别长的文字（三万字以上）一格放不下，会截短并注明；csv 和 json 里是全文
export-cover-checked = 复核人（签名）
export-cover-id = 导出编号
export-cover-mark = 导出编号 { $id }　{ $name }　{ $when }
export-page = 第 { $page } 页，共 { $pages } 页

## 聊天里

export-choose-type = 要导出哪一种记录？
export-choose-period = 要哪一段时间的？可以点按钮，也可以写，例如：上个月、三季度、2026年11月。
export-choose-format = 要哪一种格式？
export-format =
    { $format ->
        [xlsx] 表格（xlsx）
        [csv] 文本表格（csv）
       *[json] 数据（json）
    }
export-ask-purpose = 导出做什么用？点一个，或者写一句话，例如：11月例会汇总。用途会记入日志。
export-purpose-summary = 工作汇总
export-purpose-check = 核查
export-purpose-report = 上报
export-purpose-archive = 归档
export-purpose-long = 用途写了 { $has } 个字，最多 { $most } 个字，请写短一点，例如：11月例会汇总。
export-progress = 已写 { $done } 条，共 { $total } 条
export-ready =
    { $rows ->
        [0] { $type }（{ $period }）没有记录，导出的是空表。
       *[other] { $type }（{ $period }）共 { $rows } 条，已导出。
    }
export-caution = 导出编号 { $id }。{ $masked ->
    [yes] 敏感内容已隐去，请
   *[no] 请
}只用于所写的用途，不要转发到群里。
export-nothing-allowed = 您现在的职务没有可以导出的记录。需要的话请联系镇组织办。
export-done = 已写入 { $file }：{ $rows } 条记录，导出编号 { $id }
export-beside = 另有 { $file }：{ $rows } 行
export-default-purpose = 命令行导出

## 出错时

error-unknown_type = 没有“{ $type }”这种记录。可以写：{ $known }。
error-bad_period = “{ $given }”看不出是哪个月、哪个季度、哪一年。请写清楚，例如 2026-11、2026-Q4 或 2026年。
error-unknown_org = 没有找到组织“{ $org }”，或者它不在您的范围里。请核对组织编码。
error-export_format =
    { $why ->
        [later] 现在还不能导出 { $format }，这种公文格式以后的版本会有。请先用 xlsx、csv 或 json。
       *[unknown] 没有“{ $format }”这种格式。可以写：xlsx、csv 或 json。
    }
error-export_purpose = 导出要写明用途，一句话就可以，最多 { $most } 字。例如：11月例会汇总。
error-export_failed = 这次导出没有办成，什么也没有发出去。请过一会儿再试一次。
error-no_folder = 文件写不到 { $file }。请看看文件夹在不在、能不能写、还有没有空间。
