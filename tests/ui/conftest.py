"""Widgets are tested without a screen, dressed in the light theme, speaking English."""

import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shown import Shown

from isodesk.services import sample
from isodesk.services.workspace import open_workspace
from isodesk.ui import speech, theme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Every test starts from the same theme and language."""
    _dress(qapp)
    yield qapp


def _dress(app: QApplication) -> None:
    if theme.current().name != "light" or not app.styleSheet():
        theme.apply(app, "light")
    if speech.speech().language != "en":
        speech.set_language(app, "en")


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed workspace with the sample client in Russian: long words, everything filled."""
    folder = tmp_path_factory.mktemp("sample") / "workspace"
    services = open_workspace(folder, actor="Тест")
    sample.create(services, "ru")
    services.close()
    return folder


@pytest.fixture(scope="module")
def sample_window(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Shown]:
    """One window on a copy of the sample client for all tests of a module, which leave the client as it was."""
    place = tmp_path_factory.mktemp("window")
    shutil.copytree(sample_folder, place / "workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ISODESK_HOME", str(place / "home"))
        _dress(qapp)
        services = open_workspace(place / "workspace", actor="Тест")
        shown = Shown(services, services.clients.listed()[0].id)
        yield shown
        shown.close()
