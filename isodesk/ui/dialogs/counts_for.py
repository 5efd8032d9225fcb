"""For which standards a common question counts, what each one's auditor looks for, and where its answer differs."""

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.conformity import Conformity
from isodesk.errors import InvalidInput, UserError
from isodesk.services.assessment import QuestionView
from isodesk.ui.case import Case
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.text_field import TextField

_REASON_LENGTH = 2000


class _Use(QWidget):
    """One standard: its clause, its auditor's focus, the answer for it."""

    def __init__(self, view: QuestionView, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.standard = view.counts_for[place][0]
        designation, clause, focus = view.focus[place]
        self._before = next(((v, r) for key, v, r in view.overrides if key == self.standard), (None, ""))
        self.verdict = ChoiceField(self)
        common = _(wording.CONFORMITY[view.conformity]) if view.conformity else _(wording.NOT_ASSESSED)
        same = _("As for the others: {answer}").format(answer=common)
        self.verdict.set_choices([(None, same), *((v, _(wording.CONFORMITY[v])) for v in Conformity)])
        self.verdict.set_value(self._before[0])
        self.reason = TextField(self, length=_REASON_LENGTH)
        self.reason.set_value(self._before[1])
        self.reason_field = Field(self.reason, parent=self)
        self.reason_field.set_words(_("Why the answer differs for {standard}").format(standard=designation))
        self.verdict.setAccessibleName(_("Answer for {standard}").format(standard=designation))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(f"{designation}   {clause}", "heading"), 1)
        row.addWidget(self.verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        if focus:
            column.addWidget(label(focus, wrap=True))
        column.addWidget(self.reason_field)
        self.verdict.picked.connect(lambda _value: self._show_reason())
        self._show_reason()

    def changed(self) -> bool:
        """Whether anything was picked or typed."""
        return (self.chosen(), self.reason.text().strip()) != self._before and (
            self.chosen() is not None or self._before[0] is not None
        )

    def chosen(self) -> Conformity | None:
        """The answer for this standard; None follows the common one."""
        value = self.verdict.value()
        return value if isinstance(value, Conformity) else None

    def _show_reason(self) -> None:
        self.reason_field.setVisible(self.chosen() is not None)


class CountsForDialog(QDialog):
    """Keeps what differs when it is accepted."""

    def __init__(self, case: Case, view: QuestionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._view = view
        self.setWindowTitle(_("For which standards it counts"))
        self.resize(720, 560)
        self.banner = Banner(self)
        area = ScrollColumn(self, 16)
        self.uses = [_Use(view, place, self) for place in range(len(view.focus))]
        for place, use in enumerate(self.uses):
            if place:
                area.add(_line(self))
            area.add(use)
        self.keep = button(_("Keep"), "primary")
        self.keep.setDefault(True)
        self.keep.setEnabled(case.services.read_only is None)
        cancel = button(_("Cancel"), "quiet")
        box = QHBoxLayout()
        box.addStretch(1)
        box.addWidget(cancel)
        box.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(view.question, "heading", wrap=True))
        lead = _("One answer counts for all of them. Where it is not the same, say so here, with the reason.")
        column.addWidget(label(lead, "muted", wrap=True))
        column.addWidget(self.banner)
        column.addWidget(area, 1)
        column.addLayout(box)
        self.uses[0].verdict.setFocus()
        self.keep.clicked.connect(lambda _checked=False: self.put())
        cancel.clicked.connect(self.reject)

    def put(self) -> None:
        """Keeps every answer that differs; stays open at the first that cannot be."""
        for use in self._changed():
            try:
                self._case.services.assessment.differ(
                    self._case.client, self._view.key, use.standard, use.chosen(), use.reason.text()
                )
            except InvalidInput:
                use.reason_field.set_error(_("Write why the answer differs; an auditor asks for it."))
                use.reason.setFocus()
                return
            except UserError as error:
                self.banner.say("error", error.text(speech()))
                return
        self.accept()

    def _changed(self) -> Iterator[_Use]:
        return (use for use in self.uses if use.changed())


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line
