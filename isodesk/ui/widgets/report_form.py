"""The texts of an audit report that a person writes, each with a proposal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from isodesk.services.audits import AuditView
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.text_field import TextArea

_TEXTS = ("strengths", "not_covered", "conclusion")


class ReportForm(Form):
    """`proposed` carries the name of the text for which a person wants our words."""

    proposed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self._audit: AuditView | None = None
        self._hints: dict[str, QLabel] = {}
        for name in _TEXTS:
            self._add(name)
        self.retranslate()

    def _add(self, name: str) -> None:
        """Below the text: what belongs into it, and the link to our words."""
        self.add_row((name, TextArea(least=3, most=14), 1))
        made = button("", "link")
        made.clicked.connect(lambda _checked=False: self.proposed.emit(name))
        self.buttons[name] = made
        self._hints[name] = label(role="muted", wrap=True)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._hints[name], 1)
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.fields[name].add_below(holder)

    def audit(self) -> AuditView | None:
        """Whose texts these are: words that are still being typed belong to it, whatever was chosen meanwhile."""
        return self._audit

    def text(self, name: str) -> str:
        """What a text says now."""
        control = self.fields[name].control
        return control.value() if isinstance(control, TextArea) else ""

    def show_audit(self, audit: AuditView, *, writable: bool) -> None:
        """The texts of an audit."""
        if self._audit is None or audit.id != self._audit.id:
            self.clear_errors()
        self._audit = audit
        self.set_values(
            {"strengths": audit.strengths, "not_covered": audit.not_covered, "conclusion": audit.conclusion}
        )
        self.set_read_only(not writable)
        for made in self.buttons.values():
            made.setVisible(writable)

    def retranslate(self) -> None:
        """Every word."""
        for name, words, hint, link in (
            ("strengths", _("&Strengths"), _("What works well and is worth keeping."), _("Propose strengths")),
            (
                "not_covered",
                _("&Not covered"),
                _("What was planned and not looked at, and why."),
                _("Propose what was not covered"),
            ),
            (
                "conclusion",
                _("&Conclusion"),
                _("Does the system meet the criteria, and does it work?"),
                _("Propose a conclusion"),
            ),
        ):
            self.set_words(name, words)
            self._hints[name].setText(hint)
            self.buttons[name].setText(link)
