# What happened, why, and what to do, in one sentence. Keys are error-<code>, codes stand in bot/errors.py; a retired
# code is never reused.

error-internal = This step did not work just now. What you answered is saved; please try again in a while.

## Filling in and handling

error-draft_not_found = This form is not there any more; it may have been sent or cancelled. Please start again from the menu.
error-draft_stale = You are filling this in on another device. We went on from where that one is.
error-record_not_found = There is no such record, or you may not see it. If you need it, please ask the town office.
error-record_stale = Somebody else has just handled this record. Please look at it as it is now before you decide.
error-not_allowed = This step is not yours to take. If you need it, please ask the town office.
error-post_ended = You hold no post now that can take this step, so it was not sent; what you filled in is kept. If you need it, please ask the town office.
error-not_now = This cannot be done now. Please look at how the record stands.
error-already_exists = There is such a record already. Please go on with that one.
error-duplicate_update = This has been done already; no need to press again.
error-invitation_gone = This invitation has been used, withdrawn or is past its time. Please ask for a new one.
error-not_kept = This could not be saved just now, and nothing was recorded. Please try again in a while.

## Deployment and start

error-bad_setting =
    The setting { $name } cannot be used ({ $value ->
        [unset] it is not set
        [hidden] what it holds is not shown here
       *[other] it is “{ $value }”
    }): { $why }. Please { $example ->
        [random] make one with openssl rand -hex 32
        [backup] bring this file back from a backup
       *[other] write { $example }
    }
error-bad_form = The form { $form } is wrong, so nothing was started: { $where }, { $why }.
error-bad_text = The words in { $where } cannot be used, so nothing was started: { $why }.
error-missing_text = { $lang } has no words for { $key }{ $argument ->
        [none] {""}
       *[other] {" "}(argument { $argument })
    }.
error-database_too_new = The database was written by a newer version ({ $found }); this one knows up to { $known }. Use the newer program, or restore an older backup.
error-database_not_ready =
    { $why ->
        [missing] There is no database yet ({ $database }). Please run lianxin migrate first, or make run to see the invented county.
       *[other] The database is of an older version ({ $database }). Please run lianxin migrate to bring it up to date.
    }
error-database_unreachable = The database { $database } cannot be used: { $why }.
error-database_unreachable--silent = the server does not answer; please check that it runs and that the address in LIANXIN_DATABASE_URL is right
error-database_unreachable--login = user name or password is wrong; please mend LIANXIN_DATABASE_URL
error-database_unreachable--unknown = the server has no database of that name; please create an empty one, or mend LIANXIN_DATABASE_URL
error-database_unreachable--damaged = the file is damaged or no SQLite database; please restore a backup
error-database_unreachable--file = the file cannot be opened; please check that its folder is there and may be read and written
error-port_taken = Another program listens on port { $port }, perhaps a Lianxin that is running. Please end it, or choose another LIANXIN_PORT (0 takes any free one).
error-cannot_listen = Nothing can listen on { $host }, port { $port }: { $why }.
error-cannot_listen--address = this machine has no such address; please mend LIANXIN_HOST
error-cannot_listen--right = ports below 1024 are the administrator's; please choose a LIANXIN_PORT above
error-cannot_listen--other = the system does not allow it; please check LIANXIN_HOST and LIANXIN_PORT
error-not_empty = The demo goes into an empty database only. This one has something in it, so nothing was changed.

## Why a setting cannot be used (the why of error-bad_setting)

error-bad_setting--not_utf8 = the file is not UTF-8
error-bad_setting--unreadable = the file cannot be read
error-bad_setting--control_characters = it holds a line break or an invisible character
error-bad_setting--not_a_choice = it must be one of a few values
error-bad_setting--not_a_switch = it must be true or false
error-bad_setting--not_a_number = it must be a number in plain digits
error-bad_setting--days = it must be a number of days, 0 to 366
error-bad_setting--port_range = a port is between 0 and 65535 (0: any free one)
error-bad_setting--bot_token = it does not look like a token from BotFather
error-bad_setting--sample = this is a sample that everybody knows
error-bad_setting--short = it is too short and could be guessed
error-bad_setting--repetitive = it repeats itself too much and could be guessed
error-bad_setting--secret_characters = only letters, digits, underscore and hyphen are allowed, 256 at most
error-bad_setting--secret_wanted = with LIANXIN_WEBHOOK_URL it is needed, or anybody could pose as Telegram
error-bad_setting--no_pages_yet = the phone pages it needs are not there yet, so it cannot be kept with Telegram; leave Telegram out, or write full
error-bad_setting--not_an_address = it is not a whole web address
error-bad_setting--scheme = the address begins wrongly
error-bad_setting--plain_http = an address reached from outside must use https
error-bad_setting--credentials = the address may not hold a user name or password
error-bad_setting--query = the address may not hold anything after a question or number sign
error-bad_setting--port = the port in the address is wrong
error-bad_setting--telegram_port = Telegram sends to the ports 443, 80, 88 and 8443 only
error-bad_setting--host = it must be an IP address or a host name, without http:// or a port
error-bad_setting--database = only SQLite and PostgreSQL are supported
error-bad_setting--database_name = the name of the database is missing
error-bad_setting--database_memory = a database in memory is gone at the first stop
error-bad_setting--database_folder = it names a folder, not a file
error-bad_setting--not_a_folder = there is a file in this place, not a folder
error-bad_setting--not_writable = nothing can be written there
error-bad_setting--time_zone = there is no such time zone
error-bad_setting--key_file = the key file does not hold a key, and a new one would make encrypted fields and links sent so far useless
error-bad_setting--invalid = the value is wrong
