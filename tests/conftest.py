"""Fixtures for all tests: a home of its own for each, a clock that stands still, a workspace copied from a template."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from isodesk.domain.keys import ClientId
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services, open_workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Said here, before any test module is read: tests of pages use the hands of the walks too.
pytest.register_assert_rewrite(
    "walks.hands", "walks.new_user", "walks.papers", "walks.planning", "walks.preparing", "walks.program", "walks.way"
)

_CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
settings.register_profile("ci", max_examples=40, deadline=None, derandomize=True, suppress_health_check=_CHECKS)
settings.register_profile("full", max_examples=600, deadline=None, suppress_health_check=_CHECKS)
settings.load_profile(os.environ.get("ISODESK_HYPOTHESIS", "ci"))

ACTOR = "Иванова А. А."
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""A Monday."""


class StillClock:
    """Gives the same moment until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def move(self, **step: float) -> None:
        """Goes on by days, hours, minutes."""
        self.now += timedelta(**step)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the settings and workspaces of whoever runs it."""
    place = tmp_path / "home"
    monkeypatch.setenv("ISODESK_HOME", str(place))
    return place


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a workspace may be made."""
    return tmp_path / "workspace"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace with one client of 18 people that goes for ISO 9001:2026."""
    place = tmp_path_factory.mktemp("template") / "workspace"
    services = open_workspace(place, actor=ACTOR, clock=StillClock())
    services.clients.create(NewClient("ООО «Вектор»", "iso-9001-2026", "ru", 18))
    services.close()
    return place


@pytest.fixture
def services(template: Path, folder: Path, clock: StillClock) -> Iterator[Services]:
    """A workspace open for writing."""
    shutil.copytree(template, folder)
    opened = open_workspace(folder, actor=ACTOR, clock=clock)
    assert opened.read_only is None
    yield opened
    opened.close()


@pytest.fixture
def client(services: Services) -> ClientId:
    """The template's client."""
    return services.clients.listed()[0].id
