# D Monthly report

monthly_report = Monthly report
monthly_report-planned = How did last month's plans go?
    .short = Last plans
    .row = Plan of last month { $n }
    .rows = { $count ->
        [one] { $count } plan
       *[other] { $count } plans
    }
monthly_report-planned-item = Planned item
    .short = Plan
monthly_report-planned-state = How did “{ $item }” go?
    .short = Progress
monthly_report-planned-state-done = Done
    .also = completed, complete, finished, all done, it is done, accomplished
monthly_report-planned-state-going = Under way
    .also = in progress, ongoing, going on, doing it, still on it, half done, partly done, nearly done, almost done, not finished, unfinished, not complete, not done
monthly_report-planned-state-not_started = Not started
    .also = not yet, not begun, nothing yet, not yet started, has not started, not done
monthly_report-done = What was done this month?
    .short = Work done
    .add = Add another
    .row = Work done { $n }
    .rows = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
monthly_report-done-item = What was done?
    .hint = One line, for example: held the theme Party day
    .short = Item
monthly_report-done-date = On which day?
    .hint = For example: 20, for the 20th
    .short = Date
monthly_report-done-text = How did it go?
    .hint = Say where and how many, for example: in the village hall, 28 people
    .short = Details
monthly_report-done-result = What came of it?
    .hint = One line, for example: read the revised rules
    .short = Result
monthly_report--outside = This is the report for { $period }, which tells of that month only: please give a day from { $from } to { $to }, for example { $day }.
monthly_report--due_before = These are plans for the month after; { $due } is not after this one. Is that the day?
monthly_report--future = A day to come is not work done; please give the day it happened.
monthly_report-member_mtg = How many member meetings this month?
    .short = Member meetings
    .unit = { $count ->
        [one] time
       *[other] times
    }
monthly_report--quarter_mtg = Member meetings are due once a quarter, and none was held this quarter. Please give the reason in a sentence.
    .flag = Member meetings are due once a quarter, and none was held this quarter.
monthly_report-committee = How many committee meetings this month?
    .short = Committee
    .unit = { $count ->
        [one] time
       *[other] times
    }
monthly_report-group = How many group meetings this month?
    .short = Groups
    .unit = { $count ->
        [one] time
       *[other] times
    }
monthly_report-class = How many Party classes this month?
    .short = Classes
    .unit = { $count ->
        [one] time
       *[other] times
    }
monthly_report-theme_day = How many theme days this month?
    .short = Theme days
    .unit = { $count ->
        [one] time
       *[other] times
    }
monthly_report-life_reason =
    { $none ->
        [committee] No committee meeting
        [theme_day] No theme day
       *[both] Neither a committee meeting nor a theme day
    } this month: please say why, in a sentence.
    .hint = For example: held together with the next one on the 5th
    .short = Why none
monthly_report-should = How many members were due at the theme day?
    .short = Due
    .unit = { $count ->
        [one] member
       *[other] members
    }
monthly_report-present = How many came?
    .short = Present
    .unit = { $count ->
        [one] member
       *[other] members
    }
monthly_report--present_over = No more can come than are due ({ $should }); please check.
monthly_report--should_over = { $should } due is more than the branch's { $members } members. If a number is wrong, press a button below; if not, please give the reason in a sentence, for example: members from elsewhere take part.
    .flag = { $should } due is more than the branch's { $members } members.
monthly_report-members = How many members has the branch now?
    .short = Members
    .unit = { $count ->
        [one] member
       *[other] members
    }
    .from = last month's report
monthly_report-outflow = How many members are away (outflow)?
    .short = Outflow
    .unit = { $count ->
        [one] member
       *[other] members
    }
    .from = the roster of mobile members
monthly_report-inflow = How many members are guests (inflow)?
    .short = Inflow
    .unit = { $count ->
        [one] member
       *[other] members
    }
monthly_report-applicants = How many have applied to join?
    .short = Applicants
    .unit = { $count ->
        [one] person
       *[other] people
    }
monthly_report-visits = How many households were visited this month?
    .short = Visits
    .unit = { $count ->
        [one] household
       *[other] households
    }
monthly_report-issues_new = How many new requests from people this month?
    .short = New requests
    .unit = { $count ->
        [one] request
       *[other] requests
    }
monthly_report-issues_closed = How many were closed?
    .short = Closed
    .unit = { $count ->
        [one] request
       *[other] requests
    }
monthly_report-problems = Which problems are there?
    .short = Problems
    .add = Write a problem
    .none_to_report = None
    .row = Problem { $n }
    .rows = { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    }
monthly_report-problems-text = What is the problem?
    .hint = For example: 80,000 yuan missing for the village road
    .short = Problem
monthly_report-problems-level = How serious is it?
    .short = Level
monthly_report-problems-level-common = Common
    .also = ordinary, normal, minor, small, not serious, not urgent, usual, not very serious
monthly_report-problems-level-serious = Serious
    .also = severe, urgent, important, major, very serious, bad, grave, big
monthly_report-problems-apart = Should this problem be reported apart as well?
    .hint = A yes is noted here, and the township sees it. There is no form for it here yet: please report it the way you always have. What cannot wait: please ring the township now.
    .short = Reported apart
monthly_report-problems-apart-yes = Report it apart
    .said = to be reported apart
    .also = apart, separately, yes please, report it, yes apart, report separately
monthly_report-problems-apart-no = No, here is enough
    .said = not reported apart
    .also = not needed, no need, not apart, here is fine, only here, just here
monthly_report-help_wanted = What shall the town help with? Skip it if nothing.
    .short = Help wanted
monthly_report-evidence = Any photos or papers to add?
    .hint = Just send them, up to 9.
    .short = Evidence
monthly_report-next_plan = What is planned for next month?
    .short = Next plans
    .add = Add another
    .row = Next plan { $n }
    .rows = { $count ->
        [one] { $count } plan
       *[other] { $count } plans
    }
monthly_report-next_plan-item = What is planned?
    .hint = For example: finish the road tender
    .short = Item
monthly_report-next_plan-due = By when?
    .hint = For example: 12月5日
    .short = Due
monthly_report-next_plan-owner = Who answers for it?
    .hint = Tap a name, or type one
    .short = Owner
monthly_report--copied = The text of this month's work is nearly the same as last month's (nine tenths or more); please note.

## Acts

monthly_report-sign-signed = You have read it: please sign.
    .hint = A photo of the signed paper will do as well.
    .short = Signature
monthly_report-sign_paper-paper = Please send a photo of the secretary's signature.
    .short = Signed paper
monthly_report-comment-text = What would you like to say about this report?
    .hint = The branch and the township both see it, for example: please ask the traffic station about the money for the road
    .short = Comment
monthly_report-act-include = Take into the summary
monthly_report-act-comment = Comment
monthly_report-state-submitted = Waiting for the town
monthly_report-state-included = In the town's summary
monthly_report-next-submitted = Next: the town office reviews it, usually within 3 working days. You will hear here.
monthly_report-next-accepted = Next: it is taken into the town's monthly summary, then archived.
monthly_report-next-included = Next: the archive.
monthly_report-not-withdraw = The review has begun, so it cannot be withdrawn any more. What was returned can be mended and sent again; if all of it is wrong, ask the township committee to void it.
monthly_report-told-comment = { $type } { $period }: the contact cadre wrote a comment, please look ({ $receipt }).
