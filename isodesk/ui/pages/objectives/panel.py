"""The objectives: a table, the card of the one at hand below it, and the ways to change how many there are."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.journey import Page
from isodesk.domain.keys import family_of
from isodesk.services.objectives import ObjectiveView
from isodesk.ui.case import Case, Place
from isodesk.ui.models import objectives as columns
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.pages.objectives.card import ObjectiveCard
from isodesk.ui.pages.objectives.deeds import Deeds
from isodesk.ui.pages.objectives.form import FIELD_OF
from isodesk.ui.speech import _
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.delegates import StatusDelegate, TwoLineDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.narrow import NarrowColumns
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken

_SHARES: Final = (2, 12, 7, 4, 6, 7, 8)
_ROW: Final = 48
_LIMITS: Final = {columns.OWNER: 860, columns.NOW: 620}


class ObjectivesPanel(Spoken):
    """Table and card; `place_requested` leads to the plan, `print_requested` to paper."""

    place_requested = Signal(object)
    print_requested = Signal()

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self.deeds = Deeds(case)
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.print_button = self._head.add_button(button("", "quiet", "print"))
        self.usual_button = self._head.add_button(button("", "quiet", "flag"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES, most=8, row_height=_ROW)
        self.model: RowsModel[ObjectiveView] = RowsModel(columns.columns(), lambda view: view.id, self)
        self._empty = Empty("flag", self)
        self.card = ObjectiveCard(self)
        self._set_up_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.table, self._empty, self.card):
            column.addWidget(part)
        self._connect()
        self.retranslate()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(columns.TITLE, TwoLineDelegate(self.table))
        self.table.setItemDelegateForColumn(columns.STATE, StatusDelegate(self.table))
        self.table.allow_sorting()
        self.table.remember(TableLayouts(self._case.preferences), "objectives")
        NarrowColumns(self.table, _LIMITS)
        for keys, run in (
            ("Ins", self.add),
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
        ):
            QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(run)

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self.usual_button.clicked.connect(lambda _checked=False: self.choose_usual())
        self._empty.action_requested.connect(self.choose_usual)
        self.remove_button.clicked.connect(lambda _checked=False: self.remove())
        self.print_button.clicked.connect(lambda _checked=False: self._print())
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self.card.form.focus("title"))
        self.table.row_changed.connect(lambda _key: self._show_current())
        self.card.form.edited.connect(self._save)
        self.card.values.record_requested.connect(self._measure)
        self.card.values.forget_requested.connect(self._forget)
        self.card.tasks.make_requested.connect(self._make_task)
        self.card.tasks.task_picked.connect(lambda task: self.place_requested.emit(Place(Page.PLAN, task)))

    def refresh(self) -> None:
        """Reads the objectives and what they can name; the one at hand stays."""
        services, client = self._case.services, self._case.client
        standards = services.standards.of(client)
        self.card.form.set_choices(
            [(person.id, person.name) for person in services.team.people(client)],
            [(process.id, process.name) for process in services.team.processes(client)],
            [(family_of(standard.key), standard.designation) for standard in standards],
        )
        views = services.objectives.listed(client)
        self.model.set_rows(views)
        if views and self.table.current_key() is None:
            self.table.go_to(views[0].id)
        for part in (self.table, self.remove_button, self.print_button, self.usual_button):
            part.setVisible(bool(views))
        self._empty.setVisible(not views)
        self.table.single_keys = self._case.preferences.current.single_keys
        self._show_current()

    def _show_current(self) -> None:
        view = self.current()
        self.card.setVisible(view is not None)
        self.remove_button.setEnabled(view is not None and self.deeds.writable)
        if view is not None and self.card.show_view(view):
            self.card.values.start_anew(self._case.services.workshop.today)

    def current(self) -> ObjectiveView | None:
        """The objective under the cursor."""
        return self.model.at(self.table.currentIndex())

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self.card.set_read_only(read_only)
        for part in (self.add_button, self.usual_button, self._empty):
            part.setEnabled(not read_only)

    def show_objective(self, key: str, field: str = "") -> bool:
        """Makes an objective the current row, and goes to a field of it; whether it is there."""
        found = self.table.go_to(key)
        if found and not (field and self.card.form.focus(field)):
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return found

    def focused(self) -> str:
        """The objective at hand with the field that has the keyboard, while the keyboard is here."""
        view, field = self.current(), self.card.form.focused()
        if view is None or not (self.table.hasFocus() or self.card.has_focus()):
            return ""
        return f"{view.id}:{field}" if field else view.id

    def add(self) -> None:
        """A new objective, whose title waits to be typed."""
        made = self.deeds.add() if self.deeds.writable else None
        if made is not None and self.table.go_to(made):
            self.card.form.write_title()

    def choose_usual(self) -> None:
        """Offers the usual objectives of the client's standards."""
        from isodesk.ui.dialogs.usual_objectives import UsualObjectivesDialog

        services, client = self._case.services, self._case.client
        offered = services.objectives.usual(client)
        if not offered:
            self._case.messages.toast(_("There are no more usual objectives; write your own."))
            return
        names = {family_of(standard.key): standard.designation for standard in services.standards.of(client)}
        dialog = UsualObjectivesDialog(offered, names, self.window())
        if dialog.exec():
            self.deeds.add_usual(dialog.chosen)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        dialog.deleteLater()

    def remove(self) -> None:
        """Takes the objective at hand out; the toast brings it back."""
        view = self.current()
        if view is not None:
            self.deeds.remove(view)

    def _print(self) -> None:
        self.card.form.commit()
        self.print_requested.emit()

    def _command(self, key: str) -> None:
        view = self.current()
        if key == "Del":
            self.remove()
        elif key == "Enter" and view is not None:
            self.card.form.focus(FIELD_OF[view.lacks[0]] if view.lacks else "title")

    def _move(self, places: int) -> None:
        view = self.current()
        if view is not None:
            self.deeds.move(view, places)

    def _save(self, name: str, value: object) -> None:
        if self.card.shown is not None:
            self.deeds.save(self.card.form, self.card.shown, name, value)

    def _measure(self, day: object, value: str, note: str) -> None:
        view, values = self.current(), self.card.values
        today = self._case.services.workshop.today
        if view is not None and self.deeds.measure(values.form, view.id, day, value, note):  # type: ignore[arg-type]
            values.start_anew(today)
            values.value.setFocus()

    def _forget(self, day: object) -> None:
        view = self.current()
        if view is not None:
            self.deeds.forget(view.id, day)  # type: ignore[arg-type]

    def _make_task(self) -> None:
        self.card.form.commit()
        view = self.current()
        task = self.deeds.make_task(view) if view is not None else None
        if task is not None:
            place = Place(Page.PLAN, task)
            self._case.messages.toast(
                _("The next action is a task of the plan now."),
                _("Open the plan"),
                lambda: self.place_requested.emit(place),
            )

    def retranslate(self) -> None:
        """Heading, buttons and the empty state."""
        self._head.set_words(_("Objectives"), _("What the firm wants to reach: measured, with an owner and a date."))
        self.add_button.setText(_("Add an objective"))
        self.usual_button.setText(_("Usual objectives…"))
        self.print_button.setText(_("Print…"))
        self.print_button.setAccessibleName(_("Print the objectives"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the objective"))
        self.table.setAccessibleName(_("Objectives"))
        self._empty.set_words(
            _("No objectives yet"),
            _("Three to six that matter to the firm are enough. Begin with the usual ones and make them yours."),
            _("Choose from usual objectives"),
        )
