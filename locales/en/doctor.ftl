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
