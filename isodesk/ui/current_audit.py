"""The audit that pages 4.2 to 4.5 show: one choice for all four, kept while the client is open."""

from PySide6.QtCore import QObject, Signal

from isodesk.domain.keys import AuditId, ClientId
from isodesk.services.audits import AuditView
from isodesk.services.workspace import Services


class CurrentAudit(QObject):
    """`changed` fires when a person chose another audit."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen = AuditId("")

    def choose(self, audit: AuditId) -> None:
        """Shows this audit from now on, on all four pages."""
        if audit != self._chosen:
            self._chosen = audit
            self.changed.emit()

    def among(self, audits: tuple[AuditView, ...]) -> AuditView | None:
        """The chosen one of `audits`; the last where the choice is gone or was never made."""
        return next((audit for audit in audits if audit.id == self._chosen), audits[-1] if audits else None)

    def shown(self, services: Services, client: ClientId) -> AuditView | None:
        """As `among`, reading the client's audits first."""
        return self.among(services.audits.listed(client))
