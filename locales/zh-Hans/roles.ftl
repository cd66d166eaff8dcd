# 身份的名称（bot/people.py）

role-member = 流动党员、党员
role-village_cadre = 村干部
role-branch_secretary = 党支部书记
role-information_officer = 信息员
role-convener = 议事召集人
role-supervisor = 村务监督小组成员
role-contact_cadre = 联系干部
role-dispatched_secretary = 下派书记
role-host_contact = 流入地联系人
role-town_clerk = 镇组织办
role-town_committee = 镇组织委员
role-county = 县委组织部
role-city = 市委组织部
role-admin = 管理员

## 不凭职务、凭本人办理的

role-named = 本人
role-filler = 填报人

## 常用的职务：名册里照这样写的，跟着语言走；别的写法是资料，原样显示

title-secretary = 书记
title-deputy = 副书记
title-committee = 委员
title-officer = 信息员
title-convener = 议事长
title-supervisor = 村务监督小组组长
title-contact = 联系干部
title-town_clerk = 组织办干事
title-town_committee = 组织委员
title-county = 组织部干事
title-admin = 系统管理员
title-mobile = 流动党员
title-member = 党员
