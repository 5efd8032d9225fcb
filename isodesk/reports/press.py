"""Has documents built and puts them into files; the one door to the reports for window and command line."""

from pathlib import Path
from typing import Unpack

from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.reports import gathering, gathering_audits, letterhead, nonconformity_record
from isodesk.reports.document import Document, Progress
from isodesk.reports.file_names import safe_name
from isodesk.reports.order import Options, Order
from isodesk.reports.registry import KINDS, Kind
from isodesk.services.workspace import Services


class Press:
    """Prints the documents of one workspace. It reads only, so it works where nothing can be written."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @staticmethod
    def kinds(page: Page | None = None) -> tuple[Kind, ...]:
        """Every kind of document, or those that belong to one page of the program."""
        return tuple(known for known in KINDS if page in {None, known.page})

    def offered(self, client: ClientId) -> tuple[Kind, ...]:
        """The kinds of which this client has something to print: no Statement of Applicability without controls."""
        conditions = gathering.OFFERED
        return tuple(
            known for known in KINDS if known.key not in conditions or conditions[known.key](self._services, client)
        )

    def build(self, key: str, client: ClientId, language: str, **options: Unpack[Options]) -> Document:
        """The document as a value. Raises NotFound, NotAllowed, InvalidInput, StorageTrouble."""
        order = Order(key, client, language, **options)
        order.check()
        head = letterhead.of(self._services, client, language, order.stamp)
        return gathering.BUILDERS[order.kind.key](self._services, order, head)

    def print(
        self,
        key: str,
        client: ClientId,
        language: str,
        path: Path,
        progress: Progress | None = None,
        **options: Unpack[Options],
    ) -> int:
        """Writes a document as PDF and returns its pages. Raises as `build`, PrintFailed and what `progress` raises."""
        from isodesk.reports import pdf

        return pdf.render(self.build(key, client, language, **options), path, progress)

    def file_name(self, key: str, client: ClientId, language: str, **options: Unpack[Options]) -> str:
        """A name to propose: “Checklist IA-26-01.pdf”, with the client's name where there is no number."""
        order = Order(key, client, language, **options)
        order.check()
        form = order.words("(form)") if order.blank else ""
        if order.finding and order.key == nonconformity_record.KEY:
            return safe_name(order.words("Nonconformity"), order.finding, form)
        return safe_name(order.words(order.kind.file_title), self._subject(order), form)

    def _subject(self, order: Order) -> str:
        without_audit = order.blank and order.key == nonconformity_record.KEY and order.audit is None
        if order.kind.needs_audit and not without_audit:
            return gathering_audits.audit_of(self._services, order).number
        return self._services.clients.get(order.client).label
