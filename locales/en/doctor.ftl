# What lianxin doctor says (bot/cli/doctor.py); keys are doctor-<finding>

doctor-state-good = good
doctor-state-look = look
doctor-state-bad = wrong
doctor-all-good = All settings can be used.
doctor-unknown =
    { $name } is no setting of Lianxin and does nothing{ $meant ->
        [none] {""}
       *[other] ; did you mean { $meant }
    }.
doctor-webhook_without_token = LIANXIN_WEBHOOK_URL is set but LIANXIN_BOT_TOKEN is not, so Telegram is not served.
doctor-links_point_inside = This machine can be reached from outside (LIANXIN_HOST is { $host }), but the links it sends point to { $url }, which no other device can open. Set LIANXIN_PUBLIC_URL to the address that people open.
doctor-plain_links = The address that people open, { $url }, is not https: sign-in links and answers can be read on the way. Put a reverse proxy with a certificate in front, then set LIANXIN_PUBLIC_URL to its https address.
doctor-demo_outside = LIANXIN_DEMO_OUTSIDE is on: in a demo database anybody may come in as anybody. Remove it for real use.
doctor-env_file_open = The file { $file } holds a password or token and other users can read it. Run chmod 600 { $file }.
doctor-key_file_open = Other users can read the key file { $file }. Run chmod 600 { $file }, and think about who has seen it.
doctor-no_database = The database { $database } does not exist yet. Run lianxin migrate.
doctor-port_taken = Something listens on port { $port } already, perhaps Lianxin itself; for a second one choose another LIANXIN_PORT.
doctor-shown-database = Database: { $database }
doctor-shown-address = Address: { $url }
doctor-shown-telegram =
    Telegram: { $way ->
        [off] not served
        [polling] long polling
       *[webhook] webhook
    }
doctor-shown-data = Data directory: { $folder }
doctor-old_database = The database { $database } is of an older version; the next start copies and upgrades it, and so does lianxin migrate now.
doctor-database_newest = The database can be opened and is of the newest version.
doctor-days_off_known = Public holidays are known up to { $year }.
doctor-days_off_unknown = The public holidays of { $next } are not known yet (only up to { $year }): due days follow plain weekdays until then. Upgrade once the State Council has announced them.
doctor-data_open = The data directory can be written to and has { $free } GB left.
doctor-data_full = { $folder } has only { $free } MB left. Please make room, or put LIANXIN_DATA_DIR on a larger disk.
doctor-clock = Time: { $now } ({ $zone }){ $same ->
        [yes] {""}
       *[no] ; the server itself uses { $here }, which changes nothing: due days and reminders follow { $zone }
    }.
doctor-clock_wrong = The server's clock is wrong ({ $now } UTC{ $off ->
        [0] {""}
       *[other] , { $off } seconds from Telegram's
    }), and with it due days, reminders and links. Please turn on its time synchronisation.
doctor-telegram_open = Telegram can be reached; the bot is { $name }.
doctor-telegram_token = Telegram does not know the token in LIANXIN_BOT_TOKEN. Please copy it again from BotFather.
doctor-telegram_silent = { $api } does not answer, so nothing comes or goes by Telegram; the built-in chat is not touched. Please check the server's network, or LIANXIN_BOT_API.
doctor-port_free = Port { $port } is free.
doctor-port_closed = Nothing can listen on { $host }, port { $port }. Please check LIANXIN_HOST and LIANXIN_PORT; ports below 1024 are the administrator's.
