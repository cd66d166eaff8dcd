"""The double as a process of its own, through its control door."""

from __future__ import annotations

import base64

import aiohttp
import pytest

from tests.botapi.conftest import OPEN_TAP, Sink
from tests.botapi.files import picture
from tests.botapi.remote import RemoteDouble


async def test_a_conversation_through_the_control_door(sink: Sink) -> None:
    """People, screen, transcript, ledger, trouble, delivery and repeats: all from outside."""
    async with RemoteDouble(factor=0.01) as api, aiohttp.ClientSession() as session:

        async def call(method: str, **parameters: object) -> dict[str, object]:
            async with session.post(f"{api.base}/bot{api.token}/{method}", json=parameters) as response:
                answer: dict[str, object] = await response.json()
                return answer

        await api("user", id=7, first_name="张某某")
        (start,) = await api("act", user=7, do="start", payload="abc")
        assert (start["state"], start["kind"]) == ("pending", "message")
        await call("sendMessage", chat_id=7, text="问", reply_markup=OPEN_TAP)
        assert (await api("screen", user=7))["buttons"] == [["是", "否"]]
        assert (await api("sees", user=7, words="问"))["text"] == "问"
        acts = [
            {"user": 7, "do": "tap", "button": "是"},
            {"user": 7, "do": "photo", "content": base64.b64encode(picture()).decode()},
            {"user": 7, "do": "text", "text": "12"},
        ]
        tapped = (await api("acts", acts=acts))[0][0]
        await api("deliver", url=sink.url, secret="s3cret")
        counts = await api("wait", update_id=tapped["update_id"], quiet=0.05)
        assert counts["updates"] == {"acked": 4}
        assert set(sink.secrets) == {"s3cret"}
        again = await api("redeliver", update_id=tapped["update_id"], times=2, concurrently=True)
        assert again["statuses"] == [200, 200]
        await api("plan", rules=[{"kind": "502", "method": "getMe", "calls": [1]}])
        assert (await call("getMe"))["error_code"] == 502
        assert (await call("getMe"))["ok"] is True
        assert [row["fault"] for row in await api("calls", method="getMe")] == ["502", ""]
        assert [row["sends"] for row in await api("updates", state="acked")].count(3) == 1
        transcript = (await api("transcript", user=7))["transcript"]
        assert transcript.splitlines() == [
            "> /start abc", "< 问", "  [是] [否]", "> [是]", "> «photo 640x480»", "> 12",
        ]  # fmt: skip
        with pytest.raises(LookupError, match="没有"):
            await api("act", user=7, do="tap", button="没有")
        with pytest.raises(LookupError, match="no user 8"):
            await api("act", user=8, do="start")
        with pytest.raises(LookupError, match="no such door"):
            await api("window")
