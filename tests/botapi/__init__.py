"""The Bot API double: a fake Telegram over real HTTP (see README.md)."""
