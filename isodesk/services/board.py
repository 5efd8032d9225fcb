"""All clients at a glance: how far each one is, what comes next, what is late (ux.md W9)."""

from dataclasses import dataclass

from isodesk.domain.journey import Phase
from isodesk.domain.keys import ClientId
from isodesk.domain.progress import Progress
from isodesk.services.clients import Clients
from isodesk.services.overview import Deadline, Overview
from isodesk.services.standards import Standards
from isodesk.storage.work import Workshop


@dataclass(frozen=True, slots=True)
class BoardCard:
    """One client in a line."""

    id: ClientId
    name: str
    standards: tuple[str, ...]
    """Designations, first adopted first."""
    phase: Phase
    progress: Progress
    next: Deadline | None
    """The next date that is not past."""
    overdue: int
    is_sample: bool


class Board:
    """Reads every client that is not in the trash."""

    def __init__(self, workshop: Workshop, clients: Clients, standards: Standards, overview: Overview) -> None:
        self._workshop = workshop
        self._clients = clients
        self._standards = standards
        self._overview = overview

    def cards(self, language: str) -> tuple[BoardCard, ...]:
        """One card for each client, the one opened last first; labels in `language`."""
        return tuple(self._card(view.id, view.label, view.is_sample, language) for view in self._clients.listed())

    def _card(self, client: ClientId, name: str, is_sample: bool, language: str) -> BoardCard:
        view = self._overview.view(client, language)
        today = self._workshop.today
        return BoardCard(
            id=client,
            name=name,
            standards=tuple(standard.designation for standard in self._standards.of(client)),
            phase=view.phase,
            progress=view.progress,
            next=next((deadline for deadline in view.deadlines if deadline.on >= today), None),
            overdue=view.overdue,
            is_sample=is_sample,
        )
