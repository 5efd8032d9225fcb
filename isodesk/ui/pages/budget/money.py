"""The lower part: lines of the budget, the card of the one at hand, the sums."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.budget import CostKind
from isodesk.domain.keys import BudgetLineId
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.budget import BudgetView, LineView
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.pages.budget.sums import Sums
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea, TextField

_SHARES: Final = (6, 4, 3, 3, 3)
_AMOUNTS: Final = frozenset({"planned", "actual"})
_USUAL: Final = (
    (CostKind.STANDARDS, N_("Text of the standard")),
    (CostKind.TRAINING, N_("Course for internal auditors")),
    (CostKind.CONSULTING, N_("Consultant")),
    (CostKind.CALIBRATION, N_("Calibration of measuring equipment")),
    (CostKind.CERTIFICATION, N_("Certification audit, Stage 1 and Stage 2")),
    (CostKind.CERTIFICATION, N_("Travel of the auditors")),
)
"""What nearly every project buys."""


class MoneyPanel(Spoken):
    """Table, card, sums, and the two ways to begin."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._read_only = case.services.read_only is not None
        self._currency = ""
        self._shown: BudgetLineId | None = None
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES)
        self.model: RowsModel[LineView] = RowsModel(_columns(lambda: self._currency), lambda line: line.id, self)
        self.table.setModel(self.model)
        self.table.remember(TableLayouts(case.preferences), "budget.lines")
        self.empty = Empty("planning", self)
        self.card = Card(self)
        self.form = Form(self.card)
        self._fill_card()
        self.sums = Sums(self)
        self.prices = Form(self)
        self.prices.add_row(("hour_rate", TextField(length=20), 1), ("currency", TextField(length=3), 1), rest=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.table, self.empty, self.card):
            column.addWidget(part)
        column.addSpacing(12)
        column.addWidget(self.sums)
        column.addSpacing(12)
        column.addLayout(at_left(self.prices))
        self._connect()
        self._set_read_only()
        self.retranslate()

    def _fill_card(self) -> None:
        self.kind = ChoiceField(self.card)
        self.form.add_row(("title", TextField(length=1000), 3), ("kind", self.kind, 2))
        self.form.add_row(
            ("planned", TextField(length=24), 1), ("actual", TextField(length=24), 1), ("due_on", DateField(), 1)
        )
        self.form.add_row(("note", TextArea(least=1, most=6), 1))
        self.card.column.addLayout(at_left(self.form))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.empty.action_requested.connect(self.add_usual)
        self.remove_button.clicked.connect(self.remove)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self.form.focus("title"))
        self.table.row_changed.connect(lambda _key: self._show_line())
        self.form.edited.connect(self._save)
        self.prices.edited.connect(self._save_price)

    def _set_read_only(self) -> None:
        self.form.set_read_only(self._read_only)
        self.prices.set_read_only(self._read_only)
        for part in (self.add_button, self.empty):
            part.setEnabled(not self._read_only)

    def show_view(self, view: BudgetView) -> None:
        """The budget as it stands now."""
        self._currency = view.currency
        self.model.set_rows(view.lines)
        if view.lines and self.table.current_key() is None:
            self.table.go_to(view.lines[0].id)
        for part in (self.table, self.add_button, self.remove_button):
            part.setVisible(bool(view.lines))
        self.empty.setVisible(not view.lines)
        self.table.single_keys = self._case.preferences.current.single_keys
        self.sums.show_view(view)
        rate = speech().number(view.hour_rate) if view.hour_rate else ""
        self.prices.set_values({"hour_rate": rate, "currency": view.currency})
        self._show_line()

    def _show_line(self) -> None:
        line = self.model.at(self.table.currentIndex())
        self.card.setVisible(line is not None)
        self.remove_button.setEnabled(line is not None and not self._read_only)
        if line is not None and line.id != self._shown and self._shown is not None:
            self.form.commit()
            self.form.clear_errors()
        self._shown = line.id if line else None
        if line is not None:
            number = speech().number
            self.form.set_values(
                {
                    "title": line.title,
                    "kind": line.kind,
                    "planned": number(line.planned) if line.planned else "",
                    "actual": "" if line.actual is None else number(line.actual),
                    "due_on": line.due,
                    "note": line.note,
                }
            )

    def show_line(self, key: str) -> bool:
        """Makes a line the current one; whether it is there."""
        found = self.table.go_to(key)
        if found:
            self.table.setFocus()
        return found

    def add(self) -> None:
        """A new line whose name waits to be typed."""
        budget, made = self._case.services.budget, list[BudgetLineId]()
        if self._case.attempt(lambda: made.append(budget.add(self._case.client, _("New line")))):
            self.table.go_to(made[0])
            self._write_title()

    def add_usual(self) -> None:
        """What nearly every project buys, without amounts."""
        budget = self._case.services.budget
        lines = [(_(words), kind) for kind, words in _USUAL]
        self._case.attempt(lambda: budget.add_many(self._case.client, lines))

    def _write_title(self) -> None:
        if self.form.focus("title"):
            title = self.form.fields["title"].control
            if isinstance(title, TextField):
                title.selectAll()

    def remove(self) -> None:
        """Takes the selected lines out; the toast brings them back."""
        keys = [BudgetLineId(str(key)) for key in self.table.selected_keys()]
        services = self._case.services
        if not keys or self._read_only:
            return
        if self._case.attempt(lambda: services.budget.archive(self._case.client, keys)):
            words = plural("{count} line removed", "{count} lines removed", len(keys))
            self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(services.history.undo))

    def _command(self, key: str) -> None:
        if key == "Del":
            self.remove()
        elif key == "Enter":
            self._write_title()

    def _save(self, name: str, value: object) -> None:
        line, budget = self._shown, self._case.services.budget
        if line is None:
            return

        def write() -> None:
            kept = read_amount(name, str(value)) if name in _AMOUNTS else value
            if name == "planned" and kept is None:
                kept = 0.0
            budget.change(self._case.client, line, **{name: kept})

        self._case.attempt(lambda: self.form.trying(name, write))

    def _save_price(self, name: str, value: object) -> None:
        settings = self._case.services.plan_settings

        def write() -> None:
            kept = (read_amount(name, str(value)) or 0.0) if name == "hour_rate" else str(value).upper()
            settings.change(self._case.client, **{name: kept})

        self._case.attempt(lambda: self.prices.trying(name, write))

    def commit(self) -> None:
        """Tells what is being typed."""
        self.form.commit()
        self.prices.commit()

    def retranslate(self) -> None:
        """Heading, labels, and the empty state."""
        self._head.set_words(_("Budget"), _("What is bought for the project, and what own work costs."))
        self.add_button.setText(_("Add a line"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the line"))
        self.table.setAccessibleName(_("Lines of the budget"))
        self.kind.set_choices([(kind, _(wording.COST[kind])) for kind in CostKind])
        for name, words in (
            ("title", _("&What for")),
            ("kind", _("&Kind")),
            ("planned", _("&Planned")),
            ("actual", _("&Actual")),
            ("due_on", _("D&ue")),
            ("note", _("N&ote")),
        ):
            self.form.set_words(name, words)
        self.prices.set_words("hour_rate", _("Cost of an &hour of own work"))
        self.prices.set_words("currency", _("&Currency"), _("three letters"))
        self.empty.set_words(
            _("What will be bought?"),
            _("Begin with what nearly every project buys; amounts come when the offers are there."),
            _("Take the usual lines"),
        )
        self._show_line()


def _columns(currency: Callable[[], str]) -> tuple[Column[LineView], ...]:
    def money(value: float | None) -> str:
        return "" if value is None else speech().money(value, currency())

    return (
        Column(N_("What for"), lambda line: line.title),
        Column(N_("Kind"), lambda line: _(wording.COST[line.kind])),
        Column(N_("Plan"), lambda line: money(line.planned), lambda line: line.planned, "right"),
        Column(N_("Actual"), lambda line: money(line.actual), lambda line: line.actual, "right"),
        Column(N_("Due"), lambda line: speech().date(line.due), lambda line: line.due),
    )


def read_amount(field: str, text: str) -> float | None:
    """“12 500,50” as a number; None for nothing. Raises InvalidInput for words."""
    bare = "".join(text.split()).replace(",", ".") if text.count(",") <= 1 else text
    if not bare:
        return None
    try:
        return float(bare)
    except ValueError as error:
        raise InvalidInput(field, N_("This is no number."), N_("Write digits, such as 12500 or 99.90.")) from error
