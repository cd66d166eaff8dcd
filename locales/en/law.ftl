### How an article of law becomes a sentence. Keys and figures come from bot/forms/core/law.py: figures first, then why.

## Articles, shares, units (used below; arguments $law, $share, $mode, $category)

law-article = { $law ->
    [VCL-18] Villagers' Committees Law, art. 18
    [VCL-20] Villagers' Committees Law, art. 20
    [VCL-25] Villagers' Committees Law, art. 25
    [VCL-26] Villagers' Committees Law, art. 26
    [VCL-27] Villagers' Committees Law, art. 27
    [VCL-28] Villagers' Committees Law, art. 28
    [VCL-29] Villagers' Committees Law, art. 29
    [VCL-30] Villagers' Committees Law, art. 30
    [VCL-31] Villagers' Committees Law, art. 31
    [VCL-32] Villagers' Committees Law, art. 32
    [VCL-33] Villagers' Committees Law, art. 33
    [VCL-35] Villagers' Committees Law, art. 35
    [VCL-37] Villagers' Committees Law, art. 37
    [VCL-38] Villagers' Committees Law, art. 38
    [VCL2018-15] Villagers' Committees Law (2018), art. 15
    [VCL2018-21] Villagers' Committees Law (2018), art. 21
    [VCL2018-22] Villagers' Committees Law (2018), art. 22
    [VCL2018-23] Villagers' Committees Law (2018), art. 23
    [VCL2018-24] Villagers' Committees Law (2018), art. 24
    [VCL2018-25] Villagers' Committees Law (2018), art. 25
    [VCL2018-26] Villagers' Committees Law (2018), art. 26
    [VCL2018-27] Villagers' Committees Law (2018), art. 27
    [VCL2018-28] Villagers' Committees Law (2018), art. 28
    [VCL2018-32] Villagers' Committees Law (2018), art. 32
    [VCL2018-33] Villagers' Committees Law (2018), art. 33
    [RCEO-15] Rural Collective Economic Organisations Law, art. 15
    [RCEO-26] Rural Collective Economic Organisations Law, art. 26
    [RCEO-27] Rural Collective Economic Organisations Law, art. 27
    [RCEO-28] Rural Collective Economic Organisations Law, art. 28
    [RCEO-30] Rural Collective Economic Organisations Law, art. 30
    [RLCL-19] Rural Land Contracting Law, art. 19
    [CC-261] Civil Code, art. 261
    [PBR-11] Party Branch Regulations (trial), art. 11
    [PBR-12] Party Branch Regulations (trial), art. 12
    [PBR-14] Party Branch Regulations (trial), art. 14
   *[none] no article; local practice
}
law-by = { $law ->
    [none] { "" }
   *[other] { " " }({ law-article }{ law-unsure })
}
law-unsure = { $certain ->
    [0] ; the text in force that day was not verified
   *[other] { "" }
}
law-share = { $share ->
    [two_thirds] two thirds
    [three_quarters] three quarters
    [half] half
   *[over_half] more than half
}
law-counted = { $counted ->
    [body] {" "}(committee and representatives)
    [representatives] {" "}(representatives only)
   *[none] { "" }
}
law-unit = { $mode ->
    [assembly_households] households
    [group_households] households
   *[other] people
}

## Kinds of meeting

law-mode-assembly_households = village assembly by household representatives
law-mode-assembly_adults = village assembly
law-mode-representatives = villagers' representatives' meeting
law-mode-group_households = villagers' group meeting by household representatives
law-mode-group_adults = villagers' group meeting
law-mode-collective = members' assembly of the collective economic organisation
law-mode-collective_delegates = delegates' assembly of the collective economic organisation
law-mode-talk = deliberation
law-mode-branch_meeting = branch members' meeting
law-mode-branch_committee = branch committee meeting
law-mode = { $mode ->
    [assembly_households] { law-mode-assembly_households }
    [assembly_adults] { law-mode-assembly_adults }
    [representatives] { law-mode-representatives }
    [group_households] { law-mode-group_households }
    [group_adults] { law-mode-group_adults }
    [collective] { law-mode-collective }
    [collective_delegates] { law-mode-collective_delegates }
    [branch_meeting] { law-mode-branch_meeting }
    [branch_committee] { law-mode-branch_committee }
   *[talk] { law-mode-talk }
}

## Kinds of business

law-category-planning = Village planning and building
law-category-absence_pay = Paid absence: persons and rates
law-category-collective_income = Use of money and goods from the collective economy
law-category-public_works = Public works and contracts for them
law-category-funds_labour = Raising funds and labour
law-category-aid_persons = Persons to be helped first
law-category-other = Other matters of the villagers' interest
law-category-delegated = A matter the assembly has delegated
law-category-work_report = Report of the villagers' committee
law-category-village_rules = Village charter and rules
law-category-appraisal = Democratic appraisal
law-category-resignation = Resignation of a committee member
law-category-supervision = Choosing the supervision body
law-category-election = Election, removal, by-election
law-category-group_matter = A matter of the villagers' group
law-category-land_contract = Land contracting plan
law-category-homestead = Homestead plan
law-category-shares = Shares in collective income rights
law-category-land_compensation = Land compensation
law-category-collective_assets = Collective assets, investment, building land for business
law-category-collective_budget = Collective plans, budget and sharing of income
law-category-collective_officers = Board and supervisors: persons and pay
law-category-charter = Charter of the collective organisation
law-category-membership = Membership of the collective organisation
law-category-outsider_rights = Rights for a non-member
law-category-merger = Merger or division of the collective organisation
law-category-party_matter = Party business of the members' meeting
law-category-party_daily = Current work of the branch committee
law-category = { $category ->
    [planning] { law-category-planning }
    [absence_pay] { law-category-absence_pay }
    [collective_income] { law-category-collective_income }
    [public_works] { law-category-public_works }
    [funds_labour] { law-category-funds_labour }
    [aid_persons] { law-category-aid_persons }
    [delegated] { law-category-delegated }
    [work_report] { law-category-work_report }
    [village_rules] { law-category-village_rules }
    [appraisal] { law-category-appraisal }
    [resignation] { law-category-resignation }
    [supervision] { law-category-supervision }
    [election] { law-category-election }
    [group_matter] { law-category-group_matter }
    [land_contract] { law-category-land_contract }
    [homestead] { law-category-homestead }
    [shares] { law-category-shares }
    [land_compensation] { law-category-land_compensation }
    [collective_assets] { law-category-collective_assets }
    [collective_budget] { law-category-collective_budget }
    [collective_officers] { law-category-collective_officers }
    [charter] { law-category-charter }
    [membership] { law-category-membership }
    [outsider_rights] { law-category-outsider_rights }
    [merger] { law-category-merger }
    [party_matter] { law-category-party_matter }
    [party_daily] { law-category-party_daily }
   *[other] { law-category-other }
}

## Attendance

law-quorum = Due: { $should } { law-unit }{ law-counted }. At least { $need } must come ({ law-share }){ law-by }.
law-quorum-met = Due: { $should } { law-unit }{ law-counted }. At least { $need } must come ({ law-share }); { $present } came, the quorum is reached{ law-by }.
law-quorum-short =
    Due: { $should } { law-unit }{ law-counted }. At least { $need } must come ({ law-share }); { $present } came, the quorum is not reached{ law-by }.
    This meeting can record opinions, no resolution can be passed.
law-quorum-over = { $present } { law-unit } present, more than the { $should } on the roster. Please check roster and sign-in.
law-quorum-empty = Nobody is on the roster yet, so the meeting cannot be held. Please fill in the roster first.
law-quorum-none = A deliberation needs no quorum; it records opinions and passes no resolution{ law-by }.

## Voting

law-pass = { $voting } { law-unit } voting; { $need } yes votes pass it ({ law-share }){ law-by }.
law-pass-opening = { $present } { law-unit } at the opening; { $need } yes votes pass it ({ law-share } of those at the opening){ law-by }.
law-pass-all = { $need } yes votes pass it: { law-share } of the { $should } { law-unit } due, not of those present{ law-by }.
law-pass-none = A deliberation takes no vote, it records opinions.
law-passed = { $yes } yes; { $need } needed ({ law-share }): passed{ law-by }.
law-failed = { $yes } yes; { $need } needed ({ law-share }): not passed{ law-by }.
law-passed-disputed =
    { law-passed }
    Counted another way (still there { $voting } { law-unit }, at the opening { $present } { law-unit }, due { $should } { law-unit }) the result differs; the reviewer will see this.
law-failed-disputed =
    { law-failed }
    Counted another way (still there { $voting } { law-unit }, at the opening { $present } { law-unit }, due { $should } { law-unit }) the result differs; the reviewer will see this.
law-vote-no-quorum = Only { $voting } { law-unit } are still there; { $need } are needed ({ law-share }){ law-by }. No vote can be taken on this item, opinions can be recorded.
law-vote-impossible = The figures do not fit: yes { $yes }, still there { $voting } { law-unit }, present { $present } { law-unit }, due { $should } { law-unit }. Please check.

## Which meeting decides

law-forum-ok = “{ law-category }” may be decided here ({ law-mode }){ law-by }.
law-forum-delegated = “{ law-category }” belongs to the village assembly; here ({ law-mode }) it needs the assembly's delegation{ law-by }. Please say which meeting delegated it.
law-forum-charter = “{ law-category }” may be decided here ({ law-mode }) only if the charter says so{ law-by }.
law-forum-assembly = “{ law-category }” is for the village assembly alone{ law-by }. Here ({ law-mode }) it may be discussed, not resolved.
law-forum-village = “{ law-category }” is for the village assembly, or for the representatives if delegated{ law-by }. Here ({ law-mode }) it may be discussed, not resolved.
law-forum-group = “{ law-category }” is for the meeting of that villagers' group{ law-by }. Here ({ law-mode }) it may be discussed, not resolved.
law-forum-collective = “{ law-category }” is for the members' assembly of the collective organisation{ law-charter-may }{ law-by }. Here ({ law-mode }) it may be discussed, not resolved.
law-charter-may = { $delegable ->
    [1] {""}, or for the delegates' assembly where the charter says so
   *[0] {""}
}
law-forum-members = “{ law-category }” can never be left to delegates, only the members' assembly decides it{ law-by }. Here it may be discussed, not resolved.
law-forum-election = “{ law-category }” is voted on by registered voters, not in this meeting ({ law-mode }){ law-by }.
law-forum-party = “{ law-category }” is Party business for the branch{ law-by }, not for this meeting ({ law-mode }).
law-forum-branch = “{ law-category }” may be discussed by the branch first{ law-by }; the meeting entitled to it decides. No village resolution is passed here ({ law-mode }).
law-forum-talk = A deliberation may talk about “{ law-category }” and record opinions{ law-by }; what must be decided goes to the meeting entitled to it.

## Party review first

law-review = “{ law-category }” must be discussed by the village Party organisation before it comes here ({ law-mode }){ law-by }. That comes before the meeting, on the same day at the latest.
law-review-practice = By custom (four deliberations, two disclosures) “{ law-category }” is discussed by the village Party organisation before it comes here ({ law-mode }). That comes before the meeting, on the same day at the latest.
law-review-none = “{ law-category }” needs no date of Party discussion here ({ law-mode }).

## Calling and notice

law-caller = Called by { law-caller-who } ({ law-mode }){ law-by }.
law-caller-who = { $who ->
    [group_head] the head of the villagers' group
    [board] the board
    [secretary] the branch secretary
   *[committee] the villagers' committee
}
law-asker = { $by ->
    [representatives] representatives
   *[villagers] villagers
}
law-part = { $share ->
    [3] one third
    [5] one fifth
   *[10] one tenth
}
law-call-met = { $asked } { law-asker } ask for it; { law-part } of { $total } ({ $need }) is reached, so it must be called ({ law-mode }){ law-by }.
law-call-short = { $asked } { law-asker } ask for it; { law-part } of { $total } ({ $need }) is not reached{ law-by }, so the caller decides ({ law-mode }).
law-call-none = No law says how many may demand this meeting ({ law-mode }); the charter or local rules decide.
law-notice = Notice of this meeting ({ law-mode }): at least { $need } days, the day of notice not counted{ law-by }.
law-notice-practice = Notice of this meeting ({ law-mode }): at least { $need } days, the day of notice not counted (local rule, can be changed in the settings).
law-notice-none = No rule says how many days before this meeting ({ law-mode }) notice is given.
law-notice-met = Notice was given { $gap } days before; { $need } are needed{ law-by }.
law-notice-short = Notice was given only { $gap } days before; { $need } are needed, the day of notice not counted{ law-by }. Please say why.
law-notice-after = The notice is dated after the meeting. Please check the two dates.

## Posting

law-post = Posted for at least { $need } days{ law-by }.
law-post-practice = Posted for at least { $need } days (local practice, can be changed in the settings).
law-post-end = Posted from { $start } for at least { $need } days, to the end of { $end }; the first day is not counted{ law-by }.

## Who sits in a body

law-body-share = { $present } representatives among { $total } members of the body: less than four fifths ({ $need }){ law-by }.
law-body-women = { $present } women among the representatives: less than one third of { $total } ({ $need }){ law-by }.
law-body-women-disputed = { $present } women among the representatives; one third of { $total } is { $need }{ law-by }. Counted of the representatives and of the whole body the result differs; please check.
law-body-delegates = { $present } delegates; there must be more than twenty (at least { $need }){ law-by }.
law-body-who = { $mode ->
    [collective_delegates] delegates
   *[other] representatives
}
law-body-size = { $present } { law-body-who }; where households choose them, one for every 5 to 15, { $total } households should have { $low } to { $high }{ law-by }.
law-body-group = { $group } with { $total } households and { $present } (should be { $low } to { $high })
law-body-groups = There is one representative for every 5 to 15 households; { $count ->
        [one] in one villagers' group it is otherwise
       *[other] in { $count } villagers' groups it is otherwise
    }: { $groups }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }{ law-by }.
law-both = { $first } { $second }

## Where the texts leave a choice (settings page)

law-reading-majority_base = Some left early: more than half of whom
law-reading-majority_base-remaining = those still there
law-reading-majority_base-opening = those present at the opening
law-reading-committee_majority = Branch committee votes: more than half of whom
law-reading-committee_majority-should = all committee members
law-reading-committee_majority-present = those present
law-reading-representatives_base = Representatives' meeting: two thirds of whom
law-reading-representatives_base-body = committee members and representatives
law-reading-representatives_base-representatives = representatives only
law-reading-women_base = Women among the representatives: one third of whom
law-reading-women_base-representatives = of the representatives
law-reading-women_base-body = of the whole body (the letter of the law)
law-reading-collective_base = Collective organisation: two thirds of whom
law-reading-collective_base-capable = members with full legal capacity
law-reading-collective_base-all = every member on the register
law-reading-request_base = Asking for an assembly: one tenth of whom
law-reading-request_base-adults = villagers of 18 and over
law-reading-request_base-villagers = all villagers
law-reading-first_day_counts = Days of notice and posting count the first day too
law-reading-representatives_notice = Days of notice for the representatives' meeting (provincial rule)
law-reading-delegates_notice = Days of notice for the delegates' assembly
law-reading-group_notice = Days of notice for a villagers' group meeting
law-reading-posting_unwritten = Days of posting village affairs before 2026
law-reading-posting_other = Days of posting other notices
law-reading-review_other = “Other matters” need Party discussion first too
law-reading-review_groups = Group matters need Party discussion first too
