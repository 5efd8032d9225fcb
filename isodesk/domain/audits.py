"""Internal audits: verdicts on checklist rows, grades of findings, numbers of records, the way of a nonconformity.

Terms after ISO 9000 and ISO 19011; correction and corrective action are kept apart (process.md 3).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """What an auditor notes on one checklist row (ux.md 3.1: the digits mean the same as in the gap assessment)."""

    CONFORMS = "conforms"
    REMARK = "remark"
    NONCONFORMING = "nonconforming"
    NOT_CHECKED = "not-checked"


VERDICT_BY_DIGIT = {
    1: Verdict.CONFORMS,
    2: Verdict.REMARK,
    3: Verdict.NONCONFORMING,
    4: Verdict.NOT_CHECKED,
}


class Grade(StrEnum):
    """How heavy a finding is; an opportunity is not a nonconformity and must not stand in for one."""

    MAJOR = "major"
    MINOR = "minor"
    OPPORTUNITY = "opportunity"

    @property
    def is_nonconformity(self) -> bool:
        """Majors and minors need correction, cause and corrective action."""
        return self is not Grade.OPPORTUNITY


class AuditState(StrEnum):
    """Where an audit stands."""

    PLANNED = "planned"
    UNDER_WAY = "under-way"
    FINISHED = "finished"


class RecordKind(StrEnum):
    """Issued records; each counts its own numbers a year."""

    AUDIT = "audit"
    NONCONFORMITY = "nonconformity"
    OPPORTUNITY = "opportunity"


_PREFIXES = {
    "ru": {RecordKind.AUDIT: "ПА", RecordKind.NONCONFORMITY: "НС", RecordKind.OPPORTUNITY: "ВУ"},
    "en": {RecordKind.AUDIT: "IA", RecordKind.NONCONFORMITY: "NC", RecordKind.OPPORTUNITY: "OI"},
}
_WIDTHS = {RecordKind.AUDIT: 2, RecordKind.NONCONFORMITY: 3, RecordKind.OPPORTUNITY: 3}


def record_number(kind: RecordKind, year: int, sequence: int, language: str) -> str:
    """ПА-26-02, НС-26-007 (print.md 1): prefix in the client's language, two digits of the year, a running number.

    The number is part of the record: it is stored as issued and never made again in another language.
    """
    prefix = _PREFIXES.get(language, _PREFIXES["en"])[kind]
    return f"{prefix}-{year % 100:02d}-{sequence:0{_WIDTHS[kind]}d}"


class Stage(StrEnum):
    """The five steps of a nonconformity (ux.md W7), then closed."""

    CORRECTION = "correction"
    CAUSE = "cause"
    ACTION = "action"
    CARRYING_OUT = "carrying-out"
    VERIFICATION = "verification"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Treatment:
    """What has been written down about a nonconformity so far."""

    correction: str = ""
    cause: str = ""
    action: str = ""
    responsible: bool = False
    due: date | None = None
    done_on: date | None = None
    verified_on: date | None = None
    effective: bool | None = None

    @property
    def done(self) -> tuple[bool, bool, bool, bool, bool]:
        """Which of the five steps are complete, in order."""
        return (
            bool(self.correction.strip()),
            bool(self.cause.strip()),
            bool(self.action.strip()) and self.responsible and self.due is not None,
            self.done_on is not None,
            self.verified_on is not None and self.effective is True,
        )

    @property
    def stage(self) -> Stage:
        """The first step that is not complete."""
        for stage, complete in zip(Stage, self.done, strict=False):
            if not complete:
                return stage
        return Stage.CLOSED

    def is_overdue(self, today: date) -> bool:
        """Whether the corrective action should have been carried out by now."""
        return self.due is not None and self.done_on is None and self.due < today
