"""The program as a process of its own: what the first picture imports, how it ends, what a kill leaves behind."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builders import questions

from isodesk import paths
from isodesk.services.clients import NewClient
from isodesk.services.workspace import open_workspace

ROOT = Path(__file__).parents[2]
HEAVY = {"sqlalchemy", "alembic", "babel", "reportlab", "PIL", "pypdfium2", "mako", "asyncio", "socket"}
PATIENCE = 60

FIRST_PICTURE = """
import json, sys
from isodesk.app import start
leave = start.Starter._leave
def told(self):
    print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
    print(json.dumps(sorted(name for name in sys.modules if name.startswith("isodesk."))))
    leave(self)
start.Starter._leave = told
sys.exit(start.open_window(None, language="ru", until="painted"))
"""

AT_WORK = """
import sys
from PySide6.QtCore import QTimer
from isodesk.app import start
from isodesk.domain.journey import Page
from isodesk.ui.case import Place
attach = start.Window.attach
def attached(self, desk):
    attach(self, desk)
    view = desk.view
    if sys.argv[1] == "walk":
        view.go(Place(Page.GAP))
        QTimer.singleShot(50, lambda: view.page.show_row(sys.argv[2]))
    QTimer.singleShot(2200, lambda: print(view.page.key.value, view.page.current_row(), flush=True))
    if sys.argv[1] == "close":
        QTimer.singleShot(300, self.close)
start.Window.attach = attached
sys.exit(start.open_window(None))
"""


def environment() -> dict[str, str]:
    """The test's own home, no screen."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def program(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *arguments], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def key() -> str:
    """The default workspace with two clients; a question of the one opened last."""
    services = open_workspace(paths.default_workspace(), actor="Тест")
    services.clients.create(NewClient("ООО «Альфа»", "iso-9001-2026", "ru", 5))
    client = services.clients.create(NewClient("ООО «Вектор»", "iso-9001-2026", "ru", 18))
    wanted = questions(services, client)[11].key
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    content = {"last_places": {f"open:{services.folder.absolute()}": {"client": client, "page": "overview"}}}
    paths.settings_file().write_text(json.dumps(content), "utf-8")
    services.close()
    return wanted


def test_the_first_picture_needs_no_heavy_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE],
        check=False,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    roots, own = (set(json.loads(line)) for line in done.stdout.splitlines())
    assert {"PySide6", "isodesk"} <= roots
    assert roots & HEAVY == set()
    assert not {name for name in own if name.startswith(("isodesk.services", "isodesk.storage", "isodesk.domain"))}


@pytest.mark.parametrize("clients", [0, 1])
def test_exit_when_ready_leaves_in_order(clients: int) -> None:
    if clients:
        services = open_workspace(paths.default_workspace(), actor="Тест")
        services.clients.create(NewClient("ООО «Вектор»", "iso-9001-2026", "ru", 18))
        services.close()
    done = program("-m", "isodesk", "--exit-when-ready")
    out, err = done.communicate(timeout=PATIENCE)
    assert (done.returncode, out, err.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "", "")
    assert _interrupted() == {}
    services = open_workspace(paths.default_workspace(), actor="Тест")
    assert services.read_only is None
    services.close()


def _interrupted() -> dict[str, str]:
    """Where the next start would go on by itself."""
    places: dict[str, dict[str, str]] = json.loads(paths.settings_file().read_text("utf-8"))["last_places"]
    return places[f"open:{paths.default_workspace().absolute()}"]


def test_exit_when_ready_tells_of_a_broken_workspace() -> None:
    folder = paths.default_workspace()
    folder.mkdir(parents=True)
    (folder / "isodesk.db").write_bytes(b"nothing that a database would begin with" * 100)
    done = program("-m", "isodesk", "--exit-when-ready")
    _out, err = done.communicate(timeout=PATIENCE)
    assert done.returncode == 2
    assert "Traceback" not in err
    assert err.strip()


def test_after_a_kill_the_same_client_page_and_row_come_back(key: str) -> None:
    """U23."""
    first = program("-c", AT_WORK, "walk", key)
    assert first.stdout is not None
    assert first.stdout.readline().split() == ["gap", key]
    first.send_signal(signal.SIGKILL)
    first.communicate(timeout=PATIENCE)
    again = program("-c", AT_WORK, "look", key)
    assert again.stdout is not None
    assert again.stdout.readline().split() == ["gap", key]
    again.kill()
    again.communicate(timeout=PATIENCE)
    services = open_workspace(paths.default_workspace(), actor="Тест")
    assert services.read_only is None
    services.close()


def test_an_orderly_close_starts_without_a_place(key: str) -> None:
    """U23: two clients, and nothing was interrupted: the start screen."""
    first = program("-c", AT_WORK, "close", key)
    assert first.wait(PATIENCE) == 0
    first.communicate()
    assert _interrupted() == {}


def test_text_committed_before_a_kill_is_there(key: str) -> None:
    """U23: whatever was said to be saved is saved."""
    code = """
import sys
from isodesk.services.workspace import open_workspace
from isodesk import paths
services = open_workspace(paths.default_workspace(), actor="x")
client = next(c for c in services.clients.listed() if "Вектор" in c.name)
services.bus.subscribe(__import__("isodesk.domain.events", fromlist=["Event"]).Event, lambda e: print("saved", flush=True))
services.clients.change(client.id, address="Тверь")
import time; time.sleep(60)
"""
    writer = program("-c", code)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "saved\n"
    writer.kill()
    writer.communicate()
    before = time.monotonic()
    services = open_workspace(paths.default_workspace(), actor="Тест")
    assert services.read_only is None
    assert time.monotonic() - before < 30
    assert [c.address for c in services.clients.listed() if "Вектор" in c.name] == ["Тверь"]
    services.close()
