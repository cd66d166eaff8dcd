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
