# C Commitment. What the law says comes as a whole sentence of law.ftl in $law.

commitment = Commitment

## The promise

commitment-kind = Which kind of commitment is it?
    .short = Kind
    .from = Members enter a one-sentence pledge
    .help = Yearly, term and venture commitments need the township’s view and two meetings; a one-sentence pledge is confirmed by the branch and posted; a resignation commitment is viewed by the township and posted. The kind cannot be changed after sending.
commitment-kind-annual = Yearly commitment
    .also = annual, yearly, year, a year, annual commitment, this year
commitment-kind-term = Term commitment
    .also = term, term of office, whole term, for the term
commitment-kind-pledge = One-sentence pledge
    .also = pledge, one sentence, a sentence, one line, short, sentence
commitment-kind-venture = Venture commitment
    .also = venture, project, business, start a business, enterprise
commitment-kind-resign = Resignation commitment
    .also = resign, resignation, stepping down, step down
commitment-body = Whose commitment is it?
    .short = Made by
    .from = Made by one person
commitment-body-person = One person
    .also = person, me, myself, mine, my own, individual, personal
commitment-body-team = The village team
    .also = team, village team, committee, village committee, villagers committee, leadership, the team
commitment-body-party = The Party organisation
    .also = party, branch, party branch, village branch, party organisation, party organization
commitment--only_person = A pledge or a resignation commitment is made by one person. Please choose “One person”.
commitment-promiser = Who makes the commitment?
    .short = Promiser
    .hint = For the village team or the Party organisation, choose who signs for it. Tap a name or type one.
    .from = You
commitment--for_another = Here you can enter your own commitment only. Others enter theirs themselves, or the secretary or information officer does it for them.
commitment-term_from = From which day?
    .short = From
    .hint = For example: 1 January 2026
    .from = From today
commitment--far_off = That day is too far away; please look at the year again. It may lie six years back or one year ahead.
commitment--year_fixed = The receipt was numbered for { $year }, so the first day must stay in that year. For another year please enter a new commitment.
commitment-term_to = Until which day?
    .short = Until
    .from = Until the end of the year
commitment--order = The last day must be after the first one ({ $from }).
commitment--one_year = A yearly commitment stays within one year. It begins on { $from }; please name a day of the same year, such as 31 December.
commitment--five_years = Five years at most: from { $from } until { $most } at the latest.
commitment-sentence = Please write the pledge in one sentence (up to 50 characters).
    .short = Pledge
    .hint = For example: I visit ten households in need every month

## Items

commitment-items = What is promised?
    .short = Items
    .add = Add an item
    .help = A yearly commitment has 3 to 10 items, at least one each of growth, service and integrity. A term commitment covers goals, duties, tasks and integrity.
    .row = Item { $n }
    .rows = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
commitment--annual_domains = A yearly commitment needs at least one item each of growth, service and integrity. There are { $growth }, { $service } and { $integrity } now; please add what is missing.
commitment--term_domains = A term commitment covers goals, duties, tasks and integrity. There are { $goal }, { $duty }, { $task } and { $integrity } now; please add what is missing.
commitment-items-domain = Which field does this item belong to?
    .short = Field
commitment-items-domain-growth = Growth
    .also = development, economy, economic, income, industry, economic growth
commitment-items-domain-service = Service
    .also = services, serving, serve the people, help, helping villagers, serving villagers
commitment-items-domain-goal = Goals of the term
    .also = goal, goals, target, targets, aim
commitment-items-domain-duty = Duties
    .also = duty, responsibility, responsibilities, job, role
commitment-items-domain-task = Tasks
    .also = task, assignment, assignments, requirements
commitment-items-domain-integrity = Integrity
    .also = honesty, clean, discipline, anti-corruption, no corruption, clean conduct
commitment-items-domain-other = Other
    .also = others, something else, none of these
commitment--domain_fit = This field does not go with this kind of commitment. Please choose another.
commitment-items-content = What will be achieved?
    .short = Content
    .hint = Say how much and with what result, for example: 1.2 km of village road paved
commitment-items-measure = How will it be done?
    .short = Measures
    .hint = For example: tender by the end of March, work from May
commitment-items-due = By when?
    .short = Due
    .hint = For example: 30 June
    .from = Integrity holds for the whole term
commitment--due_late = It cannot be due after the commitment ends ({ $to }).
commitment--due_early = It cannot be due before the commitment begins ({ $from }).
commitment-items-owner = Who answers for it?
    .short = Owner
    .hint = Tap a name or type one
    .from = The promiser
commitment-items-evidence_kind = What will prove it?
    .short = Proof
commitment-items-evidence_kind-photo = Photos
    .also = photo, photograph, picture, pictures, photographs, video, image, images
commitment-items-evidence_kind-papers = Papers
    .also = paper, document, documents, files, records, minutes, written
commitment-items-evidence_kind-ledger = Ledger
    .also = book, register, account book, books, log, logbook, list
commitment-items-evidence_kind-voucher = Receipts, contracts
    .also = receipt, receipts, invoice, invoices, contract, contracts, voucher, vouchers, bill, bills, agreement
commitment-items-evidence_kind-witness = Villagers’ word
    .also = witness, witnesses, villagers, people, neighbours, word of villagers
commitment-items-evidence_kind-other = Other
    .also = others, something else, none of these
commitment-resign_if = In which cases will the promiser resign?
    .short = Cases
    .add = Add a case
    .row = Case { $n }
    .rows = { $count ->
        [one] { $count } case
       *[other] { $count } cases
    }
commitment-resign_if-event = Which case?
    .short = Case
    .hint = It must be countable, for example: absent four times a year from important meetings without reason
commitment-evidence = Any photos or papers to add?
    .hint = Just send them, up to 9.
    .short = Evidence
commitment-own_hand = Sent by the promiser: sending it is the signature.
commitment-other_hand = Entered for another: it counts once { $promiser } has signed; without a phone, a signed paper can be photographed.

## Signature

commitment-sign-signed = This commitment is made in your name. If you have read it, please sign.
    .short = Promiser’s signature
    .hint = A photo of the signed paper will do as well.
commitment-sign_paper-paper = Please send a photo of the promiser’s signature.
    .short = Photo of signature

## The township’s view

commitment-view-town_view = What is the township committee’s view?
    .short = Township’s view
    .hint = For example: agreed, may go to the meetings
commitment-view-on = Day of the view
    .short = Day of the view

## Members’ meeting

commitment-meeting_member-held = On which day was the members’ meeting?
    .short = Day of the meeting
    .hint = For example: 18 January
commitment--held_future = The meeting has not been held yet. Please name the day it was held.
commitment--same_meeting = The meeting of the earlier round ({ $before }) no longer counts. Please enter the one held after the changes.
commitment-meeting_member-early_reason = The meeting was held before the township’s view ({ $viewed }). Please say why.
    .short = Why held before
commitment-meeting_member-should = How many members should have come?
    .short = Should
    .hint = Only those with a vote; probationary members do not count
    .unit = { $count ->
        [one] person
       *[other] persons
    }
commitment-meeting_member-present = How many came?
    .short = Present
    .unit = { $count ->
        [one] person
       *[other] persons
    }
commitment--present_over = More cannot come than should ({ $should }).
commitment--no_quorum = { $law } { $present } came, so there can be no vote. If the numbers are right, tap “Later” and hold the meeting on another day.
commitment-meeting_member-pass_line = { $law }
commitment-meeting_member-yes = How many voted yes?
    .short = Yes
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
commitment--yes_over = There cannot be more votes than people ({ $present }).
commitment-meeting_member-no = How many voted no?
    .short = No
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
commitment--no_over = Yes and no are more than came: at most { $left } can have voted no.
commitment-meeting_member-abstain = How many abstained?
    .short = Abstained
    .hint = Those who did not vote and spoilt papers count as abstained
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
commitment--votes_sum = Together that is { $votes }, but { $present } came. By the other numbers { $left } abstained; to change those, tap “Back”.
commitment-meeting_member-result_line = { $law }
commitment-meeting_member-proof = If there is a photo of the minutes, please send it. It may be skipped.
    .short = Minutes
commitment-meeting_member-passed = Passed
    .short = Passed

## Meeting of villagers’ or households’ representatives

commitment-meeting_villager-way = Where does the result of the representatives’ meeting come from?
    .short = Source
    .from = The only way here: on paper where no minutes were sent, from the minutes for a promise of a year
commitment-meeting_villager-way-record = Choose minutes
    .also = record, records, choose, minutes, from lianxin, lianxin, in lianxin, the minutes, digital, online
commitment-meeting_villager-way-paper = From paper
    .also = paper, paper minutes, on paper, written, paper record, by hand
commitment-meeting_villager-meeting = Which meeting, which item?
    .hint = The item must be the vote on this commitment. If the minutes are not sent yet, send them first.
    .short = Meeting
commitment--this_one = Was it this commitment that was voted on? You picked “{ $title }”. If the minutes of that meeting are not sent yet, send them first and come back.
commitment--twice = The same was sent on { $day } (receipt { $receipt }). Send another one?
commitment--not_decided = That meeting had no quorum, or did not vote on this item. Please choose another.
commitment-meeting_villager-meeting_line = “{ $title }”, { $date }: { $should } should have come, { $present } came; { $yes } yes, { $no } no, { $abstain } abstained.
commitment-meeting_villager-mode = Which kind of meeting was it?
    .short = Kind of meeting
commitment-meeting_villager-mode-representatives = Villagers’ representatives
    .also = representatives, villagers representatives meeting, representatives meeting, village representatives
commitment-meeting_villager-mode-assembly_households = Households’ representatives
    .also = households, household representatives, by households, household meeting, one per household
commitment-meeting_villager-mode-assembly_adults = Village assembly
    .also = assembly, villagers assembly, all villagers, whole village, village meeting
commitment-meeting_villager-held = On which day was it held?
    .short = Day of the meeting
    .hint = For example: 19 January
commitment-meeting_villager-early_reason = The meeting was held before the township’s view ({ $viewed }). Please say why.
    .short = Why held before
commitment-meeting_villager-should = How many should have come?
    .short = Should
    .hint = Representatives’ meeting: its members; households’ representatives: households; assembly: villagers of 18 and over
commitment-meeting_villager-present = How many came?
    .short = Present
commitment-meeting_villager-pass_line = { $law }
commitment-meeting_villager-yes = How many voted yes?
    .short = Yes
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
commitment-meeting_villager-no = How many voted no?
    .short = No
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
commitment-meeting_villager-abstain = How many abstained?
    .short = Abstained
    .hint = Those who did not vote and spoilt papers count as abstained
    .unit = { $count ->
        [one] vote
       *[other] votes
    }
commitment-meeting_villager-result_line = { $law }
commitment-meeting_villager-paper = Please send a photo of the paper minutes.
    .short = Paper minutes
commitment-meeting_villager-no_record = A commitment for a year is to rest on minutes in Lianxin that had their quorum. This vote is entered from paper: roster, sign-in and quorum were not checked. If it passed, the town office is told and asked to compare the photos.
commitment-meeting_villager-paper_why = A promise for a year stands on minutes, and none were sent here yet. Why on paper?
    .hint = For example: the meeting was held before Lianxin was used
    .short = Why on paper
commitment-meeting_villager-met_on = Day of the vote
    .short = Day of the vote
commitment-meeting_villager-passed = Passed
    .short = Passed

## Notice and objections

commitment-publish-notice_from = From which day is it posted?
    .short = Posted from
commitment--notice_ahead = A notice that has not begun is not entered yet. Please name the day it was put up.
commitment--notice_before = The notice begins after the meetings ({ $held }).
commitment-publish-notice_to = Until which day?
    .short = Posted until
commitment--notice_short = That is too short. { $law }
commitment-publish-notice_photo = If there is a photo of the wall, please send it. It may be skipped.
    .short = Photo of the wall
commitment-object-said_on = On which day was the objection raised?
    .short = Raised on
commitment--said_future = That day has not come. Please name the day the objection was raised.
commitment--said_before = The objection must come after the notice began ({ $from }).
commitment-object-said_by = How was it raised?
    .short = Raised by
commitment-object-said_by-letter = Letter
    .also = letters, by letter, written, in writing, wrote, mail, a note
commitment-object-said_by-call = Call
    .also = phone, by phone, called, telephone, phone call, calls, hotline
commitment-object-said_by-visit = Visit
    .also = visited, in person, came, came in, face to face, in words, orally
commitment-object-said_by-other = Other
    .also = others, another way, online, wechat, message, text message, at a meeting, chat group
commitment-object-objector = Who objects? It may be skipped where they prefer not to be named.
    .short = Objector
commitment-object-matter = What is the objection?
    .short = Objection
    .hint = Say which item and what is wrong
commitment-object-proof = If there is a photo of the evidence, please send it. It may be skipped.
    .short = Evidence
commitment-object-noted_on = Entered on
    .short = Entered on
commitment-object-number = Which one
    .short = Objection
commitment-settle-outcome =
    { $all ->
        [one] How is the objection of { $day } settled?
       *[other] How is objection { $number } of { $all } settled, raised on { $day }?
    }
    .short = Outcome
    .hint =
        What it says: { $matter }
        { $all ->
            [one] If it is not founded the notice goes on; if it is, the commitment is revised.
           *[other] They are settled one by one: if none is founded the notice goes on; if one is, the commitment is revised.
        }
commitment-settle-outcome-dismissed = Not founded
    .also = not true, dismissed, rejected, unfounded, no change, no reason, not upheld, not accepted
commitment-settle-outcome-upheld = Founded, to be revised
    .also = true, upheld, right, justified, accepted, to be changed, revise, revise it, founded
commitment-settle-number = Which one
    .short = Objection
commitment-settle-reply = What is the objector told?
    .short = Reply
    .hint = Within five working days, for example: checked; the length in the acceptance papers holds
commitment-settle-days_frozen = Days the notice stood still
    .short = Days frozen
    .unit = { $count ->
        [one] day
       *[other] days
    }

## Quarterly check

commitment-check-quarter = Which quarter is checked?
    .short = Quarter
commitment--checked_already = That quarter has been checked; there is one check a quarter.
commitment-check-meeting_date = On which day was the check meeting?
    .short = Day of the check
commitment--check_future = The meeting has not been held yet. Please name the day it was held.
commitment--check_outside = The check of that quarter is held between { $from } and { $to }. Please look at the day or the quarter again.
commitment-check-present_kinds = Who was there? Several may be chosen.
    .short = Who was there
commitment-check-present_kinds-member = Party members
    .also = party member, member, members
commitment-check-present_kinds-representative = Villagers’ representatives
    .also = villagers representative, villager representatives, village representatives
commitment-check-present_kinds-supervisor = Supervision group
    .also = supervisors, supervisor, supervision, supervision group members, supervision committee
commitment-check-present_kinds-household = Households’ representatives
    .also = households, household representatives, household
commitment-check-present_kinds-town = Township cadres
    .also = township, town, town cadres, township cadre, cadres, officials
commitment-check-present_kinds-other = Others
    .also = other, other people, other villagers, villagers, everyone else
commitment--who_came =
    { $villagers ->
        [0] Party members and the supervision group must be there. Without them it is no check: please complete the list or hold another.
       *[other] Party members, villagers’ representatives and the supervision group must be there. Without them it is no check: please complete the list or hold another.
    }
commitment-check-results = Item by item
    .short = Results
    .row = Item { $n }
    .rows = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
commitment-check-results-content = Content
    .short = Content
commitment-check-results-measure = Measures
    .short = Measures
commitment-check-results-planned = Due
    .short = Due
commitment-check-results-owner = Owner
    .short = Owner
commitment-check-results-result = How far is “{ $content }” (due { $due })?
    .short = Result
    .from = Done at the last check
commitment-check-results-result-done = Done
    .also = completed, complete, finished, finished it, all done, it is done, accomplished
commitment-check-results-result-on_time = On time
    .also = on schedule, as planned, on track, in time, according to plan, not late, under way, in progress, ongoing
commitment-check-results-result-late = Late
    .also = behind, delayed, delay, overdue, behind schedule, slow, too late, not on time, under way, in progress, ongoing, not done, not finished, unfinished, not complete
commitment-check-results-result-not_started = Not started
    .also = not yet started, has not started, not begun, nothing done, nothing yet, not done, no start
commitment-check-results-why = Why is it behind?
    .short = Reason
    .hint = For example: two weeks of rain
commitment-check-results-until = By when will it be put right?
    .short = Put right by
    .hint = For example: 30 June
commitment--until_past = It must be put right after the check meeting ({ $held }).
commitment-check-text = How did the check go?
    .short = Findings
    .hint = The whole picture and what people said
commitment-check-photo = If there is a photo, please send it. It may be skipped.
    .short = Photo
commitment-check-checked_by = Checked by
    .short = Checked by
commitment-check-checked_by-town = Township
commitment-check-checked_by-village = Supervision group
commitment-check-total_n = Items
    .short = Items
    .unit = { $count ->
        [one] item
       *[other] items
    }
commitment-check-done_n = Done
    .short = Done
    .unit = { $count ->
        [one] item
       *[other] items
    }
commitment-check-on_time_n = On time
    .short = On time
    .unit = { $count ->
        [one] item
       *[other] items
    }
commitment-check-late_n = Late
    .short = Late
    .unit = { $count ->
        [one] item
       *[other] items
    }
commitment-check-not_started_n = Not started
    .short = Not started
    .unit = { $count ->
        [one] item
       *[other] items
    }

## Yearly appraisal

commitment-final-year = Year
    .short = Year
commitment-final-done_n = Done
    .short = Done
    .unit = { $count ->
        [one] item
       *[other] items
    }
commitment-final-total_n = Items
    .short = Items
    .unit = { $count ->
        [one] item
       *[other] items
    }
commitment-final-checks_n = Checks
    .short = Checks
    .unit = { $count ->
        [one] check
       *[other] checks
    }
commitment-final-counts_line = { $year }: checks held: { $checks }; at the last one { $done } of { $total } items were done.
commitment-final-missing_reason = { $missing }: not checked. Please say why.
    .short = Why not checked
commitment-final-grade = What is the result?
    .short = Result
commitment-final-grade-kept = Kept
    .also = fully kept, all kept, done, completed, all done, fulfilled, kept all
commitment-final-grade-mostly = Mostly kept
    .also = mostly, largely, mostly done, partly kept, for the most part, nearly all
commitment-final-grade-broken = Not kept
    .also = broken, not done, failed, unfulfilled, not fulfilled, not completed
commitment--grade_high = { $done } of { $total } items are done. Is it “Kept” all the same?
commitment--grade_low = All { $total } items are done. Is it “Not kept” all the same?
commitment-final-opinion = Please write the appraisal.
    .short = Appraisal

## Cases of resignation, end

commitment-trigger-happened_on = On which day was it?
    .short = Day
    .hint = For what adds up, the last time, for example: 9 November
commitment--happened_future = What has not happened cannot be entered. Please name the day it happened.
commitment-trigger-facts = What happened?
    .short = Facts
    .hint = It is written down and put before the township; it ends no office
commitment-trigger-proof = If there is a photo of the evidence, please send it. It may be skipped.
    .short = Evidence
commitment-finish-ended_by = Why does it end?
    .short = Why it ends
commitment-finish-ended_by-expired = The term is over
    .also = expired, term over, over, time is up, it expired, end of term
commitment-finish-ended_by-left_office = Left office
    .also = left, resigned, retired, no longer in office, moved on, voted out, removed, dismissed
commitment-finish-ended_by-other = Other
    .also = others, another reason, something else, none of these
commitment-finish-ended_why = If there is more to say, one sentence.
    .short = Remark
commitment-archive-archive_class = Class of the archive
    .short = Class of the archive
commitment-archive-archive_class-commitment = Commitments
commitment-finish-archive_class = Class of the archive
    .short = Class of the archive
commitment-finish-archive_class-commitment = Commitments

## Acts

commitment-act-sign = Sign
commitment-act-sign_paper = Send photo of signature
commitment-act-decline = Back to who entered it
commitment-act-view = Give the township’s view
commitment-act-confirm = Confirm for posting
commitment-act-confirm_town = Confirm for posting
commitment-act-send_back = Return for correction
commitment-act-meeting_member = Enter members’ meeting
commitment-act-meeting_villager = Enter representatives’ meeting
commitment-act-both_passed = Passed by the meetings
commitment-act-publish = Enter the notice
commitment-act-object = Enter an objection
commitment-act-settle = Settle the objection
commitment-act-take_effect = Notice over, in force
commitment-act-notice_over = Notice over, in force
commitment-act-check = Quarterly check
commitment-act-final = Yearly appraisal
commitment-act-amend = Amend
commitment-act-keep = Leave as it is
commitment-act-resubmit = Change and send again
commitment-act-trigger = Enter a case of resignation
commitment-act-archive = Archive
commitment-act-archive_pledge = Archive
commitment-act-finish = End the commitment
commitment-state-to_sign = to be signed
commitment-state-to_confirm = to be confirmed by the branch
commitment-state-submitted = waits for the township’s view
commitment-state-in_review = being viewed
commitment-state-meetings = waits for the meetings
commitment-state-rejected = rejected by a meeting
commitment-state-passed = to be posted
commitment-state-notice = on notice
commitment-state-objected = objected to
commitment-state-effective = in force
commitment-state-reopened = to be changed
commitment-state-appraised = appraised
commitment-state-posted = posted
commitment-next-to_sign = Next: the promiser signs; it counts as sent from then on.
commitment-next-to_confirm = Next: the branch confirms it, then it is posted.
commitment-next-submitted = Next: the township gives its view, usually within 3 working days. You will be told here.
commitment-next-in_review = The township is looking at it.
commitment-next-meetings =
    { $villagers ->
        [0] Next: the members' meeting; once it has passed, the notice is posted.
       *[other] { $members ->
            [0] { $villager ->
                [0] Next: the members' meeting and the representatives' (household representatives') meeting, in any order; the notice follows once both have passed it.
               *[other] Next: the members' meeting is still to be held; once it has passed, the notice is posted.
            }
           *[other] Next: the representatives' (household representatives') meeting is still to be held; once it has passed, the notice is posted.
        }
    }
commitment-next-rejected =
    The meeting did not pass it; the count is kept.
    Next: change it and send it again. It is then viewed and voted on anew, and these votes no longer count.
commitment-next-passed = Next: post it for at least 7 days.
commitment-next-notice = Next: it is in force when the notice is over and nobody has objected.
commitment-next-objected =
    The notice is paused. { $objections ->
        [one] Next: the township settles the objection.
       *[other] Next: the township settles the objections, { $objections } are left.
    }
commitment-next-effective = It is in force and is checked every quarter from now on.
commitment-next-reopened =
    Next: change it and send it again.
    What is changed must be viewed and passed by the same meetings again; earlier votes no longer count.
commitment-next-appraised = Next: the personal archive (class: commitments).
commitment-next-posted = Confirmed; please post it.
commitment-next-archived = It is in the personal archive (class: commitments).
commitment-why-meeting_member = The members’ meeting did not pass it
commitment-why-meeting_villager = The villagers’ side did not pass it
commitment-why-settle = An objection was upheld
commitment-why-amend = The promiser wants to amend it

## Not now, and why

commitment-not-meeting_member = The members' meeting is registered already; it need not be registered again.
commitment-not-meeting_villager =
    { $villagers ->
        [0] This is not the Party organisation of a village: there is only the members' meeting.
       *[other] The meeting of the villagers' side is registered already; it need not be registered again.
    }
commitment-not-take_effect = The notice hangs until { $to }; it comes into force after that day.
commitment-not-check =
    { $items ->
        [0] This commitment was not written item by item, so there is no quarterly check.
       *[other] { $left ->
            [0] Every quarter of the term has been checked.
           *[other] Every quarter up to today has been checked. The next one is { $next }.
        }
    }
commitment-not-final =
    { $items ->
        [0] This commitment was not written item by item, so there is no yearly appraisal.
       *[other] { $left ->
            [0] Every year of the term has been appraised.
           *[other] { $year } cannot be appraised yet: { $missing } not checked. It can be once they are; from { $from } on also with a reason for what was not checked.
        }
    }
commitment-not-keep = It is not the promiser who wanted the change: please change it and send it again, the disputed item for one.
commitment-not-withdraw = The review has begun, so it cannot be withdrawn any more. What was returned can be mended and sent again; if all of it is wrong, ask the township committee to void it.

## Messages (nothing personal in them)

commitment-told-sign = A “{ $type }” waits for your signature ({ $receipt }).
commitment-told-signed = “{ $type }” has been signed by the promiser ({ $receipt }).
commitment-told-viewed = The township has given its view on “{ $type }” ({ $receipt }).
commitment-told-meet = A “{ $type }” waits for the members’ meeting and the representatives’ meeting ({ $receipt }).
commitment-told-rejected = A meeting did not pass “{ $type }”; please change it and send it again ({ $receipt }).
commitment-told-passed = The meetings have passed “{ $type }”; please post it ({ $receipt }).
commitment-told-notice = “{ $type }” has been posted ({ $receipt }).
commitment-told-objected = Somebody objects to “{ $type }” while it is posted; please settle it ({ $receipt }).
commitment-told-settled = The objection to “{ $type }” has been settled; please see how ({ $receipt }).
commitment-told-effective = The notice of “{ $type }” is over; it is in force ({ $receipt }).
commitment-told-posted = “{ $type }” is confirmed and can be posted ({ $receipt }).
commitment-told-checked = “{ $type }” has been checked; please see the result ({ $receipt }).
commitment-told-late = Some items of “{ $type }” are behind and must be put right; please see which ({ $receipt }).
commitment-told-final = “{ $type }” has been appraised; please see the result ({ $receipt }).
commitment-told-amended = The promiser is changing “{ $type }”; it will be sent again ({ $receipt }).
commitment-told-kept = “{ $type }” stays as it is ({ $receipt }).
commitment-told-trigger = A case of resignation has been entered for “{ $type }”; please look into it ({ $receipt }).
commitment-told-finished = “{ $type }” has ended and is archived ({ $receipt }).
commitment-told-void = “{ $type }” is void; the record says why ({ $receipt }).
commitment-told-paper = A { $type } for a year was passed by the representatives' meeting (household representatives) on paper only; its quorum was not checked here, please compare the photos ({ $receipt }).
