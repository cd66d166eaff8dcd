"""
A real PostgreSQL for the tests: one throw-away server a test process, one fresh database a test.

The server is found among what the machine has (PATH, then the usual places); nothing is downloaded.
``LIANXIN_TEST_POSTGRES`` names a running one instead (``postgresql+asyncpg://user:password@host/postgres``,
with the right to create databases). What it keeps is thrown away, so it does not wait for the disk: a test
about power cuts starts a `Cluster` of its own with ``durable=True``.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

OLDEST = 15
START_SECONDS = 60.0
USER = "lianxin"

#: Makes a fresh, empty database and returns its SQLAlchemy URL (``postgresql+asyncpg://…``).
MakeDatabase = Callable[[], str]


class NoPostgres(Exception):
    """There is no server to be had; the text says why, for the list of tests that could not run."""


def find_binaries() -> Path:
    """The folder that holds both ``initdb`` and ``postgres``, the newest first. Raises NoPostgres."""
    folders: list[Path] = []
    if found := shutil.which("initdb"):
        folders.append(Path(found).resolve().parent)
    for pattern in ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin"):
        matches = Path("/").glob(pattern.lstrip("/"))
        folders += sorted(matches, key=lambda folder: _number_in(str(folder)), reverse=True)
    folders = [
        folder for folder in folders if all((folder / name).exists() for name in ("initdb", "postgres"))
    ]
    if not folders:
        raise NoPostgres("no PostgreSQL server on this machine (Debian: apt-get install postgresql)")
    for folder in folders:
        if server_version(folder)[0] >= OLDEST:
            return folder
    raise NoPostgres(f"PostgreSQL is older than {OLDEST} on this machine")


def _number_in(path: str) -> int:
    found = re.search(r"\d+", path)
    return int(found.group()) if found else 0


def server_version(binaries: Path) -> tuple[int, ...]:
    """``(15, 18)`` of the server in *binaries*."""
    said = subprocess.run(
        [binaries / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"\d+(\.\d+)*", said)
    return tuple(int(part) for part in found.group().split(".")) if found else (0,)


def unprivileged_user() -> pwd.struct_passwd | None:
    """Whom the server runs as: PostgreSQL refuses root. None: as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise NoPostgres("running as root and there is no user 'postgres' or 'nobody' to run PostgreSQL as")


def free_port() -> int:
    """A port of the loopback address that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Cluster:
    """A PostgreSQL server of our own on a free loopback port, in a folder that goes away with it."""

    def __init__(self, *, durable: bool = False) -> None:
        self.binaries = find_binaries()
        self.version = server_version(self.binaries)
        self.durable = durable
        self.port = free_port()
        self._user = unprivileged_user()
        self._folder = Path(tempfile.mkdtemp(prefix="lianxin-pg-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._password = secrets.token_hex(12)

    @property
    def url(self) -> str:
        """The URL of the maintenance database."""
        return f"postgresql+asyncpg://{USER}:{self._password}@127.0.0.1:{self.port}/postgres"

    def create(self) -> Cluster:
        """Make the data folder and start. Raises NoPostgres when the server will not come up."""
        if self._user is not None:
            os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
        password_file = self._folder / "password"
        password_file.write_text(self._password)
        if self._user is not None:
            os.chown(password_file, self._user.pw_uid, self._user.pw_gid)
        made = self._run(
            "initdb", "--pgdata", str(self._folder / "data"), "--username", USER, "--auth", "scram-sha-256",
            "--pwfile", str(password_file), "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        )  # fmt: skip
        if made.returncode != 0:
            self.destroy()
            raise NoPostgres(f"initdb failed: {_last_line(made.stderr)}")
        self.start()
        return self

    def start(self) -> None:
        """Start the server and wait until it takes connections."""
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "200",
            "shared_buffers": "32MB",
            "timezone": "America/New_York",  # on purpose: code that leans on the server's zone fails
            "fsync": "on" if self.durable else "off",
            "full_page_writes": "on" if self.durable else "off",
            "synchronous_commit": "on" if self.durable else "off",
        }  # fmt: skip
        command = [str(self.binaries / "postgres"), "-D", str(self._folder / "data")]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        log = (self._folder / "log").open("ab")
        with log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
                cwd="/", **self._as_user(),
            )  # fmt: skip
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                why = _last_line((self._folder / "log").read_bytes())
                self.destroy()
                raise NoPostgres(f"the PostgreSQL server did not start: {why}")
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server: SIGINT is its ``fast`` way, SIGQUIT ``immediate``, SIGTERM waits for sessions."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(how)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
        self._process = None

    def restart(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """Stop (``immediate`` unless told otherwise: as in a crash) and start on the same port."""
        self.stop(how)
        self.start()

    def destroy(self) -> None:
        """Stop the server and remove all it kept."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _as_user(self) -> dict[str, Any]:
        if self._user is None:
            return {}
        return {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}

    def _run(self, program: str, *args: str) -> subprocess.CompletedProcess[bytes]:
        # LC_ALL and HOME: what initdb reads of the environment must not depend on who runs the tests
        env = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C.UTF-8",
            "HOME": str(self._folder),
        }
        command = [str(self.binaries / program), *args]
        return subprocess.run(
            command, capture_output=True, check=False, text=False, env=env, cwd="/", **self._as_user()
        )

    def _answers(self) -> bool:
        try:
            _wait_for(_execute(self.url, "SELECT 1"))
        except Exception:  # starting up fails in many ways, all of them "not yet"
            return False
        return True


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


async def _execute(url: str, *statements: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(url.replace("+asyncpg", ""), timeout=10)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


def _wait_for(task: Coroutine[Any, Any, None]) -> None:
    """Run *task* in a thread with a loop of its own, so that sync and async tests may both call it."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(task)
        except BaseException as error:
            failed.append(error)

    worker = threading.Thread(target=run)
    worker.start()
    worker.join()
    if failed:
        raise failed[0]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a running server's maintenance database; skips, saying why, where there is none."""
    if given := os.environ.get("LIANXIN_TEST_POSTGRES"):
        yield given
        return
    try:
        cluster = Cluster().create()
    except NoPostgres as why:
        pytest.skip(str(why))
    try:
        yield cluster.url
    finally:
        cluster.destroy()


@pytest.fixture
def postgres_database(postgres_server: str) -> Iterator[MakeDatabase]:
    """Call it for the URL of a fresh, empty database, as often as needed; they go when the test ends."""
    made: list[str] = []

    def make() -> str:
        name = f"lianxin_{secrets.token_hex(6)}"
        _wait_for(_execute(postgres_server, f'CREATE DATABASE "{name}" TEMPLATE template0'))
        made.append(name)
        return urlunsplit(urlsplit(postgres_server)._replace(path=f"/{name}"))

    yield make
    for name in made:
        _wait_for(_execute(postgres_server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))


@pytest.fixture
def postgres_url(postgres_database: MakeDatabase) -> str:
    """The URL (``postgresql+asyncpg://…``) of one fresh, empty database."""
    return postgres_database()
