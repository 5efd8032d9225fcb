"""What pages and documents see of a control: its title, what is said of it, what the gap assessment knows, what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from isodesk.catalog.standard import Standard
from isodesk.domain import applicability
from isodesk.domain.applicability import ControlStatus, Fault, Proposal, Reason, Statement
from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import PersonId, section_of
from isodesk.services.question_views import QuestionView
from isodesk.storage.tables import ControlRow

ControlKey = tuple[str, str]
"""A standard's key and the number of one of its controls."""

FLAGS: Final = {
    Reason.RISK: "for_risk",
    Reason.LAW: "for_law",
    Reason.CONTRACT: "for_contract",
    Reason.PRACTICE: "for_practice",
}
"""The column of each reason."""


@dataclass(frozen=True, slots=True)
class ControlView:
    """One control of a client with all that is said of it, in one language."""

    standard: str
    designation: str
    clause: str
    title: str
    section: str
    """The section of the annex with its title; behind its standard where several have such an annex."""
    applicable: bool | None
    """None: not decided yet."""
    reasons: frozenset[Reason]
    justification: str
    own_status: ControlStatus | None
    """What the client says; None leaves it to the gap assessment."""
    owner: PersonId | None
    owner_name: str
    evidence: str
    questions: tuple[QuestionView, ...]
    """What the gap assessment asks about it, with the answers."""

    @property
    def key(self) -> ControlKey:
        """What services are asked by."""
        return (self.standard, self.clause)

    @property
    def verdicts(self) -> tuple[Conformity | None, ...]:
        """The answers as they count for this standard."""
        return tuple(view.verdict_for(self.standard) for view in self.questions)

    @property
    def assessed_status(self) -> ControlStatus | None:
        """How far it is by the answers."""
        return applicability.status_from(self.verdicts)

    @property
    def status(self) -> ControlStatus | None:
        """How far it is; None for what does not apply or was not assessed."""
        return None if self.applicable is False else self.own_status or self.assessed_status

    @property
    def files(self) -> int:
        """Files attached to its questions."""
        return sum(view.evidence for view in self.questions)

    @property
    def noted(self) -> str:
        """What the gap assessment notes as existing."""
        return _joined(view.existing for view in self.questions)

    @property
    def shown_evidence(self) -> str:
        """The evidence named here, else what the gap assessment notes: nothing is asked twice."""
        return self.evidence.strip() or self.noted

    @property
    def assessed_reason(self) -> str:
        """Why the gap assessment calls its questions not applicable."""
        return _joined(_reason_for(view, self.standard) for view in self.questions)

    @property
    def assessed_owner(self) -> PersonId | None:
        """Who answers for all its questions; None where several people do, or nobody."""
        owners = {view.owner for view in self.questions}
        return owners.pop() if len(owners) == 1 else None

    @property
    def proposal(self) -> Proposal:
        """What the gap assessment lets one say of it."""
        return applicability.proposal(self.verdicts)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is missing, or contradicts the gap assessment."""
        return applicability.faults_of(
            Statement(
                applicable=self.applicable,
                reasons=self.reasons,
                justification=self.justification,
                status=self.status,
                has_owner=self.owner is not None,
                has_evidence=bool(self.shown_evidence or self.files),
                verdicts=self.verdicts,
            )
        )


def place_of(key: ControlKey) -> str:
    """A control as the row of a page: “iso-iec-27001-2022/A.5.1”."""
    return "/".join(key)


def key_at(place: str) -> ControlKey:
    """The control of such a row."""
    standard, _slash, clause = place.partition("/")
    return (standard, clause)


def controls_of(standard: Standard) -> tuple[str, ...]:
    """Numbers of the controls of a standard; most standards have none."""
    return applicability.control_numbers(standard.by_number)


def views_of(
    standard: Standard,
    rows: Mapping[ControlKey, ControlRow],
    questions: Mapping[ControlKey, list[QuestionView]],
    names: Mapping[str, str],
    language: str,
    *,
    named: bool = False,
) -> Iterator[ControlView]:
    """The controls of one standard, in its order; `named` puts the standard before the sections."""
    blank = ControlRow(client_id="", standard=standard.key, clause="")
    lead = f"{standard.designation} · " if named else ""
    for number in controls_of(standard):
        key = (standard.key, number)
        row = rows.get(key, blank)
        yield ControlView(
            standard=standard.key,
            designation=standard.designation,
            clause=number,
            title=standard.by_number[number].title(language),
            section=f"{lead}{_section(standard, number, language)}",
            applicable=row.applicable,
            reasons=frozenset(reason for reason, flag in FLAGS.items() if getattr(row, flag)),
            justification=row.reason,
            own_status=ControlStatus(row.status) if row.status else None,
            owner=PersonId(row.owner_id) if row.owner_id else None,
            owner_name=names.get(row.owner_id or "", ""),
            evidence=row.evidence,
            questions=tuple(questions.get(key, ())),
        )


def by_place(questions: Iterable[QuestionView]) -> dict[ControlKey, list[QuestionView]]:
    """Questions by each clause they count for."""
    found: dict[ControlKey, list[QuestionView]] = {}
    for view in questions:
        for place in view.counts_for:
            found.setdefault(place, []).append(view)
    return found


def _section(standard: Standard, number: str, language: str) -> str:
    section = standard.by_number.get(section_of(number))
    return f"{section.number} {section.title(language)}" if section is not None else section_of(number)


def _reason_for(view: QuestionView, standard: str) -> str:
    """The reason of an answer of its own for this standard, else that of the answer."""
    return next((reason for key, _verdict, reason in view.overrides if key == standard), view.reason)


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))
