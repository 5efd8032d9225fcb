"""The wizard for a new client: two short steps, all answered beforehand but for the name (ux.md U10, U14, U18)."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from isodesk import i18n
from isodesk.catalog.shelf import DEFAULT
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput, UserError
from isodesk.services.clients import NAME_LIMIT, NewClient
from isodesk.services.workspace import Services
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.text_field import TextField

STEPS: Final = 2
_DAYS: Final = 183
"""Half a year from nothing to the certificate is what a small firm needs, more or less."""


class NewClientWizard(QDialog):
    """After `exec()` gives Accepted, `client` is the new client."""

    def __init__(self, services: Services, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._language = language
        self._names = [(view.id, view.label) for view in services.clients.listed()]
        self._answers: dict[str, str] = {}
        self.client: ClientId | None = None
        self._title = label(role="title")
        self._step = label(role="muted")
        self.error = label(role="error", wrap=True)
        self.first = Form(self)
        self.second = Form(self)
        self._pages = QStackedWidget(self)
        self.back_button = button("", "", "arrow-left")
        self.next_button = button("", "primary")
        self.cancel_button = button("", "quiet")
        self._fill_first()
        self._fill_second()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._show_step(0)

    def _fill_first(self) -> None:
        self.name = TextField(length=NAME_LIMIT)
        self.language = ChoiceField(choices=i18n.LANGUAGE_NAMES.items())
        self.language.set_value(self._language)
        self.first.add_row(("name", self.name, 1))
        self.first.add_row(("language", self.language, 1))

    def _fill_second(self) -> None:
        self.standard = ChoiceField()
        self.target = DateField()
        self.target.set_value(_working_day(self._services.workshop.today + timedelta(days=_DAYS)))
        self.template = ChoiceField()
        for choice in (self.standard, self.template):
            choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.advice_button = button("", "link")
        self.second.add_row(("standard", self.standard, 1))
        below = QWidget(self)
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.advice_button)
        row.addStretch(1)
        self.second.fields["standard"].add_below(below)
        self.second.add_row(("target_on", self.target, 1))
        self.second.add_row(("template", self.template, 1))
        self.second.fields["template"].setVisible(bool(self._names))

    def _lay_out(self) -> None:
        for form in (self.first, self.second):
            page = QWidget(self)
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(form)
            column.addStretch(1)
            self._pages.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._step, 0, Qt.AlignmentFlag.AlignBottom)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.error)
        column.addLayout(foot)
        self.setMinimumSize(520, 440)
        self.error.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda _checked=False: self._show_step(0))
        self.next_button.clicked.connect(lambda _checked=False: self._forward())
        self.cancel_button.clicked.connect(self.reject)
        self.advice_button.clicked.connect(lambda _checked=False: self._advise())
        self.first.edited.connect(lambda name, _value: self.first.fields[name].set_error(""))
        self.name.textEdited.connect(lambda _text: self.first.fields["name"].set_error(""))

    def _retranslate(self) -> None:
        """The dialog lives no longer than one language."""
        self.setWindowTitle(_("New client"))
        self.back_button.setText(_("Back"))
        self.cancel_button.setText(_("Cancel"))
        self.first.set_words("name", _("&Name of the firm"), _("As on its papers; everything can be changed later."))
        self.name.setPlaceholderText(_("for example: Example Ltd"))
        self.first.set_words(
            "language", _("&Language of the documents"), _("Each document can also be printed in the other one.")
        )
        self.second.set_words("standard", _("&Standard"))
        self.advice_button.setText(_("Which standard do I need?"))
        self.second.set_words("target_on", _("Certificate &wanted by"))
        self.second.set_words(
            "template", _("&Take structure from"), _("Sites and processes are copied, answers and people are not.")
        )
        self.template.set_choices([(None, _("an empty client")), *self._names])
        self.template.set_value(None)

    def _show_step(self, number: int) -> None:
        last = number == STEPS - 1
        if last and not self.standard.count() and not self._offer_standards():
            return
        self._pages.setCurrentIndex(number)
        self._title.setText(_("Which standard, and by when?") if last else _("Which firm is it?"))
        self._step.setText(_("Step {step} of {steps}").format(step=number + 1, steps=STEPS))
        self.back_button.setVisible(number > 0)
        self.next_button.setText(_("Create client") if last else _("Next"))
        self.next_button.setDefault(True)
        self.error.hide()
        (self.standard if last else self.name).setFocus(Qt.FocusReason.TabFocusReason)

    def _offer_standards(self) -> bool:
        """Only their heads are read: the question bank is not small. Whether there are any to choose from."""
        language = speech().language
        try:
            headings = self._services.standards.shelf.headings()
        except UserError as error:
            self._say(error)
            return False
        self.standard.set_choices(
            [(heading.key, f"{heading.designation}  {heading.title(language)}") for heading in headings]
        )
        self.standard.set_value(DEFAULT if DEFAULT in {heading.key for heading in headings} else headings[0].key)
        return True

    def _advise(self) -> None:
        """The answers are kept when the client is made."""
        from isodesk.ui.dialogs.which_standard import WhichStandardDialog

        verb = _("Choose {standard}")
        dialog = WhichStandardDialog(self._services.advice, self._answers, verb=verb, parent=self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self._answers = dialog.answers
        if accepted:
            self.standard.set_value(dialog.chosen())
        dialog.deleteLater()
        self.standard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forward(self) -> None:
        if not self.name.text().strip():
            self._show_step(0)
            self.first.fields["name"].set_error(_("Type the name of the firm."))
        elif self._pages.currentIndex() < STEPS - 1:
            self._show_step(STEPS - 1)
        else:
            self._create()

    def _create(self) -> None:
        self.target.commit()
        if self.second.fields["target_on"].error():
            self.target.setFocus()
            return
        template = self.template.value()
        new = NewClient(
            name=self.name.text(),
            standard=str(self.standard.value()),
            language=str(self.language.value()),
            target_on=self.target.value(),
            template=ClientId(str(template)) if template else None,
        )
        try:
            self.client = self._services.clients.create(new)
            self._services.advice.keep(self.client, self._answers)
        except InvalidInput as error:
            self._refuse(error)
        except UserError as error:
            self._say(error)
        else:
            self.accept()

    def _refuse(self, error: InvalidInput) -> None:
        """At the field, on the step where it is."""
        for number, form in enumerate((self.first, self.second)):
            if error.field in form.fields:
                self._show_step(number)
                form.fields[error.field].set_error(error.text(speech()))
                form.focus(error.field)
                return
        self._say(error)

    def _say(self, error: UserError) -> None:
        """What no field is to blame for."""
        self.error.setText(error.text(speech()))
        self.error.show()


def _working_day(day: date) -> date:
    """The Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
