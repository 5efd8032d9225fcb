"""Who would audit their own work: said by name, a reason is asked for, nothing is forbidden (decisions 20)."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.people import Dependence
from isodesk.ui import icons
from isodesk.ui.speech import _
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea


class IndependenceBox(Spoken):
    """Hidden while everybody is independent and no reason is kept. `reason_given` carries the reason."""

    reason_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[Dependence, ...] = ()
        self.setProperty("role", "banner")
        self.setProperty("tone", "warning")
        sign = label()
        icons.put(sign, "warning", "partly")
        self._names = label(wrap=True)
        self.reason = TextArea(self, least=2, most=5)
        self.reason.committed.connect(self.reason_given)
        self.field = Field(self.reason, parent=self)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(sign)
        words.addWidget(self._names, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addLayout(words)
        column.addWidget(self.field)
        self.hide()
        self.retranslate()

    def set_state(self, pairs: Iterable[Dependence], reason: str) -> None:
        """Names of auditors with the processes that they own."""
        self._pairs = tuple(dict.fromkeys(pairs))
        self.reason.set_value(reason)
        self.setVisible(bool(self._pairs) or bool(reason.strip()))
        self.retranslate()

    def needs_reason(self) -> bool:
        """Whether somebody is not independent and nobody has said why."""
        return bool(self._pairs) and not self.reason.value().strip()

    def retranslate(self) -> None:
        """The sentence with its names, and the field."""
        lines = [
            _("{person} is responsible for “{process}” and would audit their own work.").format(
                person=pair.person, process=pair.process
            )
            for pair in self._pairs
        ]
        self._names.setText("\n".join(lines) or _("Everybody is independent now; the reason is kept."))
        self.setAccessibleName(self._names.text())
        self.field.set_words(
            _("Why it &has to be so"), _("An auditor asks for it. Better: let somebody else look at this process.")
        )
