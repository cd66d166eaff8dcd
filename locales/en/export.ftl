# Exports (bot/usecases/export.py): headings, the cover page, what is said in the chat, what is said when it fails.

## Columns that stand around the answers in every table

export-column-town = Town
export-column-org = Party organisation
export-column-org_code = Organisation code
export-column-subject = Name
export-column-period = Period
export-column-receipt = Receipt
export-column-state = State
export-column-filler = Filed by
export-column-post = Post
export-column-submitted = Submitted
export-column-due = Due
export-column-late = Late
export-column-backfill = Late entry
export-column-backfill_reason = Reason for late entry
export-column-version = Version
export-column-change_reason = Reason for correction
export-column-act_n = Step no.
export-column-act_by = Done by
export-column-act_post = In the post of
export-column-act_at = Done at
export-column-roster_no = Household no.
export-column-roster_name = Name
export-column-roster_group = Group
export-column-roster_mark = Sign-in

export-with-unit = { $name } ({ $unit })
export-row-of = { $name } no.
export-annex = sign-in sheet
export-roster-should = expected
export-roster-present = present
export-roster-proxy = of these by proxy
export-roster-heads = persons present
export-roster-away = absent
export-mark =
    { $mark ->
        [here] present
        [proxy] by proxy
       *[away] absent
    }

## Words inside cells

export-yes = yes
export-no = no
export-hidden = withheld
export-files = { $count }: { $names }
export-signed = confirmed by { $name }{ $when ->
    [none] {""}
   *[other] {" "}({ $when })
}
export-signed-paper = signed on paper (photo){ $when ->
    [none] {""}
   *[other] {" "}{ $when }
}
export-nameless = { $kind ->
    [photo] photo
   *[file] file
}
export-cut = … (too long, cut; { $length } characters in full)

## Cover page

export-cover-name = About
export-cover-title = { $type } ({ $period })
export-cover-item = Item
export-cover-content = Content
export-cover-period = Period
export-cover-unit = Unit
export-cover-maker = Made by
export-cover-at = Exported at
export-cover-purpose = Purpose
export-cover-filter = Filter
export-cover-filter-rule = { $type }, all records of { $period }; withdrawn and void ones are left out
export-cover-rows = Records
export-cover-receipts = Receipts
export-cover-masks = What is withheld
export-cover-masks-rule =
    { $how ->
        [shown] Sensitive content is shown for the purpose stated; keep it safe and destroy it after use
        [nothing] Nothing in here has to be withheld
       *[hidden] Withheld: { $names } (of a phone number the first three and last four digits stay, of a name the surname; otherwise the whole cell)
    }
export-cover-length = Long texts
export-cover-length-rule = Very long texts (over some 30,000 characters) do not fit a cell: they are cut and say so; csv and json hold all of it
export-cover-checked = Checked by (signature)
export-cover-id = Export no.
export-cover-mark = Export no. { $id }  { $name }  { $when }
export-page = Page { $page } of { $pages }

## In the chat

export-choose-type = Which records do you want to export?
export-choose-period = For which time? Press a button, or write it, for example: last month, Q3, November 2026.
export-choose-format = In which format?
export-format =
    { $format ->
        [xlsx] Spreadsheet (xlsx)
        [csv] Plain table (csv)
       *[json] Data (json)
    }
export-ask-purpose = What is the export for? Tap one, or write a sentence, for example: summary for the November meeting. The purpose is logged.
export-purpose-summary = Work summary
export-purpose-check = Check
export-purpose-report = Report upwards
export-purpose-archive = Archive
export-purpose-long = The purpose has { $has } characters, at most { $most } are kept; please write it shorter, for example: summary for the November meeting.
export-progress = { $done } of { $total } written
export-ready =
    { $rows ->
        [0] { $type } ({ $period }): no records, so the table is empty.
        [one] { $type } ({ $period }): 1 record exported.
       *[other] { $type } ({ $period }): { $rows } records exported.
    }
export-caution = Export no. { $id }. { $masked ->
    [yes] Sensitive content is withheld. Please
   *[no] Please
} use it for the stated purpose only and do not forward it to groups.
export-nothing-allowed = Your present post has no records to export. If you need some, please ask the town organisation office.
export-done = Written to { $file }: { $rows } records, export no. { $id }
export-beside = Beside it { $file }: { $rows } rows
export-default-purpose = export from the command line

## When it fails

error-unknown_type = There is no record type “{ $type }”. Possible: { $known }.
error-bad_period = “{ $given }” does not say which month, quarter or year. Please write it in full, for example 2026-11, 2026-Q4 or 2026.
error-unknown_org = Organisation “{ $org }” was not found, or is not in your scope. Please check the code.
error-export_format =
    { $why ->
        [later] { $format } cannot be exported yet; the official prints come with a later version. Please use xlsx, csv or json for now.
       *[unknown] There is no format “{ $format }”. Possible: xlsx, csv or json.
    }
error-export_purpose = An export needs a purpose; one sentence of at most { $most } characters will do. For example: totals for the November meeting.
error-export_failed = This export did not work out, and nothing was sent. Please try again in a while.
error-no_folder = The file cannot be written to { $file }. Please check that the folder exists, may be written to, and has room.
