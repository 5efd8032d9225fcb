"""The right-hand panel: what to do next, and plain words about the row at hand (ux.md J)."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button, icon_button, name_button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

MOST = 3


@dataclass(frozen=True, slots=True)
class NextItem:
    """One step that the rules propose; `why` names the rule in plain words."""

    key: Hashable
    text: str
    note: str = ""
    why: str = ""


class HelpPanel(Spoken):
    """`next_picked` carries the key of a step; F4 in the window folds the panel, and so does its cross."""

    next_picked = Signal(object)
    fold_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._items: tuple[NextItem, ...] = ()
        self._row: tuple[str, str, str, str, str] = ("", "", "", "", "")
        self._steps = QVBoxLayout()
        self._steps.setSpacing(12)
        self._next_head = label(role="eyebrow")
        self._fold = icon_button("panel-right", size=16)
        self._fold.clicked.connect(self.fold_requested)
        self._row_head = label(role="eyebrow")
        self._parts: dict[str, tuple[QLabel, QLabel]] = {}
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._next_head, 1)
        head.addWidget(self._fold)
        self._column.setContentsMargins(16, 8, 16, 16)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addLayout(self._steps)
        self._column.addSpacing(16)
        self._column.addWidget(self._row_head)
        for name in ("question", "auditor", "uses", "example"):
            above = label(role="muted")
            below = label(wrap=True)
            self._parts[name] = (above, below)
            self._column.addWidget(above)
            self._column.addWidget(below)
            self._column.addSpacing(4)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setMinimumWidth(260)

    def set_next(self, items: Iterable[NextItem]) -> None:
        """At most three steps, the most urgent first."""
        fresh = tuple(items)[:MOST]
        if fresh == self._items:
            return
        self._items = fresh
        while (taken := self._steps.takeAt(0)) is not None:
            step = taken.widget()
            if step is not None:
                step.hide()
                step.deleteLater()
        for item in fresh:
            step = _Step(item, self._body)
            step.picked.connect(self.next_picked)
            self._steps.addWidget(step)
        self._next_head.setVisible(bool(fresh))

    def set_row(self, question: str, auditor: str, example: str, clause: str = "", uses: str = "") -> None:
        """Help on the row at hand, in the interface language; all empty hides it."""
        self._row = (question, auditor, example, clause, uses)
        self._come_last()
        self.retranslate()

    def _come_last(self) -> None:
        """Pages are made after the panel; by Tab they come before it, as one reads (ux.md U26)."""
        stops = [self._fold, *(stop for step in self._body.findChildren(_Step) for stop in step.stops())]
        before = self.window().previousInFocusChain()
        if before is None or before is stops[-1]:
            return
        for stop in stops:
            self.setTabOrder(before, stop)
            before = stop

    def retranslate(self) -> None:
        """The headings; contents come from the page."""
        question, auditor, example, clause, uses = self._row
        self._next_head.setText(_("What next"))
        name_button(self._fold, _("Hide this panel"), "F4")
        has_row = bool(question or auditor or example)
        self._row_head.setVisible(has_row)
        words = _("Help on clause {clause}").format(clause=clause) if clause else _("Help on this row")
        self._row_head.setText(words)
        self._show("question", "", question)
        self._show("auditor", _("What the auditor wants to see"), auditor)
        self._show("uses", _("Counts for"), uses)
        self._show("example", _("Example"), example)

    def _show(self, name: str, heading: str, text: str) -> None:
        above, below = self._parts[name]
        above.setText(heading)
        above.setVisible(bool(text and heading))
        below.setText(text)
        below.setVisible(bool(text))


class _Step(Spoken):
    picked = Signal(object)

    def __init__(self, item: NextItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = item
        words = label(item.text, wrap=True)
        self._go = button("", "link", parent=self)
        self._go.clicked.connect(lambda _checked=False: self.picked.emit(item.key))
        self._why = button("", "link", parent=self)
        self._why.setVisible(bool(item.why))
        self._why.clicked.connect(self._explain)
        self._reason = label(item.why, "muted", wrap=True)
        self._reason.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._go)
        row.addWidget(self._why)
        row.addStretch(1)
        if item.note:
            row.addWidget(label(item.note, "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words)
        column.addLayout(row)
        column.addWidget(self._reason)
        self.retranslate()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, as one reads."""
        return self._go, self._why

    def _explain(self) -> None:
        self._reason.setVisible(self._reason.isHidden())

    def retranslate(self) -> None:
        """Names say which step, for those who only hear them."""
        self._go.setText(_("Go there"))
        self._go.setAccessibleName(_("Go to: {step}").format(step=self._item.text))
        self._why.setText(_("Why?"))
        self._why.setAccessibleName(_("Why: {step}").format(step=self._item.text))
