"""What is said of a control, as a form: reasons, justification, status, owner, evidence."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from isodesk import wording
from isodesk.domain.applicability import ControlStatus, Reason
from isodesk.domain.keys import PersonId
from isodesk.ui.pages.applicability.chosen import Chosen
from isodesk.ui.speech import _
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.text_field import TextArea
from isodesk.ui.widgets.toggle_pills import TogglePills

NOTES: Final = ("justification", "evidence")
_MIXED: Final = "mixed"
"""Stands for values that differ: no choice shows."""


class StatementForm(Form):
    """`reason_toggled` carries a reason and whether it is given now; everything else comes by `edited`."""

    reason_toggled = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Chosen | None = None
        self._people: tuple[tuple[PersonId, str], ...] = ()
        self.reasons = TogglePills(Reason, self)
        self.justification = TextArea(least=2, most=6)
        self.status = ChoiceField()
        self.owner = ChoiceField()
        self.evidence = TextArea(least=2, most=6)
        for choice in (self.status, self.owner):
            choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.add_widget(self.reasons)
        self.add_row(("justification", self.justification, 1))
        self.add_row(("status", self.status, 1))
        self.add_row(("owner", self.owner, 1))
        self.add_row(("evidence", self.evidence, 1))
        self.reasons.changed.connect(self._reasons_changed)
        self.retranslate()

    def set_people(self, people: Iterable[tuple[PersonId, str]]) -> None:
        """Who can answer for a control."""
        fresh = tuple(people)
        if fresh != self._people:
            self._people = fresh
            self._fill()

    def show_chosen(self, chosen: Chosen) -> None:
        """Values of one control, or what several have in common."""
        self._chosen = chosen
        self._fill()
        self._say()
        self.reasons.set_checked(chosen.reasons)
        self.reasons.setVisible(chosen.common(lambda view: view.applicable, True) is not False)
        self.set_values(
            {
                "justification": chosen.common(lambda view: view.justification, ""),
                "evidence": chosen.common(lambda view: view.evidence, ""),
            }
        )

    def set_read_only(self, read_only: bool) -> None:
        """The reasons too."""
        super().set_read_only(read_only)
        self.reasons.setEnabled(not read_only)

    def focus(self, name: str) -> bool:
        """The reasons are no field of the form, but can be gone to."""
        if name == "reasons":
            self.reasons.pills()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().focus(name)

    def focused(self) -> str:
        """The reasons too."""
        return "reasons" if any(pill.hasFocus() for pill in self.reasons.pills()) else super().focused()

    def _reasons_changed(self, checked: frozenset[Reason]) -> None:
        before = self._chosen.reasons if self._chosen is not None else frozenset()
        for reason in checked ^ before:
            self.reason_toggled.emit(reason, reason in checked)

    def _fill(self) -> None:
        """The choices, then the value in force: each choice says what it would mean for this control."""
        statuses = [(status, _(wording.CONTROL_STATUS[status])) for status in ControlStatus]
        self.status.set_choices([(None, self._assessed()), *statuses])
        self.owner.set_choices([(None, _("Nobody yet")), *self._people])
        if self._chosen is not None:
            self.status.set_value(self._chosen.common(lambda view: view.own_status, _MIXED))
            self.owner.set_value(self._chosen.common(lambda view: view.owner, _MIXED))

    def _assessed(self) -> str:
        status = self._chosen.common(lambda view: view.assessed_status, None) if self._chosen is not None else None
        if status is None:
            return _("As assessed")
        return _("As assessed: {status}").format(status=_(wording.CONTROL_STATUS[status]))

    def _say(self) -> None:
        chosen = self._chosen
        excluded = chosen is not None and chosen.common(lambda view: view.applicable, None) is False
        differs = _("These differ; what you type goes to all of them.")
        self.set_words("justification", _("Why it does &not apply") if excluded else _("&Justification, in words"))
        for name, area, hint in (
            (
                "justification",
                self.justification,
                _("What an auditor will read: the risk, the paragraph, the contract"),
            ),
            ("evidence", self.evidence, _("Policy, register, record, setting: what shows it, and where it is")),
        ):
            area.setPlaceholderText(differs if chosen is not None and chosen.differ_in(name) else hint)
        noted = chosen.first.noted if chosen is not None and chosen.is_single else ""
        if noted:
            self.evidence.setPlaceholderText(_("From the gap assessment: {text}").format(text=noted))

    def retranslate(self) -> None:
        """Every word."""
        self.reasons.set_words(_("Why it applies"), [(r, _(wording.REASON[r]), _(wording.REASON[r])) for r in Reason])
        self.set_words("status", _("&Status"))
        self.set_words("owner", _("&Owner"))
        self.set_words("evidence", _("&Evidence"))
        self._say()
        self._fill()
