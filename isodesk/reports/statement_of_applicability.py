"""The Statement of Applicability: every control of the annex, whether it applies, why, how far it is and what shows it.

The first page is the whole message with its signatures: it is the sheet that a customer or an auditor asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from isodesk import wording
from isodesk.domain.applicability import Completeness, ControlStatus, Fault, Reason
from isodesk.domain.people import Role, decoded_signature
from isodesk.i18n import Speech
from isodesk.reports.blocks import (
    Approval,
    Block,
    Bullets,
    Column,
    Facts,
    Figures,
    Heading,
    KeepTogether,
    Row,
    Signature,
    Signatures,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.applicability import ControlView, completeness_of
from isodesk.services.clients import ClientView
from isodesk.services.team import PersonView

KEY: Final = "statement-of-applicability"
FORM: Final = "2.4"
_APPLIES, _WHY, _EVIDENCE, _OWNER = 2, 3, 5, 6
_MISSING_AT: Final = {
    Fault.UNDECIDED: _APPLIES,
    Fault.NO_REASON: _WHY,
    Fault.NO_JUSTIFICATION: _WHY,
    Fault.NO_OWNER: _OWNER,
    Fault.NO_EVIDENCE: _EVIDENCE,
    Fault.PRACTISED: _APPLIES,
    Fault.RULED_OUT: _APPLIES,
}
"""The column that is hatched for each fault."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Everything that the statement says, as the services gave it."""

    client: ClientView
    controls: tuple[ControlView, ...]
    people: tuple[PersonView, ...]

    @property
    def completeness(self) -> Completeness:
        """What is missing."""
        return completeness_of(self.controls)

    @property
    def standards(self) -> str:
        """The standards with an annex of controls."""
        return ", ".join(dict.fromkeys(view.designation for view in self.controls))

    @property
    def excluded(self) -> tuple[ControlView, ...]:
        """Controls that do not apply."""
        return tuple(view for view in self.controls if view.applicable is False)

    def named(self, role: Role) -> str:
        """The people with a role."""
        return ", ".join(person.name for person in self.people if role in person.roles)

    @property
    def applicable_without_status(self) -> int:
        """Controls that apply, and nobody has said or assessed how far they are."""
        return sum(view.applicable is True and view.status is None for view in self.controls)

    def count(self, status: ControlStatus) -> int:
        """Controls that apply and are that far."""
        return sum(view.applicable is True and view.status is status for view in self.controls)


def build(stated: Stated, letterhead: Letterhead, words: Speech) -> Document:
    """The statement as it stands on the day of the letterhead; what is still missing is hatched and listed."""
    title = words("Statement of Applicability")
    first = (
        Approval(letterhead.approver(words)),
        Heading(0, title),
        _about(stated, letterhead, words),
        *_summary(stated, words),
        _signatures(stated, letterhead, words),
    )
    second = (_controls(stated, words), *_excluded(stated, words), *_missing(stated, words))
    sections = (Section(first, "landscape"), Section(second, "landscape"))
    document = letterhead.document(KEY, title, form_code(words, FORM), sections, date=letterhead.date)
    return replace(document, legend=_legend(stated, words))


def _about(stated: Stated, letterhead: Letterhead, words: Speech) -> Facts:
    complete = stated.completeness.is_complete
    rows = (
        (words("Organization"), stated.client.name),
        (words("Standard"), stated.standards),
        (words("Scope"), stated.client.scope),
        (words("Responsible for information security"), stated.named(Role.SECURITY)),
        (words("As of"), words.date(letterhead.date)),
        (words("State"), words("complete") if complete else words("draft: something is still missing")),
        (words("Version, in force from"), words("No. ________ from ________________")),
        (words("Next review"), "________________"),
    )
    return Facts(rows, 2)


def _summary(stated: Stated, words: Speech) -> Iterator[Block]:
    found = stated.completeness
    yield Figures(
        (
            (str(found.total), words("controls")),
            (str(found.applicable), words("apply")),
            (str(found.excluded), words("do not apply")),
            (str(found.undecided), words("not decided")),
        )
    )
    yield Figures(
        (
            (str(stated.count(ControlStatus.IMPLEMENTED)), words("implemented")),
            (str(stated.count(ControlStatus.PARTLY)), words("partly implemented")),
            (str(stated.count(ControlStatus.PLANNED)), words("still planned")),
            (str(stated.applicable_without_status), words("of unknown status")),
        )
    )


def _legend(stated: Stated, words: Speech) -> str:
    letters = " · ".join(f"{wording.reason_letter(r, words)} – {words(wording.REASON[r]).lower()}" for r in Reason)
    said = words("Reasons: {letters}.").format(letters=letters)
    return said if stated.completeness.is_complete else " ".join((said, words("Hatched: still missing.")))


def _controls(stated: Stated, words: Speech) -> Table:
    columns = (
        Column(words("No."), mm=16),
        Column(words("Control")),
        Column(words("Applies"), mm=21),
        Column(words("Reasons, justification"), weight=1.1),
        Column(words("Status"), mm=28),
        Column(words("How it is implemented, evidence"), weight=1.1),
        Column(words("Owner"), mm=34),
    )
    rows: list[Row] = []
    for section, inside in groupby(stated.controls, key=lambda view: view.section):
        rows.append(Row((section,), "group"))
        rows += [_control(view, words) for view in inside]
    return Table(columns, tuple(rows))


def _control(view: ControlView, words: Speech) -> Row:
    cells = (
        view.clause,
        view.title,
        {True: words("Yes"), False: words("No"), None: "–"}[view.applicable],
        _why(view, words),
        words(wording.CONTROL_STATUS[view.status]) if view.applicable and view.status else "",
        _shown_by(view, words) if view.applicable else "",
        view.owner_name,
    )
    return Row(cells, marks=tuple(sorted({_MISSING_AT[fault] for fault in view.faults})))


def _why(view: ControlView, words: Speech) -> str:
    letters = ", ".join(wording.reason_letter(r, words) for r in Reason if view.applicable and r in view.reasons)
    return "\n".join(part for part in (letters, view.justification) if part)


def _shown_by(view: ControlView, words: Speech) -> str:
    files = words("Files attached: {count}").format(count=view.files) if view.files else ""
    return "\n".join(part for part in (view.shown_evidence, files) if part)


def _excluded(stated: Stated, words: Speech) -> Iterator[Block]:
    if not stated.excluded:
        return
    columns = (
        Column(words("No."), mm=16),
        Column(words("Control")),
        Column(words("Why it does not apply"), weight=1.6),
    )
    rows = tuple(
        Row((view.clause, view.title, view.justification), marks=() if view.justification.strip() else (2,))
        for view in stated.excluded
    )
    yield Heading(1, words("Controls that do not apply"))
    yield Table(columns, rows)


def _missing(stated: Stated, words: Speech) -> Iterator[Block]:
    faults = stated.completeness.faults
    if not faults:
        return
    lines = (
        words("{what}: {controls}").format(
            what=words(wording.FAULT[fault]), controls=", ".join(stated.controls[place].clause for place in places)
        )
        for fault, places in faults
    )
    yield KeepTogether((Heading(1, words("What is still missing")), Bullets(tuple(lines))))


def _signatures(stated: Stated, letterhead: Letterhead, words: Speech) -> Block:
    security = stated.named(Role.SECURITY)
    author = letterhead.author or security
    return Signatures(
        (
            Signature(words("Prepared by"), decoded_signature(author)),
            Signature(words("Information security"), decoded_signature(security) if security != author else ""),
        )
    )
