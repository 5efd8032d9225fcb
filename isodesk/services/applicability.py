"""The Statement of Applicability: which controls of a standard's annex apply, why, and how far they are."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from isodesk.domain.applicability import Completeness, ControlStatus, Reason
from isodesk.domain.events import ApplicabilityChanged
from isodesk.domain.keys import ClientId, PersonId
from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.services.assessment import Assessment, QuestionView
from isodesk.services.control_views import (
    FLAGS,
    ControlKey,
    ControlView,
    by_place,
    controls_of,
    key_at,
    place_of,
    views_of,
)
from isodesk.services.fields import LONG, clean
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.storage import applicability, team
from isodesk.storage.tables import ControlRow
from isodesk.storage.work import Session, Work, Workshop

__all__ = ["Applicability", "ControlKey", "ControlView", "completeness_of", "key_at", "place_of"]

NOTES: Final = {"justification": "reason", "evidence": "evidence"}
"""Texts about a control, with their columns."""
_ALL: Final = frozenset(Reason)
_SAID: Final = ("applicable", *FLAGS.values(), "reason", "status", "owner_id", "evidence")


def completeness_of(controls: Iterable[ControlView]) -> Completeness:
    """What is missing over some controls; positions are those of `controls`."""
    return Completeness.of((view.applicable, view.faults) for view in controls)


class Applicability:
    """Reads and records what is said of controls; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards, assessment: Assessment) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards
        self._assessment = assessment

    def controls(
        self, client: ClientId, language: str, questions: tuple[QuestionView, ...] | None = None
    ) -> tuple[ControlView, ...]:
        """All controls of the client's standards in order; none where no standard has an annex of controls.

        `questions` are the answers of the current round where the caller has read them already.
        """
        standards = tuple(standard for standard in self._standards.of(client) if controls_of(standard))
        if not standards:
            return ()
        asked = by_place(self._assessment.questions(client, language) if questions is None else questions)
        with self._workshop.read() as session:
            rows = applicability.controls(session, client)
            names = team.names(session, client)
        named = len(standards) > 1
        return tuple(
            view for standard in standards for view in views_of(standard, rows, asked, names, language, named=named)
        )

    def has_controls(self, client: ClientId) -> bool:
        """Whether a standard of the client has an annex of controls."""
        return any(controls_of(standard) for standard in self._standards.of(client))

    def completeness(self, client: ClientId) -> Completeness:
        """What is missing over all controls; positions are those of `controls`."""
        return completeness_of(self.controls(client, "en"))

    def decide(self, client: ClientId, controls: Iterable[ControlKey], applicable: bool | None) -> None:
        """Says that several controls apply or do not, or takes that back, in one step. Raises NotFound for a control
        that none of the client's standards has."""

        def change(row: ControlRow) -> None:
            row.applicable = applicable

        self._change(client, N_("whether {clause} applies"), controls, change)

    def set_reasons(
        self,
        client: ClientId,
        controls: Iterable[ControlKey],
        reasons: frozenset[Reason],
        among: frozenset[Reason] = _ALL,
    ) -> None:
        """Gives several controls exactly these reasons; only those in `among` are touched. Raises NotFound."""

        def change(row: ControlRow) -> None:
            for reason in among:
                setattr(row, FLAGS[reason], reason in reasons)

        self._change(client, N_("reasons for {clause}"), controls, change)

    def write(self, client: ClientId, controls: Iterable[ControlKey], field: str, text: str) -> None:
        """Writes `justification` or `evidence` of several controls. Raises InvalidInput when it is too long, NotFound."""
        if field not in NOTES:
            message = f"not a note of a control: {field}"
            raise ValueError(message)
        kept = clean(field, text, LONG, lines=True)
        self._change(client, N_("note to {clause}"), controls, lambda row: setattr(row, NOTES[field], kept))

    def set_owner(self, client: ClientId, controls: Iterable[ControlKey], owner: PersonId | None) -> None:
        """Names who answers for several controls in one step. Raises NotFound."""

        def change(row: ControlRow) -> None:
            row.owner_id = owner

        self._change(client, N_("owner of {clause}"), controls, change)

    def set_status(self, client: ClientId, controls: Iterable[ControlKey], status: ControlStatus | None) -> None:
        """Says how far several controls are; None leaves it to the gap assessment. Raises NotFound."""

        def change(row: ControlRow) -> None:
            row.status = status.value if status else None

        self._change(client, N_("status of {clause}"), controls, change)

    def propose(self, client: ClientId) -> int:
        """Decides every control that is not decided yet by what the gap assessment says, and returns how many.

        What somebody wrote already stays. One step; undo takes all of it back.
        """
        undecided = {view.key: view for view in self.controls(client, "en") if view.applicable is None}
        if undecided:
            self._change(
                client,
                N_("propose what applies: {clause}"),
                undecided,
                lambda row: _propose(row, undecided[row.standard, row.clause]),
            )
        return len(undecided)

    def _change(
        self, client: ClientId, label: str, controls: Iterable[ControlKey], change: Callable[[ControlRow], None]
    ) -> None:
        """Changes the rows of some controls in one step; where nothing is said afterwards either, no row is made."""
        keys = tuple(controls)
        with self._history.step(label, clause=_named(keys)) as work:
            self._refuse_unknown(work.session, client, keys)
            rows = applicability.controls(work.session, client)
            for key in keys:
                change(rows[key]) if key in rows else _add(work, client, key, change)
            work.record(ApplicabilityChanged(client))

    def _refuse_unknown(self, session: Session, client: ClientId, keys: tuple[ControlKey, ...]) -> None:
        known = {s.key: frozenset(controls_of(s)) for s in self._standards.within(session, client)}
        for standard, clause in keys:
            if clause not in known.get(standard, ()):
                raise NotFound(
                    N_("“{clause}” is no control of this client's standards."),
                    N_("Choose one from the Statement of Applicability."),
                    clause=clause,
                )


def _add(work: Work, client: ClientId, key: ControlKey, change: Callable[[ControlRow], None]) -> None:
    row = ControlRow(client_id=client, standard=key[0], clause=key[1])
    before = _said(row)
    change(row)
    if _said(row) != before:
        work.session.add(row)


def _said(row: ControlRow) -> Mapping[str, object]:
    return {name: getattr(row, name) for name in _SAID}


def _propose(row: ControlRow, view: ControlView) -> None:
    proposal = view.proposal
    row.applicable = proposal.applicable
    if not proposal.applicable and not row.reason.strip():
        row.reason = view.assessed_reason
    if not view.reasons:
        for reason in proposal.reasons:
            setattr(row, FLAGS[reason], True)
    if row.owner_id is None and proposal.applicable:
        row.owner_id = view.assessed_owner


def _named(keys: tuple[ControlKey, ...]) -> str:
    clauses = [clause for _standard, clause in keys]
    return clauses[0] if len(clauses) == 1 else f"{clauses[0]} … {clauses[-1]} ({len(clauses)})" if clauses else ""
