"""Facts about committed changes, in the past tense, with identifiers only. Published after the commit, never before."""

from dataclasses import dataclass

from isodesk.domain.keys import ClientId


@dataclass(frozen=True, slots=True)
class Event:
    """Something changed in one client's records."""

    client: ClientId


@dataclass(frozen=True, slots=True)
class ClientChanged(Event):
    """Name, addresses, sites, scope or standards."""


@dataclass(frozen=True, slots=True)
class TeamChanged(Event):
    """People, their roles, processes and their owners."""


@dataclass(frozen=True, slots=True)
class AnswersChanged(Event):
    """Answers of the current round; `questions` are the keys touched (empty: any)."""

    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceChanged(Event):
    """Files attached to answers, checklist rows or nonconformities."""


@dataclass(frozen=True, slots=True)
class ApplicabilityChanged(Event):
    """What the Statement of Applicability says of controls."""


@dataclass(frozen=True, slots=True)
class ContextChanged(Event):
    """Issues, interested parties with their requirements, the climate question, answers that lead to a standard."""


@dataclass(frozen=True, slots=True)
class ObjectivesChanged(Event):
    """The policy, objectives and their values."""


@dataclass(frozen=True, slots=True)
class RisksChanged(Event):
    """Risks and opportunities, and the scale by which they are weighed."""


@dataclass(frozen=True, slots=True)
class ResponsibilitiesChanged(Event):
    """Who does, answers for, is asked about and hears of what."""


@dataclass(frozen=True, slots=True)
class BudgetChanged(Event):
    """Money planned and spent beside the work of the tasks."""


@dataclass(frozen=True, slots=True)
class PlanChanged(Event):
    """Tasks, milestones, their dependencies, the calendar and the settings by which they are scheduled."""


@dataclass(frozen=True, slots=True)
class AuditsChanged(Event):
    """An internal audit, its checklist, findings or nonconformities; `audit` may be empty for several."""

    audit: str = ""


@dataclass(frozen=True, slots=True)
class SectionsMarked(Event):
    """A page was marked ready or reopened."""
