"""What one interested party wants: a small table, and the fields of the requirement at hand."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.i18n import N_
from isodesk.services.context import PartyView, RequirementView
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.order_keys import OrderKeys
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea
from isodesk.ui.widgets.toggle_pills import TogglePills

OBLIGATION: Final = "is_obligation"
CLIMATE: Final = "on_climate"
_SHARES: Final = (7, 6, 3, 3)
_UNMET: Final = Sign("warning", "partly")


class RequirementsPart(Spoken):
    """`edited` carries the requirement's id, a field and its value; the page writes."""

    edited = Signal(str, str, object)
    add_requested = Signal()
    remove_requested = Signal(str)
    move_requested = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ""
        self._read_only = False
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES, most=8)
        self._model = RowsModel(_columns(), lambda wanted: wanted.id, self)
        self.table.setModel(self._model)
        for place in (1, 2, 3):
            self.table.setItemDelegateForColumn(place, StatusDelegate(self.table))
        self._order = OrderKeys(self.table)
        self._text = TextArea(least=2, most=6)
        self.form = Form(self)
        self.form.add_row(("wanted", self._text, 1), ("met_by", TextArea(least=2, most=6), 1))
        self.flags = TogglePills((OBLIGATION, CLIMATE), self)
        self.form.add_widget(self.flags)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.table)
        column.addLayout(at_left(self.form))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda _checked=False: self.add_requested.emit())
        self.remove_button.clicked.connect(lambda _checked=False: self._remove())
        self.table.row_changed.connect(lambda _key: self._show())
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self.write())
        self._order.moved.connect(self._move)
        self.form.edited.connect(self._told)
        self.flags.changed.connect(self._flagged)

    def show_party(self, party: PartyView) -> None:
        """The requirements of a party; the one at hand stays where it is still there."""
        if self._shown and self._shown not in {wanted.id for wanted in party.requirements}:
            self.form.clear_errors()
        self._model.set_rows(party.requirements)
        if party.requirements and self.table.current_key() is None:
            self.table.go_to(party.requirements[0].id)
        self._show()

    def commit(self) -> None:
        """Tells what is still being typed, before another party is shown."""
        self.form.commit()

    def _show(self) -> None:
        wanted = self._model.at(self.table.currentIndex())
        self.table.setVisible(self._model.rowCount() > 0)
        self.form.setVisible(wanted is not None)
        self.remove_button.setVisible(wanted is not None)
        if wanted is not None and self._shown and wanted.id != self._shown:
            self.form.commit()
            self.form.clear_errors()
        self._shown = wanted.id if wanted else ""
        if wanted is not None:
            self.form.set_values({"wanted": wanted.text, "met_by": wanted.met_by})
            self.flags.set_checked(name for name in (OBLIGATION, CLIMATE) if getattr(wanted, name))

    def show_requirement(self, requirement: str) -> bool:
        """Makes a requirement the current row; whether it is one of this party's."""
        return self.table.go_to(requirement)

    def write(self) -> None:
        """The words of the requirement wait to be typed over."""
        if self.form.focus("wanted"):
            self._text.selectAll()

    def shown(self) -> str:
        """The requirement at hand, empty without one."""
        return self._shown

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self._read_only = read_only
        self.form.set_read_only(read_only)
        for part in (self.add_button, self.remove_button, self.flags):
            part.setEnabled(not read_only)

    def has_focus(self) -> bool:
        """Whether the keyboard is in here."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def _told(self, name: str, value: object) -> None:
        if self._shown:
            self.edited.emit(self._shown, "text" if name == "wanted" else name, value)

    def _flagged(self, on: frozenset[str]) -> None:
        """One pill was pressed: the one that differs from what is stored."""
        wanted = self._model.at(self.table.currentIndex())
        for name in (OBLIGATION, CLIMATE):
            if wanted is not None and getattr(wanted, name) != (name in on):
                self.edited.emit(wanted.id, name, name in on)
                return

    def _remove(self) -> None:
        if self._shown and not self._read_only:
            self.remove_requested.emit(self._shown)

    def _move(self, places: int) -> None:
        if self._shown and not self._read_only:
            self.move_requested.emit(self._shown, places)

    def _command(self, key: str) -> None:
        if key == "Del":
            self._remove()
        elif key == "Enter":
            self.table.clearFocus()
            self.form.focus("wanted")

    def retranslate(self) -> None:
        """Labels."""
        self._head.set_words(_("Requirements"))
        self.add_button.setText(_("Add a requirement"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the requirement"))
        self.table.setAccessibleName(_("Requirements of the interested party"))
        self.form.set_words("wanted", _("Re&quirement"))
        self.form.set_words("met_by", _("How we &meet it"))
        self.flags.set_words(
            _("The requirement is"),
            (
                (OBLIGATION, _("an obligation"), _("The law demands it, a contract says it, or we took it up")),
                (CLIMATE, _("about climate change"), _("It has to do with climate change (note to 4.2)")),
            ),
        )


def _columns() -> tuple[Column[RequirementView], ...]:
    def yes(on: bool) -> str:
        return _("yes") if on else "–"

    return (
        Column(N_("Requirement"), lambda wanted: " ".join(wanted.text.split())),
        Column(
            N_("How we meet it"),
            lambda wanted: " ".join(wanted.met_by.split()) or _("not said yet"),
            sign=lambda wanted: None if wanted.met_by else _UNMET,
        ),
        Column(
            N_("Obligation"),
            lambda wanted: yes(wanted.is_obligation),
            sign=lambda wanted: STATES["done"] if wanted.is_obligation else None,
        ),
        Column(
            N_("On climate"),
            lambda wanted: yes(wanted.on_climate),
            sign=lambda wanted: STATES["done"] if wanted.on_climate else None,
        ),
    )
