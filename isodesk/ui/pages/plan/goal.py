"""The line that says whether the plan reaches the certificate in time."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui import icons, theme
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Goal(Spoken):
    """`target_requested` asks for the page where the target date is set."""

    target_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target: date | None = None
        self._days: int | None = None
        self._goal = label()
        self._link = button("", "link")
        self._link.clicked.connect(lambda _checked=False: self.target_requested.emit())
        self._sign = label()
        self._reserve = label()
        above, below = QHBoxLayout(), QHBoxLayout()
        for row, parts in ((above, (self._goal, self._link)), (below, (self._sign, self._reserve))):
            row.setSpacing(6)
            row.addStretch(1)
            for part in parts:
                row.addWidget(part, 0, _RIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(below)
        column.addStretch(1)
        self.retranslate()

    def set_dates(self, target: date | None, reserve: int | None) -> None:
        """The day the certificate is wanted by, and the working days between the end of the open work and that day."""
        if (target, reserve) != (self._target, self._days):
            self._target, self._days = target, reserve
            self.retranslate()

    def text(self) -> str:
        """What it says now."""
        return f"{self._goal.text()} {self._reserve.text()}".strip()

    def retranslate(self) -> None:
        """Date and reserve, or what is missing for them."""
        self._link.setText(_("Set a date"))
        self._link.setVisible(self._target is None)
        if self._target is None:
            self._goal.setText(_("No target date for the certificate."))
        else:
            self._goal.setText(_("Goal: certificate {date}").format(date=speech().date(self._target)))
        self._say_reserve()
        self.setAccessibleName(self.text())

    def _say_reserve(self) -> None:
        known = self._days is not None
        self._sign.setVisible(known)
        self._reserve.setVisible(known)
        self._reserve.setText("")
        days = self._days
        if days is None:
            return
        late = days < 0
        if late:
            words = plural("{count} working day late", "{count} working days late", -days)
        else:
            words = plural("{count} working day in reserve", "{count} working days in reserve", days)
        icons.put(self._sign, "warning" if late else "flag", "bad" if late else "muted", 16)
        self._reserve.setText(words)
        self._reserve.setProperty("role", "error" if late else "muted")
        theme.restyle(self._reserve)
