# A Check-in of mobile Party members

check_in = Mobile member check-in
check_in-consent =
    Before you start: your place, phone, dues, report and difficulties are sensitive. Only your branch and the town office use them, to keep in touch and to help you.
    You may decline and use paper; your rights and duties stay the same. Do you agree?
    .short = Consent
check_in-consent-v1 = I agree
check_in-consent-refuse = Use paper
check_in-consent_said =
    Please read this to the member: where they are, phone, dues, reports and troubles are sensitive information, used only by
    their branch and the town office to keep in touch and to help. They may refuse and use paper; rights and duties stay the
    same. Do they agree?
    .short = Agreed
check_in-consent_said-told = Agreed by word of mouth
check_in-consent_said-paper = Signed a paper
check_in-consent_said-refuse = Refused, will use paper
check_in-consent_paper = Please photograph the paper the member signed.
    .short = Signed consent
check_in-consent_ver = Which version was agreed to?
    .short = Version of the consent text
check_in-arrears = How many months of dues are owed?
    .short = Dues owed (months)
check_in-backfill_reason = They came back more than a week ago: why is it told only now?
    .hint = For example: no signal at home
    .short = Reason for the late entry
check_in-ends-paper = All right, on paper: please get in touch with your branch. Nothing was sent.
check_in-checkin_kind = Which kind is it this time?
    .short = Kind
check_in-checkin_kind-first = First report
check_in-checkin_kind-regular = Regular contact
check_in-checkin_kind-change = Something changed
check_in-checkin_kind-return = Back home
check_in--filed = This month's regular contact has been sent already. If something changed, choose “Something changed”.
check_in-filed_line = { check_in--filed }
check_in-changed = What has changed? (several may be chosen)
    .short = Changed
check_in-changed-place = Place
check_in-changed-work = Work
check_in-changed-host = Host branch
check_in-changed-mobile = Phone number
check_in-changed-return_plan = Plans to return
check_in-place = Where are you now?
    .hint = County or district is enough, for example: 鄞州, or 浙江宁波鄞州区
    .short = Place
check_in-job_kind = What do you do now?
    .short = Work
check_in-job_kind-labour = Employed
check_in-job_kind-business = Business
check_in-job_kind-study = Studying
check_in-job_kind-family = With family
check_in-job_kind-flexible = Odd jobs
check_in-job_kind-other = Other
check_in-employer = Where do you work?
    .hint = For example: a garment factory. You may skip this.
    .short = Employer
check_in-mobile_changed = Has your mobile number changed?
    .short = New number
check_in-mobile_changed-yes = Yes, changed
    .also = new number, changed it, a new one, changed, it changed, has changed
check_in-mobile_changed-no = No, the same
    .also = same number, not changed, no change, the same, still the same, the old number, old number, unchanged
check_in-mobile = What is the new number?
    .hint = 11 digits
    .short = Mobile
check_in--mobile_sure = The new number is { $mobile }, right?
check_in-host_joined = Have you joined a Party organisation there?
    .short = Joined there
check_in-host_joined-yes = Joined
    .also = joined one, have joined, I have joined, already joined
check_in-host_joined-no = Not yet
    .also = not joined, have not joined, none found
check_in-host_org = What is it called?
    .hint = For example: 某工业区流动党支部
    .short = Host branch
check_in-host_why_not = Why not yet?
    .short = Why not
check_in-host_why_not-none_nearby = None nearby
check_in-host_why_not-not_known = Don't know how
check_in-host_why_not-no_time = No time
check_in-host_why_not-moves_often = I move often
check_in-host_why_not-other = Other
check_in-returned_on = When did you come back?
    .hint = For example: yesterday, or 11月3日
    .short = Back since
check_in--future = It cannot lie in the future. Please give the day it happened, for example: yesterday.
check_in-certificate = Has the branch checked your activity certificate?
    .short = Certificate
check_in-certificate-shown = Checked
check_in-certificate-later = In a few days
check_in-certificate-none = I have none
check_in-life_count = How often did you take part in Party life this month?
    .short = Party life
    .unit = { $count ->
        [one] time
       *[other] times
    }
check_in-life_items = In what? (several may be chosen)
    .short = Events
check_in-life_items-class = Party class
check_in-life_items-theme_day = Theme day
check_in-life_items-appraisal = Appraisal
check_in-life_items-election = Election
check_in-life_items-online = Online study
check_in-dues_through = Up to which month are your dues paid?
    .hint = For example: 10月, or 2026-10
    .short = Dues paid to
check_in--dues_far = Dues can be paid at most a year ahead; please check the month.
check_in-thought_report = How have you been this quarter, in thought and work? A few words.
    .hint = About 50 characters is good; shorter is fine.
    .short = Report
check_in-difficulty = Anything the branch can help with?
    .hint = For example: how to transfer social insurance. Skip it if not.
    .short = Difficulty
check_in-need_help = Shall the branch call you?
    .short = Call me
check_in-need_help-yes = Yes
    .also = please call, call me, please do
check_in-need_help-no = No need
    .also = no call, not needed, do not call
check_in-return_plan = When do you plan to come back?
    .hint =
        { $must ->
            [1] For example 2月3日 or 春节 (Spring Festival). If it is not settled, write the likeliest day.
           *[other] For example: 2月3日, or 春节. Skip it if not settled.
        }
    .short = Return plan
check_in--past = The day of return is today or later, for example: 2月3日.
check_in-place_detail = Which town or street exactly? Only if you want to say it.
    .short = Exact place
check_in-evidence = Any photos or papers to add?
    .hint = Just send them, up to 9.
    .short = Evidence
check_in-proxy_way = How did you learn this?
    .short = How learnt
check_in-proxy_way-phone = Told me by phone
check_in-proxy_way-visit = Told me in person
check_in-proxy_way-family = Through the family

## Acts

check_in-act-confirm = Confirm
check_in-act-confirm_town = Confirm
check_in-act-send_back = Return to be mended
check_in-confirm-way = How was it checked?
    .short = Checked by
check_in-confirm-way-phone = By phone
check_in-confirm-way-video = By video
check_in-confirm-way-in_person = In person
check_in-confirm-way-host = By the host contact
check_in-state-submitted = Waiting for the branch
check_in-state-accepted = Confirmed
check_in-next-submitted = Next: the branch checks and confirms; nothing more for you to do.
check_in-not-withdraw = The review has begun, so it cannot be withdrawn any more. What was returned can be mended and sent again; if all of it is wrong, ask the township committee to void it.
check_in--twice = The same was sent on { $day } (receipt { $receipt }). Send another one?
check_in-act-own_word = Confirm as mine
check_in-told-own_word = Your branch filled in “{ $type }” for you ({ $receipt }). Please look at it: press “Confirm as mine” if it is right, tell the branch if it is not.
check_in-not-own_word = You have confirmed it already; nothing more to do.
