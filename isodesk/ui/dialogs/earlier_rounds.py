"""Earlier rounds of the assessment, to be read: nothing of them is changed any more."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.assessment import QuestionView, RoundView
from isodesk.ui.case import Case
from isodesk.ui.models.questions import existing_of, haystack, sign_of, status_of
from isodesk.ui.models.rows import Column, RowsModel, folded
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

_WIDTHS = (72, 460, 132, 180)


class EarlierRoundsDialog(QDialog):
    """A round is chosen above; the grid shows its questions as they were asked and answered."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._views: tuple[QuestionView, ...] = ()
        self.setWindowTitle(_("Earlier assessments"))
        self.resize(1040, 680)
        self.round = ChoiceField(self)
        self.round.setAccessibleName(_("Assessment"))
        closed = [item for item in case.services.assessment.rounds(case.client) if item.closed_on is not None]
        self.round.set_choices((item.number, _words(item)) for item in reversed(closed))
        if closed:
            self.round.set_value(closed[-1].number)
        self.search = SearchBox(self)
        self.search.set_hint(_("Search in this assessment"))
        self.count = label(role="muted")
        self.model: RowsModel[QuestionView] = RowsModel(_columns(), lambda view: view.key, self)
        self.table = DataTable(self, row_height=HEIGHT)
        self._build()
        self.read()
        self.table.setFocus()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.allow_sorting()
        self.table.setAccessibleName(_("Questions and answers"))
        for section in (1, 3, 4):
            self.table.setItemDelegateForColumn(section, WrapDelegate(self.table))
        self.table.setItemDelegateForColumn(2, StatusDelegate(self.table))
        for section, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(section, width)
        close = button(_("Close"), "primary")
        close.setDefault(True)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.round, 1)
        above.addWidget(self.search, 1)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        close.clicked.connect(self.accept)
        self.round.picked.connect(lambda _number: self.read())
        self.search.searched.connect(lambda _text: self._filter())

    def read(self) -> None:
        """Shows the round that is chosen."""
        number = self.round.value()
        language = speech().language
        assessment = self._case.services.assessment
        self._views = assessment.questions(self._case.client, language, number) if isinstance(number, int) else ()
        self._filter()

    def _filter(self) -> None:
        wanted = folded(self.search.text()).split()
        rows = [view for view in self._views if all(word in haystack(view) for word in wanted)]
        self.model.set_rows(rows)
        self.count.setText(_("{shown} of {total}").format(shown=len(rows), total=len(self._views)))


def _words(item: RoundView) -> str:
    period = " – ".join(speech().date(day) for day in (item.started_on, item.closed_on) if day is not None)
    return f"{', '.join(item.designations)}   {period}"


def _columns() -> tuple[Column[QuestionView], ...]:
    return (
        Column(N_("Clause"), lambda view: view.clause, sort=lambda view: clause_order(view.clause)),
        Column(N_("Question"), lambda view: view.question),
        Column(N_("Status"), status_of, sign=sign_of),
        Column(N_("What exists"), existing_of),
        Column(N_("What is missing"), lambda view: view.missing),
    )
