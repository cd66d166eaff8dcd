# What lianxin --help says (bot/__main__.py); keys are cli-<command> and cli-<command>-<option>

cli-about = Lianxin: a village's Party branch keeps in touch and reports by tapping through short forms in a chat.
cli-more = Settings come from the environment or .env, their names begin with LIANXIN_; when something is off, run lianxin doctor. More in docs/operators.md.
cli-version = show the version
cli-run = Serve everything in the foreground: pages, web chat, Telegram (with a token) and schedules.
cli-migrate = Create or upgrade the database.
cli-demo = Fill an empty database with an invented county: organisations, people, the last three months of records.
cli-demo-years = make so many more years of records
cli-json = print JSON
cli-doctor = Check settings, disk, database, clock, Telegram and port; say what is wrong and how to mend it.
cli-template = Make an empty workbook.
cli-import = Import a workbook.
cli-template-roster = An empty roster: organisations, people, posts, households, representatives.
cli-import-roster = Build or update a county from a roster; bad rows are listed one by one, good ones go in.
cli-import-file = the filled-in roster (xlsx)
cli-import-dry-run = check only, write nothing
cli-out = the file to write
cli-invite = Make an invitation that can be used once.
cli-invite-role = role, such as branch_secretary, town_clerk, admin
cli-invite-org = code of the organisation
cli-invite-name = name of the person invited
cli-export = Export one type of record; sensitive fields are always masked, the purpose is logged.
cli-export-type = type of record, such as monthly_report, minutes
cli-export-period = 2026-11, 2026-Q4 or 2026
cli-export-org = only this organisation and below (its code)
cli-export-format = file format
cli-export-annex = rosters (sign-in sheets) line by line too
cli-export-purpose = what it is for; when left out: export from the command line
cli-verify = Check the audit chain and the hashes of the documents.
cli-first-run =
    First run: creating the database and filling it with an invented county, about half a minute …
    Then open { $address } and pick a person.
cli-first-run-kept = The data is kept in { $database }; every later run goes on with it.

cli-migrated = The database was upgraded: { $database }
cli-migrated-new = The database was made: { $database }
cli-migrated-same = The database is up to date: { $database }
cli-serving = Lianxin is running: { $address } (Ctrl+C to end)
cli-invited = Invitation for { $name } at { $org }, to be used once, shown only now: { $code }
cli-demo-made = The invented county is there. One invitation per role follows, to be used once; or open the page and choose a person.
cli-verify-found = { $kind }: { $where }
cli-verify-good = Checked; everything agrees.
cli-verify-bad = Checked; { $count } places do not agree.
cli-verify-audit_missing = A link of the audit chain is missing
cli-verify-audit_changed = The audit chain was changed
cli-verify-audit_tail = The end of the audit chain was cut off
cli-verify-entry_changed = An audited entry was changed
cli-verify-act_missing = An act is missing
cli-verify-act_changed = An act was changed
cli-verify-act_unknown = An act that is not in the chain
cli-verify-version_missing = A version is missing
cli-verify-version_changed = A version was changed
cli-verify-version_unknown = A version that is not in the chain
cli-verify-record_changed = A record was changed
cli-verify-snapshot_changed = A roster snapshot was changed
cli-verify-file_missing = A file is missing
cli-verify-file_changed = A file was changed

## typer's own words (bot/cli/usage.py)

cli-help-usage = Usage:{" "}
cli-help-some-options = [OPTIONS]
cli-help-some-command = COMMAND [ARGS]...
cli-help-options = Options:
cli-help-arguments = Arguments:
cli-help-commands = Commands:
cli-help-help = Show this message.
cli-help-required = [required]
cli-help-default = [default:{" "}
cli-usage-missing = { $what } is missing.{" "}
cli-usage-option = There is no option { $what }{ $near ->
        [none] {""}
       *[other] ; did you mean { $near }
    }.{" "}
cli-usage-bad = { $what } cannot be used: { $why ->
        [missing] there is no such file
        [folder] it is a folder
        [rights] it cannot be read or written
        [number] it should be a number
        [range] it is too large or too small
       *[other] { $said }
    }.{" "}
cli-usage-command = There is no command “{ $what }”.{" "}
cli-usage-extra = { $what } is too much.{" "}
cli-usage-empty = { $what } needs something after it.{" "}
cli-usage-other = The command line is wrong: { $said }.{" "}
cli-usage-hint = How to write it: { $command } --help
