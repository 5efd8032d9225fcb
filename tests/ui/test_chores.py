"""What is done beside the window once a client is open."""

import gc

import pytest
from shown import Shown
from walks.hands import wait_until

from isodesk.services import sample
from isodesk.services.workspace import Services
from isodesk.ui.chores import Chores
from isodesk.ui.jobs import JobRunner


def test_what_stays_is_no_longer_looked_through_for_garbage(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[str] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append("frozen"))
    shown = Shown(services, sample.create(services, "en"))
    chores = shown.desk.findChild(Chores)
    jobs = shown.desk.findChild(JobRunner)
    assert isinstance(chores, Chores)
    assert isinstance(jobs, JobRunner)
    wait_until(lambda: frozen == ["frozen"], "the client to be settled")
    chores.settle_soon(services.clients.listed()[0].id)
    wait_until(lambda: not chores._calm.isActive(), "the second time")
    wait_until(lambda: not jobs.running, "the cards")
    assert frozen == ["frozen"]
    shown.close()
