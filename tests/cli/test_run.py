"""``lianxin run`` where it cannot listen."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from bot.texts import LANGS
from tests.cli.console import Console


@pytest.fixture
def taken() -> Iterator[str]:
    """A port on which somebody else listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield str(other.getsockname()[1])


@pytest.mark.parametrize("lang", LANGS)
def test_the_port_is_taken(console: Console, taken: str, lang: str) -> None:
    """One sentence that names the port and the setting, code 2, nothing left running."""
    done = console("run", LIANXIN_PORT=taken, LIANXIN_LOCALE=lang)
    assert (done.returncode, done.stdout) == (2, ""), done
    (said,) = done.stderr.splitlines()
    assert taken in said
    assert "LIANXIN_PORT" in said


def test_an_address_of_another_machine(console: Console) -> None:
    """192.0.2.1 is nobody's (RFC 5737)."""
    done = console(
        "run", LIANXIN_PORT="0", LIANXIN_HOST="192.0.2.1", LIANXIN_PUBLIC_URL="https://lianxin.example"
    )
    (said,) = done.stderr.splitlines()
    assert (done.returncode, "192.0.2.1" in said, "LIANXIN_HOST" in said) == (2, True, True), said
