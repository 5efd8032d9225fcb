"""Asks by how much all open tasks shall move: some days or weeks, or to a new first day."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.fitted_dialog import FittedDialog
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.number_field import NumberField

_UNITS: Final = {"days": 1, "weeks": 7}


class ShiftPlanDialog(FittedDialog):
    """`days()` are calendar days, negative for earlier; `pinned` counts tasks whose dates were set by hand."""

    def __init__(self, count: int, earliest: date, parent: QWidget, pinned: int = 0) -> None:
        super().__init__(420, parent)
        self._count = count
        self._pinned = pinned
        self.by_hand = QCheckBox(_("&Also dates that were set by hand: {count}").format(count=pinned), self)
        self.by_hand.setChecked(True)
        self.by_hand.setVisible(bool(pinned))
        self.stays = label(_("What is done stays, and so does the baseline."), role="muted", wrap=True)
        self._earliest = earliest
        self.setWindowTitle(_("Shift all"))
        self.by = QRadioButton(_("&By a time"), self)
        self.to = QRadioButton(_("To a new &first day"), self)
        self.by.setChecked(True)
        self._ways = QButtonGroup(self)
        for way in (self.by, self.to):
            self._ways.addButton(way)
        self.amount = NumberField(self, least=0, most=999)
        self.amount.set_value(1)
        self.amount.setKeyboardTracking(True)
        self.unit = ChoiceField(self, [("days", _("days")), ("weeks", _("weeks"))])
        self.unit.set_value("weeks")
        self.direction = ChoiceField(self, [("later", _("later")), ("earlier", _("earlier"))])
        self.direction.set_value("later")
        self.start = DateField(self)
        self.start.set_value(earliest)
        self.outcome = label(role="muted")
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self._lay_out()
        self._connect()
        self._changed()
        self.amount.setFocus()
        self.amount.selectAll()

    def _lay_out(self) -> None:
        for control, name in ((self.amount, _("How many")), (self.unit, _("Unit")), (self.direction, _("Direction"))):
            control.setAccessibleName(name)
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        row.setSpacing(8)
        for control in (self.amount, self.unit, self.direction):
            row.addWidget(control, 1)
        day = QHBoxLayout()
        day.setContentsMargins(28, 0, 0, 0)
        self._start_field = Field(self.start)
        self.start.setAccessibleName(_("New first day"))
        day.addWidget(self._start_field)
        accept_button(self._box, _("Shift the plan"))
        shift = self._box.button(QDialogButtonBox.StandardButton.Ok)
        shift.setProperty("look", "primary")
        shift.setDefault(True)
        theme.restyle(shift)
        self._box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.by)
        column.addLayout(row)
        column.addWidget(self.to)
        column.addLayout(day)
        column.addWidget(self.by_hand)
        column.addWidget(self.outcome)
        column.addWidget(self.stays)
        column.addSpacing(8)
        column.addStretch(1)
        column.addWidget(self._box)

    def _connect(self) -> None:
        self.by.toggled.connect(lambda _on: self._changed())
        self.amount.valueChanged.connect(lambda _value: self._changed())
        self.unit.picked.connect(lambda _value: self._changed())
        self.direction.picked.connect(lambda _value: self._changed())
        self.start.picked.connect(lambda _value: self._changed())
        self.by_hand.toggled.connect(lambda _on: self._changed())
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)

    def days(self) -> int:
        """By how many calendar days everything moves."""
        if self.to.isChecked():
            day = self.start.value()
            return (day - self._earliest).days if day else 0
        sign = -1 if self.direction.value() == "earlier" else 1
        return sign * self.amount.value() * _UNITS[str(self.unit.value())]

    def count(self) -> int:
        """How many tasks move."""
        return self._count if self.by_hand.isChecked() else self._count - self._pinned

    def _changed(self) -> None:
        by = self.by.isChecked()
        for control in (self.amount, self.unit, self.direction):
            control.setEnabled(by)
        self.start.setEnabled(not by)
        day = speech().date(self._earliest + timedelta(days=self.days()))
        count = self.count()
        tasks = plural("{count} open task moves", "{count} open tasks move", count)
        self.outcome.setText(_("{tasks}; the first one begins on {date}.").format(tasks=tasks, date=day))
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.days() != 0 and count > 0)
