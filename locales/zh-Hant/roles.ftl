# 身分的名稱（bot/people.py）

role-member = 流動黨員、黨員
role-village_cadre = 村幹部
role-branch_secretary = 黨支部書記
role-information_officer = 資訊員
role-convener = 議事召集人
role-supervisor = 村務監督小組成員
role-contact_cadre = 聯繫幹部
role-dispatched_secretary = 下派書記
role-host_contact = 流入地聯絡人
role-town_clerk = 鎮組織辦
role-town_committee = 鎮組織委員
role-county = 縣委組織部
role-city = 市委組織部
role-admin = 管理員

## 不憑職務、憑本人辦理的

role-named = 本人
role-filler = 填報人

## 常用的職務：名冊裡照這樣寫的，跟著語言走；別的寫法是資料，原樣顯示

title-secretary = 書記
title-deputy = 副書記
title-committee = 委員
title-officer = 資訊員
title-convener = 議事長
title-supervisor = 村務監督小組組長
title-contact = 聯繫幹部
title-town_clerk = 組織辦幹事
title-town_committee = 組織委員
title-county = 組織部幹事
title-admin = 系統管理員
title-mobile = 流動黨員
title-member = 黨員
