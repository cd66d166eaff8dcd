"""The ``lianxin`` command. Each subcommand imports what it needs: aiogram alone takes seconds to import."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from bot.cli import usage
from bot.cli.language import exit_code, spoken
from bot.errors import LianxinError
from bot.texts import Texts

if TYPE_CHECKING:
    from bot.settings import Settings

Say = Callable[[str], str]
Group = Callable[[str], typer.Typer]


def main() -> None:
    """Carry out the command line; what goes wrong on purpose is one sentence and a code other than 0."""
    lang = spoken()
    texts = Texts(files=("cli", "common", "errors", "web", "roles"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a C locale must not turn 连心 into a crash
            stream.reconfigure(errors="replace" if stream.encoding.lower() != "utf-8" else "strict")
    try:
        sys.exit(usage.run(build(texts, lang), lambda key, **values: texts.text(key, lang, **values)))
    except LianxinError as error:
        print(texts.problem(error, lang), file=sys.stderr)
        sys.exit(exit_code(error))


def there(module: str) -> bool:
    """Whether what stands behind a command is part of this Lianxin."""
    return find_spec(f"bot.cli.{module}") is not None


def settings(*, serves: bool = False) -> Settings:
    """
    The settings, and the log set up as they say.

    *serves*: make the secret key where there is none; a command that may only refuse leaves no file behind.
    """
    from bot import logs
    from bot.settings import Settings

    found = Settings.load(keep_key=serves)
    logs.set_up(found.log_format, secrets=found.secrets, zone=found.zone)
    return found


def carry_out(function: str, *args: Any, **kwargs: Any) -> NoReturn:
    """Import ``<module>.<function>`` of bot.cli, call it, and end with what it returns as the exit code."""
    module, _, name = function.partition(".")
    code: int | None = getattr(import_module(f"bot.cli.{module}"), name)(*args, **kwargs)
    raise typer.Exit(code or 0)


def tell_version(wanted: bool) -> None:
    """Print the version and end, for ``--version``."""
    if wanted:
        from importlib.metadata import version

        print(f"lianxin {version('lianxin')}")
        raise typer.Exit


def build(texts: Texts, lang: str) -> typer.Typer:
    """The command line with its words in *lang*; the words stand in cli.ftl."""

    def say(key: str) -> str:
        return texts.text(f"cli-{key}", lang)

    def group(name: str) -> typer.Typer:
        return typer.Typer(name=name, help=say(name), no_args_is_help=True, rich_markup_mode=None)

    app = typer.Typer(
        name="lianxin",
        help=say("about"),
        epilog=say("more"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )

    @app.callback()
    def all_commands(
        version: bool = typer.Option(
            False, "--version", is_eager=True, callback=tell_version, help=say("version")
        ),
    ) -> None:
        """Options of ``lianxin`` itself; its being there also keeps a single command a subcommand."""

    _serving(app, say)
    _people(app, group, say)
    _papers(app, say)
    return app


def _serving(app: typer.Typer, say: Say) -> None:
    """run, migrate, demo, doctor"""

    if there("run"):

        @app.command(help=say("run"))
        def run() -> None:
            carry_out("run.main", settings(serves=True))

    if there("migrate"):

        @app.command(help=say("migrate"))
        def migrate() -> None:
            carry_out("migrate.main", settings())

    if there("demo"):

        @app.command(help=say("demo"))
        def demo(
            years: int | None = typer.Option(None, min=1, max=30, help=say("demo-years")),
            as_json: bool = typer.Option(False, "--json", help=say("json")),
        ) -> None:
            carry_out("demo.main", settings(), years=years, as_json=as_json)

    if there("doctor"):

        @app.command(help=say("doctor"))
        def doctor(as_json: bool = typer.Option(False, "--json", help=say("json"))) -> None:
            carry_out("doctor.main", as_json=as_json)


def _people(app: typer.Typer, group: Group, say: Say) -> None:
    """template roster, import roster, invite"""

    if there("roster"):
        app.add_typer(template := group("template"))
        app.add_typer(load := group("import"))

        @template.command("roster", help=say("template-roster"))
        def template_roster(
            out: Path = typer.Option(..., "--output", "-o", dir_okay=False, writable=True, help=say("out")),
        ) -> None:
            carry_out("roster.template", out)

        @template.callback()
        @load.callback()
        def only_roster_so_far() -> None:
            """A group with one command stays a group."""

        @load.command("roster", help=say("import-roster"))
        def import_roster(
            file: Path = typer.Argument(
                ..., exists=True, dir_okay=False, readable=True, help=say("import-file")
            ),
            dry_run: bool = typer.Option(False, "--dry-run", help=say("import-dry-run")),
            as_json: bool = typer.Option(False, "--json", help=say("json")),
        ) -> None:
            carry_out("roster.load", settings(), file, dry_run=dry_run, as_json=as_json)

    if there("invite"):

        @app.command(help=say("invite"))
        def invite(
            role: str = typer.Option(..., help=say("invite-role")),
            org: str = typer.Option(..., help=say("invite-org")),
            name: str = typer.Option("", help=say("invite-name")),
            as_json: bool = typer.Option(False, "--json", help=say("json")),
        ) -> None:
            carry_out("invite.main", settings(), role=role, org=org, name=name, as_json=as_json)


def _papers(app: typer.Typer, say: Say) -> None:
    """export, verify"""

    if there("export"):

        @app.command(help=say("export"))
        def export(
            type_id: str = typer.Argument(..., metavar="TYPE", help=say("export-type")),
            period: str = typer.Option(..., help=say("export-period")),
            org: str = typer.Option("", help=say("export-org")),
            format: str = typer.Option("xlsx", metavar="xlsx|csv|json", help=say("export-format")),  # noqa: A002
            purpose: str = typer.Option("", help=say("export-purpose")),
            annex: bool = typer.Option(False, "--annex", help=say("export-annex")),
            out: Path = typer.Option(..., "--output", "-o", dir_okay=False, writable=True, help=say("out")),
            as_json: bool = typer.Option(False, "--json", help=say("json")),
        ) -> None:
            asked = {"type_id": type_id, "period": period, "org": org, "format": format, "purpose": purpose}
            carry_out("export.main", settings(), **asked, out=out, annex=annex, as_json=as_json)

    if there("verify"):

        @app.command(help=say("verify"))
        def verify(as_json: bool = typer.Option(False, "--json", help=say("json"))) -> None:
            carry_out("verify.main", settings(), as_json=as_json)


if __name__ == "__main__":
    main()
