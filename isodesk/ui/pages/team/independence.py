"""Who may audit what: nobody audits their own process (decisions 20: warned of, never forbidden)."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.people import Role, dependences
from isodesk.i18n import N_
from isodesk.services.team import PersonView, ProcessView
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.signs import STATES
from isodesk.ui.speech import _
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken

_FREE: Final = STATES["done"]
_OWN: Final = STATES["out"]
_HEAD: Final = 56
"""Three lines: surname, name, patronymic."""
_MOST: Final = 6
"""Auditors side by side; a small firm has fewer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A process and the auditors that own it."""

    process: ProcessView
    owned_by: frozenset[str]


class IndependencePanel(Spoken):
    """Processes down, auditors across."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = SectionHead(self)
        self.table = ShortTable(self, most=16)
        self.table.setItemDelegate(StatusDelegate(self.table))
        self.table.horizontalHeader().setMinimumHeight(_HEAD)
        self._auditors: tuple[tuple[str, str], ...] = ()
        self._model = RowsModel[Line]((), lambda line: line.process.id, self)
        self._nobody = label(role="muted", wrap=True)
        self._alone = label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self._nobody, self.table, self._alone):
            column.addWidget(part)
        self.retranslate()

    def refresh(self, people: tuple[PersonView, ...], processes: tuple[ProcessView, ...]) -> None:
        """Shows the matrix for these; the columns are made again only when the auditors are others."""
        auditors = tuple((str(p.id), p.name) for p in people if Role.AUDITOR in p.roles)[:_MOST]
        if auditors != self._auditors or not self._model.columns:
            self._auditors = auditors
            self._model.deleteLater()
            self._model = RowsModel(self._columns(auditors), lambda line: line.process.id, self)
            self.table.setModel(self._model)
            self.table.set_shares((4, *(2 for _auditor in auditors)))
        owned: dict[str, set[str]] = {}
        names = [identity for identity, _name in auditors]
        for found in dependences(names, [(str(process.id), process.owner) for process in processes]):
            owned.setdefault(found.process, set()).add(found.person)
        lines = [Line(process, frozenset(owned.get(str(process.id), ()))) for process in processes]
        self._model.set_rows(lines)
        useful = bool(auditors and processes)
        self.table.setVisible(useful)
        self._nobody.setVisible(bool(processes) and not auditors)
        blocked = [line.process.name for line in lines if line.owned_by and len(line.owned_by) == len(auditors)]
        self._alone.setVisible(bool(blocked))
        self._alone.setText(
            _("Nobody independent can audit: {processes}. Name another auditor or ask someone from outside.").format(
                processes=", ".join(blocked)
            )
        )
        self.setVisible(bool(processes))

    def _columns(self, auditors: tuple[tuple[str, str], ...]) -> tuple[Column[Line], ...]:
        def of(identity: str, name: str) -> Column[Line]:
            return Column(
                name,
                lambda line: _("owns it") if identity in line.owned_by else _("may audit"),
                sign=lambda line: _OWN if identity in line.owned_by else _FREE,
            )

        first: Column[Line] = Column(N_("Process"), lambda line: line.process.name)
        return (first, *(of(identity, name) for identity, name in auditors))

    def retranslate(self) -> None:
        """Heading and the hint for a team without auditors."""
        self._head.set_words(_("Who may audit what"), _("An auditor does not audit a process of their own."))
        self._nobody.setText(_("Nobody is an internal auditor yet: give somebody that role above."))
        self.table.setAccessibleName(_("Who may audit what"))
