"""The line above the checklist: entering from paper, what is shown, own questions."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from isodesk.domain.audits import Verdict
from isodesk.services.checklists import ChecklistView
from isodesk.ui import theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.spoken import Spoken


class Show(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    OPEN = "open"
    REMARKS = "remarks"
    NO_FINDING = "no-finding"
    NO_EVIDENCE = "no-evidence"

    def lets_pass(self, row: ChecklistView) -> bool:
        """Whether a row belongs to it."""
        return {
            Show.ALL: True,
            Show.OPEN: row.verdict is None,
            Show.REMARKS: row.verdict in {Verdict.REMARK, Verdict.NONCONFORMING},
            Show.NO_FINDING: row.verdict is Verdict.NONCONFORMING and not row.findings,
            Show.NO_EVIDENCE: row.verdict is not None and not row.evidence.strip(),
        }[self]


class Tools(Spoken):
    """Tells what a person wants to see; the page decides what that is."""

    sifted = Signal()
    """Filter or search changed."""
    paper_toggled = Signal(bool)
    number_entered = Signal(int)
    own_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = button("", "", "edit")
        self.paper.setCheckable(True)
        self.number = QLineEdit(self)
        self.number.setValidator(QIntValidator(1, 99_999, self.number))
        self.number.setMaxLength(5)
        self.number.setFixedWidth(96)
        self._trouble = label(role="error")
        self.show_ = ChoiceField(self)
        self.search = SearchBox(self)
        self.search.setMinimumWidth(180)
        self.own = button("", "quiet", "plus")
        self._lay()
        self._connect()
        self.retranslate()
        self.set_paper(on=False)

    def _lay(self) -> None:
        self._jump = QWidget(self)
        row = QHBoxLayout(self._jump)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self._trouble)
        flow = Flow(self, 8, 8)
        for part in (self.paper, self._jump, self.show_, self.search, self.own):
            flow.addWidget(part)
        self._flow = flow

    def _connect(self) -> None:
        self.paper.clicked.connect(self._toggled)
        self.number.returnPressed.connect(self._entered)
        self.number.textEdited.connect(lambda _text: self.refuse_number(""))
        self.show_.picked.connect(lambda _value: self.sifted.emit())
        self.search.searched.connect(lambda _text: self.sifted.emit())
        self.own.clicked.connect(self.own_requested)

    def showing(self) -> Show:
        """The filter."""
        return Show(str(self.show_.value() or Show.ALL))

    def reset(self) -> None:
        """Everything is shown again."""
        self.show_.set_value(Show.ALL)
        self.search.setText("")
        self.search.searched.emit("")

    def set_filter(self, show: Show) -> None:
        """Chooses a filter for the person, who followed a link that named it."""
        self.show_.set_value(show)
        self.sifted.emit()

    def set_paper(self, *, on: bool) -> None:
        """Entering from paper: all rows in their order, a field for the row's number."""
        self.paper.setChecked(on)
        self._jump.setVisible(on)
        self.show_.setVisible(not on)
        self.search.setVisible(not on)
        self.refuse_number("")
        self._flow.invalidate()

    def _toggled(self, on: bool) -> None:
        self.set_paper(on=on)
        self.paper_toggled.emit(on)

    def _entered(self) -> None:
        if self.number.text():
            self.number_entered.emit(int(self.number.text()))

    def refuse_number(self, text: str) -> None:
        """Why there is no such row, already translated; "" when all is well."""
        self.number.setProperty("invalid", bool(text))
        theme.restyle(self.number)
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def set_writable(self, writable: bool) -> None:
        """A record is only read."""
        self.paper.setEnabled(writable)
        self.own.setEnabled(writable)
        if not writable and self.paper.isChecked():
            self.set_paper(on=False)

    def retranslate(self) -> None:
        """Every word of the line."""
        self.paper.setText(_("Enter from paper"))
        self.paper.setToolTip(_("Same rows, same numbers as on the printed checklist  Ctrl+G"))
        self.number.setPlaceholderText(_("Row no."))
        self.number.setAccessibleName(_("Number of a row on paper; Enter goes there"))
        self.search.set_hint(_("Search the rows"))
        self.own.setText(_("Own question"))
        self.own.setToolTip(_("Adds a row with a question of your own behind this one  Q"))
        self.show_.setAccessibleName(_("Which rows are shown"))
        self.show_.set_choices(
            [
                (Show.ALL, _("All rows")),
                (Show.OPEN, _("Without a verdict")),
                (Show.REMARKS, _("Remarks and nonconformities")),
                (Show.NO_FINDING, _("Nonconformity without a finding")),
                (Show.NO_EVIDENCE, _("Verdict without evidence")),
            ]
        )
        if self.show_.value() is None:
            self.show_.set_value(Show.ALL)
