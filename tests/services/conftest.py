"""A workspace with something of everything, made once and copied; durability is proved in tests/storage, so disks rest here."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import COMMANDS
from conftest import ACTOR, StillClock

from isodesk.services.workspace import Services, open_workspace
from isodesk.storage import database

FURNISHED = [
    "propose_processes",
    "add_person",
    "plan_audit",
    "raise_finding",
    "fill_in",
    "build_plan",
    "add_site",
    "attach",
    "own_question",
    "exclude",
    "add_task",
    "answer",
    "attach",
    "attach",
    "fill_in",
    "add_standard",
    "differ",
    "write_policy",
    "add_usual_objectives",
    "measure_objective",
    "add_risk",
    "buy",
]


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out the waiting for the disk at each commit, for one test at a time: other folders want the real settings."""
    monkeypatch.setitem(database.PRAGMAS, "synchronous", "OFF")


@pytest.fixture(scope="session")
def furnished_template(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace whose client has processes, answers, a plan, an audit, findings and files."""
    place = tmp_path_factory.mktemp("furnished") / "workspace"
    shutil.copytree(template, place)
    services = open_workspace(place, actor=ACTOR, clock=StillClock())
    client = services.clients.listed()[0].id
    for number, name in enumerate(FURNISHED):
        COMMANDS[name](services, client, number * 3 + 2 if number < 6 else number * 3)
    services.close()
    return place


@pytest.fixture
def furnished(furnished_template: Path, folder: Path, clock: StillClock) -> Iterator[Services]:
    """That workspace open for writing."""
    shutil.copytree(furnished_template, folder)
    opened = open_workspace(folder, actor=ACTOR, clock=clock)
    yield opened
    opened.close()
