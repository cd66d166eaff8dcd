# What every form, record and review says. Plain, short, exact (docs/voice.md).

## Buttons

button-back = Back
button-later = Later
    .sign = Sign later
button-help = Help
button-skip = Skip
button-done = Done
button-close = That's all
    .one = Done with this one
button-none_to_report = None
button-add = Add one
button-remove = Remove this one
button-same = Same as last time
button-send = Send
button-change = Change one
button-cancel = Cancel
button-yes = Yes, right
button-other = Answer again
    .which = Answer “{ $name }” again
button-home = Home
button-view = View
button-files = See photos and files ({ $count })
button-files-more = { $count } more
button-files-back = Back to this record
button-continue = Go on
button-cancel-form = Don't fill it in
button-drop = Yes, drop it
button-unknown = This button is no longer in use; please see the newest message.
page-back = ‹ Back
page-on = Next ›
crumb = { $name } { $n }
mark = { $place }: { $why ->
    [both] { $reason }; { $text }
    [reason] { $reason }
   *[text] { $text }
}
row-empty = (not filled in yet)

## Around a question

ask-last = Last time: { $value }
ask-last-on = Entered { $day }: { $value }
ask-was = As sent: { $value }
ask-now = Now: { $value }
ask-reason = This was filled in by the system ({ $value }). To change it, please give the reason in a sentence, for example: one member moved in.
ask-older = “{ $text }” looks like an answer to the question before. Use it for this one?
echo-naught = “{ $text }”: left empty, saved.
echo-none = Saved: none.
echo = You wrote “{ $text }”, taken as { $value }. Saved.
echo-own = You wrote “{ $text }”, taken as { $value }; your own words are kept too.
echo-read = You wrote “{ $text }”, read as { $value }.
echo-saved = Taken as { $value }. Saved.
saved-as = Saved: { $value }
echo-same = Saved.
echo-reason = Noted as the reason: “{ $text }”.
ripple =
    { $quiet ->
        [0] { $again } to answer again because of this change.
       *[other] { $again ->
            [0] { $quiet } no longer asked; what you wrote is kept and comes back if you change it back.
           *[other] { $quiet } no longer asked (what you wrote is kept), { $again } to answer again.
        }
    }
refilled = { $question } was { $was } and is now { $value }, by the new number.
short-text = Saved. About { $suggest } characters would be clearer; you need not add any.
same-copied = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
} taken from last time.
from-last = last report
human-door = Not sure? Tap “Later”, or “Help” to ask somebody.
form-upgraded = The form has been updated. All you filled in is still there; just go on.
sign-here = Sign with my account
mark-says = Please mend: { $reason } { $text }
summary-check = Please check:
summary-which = Which one shall be changed?
summary-back = Back to the check
summary-was = (was: { $value })
summary-look = { " " }(please look again)

## Values

answer-none = none
answer-files = { $count ->
        [1] 1 file
       *[other] { $count } files
    }
answer-hand-account = confirmed by { $name }
answer-hand-paper = signed on paper (photo)
answer-roster = { $count }/{ $total }
answer-rows = { $count ->
    [0] none
        [1] 1 item
       *[other] { $count } items
    }

## Rosters

roster-count = { $count } of { $total } ticked. Tap names, or type: { $first } to { $until }, { $other }, or “除了 { $first }、{ $other }” (all but these two).
roster-all = All present
roster-none = Clear all
roster-other = { $row } (signed at another session)
roster-changed = The roster has changed; please tick the sign-in again.
roster-ticked =
    { $count ->
        [1] “{ $text }”: { $row } ticked.
       *[other] “{ $text }”: { $count } { $unit ->
            [people] people
           *[households] households
        } ticked.
    }
roster-unticked =
    { $count ->
        [1] “{ $text }”: { $row } marked absent.
       *[other] “{ $text }”: { $count } { $unit ->
            [people] people
           *[households] households
        } marked absent.
    }
roster-heads = { $heads } adults present. Each tap adds one; where two came, write { $first } 2人.
roster-proxy = proxy
roster-taken = { $count } had signed in at another session and were not counted twice.

## When something is not taken: what, why, how to write it

problem-late = That was an earlier question; this is the one asked now.
problem-late_answered = That was an earlier question, and you have answered it ({ $value }). This is the one asked now.
problem-ended = This form has ended.
problem-locked = This one is not among those to be mended and cannot be changed.
problem-required = This question must be answered. If you cannot now, tap “Later”.
problem-open = This question is not answered yet.
problem-press_button = Please tap a button below.
problem-first_question = This is the first question.
problem-no_last = There is no earlier record; please fill it in one by one.
problem-no_command = There is no such command. Send /help to see what can be done.
problem-no_file_wanted = No photo or file is wanted here; please answer the question below.
problem-file_later = No photo or file is wanted here. To add one, send it when you check your answers at the end; it goes to “{ $question }”.
problem-photo_wanted =
    { $must ->
        [yes] This question wants a photo: take one, or send one from your album. If you have none at hand, press “Later” and go on when you have it.
       *[no] This question wants a photo or a file: take one, or send one from your album; if there is none, press “Skip”.
    }
problem-wrong_kind = This kind of message cannot be taken (voice, sticker …). Please type or tap a button.
problem-edited = Editing a sent message changes nothing. To change an answer, tap “Back”, or “Change one” at the check.
problem-changed_elsewhere = This was just changed on your other device; please see what it is now.
problem-choice_gone = That choice is no longer there; please choose below.
problem-several_rows = “{ $text }” fits { $fits }, and it is not clear which is meant. Please write the whole number as it stands on the roster, for example { $fit }.
problem-place_wide = “{ $place }” is too wide; please name the county or district, for example 鄞州区.
problem-not_listed = “{ $text }” is not on the list, and only people on it can be named here. Please tap a name, for example the first; who is missing is entered by the town office.
problem-roster_counted = “{ $text }” does not say which ones. They are ticked one by one here; please write their numbers, for example { $first } to { $until }, { $other }.
problem-roster_unclear = “{ $text }” does not say for certain who was absent. Please write it in two parts, for example: { $first }, { $other } absent, the others came.
problem-heads_over = { $row } has only { $most } adults; no more can be present.
problem-empty_roster = The roster is empty; please ask the town office to import it.
problem-said = { $words }
problem-reason = Please give the reason in a sentence of at most { $most } characters.
problem-no_reason = “{ $text }” does not say why. Please write why it is this number, for example: one has just moved here. To change the number, press “Answer again” below.
problem-twice = It is the same as item { $row }; please give another.
problem-rows_few = At least { $least } are needed; there are { $has }.
problem-rows_many = At most { $most } are possible; there are { $has }.
problem-empty = It is empty; please write something.
problem-no_words = There are only signs or emoji in it. Please write it in words, for example 某制衣厂.
problem-too_long = Too long: { $has } characters, at most { $most }. Please shorten it.
problem-too_short = Too short: { $has } characters, at least { $least }.
problem-too_many = Choose at most { $most }.
problem-too_few = Choose at least { $least }.
problem-too_many_files = At most { $most } files.
problem-too_large = That number is too large; please check for a digit too many.
problem-negative = It cannot be negative; please write 0 or more.
problem-range = It should lie between { $low } and { $high }; please check.
problem-no_such_day = There is no such day; please write for example 11月3日.
problem-not_a_name = Please write a name of 2 to 20 characters, for example 张某某.

## Beginning and end of a form

form-files =
    { $count ->
        [1] 1 file
       *[other] { $count } files
    } received; press Done when that is all.
form-later = “{ $form }” is saved; go on whenever you like.
form-cancel-sure =
    If you drop it, nothing you answered here is sent and you cannot go on with it; you would begin anew. Sure?
    To put it aside, do nothing: you can go on whenever you like.
form-cancelled = All right, nothing was sent. Start again from the home page when you want to.
form-sent = Sent.
form-overtaken = This is not needed any more; nothing was sent.
receipt = Sent, receipt { $receipt }.
receipt-late = It was past its due day and is kept as late.
next-submitted = Next: it is reviewed, usually within 3 working days. You will hear here.
next-to_sign = Next: the secretary signs it; only then has it reached the town.
next-in_review = It is being reviewed.
next-returned = Next: it comes back when whoever filled it in has mended it.
next-withdrawn = You can fill it in anew.
new-where = “{ $form }”: for which place?
new-which-period = “{ $form }”: for which period?
new-for-whom = “{ $form }”: for whom? Please write what they told you; that you filled it in is kept.
form-for = for { $name }
new-whose = “{ $form }”: whose?
new-for-me = My own
new-for-other = For somebody else
new-member-which = “{ $text }” is in several names. Which one?
new-member-unknown = No member is called “{ $text }”.
new-all-filed = “{ $form }” has been sent for this period. To see or change it, tap it below.
new-all-on-its-way = “{ $form }” is filled in for this period but has not arrived yet: { $what }. To see it or do what is next, tap it below.

## Home

start-stranger = Hello, this is Lianxin. You need an invitation: please ask the secretary of your branch for your personal link.
start-type-name = This invitation is for { $name } of { $org }. Please send your full name to check.
start-wrong-name = The name does not match. Please send your full name again, or ask the secretary for a new invitation.
welcome =
    Hello { $name }. I am the Lianxin helper of { $org }.
    A few taps a month keep you in touch with your branch, and you can tell us here when something is difficult.
    What you fill in is handled by { $org } and the town office; the county usually sees numbers only and must give a reason to see names.
consent-yes = Agree and start
consent-details = See the details
consent-paper = Use paper
consent-kept = Your consent is kept; the details are under “Settings” at any time.
consent-paper-said = All right, on paper: please get in touch with { $org }. Your rights and duties stay the same.
home-hello = { $name }　{ $org } { $post }
home-filed = Sent for this period: { $what }
home-on-its-way = { $state }: { $what }
home-continue = Go on: { $form }
home-waiting = { $count ->
        [1] 1 waits for you
       *[other] { $count } wait for you
    }
home-fill = { $form }
home-drafts = { $count ->
    [one] One more is not finished
   *[other] { $count } more are not finished
}
home-drafts-page = Not finished, { $count } in all (newest first):
home-records = See records
home-mine = My records
home-export = Export
home-settings = Settings
home-unknown = No form is open. Please tap a button below.
home-file-for-nothing = It came, but no question wants a photo now, so it was not kept.
settings-page = Settings
settings-language = 语言 Language
settings-privacy = Privacy
language-which = Please choose a language:
language-set = All right, English from now on.
cancel-nothing = No form is open now.
help-page =
    Here you can fill in forms, see what waits for you and what you have sent. “Home” shows everything.
    Commands: /menu home　/todo what waits　/records see records　/mine my records　/cancel put aside　/language　/privacy
    Questions? Ask { $who }
help-form =
    Tap a button or type; every answer is saved at once, and you can put it aside at any time.
    Questions? Ask { $who }
help-nobody = the secretary of your branch
privacy-page =
    Lianxin keeps what you fill in for your branch and the town office; the county usually sees numbers only and must give a reason to see names.
    Place, phone, dues, report and difficulties of mobile members are sensitive and masked in lists and exports.
    You can see what you sent at any time. To correct, export or delete it, ask the secretary of your branch. You may use paper instead; your rights and duties stay the same.
word-help = Help
word-cancel = Cancel
word-language = Language
word-privacy = Privacy
word-settings = Settings
word-todo = To do
word-mine = My records
word-records = See records
word-export = Export
word-menu = Home

## Records

list-waiting = Waiting for you (newest first):
list-waiting-none = Nothing waits for you.
list-overdue = Waiting for more than 3 working days (oldest first):
list-overdue-none = Nothing has waited for long.
list-came = came { $day }
list-overdue-door = { $count ->
    [one] { $count } has waited long: look at it first
   *[other] { $count } have waited long: look at these first
}
list-mine = What you sent and what concerns you (newest first):
list-mine-none = You have sent nothing yet, and nothing concerns you.
list-types = Which kind of record?
list-types-none = There are no records for you to see now. What you sent yourself is under “My records”.
list-type-count = { $type }: { $count }
list-records =
    { $type } · { $part }{ $where ->
        [none] {""}
       *[other] {" · "}{ $where }
    }: { $count } in all (newest first)
list-records-none =
    { $type } · { $part }{ $where ->
        [none] {""}
       *[other] {" · "}{ $where }
    }: none
list-part-all = All
list-part-open = In progress
list-part-done = Done
list-villages-door = By village
list-villages-all = All villages
list-villages = Which village? Tap it, or write its name or its number ({ $count } in all):
list-village-which = “{ $text }” is in several names. Which village?
list-village-unknown = No village is called “{ $text }”. Please write a part of its name, or its number below, for example 1.
flag-late = late
flag-overdue = waits long
record-head = { $receipt }　{ $state }　version { $version }
files-caption = { $place } { $n }
files-shown =
    { $shown ->
        [0] {""}
       *[other] { $rest ->
            [0] The photos and files are above.
           *[other] Above are the first { $shown } of { $count }.
        }
    }{ $missing ->
        [0] {""}
       *[other] {" "}{ $missing } cannot be found now; please tell the administrator.
    }
record-sent = sent by { $name }, { $at }
record-why = the filler says: { $reason }
record-why-of = { $what } { $why }
record-why-was = The system had filled in { $value }; it was changed.
record-own-why = The reasons you gave:
record-late = Sent late
record-backfill = Entered afterwards, because: { $reason }
record-flags = Please note:
record-post-before = Who filled it in has been { $post } since { $since } only; it tells of a time before
record-post-after = Who filled it in was { $post } until { $until }; it tells of a time after
record-may-open = “Start review” notes that you are looking at it; the sender cannot withdraw it meanwhile.
    .straight = {" "}You can also do this right away: { $acts }.
record-by-itself = by itself
record-acts = What was done since:
record-act = { $act } · { $name } · { $at }
record-version = Version { $version }, changed because of: { $reason }
record-changed = Changed since it was returned:
record-changed-line = { $name }: { $old } → { $new }
record-changed-row = { $name }: added, removed or changed
due-may-move = { $day } (holidays not announced yet, may move)
record-returned = To be mended by { $due }:
fix-late = This record no longer waits for a correction. This is how it stands now.
act-done = { $act }: done ({ $receipt }).
    .state = {" "}It is now “{ $state }”.
act-opened = Noted: you are reviewing this one, and the sender cannot withdraw it meanwhile. When you have read it, use the buttons below.
act-which-row = Which one?
act-not-again = “{ $act }” was done by { $name } at { $at } already; it need not be done again.
act-not-now = This record now is “{ $state }”; “{ $act }” cannot be done.

## Acts of all types

act-open = Start review
act-return = Return to be mended
act-accept = Accept
act-resubmit = Mend
    .send = Send the correction
act-withdraw = Withdraw
act-void = Make void
act-confirm = Confirm
act-paper = Add the signed paper
act-archive = Archive
act-sign = Sign as secretary
act-sign_paper = Add the photo of the signature
act-send_back = Send back
act-return-marks = Which places shall be mended?
    .short = Places
    .add = Mark another
    .close = Return to the sender
    .row = Place { $n }
    .rows = { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
act-return-marks-place = Which place? Press a button, or write its name.
    .short = Place
act-return-marks-reason = Why?
    .short = Reason
act-return-marks-reason-missing = Missing
    .also = incomplete, left out, empty, not filled in, blank, left blank, something is missing
act-return-marks-reason-unclear = Unclear
    .also = not clear, vague, too vague, cannot understand, hard to read, illegible, not specific
act-return-marks-reason-wrong = Wrong figure
    .also = wrong number, wrong figures, wrong numbers, number is wrong, incorrect figure, figures do not match, miscounted
act-return-marks-reason-proof = No evidence
    .also = no proof, proof missing, missing proof, evidence missing, missing evidence, no attachment, attachment missing, not proven
act-return-marks-reason-other = Other
    .also = others, something else, another reason, none of these
act-return-marks-text = Anything to explain? One sentence; it is shown as you write it.
    .short = Note
act-reason-reason = Please give the reason.
    .short = Reason
act-paper-paper = Please send a photo of the signed paper.
    .short = Signed paper
state-submitted = Waiting for review
state-to_sign = Waiting for the secretary
state-in_review = In review
state-returned = Returned
state-accepted = Accepted
state-archived = Archived
state-withdrawn = Withdrawn
state-void = Void

## Notices

told-returned = { $who } asks you to mend { $count ->
    [one] { $count } place
   *[other] { $count } places
} in “{ $type }” { $period }, by { $due } at the latest{ $phone ->
    [none] {""}
   *[other] { " " }(to ask, ring { $phone })
}:
told-accepted = “{ $type }” { $period } was accepted ({ $receipt }).
told-mended = “{ $type }” { $period } has been mended; please look again ({ $receipt }).
told-arrived = A “{ $type }” waits for you ({ $receipt }).
told-opened = A “{ $type }” is yours to fill; what is known is in it already (from { $receipt }).
told-opened-go = Fill it in
told-to-sign = A “{ $type }” { $period } waits for your signature ({ $receipt }).
told-signed = “{ $type }” { $period } was signed by the secretary and has reached the town ({ $receipt }).
told-fix-one = Mend place { $n }

## The command menu and what the bot is

command-menu = Home: what I can do now
command-todo = What waits for me
command-mine = What I sent and what concerns me
command-records = See records
command-export = Export (town office)
command-cancel = Put the open form aside
command-help = Help and whom to call
command-language = 语言 Language
command-privacy = Privacy
command-settings = Settings
bot-about = Lianxin: check-ins of Party members, commitments, monthly reports and household meetings, filled in with a few taps. Enter with the invitation link your branch sent you.
bot-about-short = The branch's helper for forms
