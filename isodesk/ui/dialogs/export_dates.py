"""Asks what a calendar file of the plan shall hold."""

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.fitted_dialog import FittedDialog
from isodesk.ui.widgets.labels import label


class ExportDatesDialog(FittedDialog):
    """`open_dates` and `all_dates` count what would be written."""

    def __init__(self, language: str, open_dates: int, all_dates: int, parent: QWidget) -> None:
        super().__init__(420, parent)
        self._counts = (open_dates, all_dates)
        self.setWindowTitle(_("Export dates"))
        self.language = ChoiceField(self, [("ru", _("Russian")), ("en", _("English"))])
        self.language.set_value(language)
        days = ((None, _("no reminder")), (0, _("on the day")), (1, _("1 day before")), (7, _("a week before")))
        self.remind = ChoiceField(self, days)
        self.remind.set_value(None)
        self.finished_too = QCheckBox(_("What is &done too"), self)
        self.finished_too.toggled.connect(lambda _on: self._count())
        self.count = label(role="muted", wrap=True)
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        accept_button(self._box, _("Choose the file…"))
        accept = self._box.button(QDialogButtonBox.StandardButton.Ok)
        accept.setProperty("look", "primary")
        accept.setDefault(True)
        theme.restyle(accept)
        self._box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        lead = label(_("A calendar file (.ics) that Outlook, Google Calendar and telephones can read."), wrap=True)
        for part in (
            lead,
            Field(self.language, _("&Language of the file")),
            Field(self.remind, _("&Reminder")),
            self.finished_too,
            self.count,
        ):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self._box)
        self._count()

    def remind_days(self) -> int | None:
        """Days before each date; None for no reminder."""
        value = self.remind.value()
        return value if isinstance(value, int) else None

    def _count(self) -> None:
        number = self._counts[self.finished_too.isChecked()]
        self.count.setText(plural("{count} date", "{count} dates", number))
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(number > 0)
