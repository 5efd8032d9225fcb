"""A workspace with the three clients to print, made once: tests of documents only read it.

With ISODESK_GOLDEN=write the recorded texts are written anew; read the difference before you keep it.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import aiming
import moving
import pytest
import registering
import sharing
import situations
import stating
import surrounding

from isodesk.domain import keys
from isodesk.reports import text
from isodesk.reports.document import Document
from isodesk.reports.press import Press
from isodesk.services.workspace import Services, open_workspace

GOLDEN = Path(__file__).parent / "data"
AUTHOR = "Иванова А. А."
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class PressRoom:
    """The services with the clients by the names of their situations."""

    services: Services
    known: dict[str, situations.Situation]

    @property
    def press(self) -> Press:
        return Press(self.services)

    def where(self, situation: str, key: str) -> situations.Situation:
        """The client of a situation; some documents need one of their own."""
        return self.known.get(f"{situation} {key}", self.known[situation])

    def build(self, situation: str, key: str, language: str = "en", **options: Any) -> Document:
        where = self.where(situation, key)
        return self.press.build(key, where.client, language, **{"audit": where.audit, **options})


def counting() -> Callable[[], UUID]:
    """Identifiers that are the same each time: they decide between tasks that end on the same day."""
    count = 0

    def following() -> UUID:
        nonlocal count
        count += 1
        return UUID(int=count)

    return following


@cache
def room() -> PressRoom:
    """All three situations in one workspace."""
    folder = Path(tempfile.mkdtemp(prefix="isodesk-press-"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "uuid4", counting())
        services = open_workspace(folder / "workspace", actor=AUTHOR, clock=lambda: NOON, shelf=stating.StatedShelf())
        known = {name: make(services, folder) for name, make in situations.SITUATIONS.items()}
        for own in (moving, stating, sharing, aiming, registering):
            known |= {f"{name} {own.KEY}": make(services, folder) for name, make in own.SITUATIONS.items()}
        surrounding.surround(services, known)

    def leave() -> None:
        services.close()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(leave)
    return PressRoom(services, known)


def compare(document: Document, name: str) -> None:
    """Holds the words of a document against the recorded ones."""
    recorded = GOLDEN / f"{name}.txt"
    written = text.render(document)
    if os.environ.get("ISODESK_GOLDEN") == "write":
        recorded.write_text(written, encoding="utf-8")
    assert written == recorded.read_text(encoding="utf-8")


def lines(document: Document) -> list[str]:
    """The words of a document, line by line."""
    return text.render(document).splitlines()
