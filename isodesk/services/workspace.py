"""Opens a workspace folder: one writer, the right schema, trouble said plainly; gives the services out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from isodesk.catalog.shelf import Shelf
from isodesk.errors import UserError
from isodesk.services.adoption import Adoptions
from isodesk.services.applicability import Applicability
from isodesk.services.assessment import Assessment
from isodesk.services.audits import Audits
from isodesk.services.board import Board
from isodesk.services.bus import EventBus
from isodesk.services.checklists import Checklists
from isodesk.services.clients import Clients
from isodesk.services.evidence import Evidence
from isodesk.services.findings import Findings
from isodesk.services.history import History
from isodesk.services.overview import Overview, Sources
from isodesk.services.plan import Plan
from isodesk.services.planning import Planning
from isodesk.services.results import Results
from isodesk.services.search import Search
from isodesk.services.standards import Standards
from isodesk.services.team import Team
from isodesk.services.trash import Trash
from isodesk.storage import opening
from isodesk.storage.files import FileStore
from isodesk.storage.lock import WriterLock
from isodesk.storage.opening import Opened
from isodesk.storage.work import Clock, Workshop, system_clock

if TYPE_CHECKING:
    from isodesk.services.library import Library
    from isodesk.services.plan_templates import PlanTemplates


@dataclass(frozen=True)
class Services:
    """Every use case of one open workspace. `read_only` says why nothing can be written; None when it can."""

    folder: Path
    read_only: UserError | None
    bus: EventBus
    history: History
    standards: Standards
    adoptions: Adoptions
    clients: Clients
    team: Team
    assessment: Assessment
    applicability: Applicability
    results: Results
    evidence: Evidence
    plan: Plan
    planning: Planning
    audits: Audits
    checklists: Checklists
    findings: Findings
    overview: Overview
    board: Board
    search: Search
    trash: Trash
    workshop: Workshop
    close: Callable[[], None]

    @cached_property
    def library(self) -> "Library":
        """The standards to be read; made when somebody asks, so that no start waits for it."""
        from isodesk.services.library import Library

        return Library(self.standards.shelf)

    @cached_property
    def plan_templates(self) -> "PlanTemplates":
        """Plans kept for the next client; made when somebody asks."""
        from isodesk.services.plan_templates import PlanTemplates

        return PlanTemplates(self.workshop, self.history, self.standards, self.assessment, self.team)


def open_workspace(
    folder: Path, *, actor: str = "", clock: Clock = system_clock, shelf: Shelf | None = None, cache: Path | None = None
) -> Services:
    """Opens (or makes) the workspace in `folder`. A second instance, a newer file or a read-only medium opens for
    reading only and says why. Raises StorageTrouble when it cannot be opened at all: damaged, no right to enter."""
    opened = opening.open_folder(folder, clock())
    bus = EventBus()
    workshop = Workshop(opened.engine, bus.publish, clock=clock, actor=actor, read_only=opened.read_only is not None)
    return _assemble(folder, workshop, bus, opened, shelf or Shelf(), cache or folder / "cache")


def _assemble(folder: Path, workshop: Workshop, bus: EventBus, opened: Opened, shelf: Shelf, cache: Path) -> Services:
    history = History(workshop)
    store = FileStore(folder / "attachments")
    standards = Standards(workshop, shelf)
    clients = Clients(workshop, history, standards, store)
    team = Team(workshop, history)
    assessment = Assessment(workshop, history, standards)
    plan = Plan(workshop, history, standards)
    audits = Audits(workshop, history, standards)
    findings = Findings(workshop, history, standards)
    applicability = Applicability(workshop, history, standards, assessment)
    adoptions = Adoptions(workshop, history, standards)
    sources = Sources(clients, adoptions, team, assessment, applicability, plan, audits, findings)
    overview = Overview(workshop, history, sources)
    return Services(
        folder=folder,
        read_only=opened.read_only,
        bus=bus,
        history=history,
        standards=standards,
        adoptions=adoptions,
        clients=clients,
        team=team,
        assessment=assessment,
        applicability=applicability,
        results=Results(assessment, standards),
        evidence=Evidence(workshop, history, store, cache / "viewing"),
        plan=plan,
        planning=Planning(workshop, history, assessment, standards, team),
        audits=audits,
        checklists=Checklists(workshop, history, standards),
        findings=findings,
        overview=overview,
        board=Board(workshop, clients, standards, overview),
        search=Search(clients, standards, assessment, applicability, plan, findings),
        trash=Trash(workshop, history, standards),
        workshop=workshop,
        close=lambda: _close(workshop, opened.lock),
    )


def _close(workshop: Workshop, lock: WriterLock) -> None:
    workshop.engine.dispose()
    lock.release()
