"""What was acknowledged survives kill -9 at any moment (T01, T05): nothing lost, nothing half done, the file sound."""

import random
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
import workers

from isodesk.domain.keys import ClientId
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services, open_workspace
from isodesk.storage import database
from isodesk.storage.files import FileStore

Start = Callable[..., BaseProcess]


def acknowledged(file: Path) -> int:
    return file.read_text("utf-8").count("\n") if file.exists() else 0


def kill_at_random(start: Start, folder: Path, acks: Path, chance: random.Random) -> None:
    before = acknowledged(acks)
    process = start(workers.write_on, folder, acks)
    deadline = time.monotonic() + 30
    while acknowledged(acks) == before and process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.08))
    assert process.is_alive()
    process.kill()
    process.join()
    lines = acks.read_text("utf-8")
    acks.write_text(lines[: lines.rfind("\n") + 1], "utf-8")


def judge(services: Services, client: ClientId, done: int, kills: int) -> None:
    """Holds what is there against what was acknowledged; one step more may have been committed unseen."""
    assert database.integrity_fault(services.workshop.engine) == ""
    views = services.assessment.questions(client, "en")
    steps = range(max(done - workers.STEPS, 0), done + 1)

    group = {view.conformity for view in views[: workers.GROUP]}
    assert len(group) == 1, "a step was done in half"
    allowed = {workers.verdict(number) for number in steps if number % workers.STEPS == 0}
    assert group <= allowed

    notes = {f"note {number}" for number in steps if number % workers.STEPS == 1}
    assert views[0].existing in notes or done < 2

    key = views[workers.GROUP].key
    attached = services.evidence.listed(client, Subject.ANSWER, key)
    contents = {services.evidence.content(view).decode() for view in attached}
    expected = {f"evidence {number}" for number in range(done) if number % workers.STEPS == 2}
    assert expected <= contents, "acknowledged evidence is lost"
    assert len(contents - expected) <= 1
    assert len(attached) - len(expected) <= kills


def run(start: Start, folder: Path, tmp_path: Path, kills: int) -> None:
    acks = tmp_path / "acknowledged.txt"
    chance = random.Random(kills)  # noqa: S311 - moments, not secrets
    for kill in range(1, kills + 1):
        kill_at_random(start, folder, acks, chance)
        services = open_workspace(folder, actor="judge")
        assert services.read_only is None, "the killed writer still holds the workspace"
        judge(services, services.clients.listed()[0].id, acknowledged(acks), kill)
        services.evidence.sweep()
        store = FileStore(folder / "attachments")
        files = [path for path in (folder / "attachments").rglob("*") if path.is_file()]
        assert all(path == store.path(path.name) for path in files), "leftovers of broken copies"
        services.close()
    assert acknowledged(acks) > kills


@pytest.mark.skipif("sys.platform == 'win32'", reason="kill -9 is POSIX's")
def test_twenty_kills_lose_nothing(services: Services, folder: Path, tmp_path: Path, start: Start) -> None:
    services.close()
    run(start, folder, tmp_path, 20)


@pytest.mark.slow
@pytest.mark.skipif("sys.platform == 'win32'", reason="kill -9 is POSIX's")
def test_three_hundred_kills_lose_nothing(services: Services, folder: Path, tmp_path: Path, start: Start) -> None:
    services.close()
    run(start, folder, tmp_path, 300)
