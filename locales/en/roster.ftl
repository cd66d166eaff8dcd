# The roster workbook (lianxin template roster, lianxin import roster).
# Sheets and columns: roster-sheet-<sheet>, roster-<sheet>-<column>; .help says in a sentence how to fill it,
# .example is the example (the code of a choice; — for an empty cell).
# Where words are separated by commas, the import knows each of them.

## Sheets

roster-sheet-help = About
roster-sheet-orgs = Organisations
    .also = Organizations, Orgs, Tree
    .what = County, towns, Party branches and groups, one a row. A parent stands in this sheet, in any order, or is known already.
roster-sheet-people = People
    .also = Persons, Members
    .what = Everybody who is to use Lianxin, one a row. Each needs a mobile number or a person code.
roster-sheet-posts = Posts
    .also = Roles, Offices
    .what = Who holds what role at which organisation, one a row. Somebody may have several.
roster-sheet-households = Households
    .also = Houses
    .what = Every household of the village, one a row. Meetings of household representatives are counted by them.
roster-sheet-representatives = Household representatives
    .also = Representatives of households
    .what = Who speaks for each household now, one a row.
roster-sheet-members = Other rosters
    .also = Rosters, Bodies
    .what = Villagers' representatives, members of the collective organisation and so on, one a row. May stay empty.

## Organisations

roster-orgs-code = Organisation code
    .help = Your own, letters and digits, at most 12, for good. The other sheets name the organisation by it.
    .example = QX0301
roster-orgs-name = Full name
    .help = The official name, for prints.
    .example = 清溪村党支部
roster-orgs-short = Short name
    .help = Shown in the chat; for a village branch the village's name.
    .example = 清溪村
roster-orgs-level = Level
    .help = Choose from the list. A general branch is a "Party branch" too.
    .example = branch
roster-orgs-kind = Kind
    .help = Choose from the list. A branch needs one: only villages and communities have households.
    .example = village
roster-orgs-parent = Parent's code
    .help = A county has none; a town names the county, a branch the town (or general branch), a group the branch.
    .example = QX03
roster-orgs-since = In use from
    .help = For example 2022-01-01. Empty: it has always been there.
    .example = 2022-01-01
roster-orgs-until = In use until
    .help = Only when it was dissolved or merged.
    .example = —

## People

roster-people-code = Person code
    .help = Your own, letters and digits, at most 20. Who has one is known by it even with a new phone or name. No identity or phone numbers.
    .example = A001
roster-people-name = Name
    .help = 2 to 20 characters.
    .example = 张某某
roster-people-phone = Mobile number
    .help = 11 digits. One number, one person; who has no phone gets a person code.
    .example = 13800000000
roster-people-lang = Language
    .help = Choose from the list. Empty: the language of this system.
    .example = zh-Hans
roster-people-old_phone = Former mobile number
    .help = For somebody without a person code whose number has changed: the number before.
    .example = —
roster-people-old_name = Former name
    .help = For somebody without a person code whose name has changed or was misspelt: the name as it is recorded.
    .example = —

## Posts

roster-posts-person = Person code or mobile number
    .help = The code or number this person has in the sheet of people.
    .example = 13800000000
roster-posts-name = Name
    .help = May be left out; if it is there, it is compared, so that no row goes to somebody else.
    .example = 张某某
roster-posts-org = Organisation code
    .help = Where the post is held.
    .example = QX0301
roster-posts-role = Role
    .help = Choose from the list. The role decides what somebody sees and does.
    .example = branch_secretary
roster-posts-title = Title
    .help = As shown and printed, for example 书记.
    .example = 书记
roster-posts-since = Held from
    .help = The first day, for example 2022-01-01.
    .example = 2022-01-01
roster-posts-until = Held until
    .help = Empty while it is held. Afterwards the last day; leave the row in.
    .example = —
roster-posts-away_from = Left home on
    .help = For mobile members only: the day they left, for example 2026-03-01; write yes if nobody knows the day. Leave it empty for those at home.
    .example = —
roster-posts-away_to = Back home on
    .help = The day they came back. Leave it empty while they are away; no expected day, please.
    .example = —

## Households

roster-households-org = Organisation code
    .help = The branch of the village or community.
    .example = QX0301
roster-households-house_no = House number
    .help = Once in a village, for good, for example 3-027.
    .example = 3-027
roster-households-group = Villagers' group
    .help = For example 3组.
    .example = 3组
roster-households-point = Deliberation point
    .help = Empty where there are none.
    .example = 2点
roster-households-head = Head of household
    .help = The head's name.
    .example = 王某某
roster-households-adults = Members aged 18 and over
    .help = A number.
    .example = 3
roster-households-since = From
    .help = Since when it is like this. May be empty the first time; a change needs its day.
    .example = —
roster-households-until = Until
    .help = The last day as a household of its own.
    .example = —
roster-households-reason = Reason for the change
    .help = Not needed the first time; a change or an end needs one.
    .example = —
roster-households-people = People
    .help = How many villagers live in the household, children too, as a number. May stay empty; where a tenth of all villagers may ask for an assembly, every household needs it.
    .example = —

## Household representatives

roster-representatives-org = Organisation code
    .help = The branch of the village or community.
    .example = QX0301
roster-representatives-house_no = House number
    .help = As in the sheet of households.
    .example = 3-027
roster-representatives-name = Representative
    .help = One person a household, 18 or older. Write "vacant" while there is none.
    .example = 王某某
roster-representatives-adult = 18 or older
    .help = Yes or no. No birthday is collected; empty: the village has checked.
    .example = yes
roster-representatives-since = From
    .help = Since when. May be empty the first time; somebody new needs the day.
    .example = —
roster-representatives-reason = Reason for the change
    .help = Needed when somebody else takes over.
    .example = —
roster-representatives-phone = Mobile number
    .help = May stay empty. Only for reaching the representative; it goes into no minutes and no export.
    .example = —
roster-representatives-term = Term ends
    .help = The last day the representative is chosen for; empty where no term was set. For another term write the new day, since when, and the reason.
    .example = —

## Other rosters

roster-members-org = Organisation code
    .help = The code of the branch.
    .example = QX0301
roster-members-body = Roster
    .help = Choose from the list.
    .example = representatives
roster-members-no = Number
    .help = Once in this roster, for example 1, 2, 3.
    .example = 1
roster-members-name = Name
    .help = 2 to 20 characters.
    .example = 李某某
roster-members-group = Villagers' group
    .help = May be empty.
    .example = 3组
roster-members-since = From
    .help = May be empty the first time; a change needs its day.
    .example = —
roster-members-until = Until
    .help = The last day of somebody who is no longer a member.
    .example = —
roster-members-reason = Reason for the change
    .help = A change or an end needs one.
    .example = —
roster-members-sex = Sex
    .help = Male or female; may stay empty. Only when it is there for every representative is it checked whether a third are women.
    .example = —
roster-members-capable = Full civil capacity
    .help = Looked at only for members of the collective: write no for those without full capacity for civil acts; empty means yes.
    .example = —

## Choices; roster-also-… are other words the import knows

roster-level-county = County
roster-level-town = Town
roster-level-branch = Party branch
roster-level-group = Party group
roster-also-level-county = District, City district
roster-also-level-town = Township, Subdistrict
roster-also-level-branch = Branch, General branch, Village
roster-also-level-group = Group
roster-kind-village = Village
roster-kind-community = Community
roster-kind-office = Public office
roster-kind-enterprise = Enterprise
roster-kind-social = Social organisation
roster-kind-finance = State finance
roster-also-kind-village = Administrative village
roster-also-kind-community = Neighbourhood
roster-also-kind-office = Office
roster-also-kind-enterprise = Company
roster-also-kind-social = Association
roster-also-kind-finance = Bank
roster-adult-yes = Yes
roster-adult-no = No
roster-body-committee = Villagers' committee
roster-body-representatives = Villagers' representatives
roster-body-collective = Members of the collective organisation
roster-body-delegates = Delegates of the collective organisation
roster-body-voters = Voting Party members
roster-body-branch_committee = Branch committee
roster-also-body-committee = Village committee
roster-also-body-representatives = Representatives
roster-also-body-collective = Collective
roster-also-body-delegates = Delegates
roster-also-body-voters = Voters
roster-also-body-branch_committee = Committee of the branch
roster-sex-male = Male
roster-sex-female = Female
roster-also-sex-male = man, M
roster-also-sex-female = woman, F
roster-also-role-member = Party member
roster-also-role-village_cadre = Cadre
roster-also-role-branch_secretary = Secretary
roster-also-role-information_officer = Officer
roster-also-role-convener = Chair
roster-also-role-supervisor = Supervisor
roster-also-role-contact_cadre = Contact
roster-also-role-dispatched_secretary = First secretary
roster-also-role-host_contact = Host contact
roster-also-role-town_clerk = Town clerk
roster-also-role-town_committee = Town committee
roster-also-role-county = County office
roster-also-role-admin = Admin

## Marks

roster-example = Example
roster-nothing = None, Nothing
roster-vacant = Vacant
roster-problem = Reason it was not taken

## The sheet About

roster-help-title = Roster for Lianxin
roster-help-how =
    1. The first row of each sheet holds the headings; * must be filled. Select a cell to see how.
    2. The grey example row is not imported: leave it or delete it, and write below it row by row.
    3. Do not merge cells and do not rename headings or sheets. What you do not need may stay empty.
    4. Later, write only the rows that change and import again. An empty cell changes nothing; write "None" to clear one.
    5. Import with: lianxin import roster FILE.xlsx (--dry-run only checks). Bad rows go to a second workbook: mend and import that one.
    6. No identity card or bank numbers: they are not collected.
roster-help-sheet = Sheet
roster-help-column = Column
roster-help-must = Must be filled
roster-help-fill = How to fill it
roster-help-sample = Example
roster-help-options = Choices for { $column }
roster-help-yes = Yes

## Bad rows: what is wrong, and how to mend it

roster-bad-missing = empty, but must be filled
roster-bad-long = { $length } characters, at most { $most }
roster-bad-code = "{ $text }" is no code: letters, digits and hyphens only, at most { $most }, for example QX0301
roster-bad-code_phone = a person code must not be a phone number; that goes into the column of mobile numbers
roster-bad-name_length = a name of { $length } characters; it should have 2 to 20
roster-bad-name_signs = "{ $text }" does not look like a name; write the name only
roster-bad-who = "{ $text }" is neither a mobile number nor a person code
roster-bad-choice = "{ $text }" is not one of the choices: { $known }
roster-bad-two_ways = may mean { $first } or { $second }; write it like 2026-11-03
roster-bad-many = { $number } is too many, at most { $most }
roster-bad-day_number = "{ $text }" is a spreadsheet's number of a day ({ $day }); format the column as date or text and write it again
roster-bad-day_moves = "{ $text }" means another day some time later; write the year too, for example 2026-11-03
roster-bad-cell_formula = a formula that was never worked out; open and save the file in a spreadsheet program, or write the result
roster-bad-cell_error = the formula in this cell failed; write the result
roster-bad-cell_lost = stored as a number, and its last digits are gone; format the cell as text and write it again
roster-bad-cell_merged = merged with another cell ("{ $text }"); split it and fill every row
roster-bad-cell_date = the spreadsheet program made it the date { $text }; format the cell as text and write it again
roster-bad-cell_other = "{ $text }" is no text; format the cell as text and write it again
roster-bad-column_twice = this column is there twice; delete one
roster-bad-column_missing = the sheet has no such column
roster-bad-sheet_name = the sheet "{ $sheet }" must be called "{ $name }"
roster-bad-twice = the same as row { $row } ({ $text })
roster-bad-level_changed = its level is "{ $level }" and cannot change; use another code
roster-bad-until_before = it ends before it begins
roster-bad-circle = its parents lead back to itself
roster-bad-no_parent = a county is the top; leave this empty
roster-bad-parent_missing = no parent; it should be: { $wanted }
roster-bad-parent_bad = its parent { $code } stands in row { $row }, which is bad
roster-bad-parent_level = a parent of the wrong level; it should be: { $wanted }
roster-bad-org_unknown = there is no organisation with the code { $code }
roster-bad-org_bad = this organisation stands in row { $row } of its sheet, which is bad
roster-bad-no_village = { $code } is not the branch of a village or community
roster-bad-no_key = needs a mobile number or a person code
roster-bad-phone_twice = row { $row } has this number already; one number, one person: give who has no phone a person code
roster-bad-phone_taken = this number belongs to somebody else in the system
roster-bad-other_name = this number is recorded with another name; if it is the same person, give the former name, else change the other person's number first
roster-bad-old_unknown = nobody in the system has this former number
roster-bad-person_unknown = there is nobody with the code or number { $person }
roster-bad-person_bad = this person stands in row { $row } of the sheet of people, which is bad
roster-bad-name_differs = the person with this code or number has another name; the row may be somebody else's
roster-bad-role_level = "{ $role }" is held at: { $levels }; this organisation has another level
roster-bad-away_role = the days of leaving and coming back belong only in rows with the role of a member
roster-bad-away_again = it is registered that they came back on { $day }; if they left again, please write that day
roster-bad-away_back = they are registered as away; if they are back, please write the day they came back
roster-bad-away_unknown = there is a day of coming back but none of leaving; please write the day they left, or yes if nobody knows it
roster-bad-away_before = the day of coming back lies before they left ({ $day }); please check
roster-bad-terms_overlap = overlaps the same post held from { $since }; end that one first
roster-bad-last_admin = the last administrator cannot leave; appoint another one first
roster-bad-change_undated = differs from what is recorded ({ $was }); a change needs its day and a reason
roster-bad-change_before = differs from what is recorded from { $day } on ({ $was }); a change needs a later day and a reason
roster-bad-reason_missing = a change needs a reason
roster-bad-later_known = what holds from { $day } on is recorded already; give a later day
roster-bad-ended = ended on { $day }; to begin anew, give a day after that
roster-bad-fewer_people = { $people } people are fewer than its { $adults } of 18 and over; please check
roster-bad-house_unknown = this village has no household { $house }
roster-bad-house_bad = this household stands in row { $row } of its sheet, which is bad
roster-bad-two_speakers = row { $row } names the representative of { $text } already; there is one only
roster-bad-not_adult = a representative must be 18 or older
roster-bad-term_before = the term ends before it begins ({ $day })

## Whole sheets

roster-remark-no_headings = The sheet "{ $sheet }" was not read: no headings were found. Please use those of the template.
roster-remark-unknown = The sheet "{ $sheet }" is not one of the roster's and was not read.
roster-remark-columns = In the sheet "{ $sheet }" these columns were not read: { $names }
roster-remark-body = { $village }: { $law } No row is kept out for it; please have a look.
roster-remark-unfilled = Nothing is filled in yet (examples do not count), so nothing was imported. The sheets expect:
roster-remark-expects = {"  "}{ $sheet }: { $what } Needed: { $must }.
roster-list-mark = ,{" "}

## The command line

roster-template-made = An empty roster was written to { $file }
roster-done = Imported { $file }:
roster-checked = Checked { $file }, nothing written:
roster-line = { $sheet }: { $new } new, { $changed } changed, { $unchanged } unchanged, { $bad } bad
roster-nothing-changed = All of it was there already; nothing was changed.
roster-fault = { $sheet } row { $row }{ $column ->
        [none] {""}
       *[other] , { $column }
    }: { $reason }
roster-remarks-more = { $count ->
        [one] One more remark
       *[other] { $count } more remarks
    }; --json lists them all.
roster-more = { $count } more; { $dry ->
        [yes] --json lists them all
       *[no] all of them are in the file below
    }
roster-errors-file = The { $count } bad rows were written to { $file }; mend and import that file.
roster-errors-unwritten = The bad rows could not be written to { $file }.
roster-progress = { $what ->
        [read] { $rows } rows read
       *[judged] { $rows } rows of households checked
    }

## Files that are not read

error-workbook_refused = This file was not imported: { $why }.
error-workbook_refused--not_a_workbook = it is no Excel workbook (.xlsx); save it as xlsx in a spreadsheet program
error-workbook_refused--old_or_locked = it is of the old format (.xls) or locked; remove the password and save it as xlsx
error-workbook_refused--unreadable = it cannot be opened
error-workbook_refused--broken = it is damaged; open it in a spreadsheet program and save a copy
error-workbook_refused--unusual = it is written in an unusual way that may hide something; open it in a spreadsheet program and save it as xlsx
error-workbook_refused--macros = it holds macros; save it as xlsx without them
error-workbook_refused--linked = formulas in it refer to other files; paste the values only
error-workbook_refused--file_big = it is larger than { $most } MB; split it by towns
error-workbook_refused--too_big = it is too large when unpacked; delete sheets and pictures that are not needed, or split it by towns
error-workbook_refused--too_slow = it took too long to read; split it by towns
error-workbook_refused--entries = it holds more than { $most } parts, which no roster does
error-workbook_refused--merged = more than { $most } cells are merged; split them
error-workbook_refused--too_wide = its content reaches to { $last }; delete the superfluous rows and columns
error-nothing_to_import = None of the roster's sheets was found, only: { $sheets }. Please use the template of lianxin template roster.
error-file_there = { $file } is there already and was left alone; please choose another name.
