"""
What stands behind each subcommand of ``lianxin``: one module a command, imported only when it is called.

bot/__main__.py reads the command line and the settings, sets the log up, then calls one of these; a command
whose module is not there is not offered. Each returns the exit code (None is 0), prints what people read to
standard output, raises LianxinError for what they should be told, and never asks back.

    run.main(settings)
    migrate.main(settings)
    demo.main(settings, *, years: int | None, as_json: bool)
    roster.template(out: Path)
    roster.load(settings, file: Path, *, dry_run: bool, as_json: bool)
    invite.main(settings, *, role: str, org: str, name: str, as_json: bool)
    export.main(settings, *, type_id, period, org, format, purpose: str, out: Path, annex, as_json: bool)
    verify.main(settings, *, as_json: bool)
    doctor.main(*, as_json: bool)                    # reads the settings itself: they may be wrong
"""
