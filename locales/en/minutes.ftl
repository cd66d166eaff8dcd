# E Minutes of household representatives. What the law says comes from law.ftl ($law is a whole sentence of it).

minutes = Meeting minutes

## Meeting, caller, persons

minutes-meeting_kind = What kind of meeting was it?
    .short = Kind
    .help = The kind decides how many must come and how many must agree: village meetings follow the Organic Law of Villagers' Committees, those of the collective the Law on Rural Collective Economic Organisations; a deliberation records opinions and passes no resolution. It cannot be changed after sending.
minutes-meeting_kind-household_assembly = Assembly by households
    .also = household assembly, household representatives, households, by households, household meeting, one per household
minutes-meeting_kind-village_assembly = Village assembly
    .also = assembly, villagers assembly, all villagers, whole village, village meeting, villagers meeting
minutes-meeting_kind-representatives = Representatives
    .also = villagers representatives, representatives meeting, village representatives, villagers representatives meeting
minutes-meeting_kind-group = Villagers' group
    .also = group, group meeting, villagers group meeting, team meeting, production team
minutes-meeting_kind-collective = Collective organisation
    .also = collective, cooperative, collective economic organisation, members assembly, shareholders, cooperative meeting
minutes-meeting_kind-talk = Deliberation
    .also = deliberation meeting, talk, discussion, consultation, consultation meeting, informal meeting, council
minutes-basis = How is attendance counted?
    .short = Counted by
    .help = For a village assembly and a villagers' group the law allows counting villagers of 18 and over, or one representative for each household; the collective may hold an assembly of members or of delegates. Choose what the meeting used.
minutes-basis-households = By households
    .also = households, per household, household, by household, one per household
minutes-basis-adults = By adults
    .also = adults, per person, by persons, by head, heads, people, persons
minutes-basis-members = All members
    .also = members, members assembly, every member, general meeting
minutes-basis-delegates = Delegates
    .also = delegates assembly, delegate, representatives, delegates meeting
minutes-mode-assembly_households = { law-mode-assembly_households }
minutes-mode-assembly_adults = { law-mode-assembly_adults }
minutes-mode-representatives = { law-mode-representatives }
minutes-mode-group_households = { law-mode-group_households }
minutes-mode-group_adults = { law-mode-group_adults }
minutes-mode-collective = { law-mode-collective }
minutes-mode-collective_delegates = { law-mode-collective_delegates }
minutes-mode-talk = { law-mode-talk }
minutes-group = Which villagers' group or deliberation point?
    .short = Group or point
    .hint = Skip it if the whole village deliberated together.
minutes-caller = Who called the meeting?
    .short = Called by
    .hint = { $law }
minutes-caller-committee = Villagers' committee
    .also = committee, village committee, village head, committee chair, director
minutes-caller-group_head = Head of the group
    .also = group head, group leader, head, team leader, leader of the group
minutes-caller-board = Board
    .also = the board, cooperative, chairman of the board, council, board chair
minutes-caller-branch = Party organisation
    .also = party, branch, party branch, secretary, party secretary, branch secretary, village branch
minutes-caller-other = Somebody else
    .also = other, others, another, somebody, someone else, none of these, township
minutes--caller = { $law } Are you sure that it was not so this time?
minutes--caller_unusual = The caller is not the usual one: { $law }
minutes-caller_other = Who called it?
    .short = Other caller
    .hint = For example: convener of the east point, 张某某
minutes-request_by = Did anybody ask for this meeting?
    .short = Asked for by
minutes-request_by-nobody = No, the caller decided
    .also = no, nobody, none, no one, no request, caller, the caller, routine, regular meeting, not asked for
minutes-request_by-villagers = Villagers
    .also = villager, the villagers, by villagers, some villagers, villagers asked
minutes-request_by-representatives = Representatives
    .also = representative, the representatives, villagers representatives, by representatives, representatives asked
minutes-request_n = How many asked for it?
    .short = Number asking
    .unit = { $count ->
        [one] person
       *[other] people
    }
    .hint = As many as signed or are on record, for example 96
minutes--request_none = At least one must have asked; please write a whole number, for example 96.
minutes--request_many = Only { $total } may ask; the number cannot be larger. Please check.
minutes-request_line = { $law }
    .short = Request
minutes-chair = Who chaired the meeting?
    .short = Chair
    .hint = Tap a name or type it. The chair must sign in person later.
minutes-recorder = Who took the minutes?
    .short = Recorder
    .hint = Tap a name or type it.
minutes--chair_is_recorder = Chair and recorder cannot be the same person. Please name another, for example the information officer.
minutes--chair_by_hand = The chair “{ $chair }” was typed by hand and is not on the list of cadres; please check who led the meeting.
minutes-convener = Who called the people together (convener)?
    .short = Convener
    .hint = For a point, its convener; where there is no convener of its own, the chair.
    .from = no separate convener: the chair
minutes-notified_on = On which day was notice given?
    .short = Notice given
    .hint = { $law } For example: 11月8日
minutes--notice_future = The meeting is over, so notice cannot lie after today. Please check, for example: 11月8日.
minutes--notice_after = The notice ({ $notified }) is later than the meeting ({ $held }). Please check both days.
minutes-notice_way = How was notice given? You may choose several.
    .short = Way of notice
minutes-notice_way-door = Door to door
    .also = house to house, visit, visits, in person, at the door, every house, by word of mouth
minutes-notice_way-poster = Posted
    .also = poster, posters, notice board, notice, on the wall, put up, bulletin board
minutes-notice_way-broadcast = Loudspeaker
    .also = broadcast, loudspeakers, speaker, speakers, village radio, radio, announcement
minutes-notice_way-phone = Phone, SMS
    .also = phone, telephone, call, calls, sms, text, text message, text messages, called, by phone
minutes-notice_way-chat_group = Chat group
    .also = group, chat, wechat, wechat group, group chat, in the group, group message
minutes-notice_way-other = Other
    .also = others, another way, something else, word passed on
minutes-notice_reason = Why was notice given so late?
    .short = Reason for late notice
    .hint = { $law } For example: labour was needed at once against a flood

## Sessions and sign-in

minutes-session = In how many sessions was it held?
    .short = Sessions
    .add = Add a session
    .close = No more sessions
    .row = Session { $n }
    .rows = { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
minutes-session-held_at = When did it begin?
    .short = Began
    .hint = For example: 11月20日晚上7点
minutes--future = A meeting to come has no minutes. Please give the time it was held, for example: 昨天晚上7点.
minutes--order = Enter the sessions in order: the first was { $first }, this one cannot be earlier.
minutes--met = There are minutes of { $day } already. Are you sure that these are others?
minutes-session-ended = At what time did it end?
    .short = Ended at
    .hint = For example: 21:00
minutes--same_time = The end and the beginning are the same time ({ $from }). Please write when the meeting ended, for example 21:00.
minutes--too_long = From { $from } to that time would be more than 12 hours. Please check the end, for example 21:00.
minutes--not_over = That session ends at { $to }, which is still to come. Please wait until it is over.
minutes-session-place = Where was it held?
    .short = Place
    .hint = For example: village hall
minutes-session-attend = Which households, which people came?
    .short = Sign-in
    .hint = Tick as on the sheet. Those who signed at another session are not ticked again.
    .help = The roster is frozen as of the day of the meeting; ticks cannot be changed after sending. Where adults are counted each tap adds one; at an assembly of members you may tick a proxy, somebody of the same household with a written mandate.
minutes--nobody = Nobody has signed in at this session yet. Please tick as on the sheet, or type the roster’s numbers.
minutes--twice_counted = { $count } signed in at two sessions and can count only once. Please change one of them.
minutes-session-proxy = Who came for the members represented?
    .short = Proxies
    .add = Add a proxy
    .row = Proxy { $n }
    .rows = { $count ->
        [one] { $count } proxy
       *[other] { $count } proxies
    }
minutes-session-proxy-member = Which member was represented?
    .short = Member
    .hint = Tap the name or type the number.
minutes--not_proxy = This member is not ticked as represented. Choose one who is, or change the sign-in.
minutes-session-proxy-speaker = What is the name of who came?
    .short = Proxy
    .hint = An adult of the same household, for example: 王某某
minutes-session-proxy-letter = Please send a photo of the mandate.
    .short = Mandate
    .hint = A proxy needs a written mandate; without one the member does not count as present: go back to the sign-in.
minutes-session-sheet = Please send a photo of this session's sign-in sheet.
    .short = Sign-in sheet
    .hint = The paper people signed themselves; several photos are fine.
minutes-meeting_on = Day of the meeting
    .short = Meeting day
minutes-sessions = Number of sessions
    .short = Sessions held
minutes-should = Due
    .short = Due
minutes-present = Present
    .short = Present
minutes-absent = Absent
    .short = Absent
minutes-need = Needed
    .short = Needed
minutes-quorum_ok = Quorum reached
    .short = Quorum
minutes-quorum_line = { $law }
    .short = Attendance
minutes-no_quorum = The quorum was not reached. How do you want to go on?
    .short = Without quorum
minutes-no_quorum-recount = Change the sign-in
    .also = change, recount, count again, correct, sign-in, change attendance, correct the sign-in, miscounted
minutes-no_quorum-talk = Record opinions
    .also = talk, opinions, deliberation, opinion, as a talk, record as deliberation, note opinions
minutes-no_quorum-adjourn = Meet another day
    .also = adjourn, another day, later, next time, postpone, new meeting, meet again
minutes-ends-adjourned = All right: the meeting did not take place and nothing is recorded. Please fill in new minutes after the next one.
minutes--body = The body is not made up as the law says: { $law } Please look at it.
minutes--batched = The meeting was held in { $sessions } sessions. Whether these are one lawful meeting is handled differently; please judge.
minutes--term_over = { $count ->
    [one] One household was
   *[other] { $count } households were
 } represented by somebody whose term is over; the roster shows neither another term nor somebody else.
minutes-observers = Did anybody attend without a vote?
    .short = Observers
    .add = Add one
    .none_to_report = Nobody
    .row = Observer { $n }
    .rows = { $count ->
        [one] { $count } observer
       *[other] { $count } observers
    }
minutes-observers-name = What is the observer's name?
    .short = Name
    .hint = For example: 郑某某. Observers have no vote.
minutes-observers-unit = Which body are they from? Skip it if you do not know.
    .short = Body

## Items and votes

minutes-agenda = What was on the agenda?
    .short = Agenda
    .add = Add an item
    .close = No more items
    .row = Item { $n }
    .rows = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
minutes-agenda-title = What is the item?
    .short = Title
    .hint = One line, for example: raising money for the village road
minutes-agenda-category = What kind of matter is it?
    .short = Kind of matter
    .help = The kind decides which meeting may settle it: village matters belong to the village assembly, or to the representatives where the assembly has delegated them; land contracts, homesteads, compensation and collective assets to the collective organisation. Any other meeting may talk it over but not resolve it. It cannot be changed after sending.
minutes-agenda-category-planning = Village planning
    .also = planning, plan, village plan, construction plan
minutes-agenda-category-absence_pay = Pay for lost work
    .also = lost work, absence pay, allowance, allowances, pay, compensation for lost work
minutes-agenda-category-collective_income = Collective income
    .also = income, collective money, use of income, income of the collective, dividends
minutes-agenda-category-public_works = Public works
    .also = road, roads, bridge, street lights, water supply, repair of roads, public project, lamps
minutes-agenda-category-funds_labour = Money and labour
    .also = money, labour, labor, funds, raise money, raising money, fund-raising, one matter one discussion, contributions
minutes-agenda-category-aid_persons = Persons to be helped
    .also = aid, help, poor households, minimum living allowance, subsistence allowance, dibao, welfare, relief, persons in need
minutes-agenda-category-other = Other matters
    .also = other, others, something else, another matter, none of these
minutes-agenda-category-delegated = Expressly delegated
    .also = delegated, delegation, authorised, authorized, delegated matter
minutes-agenda-category-work_report = Committee's report
    .also = report, work report, annual report, committee report, yearly report
minutes-agenda-category-village_rules = Village rules
    .also = rules, village rule, village charter, code of conduct
minutes-agenda-category-appraisal = Appraisal
    .also = democratic appraisal, evaluation, review, assessment, appraise cadres
minutes-agenda-category-resignation = Resignation
    .also = resign, cadre resigns, resignation of a cadre, step down
minutes-agenda-category-supervision = Supervision body
    .also = supervision, supervisory body, supervision committee, supervision group, electing supervisors
minutes-agenda-category-group_matter = Matter of the group
    .also = group, group matter, our group, group matters, of the group
minutes-agenda-category-land_contract = Land contracts
    .also = land, contract, contracting land, contracted land, land contract, land allocation
minutes-agenda-category-homestead = Homesteads
    .also = homestead, house plot, house site, building a house, housing land, housing plot
minutes-agenda-category-shares = Shares of the yield
    .also = share, shares, equity, dividends, shareholding
minutes-agenda-category-land_compensation = Land compensation
    .also = compensation, land taken, expropriation, requisition, land requisition, compensation for land
minutes-agenda-category-collective_assets = Collective assets
    .also = assets, collective property, property, sale of assets, leasing assets
minutes-agenda-category-collective_budget = Collective budget
    .also = budget, accounts, final accounts, annual budget
minutes-agenda-category-collective_officers = Board, supervisors
    .also = board, board election, officers, supervisors, directors, election of the board
minutes-agenda-category-charter = Charter
    .also = articles, charter change, statutes, articles of association
minutes-agenda-category-membership = Membership
    .also = members, member, who is a member, member status, membership status
minutes-agenda-category-outsider_rights = Rights of non-members
    .also = non-members, outsiders, outsider, rights of outsiders
minutes-agenda-category-merger = Merger, division
    .also = merge, merger, division, split, dissolution
minutes-agenda-charter_ok = Does the charter give this matter to the delegates?
    .short = Charter says so
    .hint = { $law }
minutes-agenda-charter_ok-yes = It does
    .said = the charter says so
    .also = the charter does, it says so, stated, yes the charter does, written there
minutes-agenda-charter_ok-no = It does not
    .said = the charter does not say so
    .also = it doesn't, not stated, the charter does not, not in the charter, not written there
minutes-agenda-lawful = May be decided here
    .short = May be decided
minutes-agenda-forum_line = { $law }
    .short = Who decides
minutes-agenda-delegation = Which village assembly delegated it?
    .short = Delegation
    .hint = { $law } For example: assembly of 5 March 2026, resolution 2
minutes-agenda-conflict = Was anybody present with a direct interest in it?
    .short = Interest
minutes-agenda-conflict-yes = Yes
    .also = there is, somebody has, somebody, yes somebody, someone has
minutes-agenda-conflict-no = No
    .also = nobody has, none, nobody, no one has, no interest, not anybody
minutes-agenda-conflict_note = Who, and how did they stand aside?
    .short = Stood aside
    .hint = For example: 王某某's house lies on the land; they did not vote
minutes--interested = Item “{ $title }”: somebody with an interest was present; please see how they stood aside.
minutes-agenda-plan = What was proposed?
    .short = Proposal
    .hint = Say what, how much and who pays, for example: 200 yuan a household for 1.2 km of road
minutes-agenda-discussion = How did the discussion go?
    .short = Discussion
    .hint = Who said what, for example: 王某某 asked how long it takes, 陈某某 said until the end of June
minutes-agenda-review = Party review first
    .short = Review first
minutes-agenda-way = How was the vote taken?
    .short = Way of voting
minutes-agenda-way-hands = Show of hands
    .also = hands, by hands, raised hands, hand vote
minutes-agenda-way-secret = Secret ballot
    .also = ballot, secret, vote by ballot, anonymous, ballots, voting slips
minutes-agenda-way-written = In writing
    .also = written, signature, signatures, signed, by signature
minutes-agenda-ballot = Vote by session
    .short = Vote
    .row = Vote of session { $n }
    .rows = { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
minutes-agenda-ballot-same_text = Did this session vote on the very same text as the others?
    .short = Same text
    .hint = Votes add up only if the text is the same word for word.
minutes-agenda-ballot-same_text-yes = The same
    .said = same text as the others
    .also = same, identical, word for word, the very same, yes the same
minutes-agenda-ballot-same_text-no = Not the same
    .said = not the same text as the others
    .also = different, it differs, not identical, changed, no it differs
minutes-agenda-ballot-at_open = Present
    .short = Present
minutes-agenda-ballot-left = Had anybody left before the vote? How many?
    .short = Left early
    .hint = { $law }{ $counts ->
        [households] { " " }Write how many households left
       *[other] { " " }Write how many people left
    }; 0 if nobody did.
minutes--left_over = { $came } came; no more than that can have left. Please check, and write 0 if nobody had left.
minutes--left_many = { $left } left of { $came } who came, so only { $rest } were there for the vote. Did so many really leave?
minutes-agenda-ballot-in_room = There at the vote
    .short = There at the vote
minutes-agenda-ballot-ayes = How many voted yes?
    .short = Yes
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
    .hint = { $law }
minutes-agenda-ballot-noes = How many voted no?
    .short = No
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
minutes-agenda-ballot-abstained = How many abstained?
    .short = Abstained
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
    .hint = Who said nothing has abstained.
minutes-agenda-ballot-spoilt = How many votes were invalid? (None by show of hands)
    .short = Invalid
    .hint = Who said nothing has abstained and is not invalid.
    .from = The other three make up all who were there, so none was invalid
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
minutes--votes_over = That makes { $votes } votes, more than the { $in_room } there at the vote. Please check this number.
minutes--votes_under = The four add up to { $votes }; { $in_room } were there at the vote, so { $short } are missing. Who said nothing has abstained; press Back to check.
minutes-agenda-voting = Taking part
    .short = Taking part
minutes-agenda-yes = Votes for
    .short = Yes
minutes-agenda-no = Votes against
    .short = No
minutes-agenda-abstain = Abstentions
    .short = Abstained
minutes-agenda-invalid = Invalid votes
    .short = Invalid
minutes-agenda-result = Result
    .short = Result
minutes-agenda-result-passed = Passed
minutes-agenda-result-failed = Not passed
minutes-agenda-result-opinion = Opinion only
minutes-agenda-result_line = { $law }
    .short = Result
minutes-agenda-different_line = The sessions did not vote on the same text, so the votes cannot be added; this item is an opinion only.
    .short = Different texts
minutes--disputed = Item “{ $title }”: some had left; counted by those who came and by those still there the result differs. Please note.
minutes-agenda-resolution = What was resolved?
    .short = Resolutions
    .add = Add a resolution
    .close = No more resolutions
    .row = Resolution { $n }
    .rows = { $count ->
        [one] { $count } resolution
       *[other] { $count } resolutions
    }
minutes-agenda-resolution-text = What does the resolution say?
    .short = Resolution
    .hint = As it was read out, for example: each household pays 200 yuan for 1.2 km of road
minutes-agenda-resolution-owner = Who carries it out?
    .short = Owner
    .hint = Tap a name or type it.
minutes-agenda-resolution-due = By when?
    .short = Due by
    .hint = For example: 2027年3月31日
minutes--due_before = It cannot be due before the meeting ({ $held }). Please check, for example: 明年3月31日.

## Review and read-back

minutes-party_reviewed = Did the village Party organisation discuss these matters before the meeting?
    .short = Party review
    .hint = { $law }
minutes-party_reviewed-yes = Discussed
    .also = discussed before, it was, they did, yes discussed, discussed it, the branch discussed it
minutes-party_reviewed-no = Not discussed
    .also = not before, it was not, they did not, no not discussed, never discussed, the branch did not
minutes--not_reviewed = { $count } of the items need the Party organisation's discussion first. Without it they are opinions, not resolutions. Are you sure that it did not take place?
minutes-party_review_date = On which day?
    .short = Reviewed on
    .hint = For example: 11月5日
minutes--reviewed_late = It must come before the meeting, which was on { $held }. Please check.
minutes-read_back = Were the minutes read out on the spot?
    .short = Read back
minutes-read_back-aloud = Read out, no objection
    .also = no objection, read out, read aloud, read, yes, read out without objection, nobody objected
minutes-read_back-changed = Read out and corrected
    .also = corrected, changed, read and changed, corrected after reading, read out, read aloud, read, yes
minutes-read_back-not_yet = Not yet
    .also = no, not read, not read out, no not yet, later, forgot
minutes--read_first = Minutes are read out to those present before they are sent. You may press Later and go on after that.
minutes-resolutions = Number of resolutions
    .short = Resolutions
minutes-evidence = Any photos or papers to add?
    .hint = Just send them, up to 9.
    .short = Evidence
minutes-backfill_reason = The meeting was more than seven days ago. Why is it reported now?
    .short = Why late
    .hint = For example: no network for three days after the storm

## After sending

minutes-confirm_chair-signed = The minutes are as the meeting was. Please sign.
    .short = Chair's signature
    .hint = You may also send a photo of signed paper.
minutes-confirm_chair_paper-paper = Please send a photo of the chair's signature.
    .short = Photo of signature
minutes-attest-related = Are you a member of the villagers' committee, or a close relative of one?
    .short = Of the committee
    .hint = Committee members and their close relatives do not attest.
minutes-attest-related-yes = I am, I stand aside
    .also = a member, a relative, related, yes related, I am related
minutes-attest-related-no = Neither, I can attest
    .also = neither, no relative, not related, unrelated, no not related, I am neither
minutes--relative = Then please let another member of the supervision group attest.
minutes-attest-signed = The meeting went as the minutes say. Please sign as witness.
    .short = Witness
    .hint = You may also send a photo of signed paper.
minutes-attest_paper-witness = Which member of the supervision group attested?
    .short = Witness
    .hint = Tap the name, or type it.
minutes--witness_took_part = Whoever chaired, recorded, convened or filled this in does not attest it. Please choose somebody else.
minutes-attest_paper-related = Is this witness a member of the villagers' committee, or a close relative of one?
    .short = Of the committee
    .hint = Committee members and their close relatives do not attest.
minutes-attest_paper-related-yes = They are, they stand aside
    .also = a member, a relative, related, yes related, they are related
minutes-attest_paper-related-no = Neither, they can attest
    .also = neither, no relative, not related, unrelated, no not related, they are neither
minutes-attest_paper-paper = Please send a photo of the witness's signature.
    .short = Photo of the signature
minutes-file-text = Anything to note with the filing? Skip it if not.
    .short = Filing note
minutes-order-text = Which item breaks which rule, and how is it to be corrected?
    .short = What to correct
    .hint = The township may order what is unlawful to be corrected; it does not decide in the villagers' place.
minutes-comply-text = How was it corrected?
    .short = Correction
    .hint = For example: met again on 10 December and withdrew resolution 2
minutes-comply-proof = If there are papers, send photos. Skip it if not.
    .short = Papers
minutes-accept_correction-remains = After the correction, is a resolution left to be carried out?
    .short = Resolutions left
    .hint = If so, what is left is posted anew, for its whole time; if all were withdrawn, the minutes are closed.
minutes-accept_correction-remains-yes = Yes, post it anew
    .also = some remain, there are some, yes some, still some
minutes-accept_correction-remains-no = None, close
    .also = nothing remains, all withdrawn, no none, close it
minutes-post-notice_from = Since when are the resolutions posted?
    .short = Posted from
    .hint = { $law } For example: 11月23日
minutes-post-notice_to = Until when do they stay?
    .short = Posted until
    .hint = { $law }
minutes-post-notice_photo = Please send a photo of the notice board. Skip it if it is not at hand.
    .short = Photo of the board
minutes--posted_before = The meeting was on { $held }; nothing was posted before. Please check.
minutes--posted_ahead = What is not yet posted is not entered; please do so on the day.
minutes--posted_short = { $law } Please give that day or a later one.
minutes-follow-done_on = Of which day is this progress?
    .short = Day
    .hint = For example: 昨天, or 12月3日
minutes--follow_future = A day to come is no progress; please give a day that has been.
minutes--follow_before = The meeting was on { $held }; there was no progress before. Please check.
minutes-follow-percent = How many per cent are done?
    .short = Progress
    .unit = %
    .hint = 100 when it is done
minutes-follow-note = How is it going?
    .short = Details
    .hint = For example: the roadbed is done, concrete next week
minutes-follow-photo = Please send photos from the spot. Skip it if you have none.
    .short = Photos
minutes-act-confirm_chair = Sign as chair
minutes-act-confirm_chair_paper = Chair's paper
minutes-act-attest = Attest
minutes-act-attest_paper = Witness's paper
minutes-act-file = File
minutes-act-return = Ask for more
minutes-act-order = Order correction
minutes-act-comply = Report correction
minutes-act-accept_correction = Note as corrected
minutes-act-post = Post resolutions
minutes-act-end_notice = Posting is over
minutes-act-notice_over = Posting is over
minutes-act-follow = Report progress
minutes-act-both_signed = Signed and attested
minutes-act-nothing_resolved = Nothing resolved, closed
minutes-act-carried_out = All carried out, closed
minutes-state-submitted = Waiting for signatures
minutes-state-attested = Attested, to be filed
minutes-state-filed = Filed, to be posted
minutes-state-ordered = Correction ordered
minutes-state-complied = Correction reported
minutes-state-on_notice = Posted
minutes-state-tracking = Being carried out
minutes-state-closed = Closed
minutes-not-confirm_chair = The chair has signed already; no need to sign again.
minutes-not-confirm_chair_paper = The chair has signed already; no need to upload it again.
minutes-not-attest =
    { $attested ->
        [0] You hold a post in the villagers' committee or the branch and cannot attest; please let another member of the supervision group do it.
       *[other] It has been attested already; no need to attest again.
    }
minutes-not-attest_paper = It has been attested already; no need to upload it again.
minutes-not-end_notice = The resolutions hang until { $to }; their end is registered after that day.
minutes-next-submitted =
    { $signed ->
        [0] { $attested ->
            [0] Next: the chair, { $chair }, signs and a member of the supervision group attests, in any order; with both it goes to the township. For those without a phone, whoever filled this in sends a photo of the paper they signed.
           *[other] Next: it waits for the signature of the chair, { $chair }, and then goes to the township. Without a phone, whoever filled this in sends a photo of the paper they signed.
        }
       *[other] Next: it waits for a member of the supervision group to attest, and then goes to the township. Without a phone, whoever filled this in sends a photo of the paper they signed.
    }
minutes-next-attested = Next: the township files it. Filing is no approval; the villagers have decided.
minutes-next-filed = Next: post the resolutions. For how long is said when you enter it.
minutes-next-returned = Next: whoever filled it in completes the text; votes and ticks stay. Then it is signed and attested again.
minutes-next-ordered = Next: the village corrects it and reports.
minutes-next-complied = Next: the township looks at the correction.
minutes-next-on_notice = Next: enter when the posting is over; report progress at any time.
minutes-next-tracking = Next: enter 100 % for each resolution that is done; when all are, the minutes close by themselves.
minutes-next-closed = Closed; it can be archived.
minutes-told-attest = “{ $type }” waits to be attested by the supervision group ({ $receipt }).
minutes-told-attested = “{ $type }” is signed and attested and has gone to the township ({ $receipt }).
minutes-told-filed = “{ $type }” has been filed by the township ({ $receipt }). Please post the resolutions, if there are any.
minutes-told-ordered = The township orders a correction of “{ $type }” ({ $receipt }); please see what it asks.
minutes-told-corrected = The correction of “{ $type }” has been noted ({ $receipt }). Please post what is left of the resolutions.
minutes-told-closed = “{ $type }” is closed ({ $receipt }).
minutes-told-void = “{ $type }” has been voided ({ $receipt }); the original can still be read.
