"""What a block from a spreadsheet would change: which column holds what, row by row, before anything is written (U42)."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.conformity import Conformity, Importance
from isodesk.errors import UserError
from isodesk.i18n import N_
from isodesk.services import pasting
from isodesk.services.pasted_values import TITLES, Field
from isodesk.services.pasting import Block, PastedRow
from isodesk.ui.case import Case
from isodesk.ui.job_group import JobGroup
from isodesk.ui.jobs import Job
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.column_choice import ColumnChoice
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

_SHARES: Final = (64, 400, 300)
_ALL, _TAKEN, _LEFT = "all", "taken", "left"


class PasteAnswersDialog(QDialog):
    """Accepted when the changes were written; `written` says to how many questions."""

    def __init__(self, case: Case, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._block: Block | None = None
        self._rows: tuple[PastedRow, ...] = ()
        self.written = 0
        self._reading = JobGroup(case.jobs, self._failed)
        self.setWindowTitle(_("Paste from Excel"))
        self.resize(1040, 680)
        self.banner = Banner(self)
        self.columns = ColumnChoice(self, [(None, _("not used")), *((field, _(TITLES[field])) for field in Field)])
        self.show_ = ChoiceField(self)
        self.show_.setAccessibleName(_("Show"))
        self.count = label(role="muted")
        people = {str(person.id): person.name for person in case.services.team.people(case.client)}
        self.model: RowsModel[PastedRow] = RowsModel(_columns(people), lambda row: row.row, self)
        self.table = DataTable(self, row_height=HEIGHT)
        self.take = button("", "primary")
        self.again = button(_("Paste again"), "quiet", "paste")
        self.cancel = button(_("Cancel"), "quiet")
        self._build()
        self._connect()
        self._say()
        self.read(text)
        self.table.setFocus()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Pasted rows"))
        for section in (1, 2, 3):
            self.table.setItemDelegateForColumn(section, WrapDelegate(self.table))
        for section, width in enumerate(_SHARES):
            self.table.setColumnWidth(section, width)
        self.take.setDefault(True)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.count, 1)
        middle.addWidget(self.show_)
        box = QHBoxLayout()
        box.addWidget(self.again)
        box.addStretch(1)
        box.addWidget(self.cancel)
        box.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        sentence = _(
            "Rows are matched by number, key, clause or the words of the question. Empty cells change nothing. Nothing is "
            "written before you agree, and Undo takes it back."
        )
        column.addWidget(label(sentence, "muted", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(self.columns)
        column.addLayout(middle)
        column.addWidget(self.table, 1)
        column.addLayout(box)

    def _connect(self) -> None:
        self.columns.changed.connect(self._match)
        self.show_.picked.connect(lambda _value: self._filter())
        self.take.clicked.connect(lambda _checked=False: self.write())
        self.again.clicked.connect(lambda _checked=False: self.read(QGuiApplication.clipboard().text()))
        self.cancel.clicked.connect(self.reject)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.again.click)

    def read(self, text: str) -> None:
        """Another block; the rows come a moment later."""
        self._clear()
        self._reading.start(Job(_("Reading what was pasted"), lambda _report: pasting.read(text)), self._show_block)

    def _clear(self) -> None:
        self._reading.forget()
        self.banner.hide()
        self._block, self._rows = None, ()
        self.columns.setVisible(False)
        self._filter()

    def _show_block(self, block: Block) -> None:
        self._block = block
        self.columns.set_columns([block.title(place) for place in range(block.width)], _by_place(block.columns))
        self.columns.setVisible(True)
        self._match()

    def _match(self) -> None:
        block = self._block
        if block is None:
            return
        self._reading.forget()
        chosen = {field: place for place, field in self.columns.chosen().items() if isinstance(field, Field)}
        service, client, language = self._case.services.pasting, self._case.client, speech().language
        job = Job(_("Comparing the rows"), lambda _report: service.preview(client, language, block, chosen))
        self._reading.start(job, self._show_rows)

    def _show_rows(self, rows: tuple[PastedRow, ...]) -> None:
        self._rows = rows
        self._filter()

    def _filter(self) -> None:
        wanted = self.show_.value()
        self.model.set_rows([row for row in self._rows if _fits(row, wanted)])
        self._say()

    def _say(self) -> None:
        taken = sum(row.is_taken for row in self._rows)
        left = sum(bool(row.problems) for row in self._rows)
        parts = [
            plural("{count} row read", "{count} rows read", len(self._rows)),
            plural("{count} question changes", "{count} questions change", taken),
            plural(
                "{count} row has something that is not taken", "{count} rows have something that is not taken", left
            ),
        ]
        self.count.setText(", ".join(parts[: 3 if left else 2]))
        self.take.setText(plural("Change {count} question", "Change {count} questions", taken))
        self.take.setEnabled(taken > 0 and self._case.services.read_only is None)
        shown = self.show_.value()
        self.show_.set_choices([(_ALL, _("All rows")), (_TAKEN, _("What changes")), (_LEFT, _("What is not taken"))])
        self.show_.set_value(shown or _ALL)

    def write(self) -> None:
        """Changes the answers in one step."""
        try:
            self.written = self._case.services.pasting.put(self._case.client, self._rows)
        except UserError as error:
            self._failed(error)
        else:
            self.accept()

    def _failed(self, error: UserError) -> None:
        self.banner.say("error", error.text(speech()))

    def done(self, result: int) -> None:
        """Nothing that is still being read is waited for."""
        self._reading.forget()
        super().done(result)


def _fits(row: PastedRow, wanted: object) -> bool:
    if wanted == _TAKEN:
        return row.is_taken
    return wanted != _LEFT or bool(row.problems)


def _by_place(columns: Mapping[Field, int]) -> dict[int, object]:
    return {place: field for field, place in columns.items()}


def _columns(people: Mapping[str, str]) -> tuple[Column[PastedRow], ...]:
    return (
        Column(N_("Row"), lambda row: str(row.row), sort=lambda row: row.row, token=lambda _row: "muted"),
        Column(N_("Question"), _question, token=lambda row: "text" if row.question else "muted"),
        Column(N_("What changes"), lambda row: _changes(row, people), token=lambda _row: "text"),
        Column(
            N_("What is not taken, and why"),
            lambda row: " ".join(error.text(speech()) for error in row.problems),
            token=lambda _row: "bad",
        ),
    )


def _question(row: PastedRow) -> str:
    return f"{row.question.place}  {row.question.question}" if row.question else row.text


def _changes(row: PastedRow, people: Mapping[str, str]) -> str:
    return "; ".join(
        f"{_(TITLES[Field(name)])}: {_words(Field(name), value, people)}" for name, value in row.changes.items()
    )


def _words(field: Field, value: object, people: Mapping[str, str]) -> str:
    if isinstance(value, Conformity):
        return _(wording.CONFORMITY[value])
    if isinstance(value, Importance):
        return _(wording.IMPORTANCE[value])
    return people.get(str(value), "") if field is Field.OWNER else str(value)
