"""`learner serve` in headless Chromium: a lesson opened, an item answered; other sites' pages are refused."""

import asyncio
import contextlib
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from learner.cli.serve import loopback
from learner.packs.library import add_own
from learner.progress.store import Store
from learner.settings import write_choices
from tests.ui import sample

aiohttp = pytest.importorskip("aiohttp")
ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(*command, **environment):
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


async def answering(session, url):
    """The JSON or text of an address, as soon as something answers there."""
    for _ in range(PATIENCE * 10):
        with contextlib.suppress(aiohttp.ClientError):
            async with session.get(url) as response:
                return await response.text() if "json" not in response.content_type else await response.json()
        await asyncio.sleep(0.1)
    raise TimeoutError(url)


class Page:
    """One page of the browser, driven through its own protocol."""

    def __init__(self, socket):
        self._socket = socket
        self._number = 0

    async def ask(self, method, **parameters):
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = await self._socket.receive_json(timeout=PATIENCE)
            if answer.get("id") == self._number:
                return answer

    async def press(self, key, code):
        for kind in ("keyDown", "keyUp"):
            text = {"text": "\r" if key == "Enter" else key} if kind == "keyDown" else {}
            await self.ask("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **text)


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
async def test_a_lesson_is_opened_and_an_item_answered_in_a_browser(home, tmp_path):
    add_own(sample.lesson())
    write_choices({"level": "B1"})
    port, debugging = free_port(), free_port()
    server = running(sys.executable, "-m", "learner", "serve", "--port", str(port))
    browser = running(
        CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}",
        f"--remote-debugging-port={debugging}", "about:blank",
    )  # fmt: skip
    with server, browser:
        async with aiohttp.ClientSession() as session:
            await answering(session, f"http://127.0.0.1:{port}/")
            pages = await answering(session, f"http://127.0.0.1:{debugging}/json/list")
            address = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
            async with session.ws_connect(address, max_msg_size=0) as socket:
                page = Page(socket)
                await page.ask("Page.navigate", url=f"http://127.0.0.1:{port}/")
                assert await answered(page)


async def answered(page):
    """Press the keys that open the lesson, practise and choose the second option, until an answer is stored."""
    keys = (("Enter", 13), ("p", 80), ("2", 50))
    for turn in range(PATIENCE):
        await asyncio.sleep(1)
        await page.ask("Runtime.evaluate", expression="document.querySelector('.xterm-helper-textarea')?.focus()")
        await page.press(*keys[turn % len(keys)])
        with Store.open() as store:
            if store.attempts():
                return store.attempts()[0].item == "w-question-1"
    return False


async def test_pages_of_other_sites_are_refused(home):
    port = free_port()
    with running(sys.executable, "-m", "learner", "serve", "--port", str(port)):
        async with aiohttp.ClientSession() as session:
            await answering(session, f"http://127.0.0.1:{port}/")
            for origin, status in (("https://example.org", 403), (f"http://127.0.0.1:{port}", 200)):
                async with session.get(f"http://127.0.0.1:{port}/", headers={"Origin": origin}) as response:
                    assert response.status == status


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("box.lan", False)]
)
def test_only_this_machines_own_addresses_are_its_own(host, own):
    assert loopback(host) == own


def test_other_addresses_are_explained():
    command = [sys.executable, "-m", "learner", "serve", "--host", "0.0.0.0"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert "uses the program as you" in found.stderr
