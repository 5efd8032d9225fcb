"""Which audit a page shows; the choice counts for all pages of the audit."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.domain.keys import AuditId
from isodesk.services.audits import AuditView
from isodesk.ui.models import audits as audit_words
from isodesk.ui.speech import _
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class AuditChoice(Spoken):
    """A choice where there are several audits, the number where there is one."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audits: tuple[AuditView, ...] = ()
        self._shown: AuditView | None = None
        self.choice = ChoiceField(self)
        self._only = label(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice)
        row.addWidget(self._only)
        self.choice.picked.connect(lambda key: self.picked.emit(AuditId(str(key))))
        self.retranslate()

    def show_audits(self, audits: Iterable[AuditView], shown: AuditView | None) -> None:
        """All audits and the one that is shown."""
        fresh = tuple(audits)
        if fresh != self._audits or shown != self._shown:
            self._audits, self._shown = fresh, shown
            self.retranslate()

    def retranslate(self) -> None:
        """Numbers and dates."""
        self.choice.setAccessibleName(_("Audit"))
        self.choice.set_choices([(audit.id, audit_words.label_of(audit)) for audit in self._audits])
        self.choice.set_value(self._shown.id if self._shown else None)
        self.choice.setVisible(len(self._audits) > 1)
        self._only.setText(audit_words.label_of(self._shown) if self._shown else "")
        self._only.setVisible(len(self._audits) == 1)
