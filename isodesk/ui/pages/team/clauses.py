"""Which process carries which clause: a matrix of the clauses of a standard and the processes."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.catalog.standard import Standard
from isodesk.domain.keys import ProcessId
from isodesk.domain.responsibility import Carried
from isodesk.services.clause_rows import CarriedClause, Pairs, carrying, coverage
from isodesk.services.team import ProcessView
from isodesk.ui.case import Case
from isodesk.ui.models.matrix import MatrixCell, MatrixHead
from isodesk.ui.signs import ANSWERS, STATES, Sign
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.matrix_grid import MatrixGrid
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken
from isodesk.wording import responsibilities as responsibility_words

_ROW: Final = 32
_MOST: Final = 14
_LETTERS: Final = 56
"""Of a process in a head; the tooltip has all of them."""
_SIGNS: Final = {Carried.NONE: None, Carried.PARTLY: STATES["doing"], Carried.FULL: STATES["done"]}
_LEFT: Final = {Carried.NONE: Sign("warning", "partly"), Carried.PARTLY: Sign("state-half", "partly")}


class ClausesPanel(Spoken):
    """Clauses down, processes across; a click or Space gives a clause to a process or takes it away."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._standards: tuple[Standard, ...] = ()
        self._processes: tuple[ProcessView, ...] = ()
        self._clauses: tuple[CarriedClause, ...] = ()
        self._head = SectionHead(self)
        self.standard = ChoiceField(self)
        self.said = label(wrap=True)
        self.grid = MatrixGrid(self, row_height=_ROW, most=_MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.standard, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said)
        column.addWidget(self.grid)
        self.standard.picked.connect(lambda _key: self._show())
        self.grid.commanded.connect(self._command)
        self.grid.picked.connect(self.toggle)
        self.retranslate()

    def refresh(self, processes: tuple[ProcessView, ...]) -> None:
        """Shows what these carry."""
        self._processes = processes
        self._standards = self._case.services.standards.of(self._case.client)
        self.standard.set_choices((standard.key, standard.designation) for standard in self._standards)
        if self.standard.value() is None and self._standards:
            self.standard.set_value(self._standards[0].key)
        self.standard.setVisible(len(self._standards) > 1)
        self.setVisible(bool(processes and self._standards))
        if processes and self._standards:
            self._show()

    def shown_standard(self) -> Standard:
        """The standard whose clauses are shown."""
        chosen = self.standard.value()
        return next((standard for standard in self._standards if standard.key == chosen), self._standards[0])

    def _show(self) -> None:
        exclusions = self._case.services.clients.exclusions(self._case.client)
        self._clauses = coverage(self.shown_standard(), self._processes, exclusions, speech().language)
        found = {clause.number: clause for clause in self._clauses}
        words = {Carried.NONE: _("not carried"), Carried.PARTLY: _("carried in part"), Carried.FULL: _("carried")}

        def cell(clause: Hashable, process: Hashable) -> MatrixCell:
            how = found[str(clause)].by[ProcessId(str(process))]
            return MatrixCell(sign=_SIGNS[how], words=words[how])

        across = [
            MatrixHead(process.id, responsibility_words.shortened(process.name, _LETTERS), more=process.name)
            for process in self._processes
        ]
        self.grid.show_matrix([_head(clause) for clause in self._clauses], across, cell)
        self._say()

    def _say(self) -> None:
        none = [clause.number for clause in self._clauses if clause.is_left and clause.whole is Carried.NONE]
        part = [clause.number for clause in self._clauses if clause.is_left and clause.whole is Carried.PARTLY]
        said = []
        if none:
            words = plural(
                "{count} clause is carried by no process", "{count} clauses are carried by no process", len(none)
            )
            said.append(f"{words}: {', '.join(none)}.")
        if part:
            said.append(_("Carried only in part: {clauses}.").format(clauses=", ".join(part)))
        self.said.setText(" ".join(said) or _("Every clause that applies is carried by a process."))

    def _command(self, key: str) -> None:
        if key in {"Space", "Enter"}:
            self.toggle()
        elif key == "Del":
            self.toggle(on=False)

    def toggle(self, *, on: bool | None = None) -> None:
        """Gives the chosen clauses to their processes, or takes them away where all have them whole; one step."""
        out = {clause.number for clause in self._clauses if clause.excluded}
        cells = [(str(clause), ProcessId(str(process))) for clause, process in self.grid.chosen() if clause not in out]
        if not cells or self._case.services.read_only is not None:
            return
        found = {clause.number: clause for clause in self._clauses}
        if on is None:
            on = not all(found[clause].by[process] is Carried.FULL for clause, process in cells)
        standard, carried = self.shown_standard(), dict[ProcessId, Pairs]()
        for process in self._processes:
            clauses = [clause for clause, key in cells if key == process.id]
            if clauses:
                carried[process.id] = carrying(process, standard, clauses, on=on)
        self._case.attempt(lambda: self._case.services.team.share_clauses(self._case.client, carried))

    def retranslate(self) -> None:
        """Heading and names."""
        sentence = _("Click a cell or press Space: the process carries the clause and all below it.")
        self._head.set_words(_("Which process carries which clause"), sentence)
        self.standard.setAccessibleName(_("Standard"))
        self.grid.setAccessibleName(_("Which process carries which clause"))


def _head(clause: CarriedClause) -> MatrixHead:
    title = f"{clause.number}  {clause.title}"
    if clause.excluded:
        return MatrixHead(clause.number, title, sign=ANSWERS[4], more=f"{title}\n{_('Does not apply')}")
    sign = _LEFT.get(clause.whole)
    lacks = {Carried.NONE: _("No process carries it."), Carried.PARTLY: _("A part of it is carried by no process.")}
    more = "\n".join(part for part in (title, lacks.get(clause.whole, "")) if part)
    return MatrixHead(clause.number, title, sign=sign or STATES["done"], more=more)
