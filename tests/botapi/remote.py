"""A double in a process of its own, driven from tests and benchmarks over its control door."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

ROOT = Path(__file__).resolve().parents[2]


class RemoteDouble:
    """
    ``async with RemoteDouble(factor=0.01) as api:`` starts ``python -m tests.botapi``.

    ``await api("act", user=7, do="text", text="好")`` calls /control/act and gives its JSON; a refusal
    raises LookupError with the reason.
    """

    def __init__(self, **options: object) -> None:
        self.options = options
        self.base = ""
        self.token = ""
        self._process: asyncio.subprocess.Process | None = None
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        words = [f"--{name}={value}" for name, value in self.options.items()]
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.botapi", *words, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert self._process.stdout is not None
        line = (await self._process.stdout.readline()).decode().split()
        if len(line) != 2:
            raise RuntimeError("the double did not start")
        self.base, self.token = line
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.communicate()

    async def __call__(self, door: str, **asked: Any) -> Any:
        """One request to /control/<door>."""
        assert self._session is not None
        async with self._session.post(f"{self.base}/control/{door}", json=asked) as response:
            answer = await response.json()
            if response.status != 200:
                raise LookupError(answer["error"])
            return answer
