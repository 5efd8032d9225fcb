"""The policy: its text, when it was approved, and what it has to hold beside it; folded away once it is approved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.services.objectives import PolicyView
from isodesk.ui import icons
from isodesk.ui.case import Case
from isodesk.ui.pages.objectives.commitments import CommitmentList
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.beside import Beside
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea


class PolicyPanel(Spoken):
    """Saves itself; the page prints."""

    print_requested = Signal()

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._view: PolicyView | None = None
        self._folded: bool | None = None
        """None until the policy was seen for the first time."""
        self._read_only = False
        self._head = SectionHead(self)
        self.propose_button = self._head.add_button(button("", "", "document"))
        self.print_button = self._head.add_button(button("", "quiet", "print"))
        self.fold_button = self._head.add_button(button("", "quiet", "chevron-up"))
        self.card = Card(self)
        self.form = Form(self.card)
        self.form.add_row(("text", TextArea(least=8, most=20), 1))
        self.form.add_row(("approved_on", DateField(), 1), rest=2)
        self.commitments = CommitmentList(self.card)
        self.card.column.addWidget(Beside(self.form, self.commitments, self.card, turn=680, shares=(5, 3)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.card)
        self.propose_button.clicked.connect(lambda _checked=False: self.propose())
        self.print_button.clicked.connect(lambda _checked=False: self.print_requested.emit())
        self.fold_button.clicked.connect(lambda _checked=False: self.fold(not self._folded))
        self.form.edited.connect(self._save)
        self.retranslate()

    def refresh(self) -> None:
        """Reads the policy again; what is being typed stays."""
        view = self._view = self._case.services.objectives.policy(self._case.client)
        self.form.set_values({"text": view.text, "approved_on": view.approved_on})
        self.commitments.show_view(view)
        self.propose_button.setVisible(not view.text)
        if self._folded is None:
            self._folded = bool(view.text) and view.approved_on is not None
        self.retranslate()

    def fold(self, folded: bool) -> None:
        """Shows the head alone, or all."""
        self.form.commit()
        self._folded = folded
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self._read_only = read_only
        self.form.set_read_only(read_only)
        self.propose_button.setEnabled(not read_only)

    def focus(self, field: str) -> bool:
        """Unfolds and puts the keyboard into a field; whether there is one of that name."""
        self.fold(False)
        return self.form.focus(field)

    def propose(self) -> None:
        """Puts our text into the empty field, for the client to make it its own."""
        services, client = self._case.services, self._case.client
        if self._read_only or self._view is None or self._view.text:
            return
        text = services.objectives.proposed_policy(client)
        if self._case.attempt(lambda: services.objectives.write_policy(client, text=text)):
            words = _("A proposal was put in. Change it until it is your own.")
            self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(services.history.undo))
            self.focus("text")

    def _save(self, name: str, value: object) -> None:
        services, client = self._case.services, self._case.client
        changes = {name: value}
        self._case.attempt(lambda: self.form.trying(name, lambda: services.objectives.write_policy(client, **changes)))

    def retranslate(self) -> None:
        """Heading with the state of the policy, buttons, labels."""
        folded = bool(self._folded)
        self.card.setVisible(not folded)
        icons.put_beside_words(self.fold_button, "chevron-down" if folded else "chevron-up", "text")
        self._head.set_words(_("Policy"), self._state())
        self.propose_button.setText(_("Propose a text"))
        self.propose_button.setToolTip(_("From the name, the activity and the standards of the client"))
        self.print_button.setText(_("Print…"))
        self.print_button.setAccessibleName(_("Print the policy"))
        self.fold_button.setText(_("Show") if folded else _("Hide"))
        self.fold_button.setAccessibleName(_("Show the policy") if folded else _("Hide the policy"))
        self.form.set_words("text", _("Te&xt of the policy"))
        self.form.set_words("approved_on", _("Appro&ved on"))
        area = self.form.fields["text"].control
        if isinstance(area, TextArea):
            area.setPlaceholderText(_("What the firm stands for, in words that everybody there understands"))

    def _state(self) -> str:
        view = self._view
        if view is None or not view.text:
            return _("What the head of the firm wants, on one page; everybody in the firm knows it.")
        parts = [
            _("Approved on {date}.").format(date=speech().date(view.approved_on))
            if view.approved_on
            else _("Not approved yet.")
        ]
        if view.doubtful:
            parts.append(
                plural(
                    "{count} thing that the standards ask for was not found in the text.",
                    "{count} things that the standards ask for were not found in the text.",
                    len(view.doubtful),
                )
            )
        return " ".join(parts)
