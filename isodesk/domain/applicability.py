"""What a firm says of each control of a standard's annex, and what is missing before the statement is complete
(ISO/IEC 27001, 6.1.3 d). The gap assessment knows the controls too, so both must not contradict each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import section_of

_THERE: Final = frozenset({Conformity.CONFORMS, Conformity.PARTLY})


class Reason(StrEnum):
    """Why a control applies."""

    RISK = "risk"
    LAW = "law"
    CONTRACT = "contract"
    PRACTICE = "practice"


class ControlStatus(StrEnum):
    """How far a control that applies has come."""

    PLANNED = "planned"
    PARTLY = "partly"
    IMPLEMENTED = "implemented"


class Fault(StrEnum):
    """What an auditor would ask about first, in the order in which one mends it."""

    UNDECIDED = "undecided"
    NO_REASON = "no-reason"
    NO_JUSTIFICATION = "no-justification"
    NO_OWNER = "no-owner"
    NO_EVIDENCE = "no-evidence"
    PRACTISED = "practised"
    """Said not to apply, while the gap assessment found it in place or partly so."""
    RULED_OUT = "ruled-out"
    """Said to apply, while the gap assessment calls it not applicable."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one control, with what the gap assessment says of it."""

    applicable: bool | None = None
    reasons: frozenset[Reason] = frozenset()
    justification: str = ""
    status: ControlStatus | None = None
    has_owner: bool = False
    has_evidence: bool = False
    verdicts: tuple[Conformity | None, ...] = ()
    """Answers to the control's questions."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the gap assessment lets one say of a control that is not decided yet."""

    applicable: bool
    reasons: frozenset[Reason] = frozenset()


def control_numbers(numbers: Iterable[str]) -> tuple[str, ...]:
    """The controls among the clauses of a standard: what lies below an annex, such as A.5.1, and has nothing below itself."""
    listed = tuple(numbers)
    parents = {number.rpartition(".")[0] for number in listed}
    return tuple(number for number in listed if "." in section_of(number) and number not in parents)


def status_from(verdicts: Iterable[Conformity | None]) -> ControlStatus | None:
    """How far a control is by the answers to its questions. What is not answered counts as not there yet; None while
    nothing is answered or nothing applies."""
    counting = [verdict for verdict in verdicts if verdict is not Conformity.NOT_APPLICABLE]
    if not any(counting):
        return None
    if all(verdict is Conformity.CONFORMS for verdict in counting):
        return ControlStatus.IMPLEMENTED
    return ControlStatus.PARTLY if _THERE.intersection(counting) else ControlStatus.PLANNED


def is_ruled_out(verdicts: Iterable[Conformity | None]) -> bool:
    """Whether the gap assessment calls every question of a control not applicable."""
    given = tuple(verdicts)
    return bool(given) and all(verdict is Conformity.NOT_APPLICABLE for verdict in given)


def proposal(verdicts: Iterable[Conformity | None]) -> Proposal:
    """A control applies unless the gap assessment rules it out: as good practice where something is there already, else
    because of the risk."""
    given = tuple(verdicts)
    if is_ruled_out(given):
        return Proposal(applicable=False)
    return Proposal(
        applicable=True, reasons=frozenset({Reason.PRACTICE if _THERE.intersection(given) else Reason.RISK})
    )


def _lacks_evidence(statement: Statement) -> bool:
    return statement.status is ControlStatus.IMPLEMENTED and not statement.has_evidence


_IF_APPLICABLE: Final[dict[Fault, Callable[[Statement], bool]]] = {
    Fault.NO_REASON: lambda statement: not statement.reasons,
    Fault.NO_OWNER: lambda statement: not statement.has_owner,
    Fault.NO_EVIDENCE: _lacks_evidence,
    Fault.RULED_OUT: lambda statement: is_ruled_out(statement.verdicts),
}
_IF_NOT: Final[dict[Fault, Callable[[Statement], bool]]] = {
    Fault.NO_JUSTIFICATION: lambda statement: not statement.justification.strip(),
    Fault.PRACTISED: lambda statement: bool(_THERE.intersection(statement.verdicts)),
}


def faults_of(statement: Statement) -> tuple[Fault, ...]:
    """What is missing or contradicts the gap assessment; nothing for a statement that stands."""
    if statement.applicable is None:
        return (Fault.UNDECIDED,)
    rules = _IF_APPLICABLE if statement.applicable else _IF_NOT
    return tuple(fault for fault, is_broken in rules.items() if is_broken(statement))


@dataclass(frozen=True, slots=True)
class Completeness:
    """Counts over all controls, and the controls that each fault was found at."""

    total: int
    decided: int
    applicable: int
    incomplete: int
    faults: tuple[tuple[Fault, tuple[int, ...]], ...]
    """Positions of the controls, for each fault that was found."""

    @classmethod
    def of(cls, decisions: Iterable[tuple[bool | None, tuple[Fault, ...]]]) -> "Completeness":
        """Of (applicable, faults) of each control in order."""
        listed = tuple(decisions)
        found = {
            fault: tuple(place for place, (_applicable, faults) in enumerate(listed) if fault in faults)
            for fault in Fault
        }
        return cls(
            len(listed),
            sum(applicable is not None for applicable, _faults in listed),
            sum(applicable is True for applicable, _faults in listed),
            sum(bool(faults) for _applicable, faults in listed),
            tuple((fault, places) for fault, places in found.items() if places),
        )

    @property
    def excluded(self) -> int:
        """Controls said not to apply."""
        return self.decided - self.applicable

    @property
    def undecided(self) -> int:
        """Controls of which nothing is said yet."""
        return self.total - self.decided

    @property
    def is_complete(self) -> bool:
        """Whether there are controls and nothing is missing at any of them."""
        return self.total > 0 and self.incomplete == 0
