"""The order that starts the project: its number and date, and the way to paper."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.ui.case import Case
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextField

DOCUMENT: Final = "project-order"


class OrderPanel(Spoken):
    """Saves itself; the page prints."""

    print_requested = Signal()

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._head = SectionHead(self)
        self.print_button = self._head.add_button(button("", "", "print"))
        card = Card(self)
        self.form = Form(card)
        self.form.add_row(("order_number", TextField(length=60), 2), ("order_on", DateField(), 2), rest=3)
        card.column.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(card)
        self.form.edited.connect(self._save)
        self.print_button.clicked.connect(lambda _checked=False: self._print())
        self.retranslate()

    def refresh(self) -> None:
        """Reads number and date again; what is being typed stays."""
        settings = self._case.services.plan_settings.get(self._case.client)
        self.form.set_values({"order_number": settings.order_number, "order_on": settings.order_on})

    def set_read_only(self, read_only: bool) -> None:
        """The order can be printed, its number not changed."""
        self.form.set_read_only(read_only)

    def _save(self, name: str, value: object) -> None:
        settings, client, changes = self._case.services.plan_settings, self._case.client, {name: value}
        self._case.attempt(lambda: self.form.trying(name, lambda: settings.change(client, **changes)))

    def _print(self) -> None:
        self.form.commit()
        self.print_requested.emit()

    def retranslate(self) -> None:
        """Heading and labels."""
        self._head.set_words(
            _("Order to start the project"),
            _("By it the head appoints the people above. What is not known yet is left to the pen."),
        )
        self.print_button.setText(_("Print the order…"))
        self.form.set_words("order_number", _("&Order No."))
        self.form.set_words("order_on", _("Date of the or&der"))
