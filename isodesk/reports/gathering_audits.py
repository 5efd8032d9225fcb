"""Reads from the services what the documents of internal audits say."""

from contextlib import suppress

from isodesk.domain.keys import ClientId, ItemId
from isodesk.errors import NotAllowed, NotFound, StorageTrouble
from isodesk.i18n import N_
from isodesk.reports import (
    audit_checklist,
    audit_report,
    nonconformity_record,
)
from isodesk.reports.audit_checklist import Attachment, Checked
from isodesk.reports.audit_report import Reported
from isodesk.reports.document import Document
from isodesk.reports.letterhead import Letterhead
from isodesk.reports.order import Order
from isodesk.reports.sections import section_titles
from isodesk.services.audits import AuditView
from isodesk.services.evidence import Subject
from isodesk.services.findings import FindingView
from isodesk.services.workspace import Services


def audit_of(services: Services, order: Order) -> AuditView:
    """The audit that was asked for, or the last one. Raises NotFound."""
    if order.audit is not None:
        return services.audits.get(order.audit)
    return services.audits.find(order.client)


def checklist_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The checklist of an audit."""
    audit = audit_of(services, order)
    rows = services.checklists.rows(audit.id, order.language)
    files = {} if order.blank else {row.id: _files(services, order.client, row.id) for row in rows if row.files}
    checked = Checked(audit, rows, files)
    return audit_checklist.build(checked, head, order.words, blank=order.blank, row_mm=order.row_mm)


def _files(services: Services, client: ClientId, item: ItemId) -> tuple[Attachment, ...]:
    """Files of a row; a picture that is lost keeps its place on paper, empty."""
    files = []
    for view in services.evidence.listed(client, Subject.ITEM, item):
        picture: bytes | None = None
        if view.is_picture:
            picture = b""
            with suppress(StorageTrouble):
                picture = services.evidence.content(view)
        files.append(Attachment(view.name, picture))
    return tuple(files)


def report_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The report of an audit."""
    audit = audit_of(services, order)
    reported = Reported(
        audit=audit,
        rows=services.checklists.rows(audit.id, order.language),
        findings=services.findings.listed(order.client, order.language, audit.id),
        section_titles=section_titles(services, order),
        designations={key: s.designation for key, s in services.standards.known(order.client).items()},
    )
    return audit_report.build(reported, head, order.words)


def records_of(services: Services, order: Order, head: Letterhead) -> Document:
    """Nonconformity records."""
    if order.blank:
        audit = services.audits.get(order.audit) if order.audit else None
        return nonconformity_record.build((), audit, head, order.words)
    if order.finding is not None:
        found = _finding(services, order)
        audit = services.audits.get(found.audit) if found.audit else None
        return nonconformity_record.build((found,), audit, head, order.words)
    audit = audit_of(services, order)
    listed = services.findings.listed(order.client, order.language, audit.id)
    records = tuple(finding for finding in listed if finding.grade.is_nonconformity)
    if not records:
        raise NotFound(
            N_("The audit {number} has no nonconformities."),
            N_("Print the blank form to note one."),
            number=audit.number,
        )
    return nonconformity_record.build(records, audit, head, order.words)


def _finding(services: Services, order: Order) -> FindingView:
    """The finding of that number. Raises NotFound naming those there are, NotAllowed for an opportunity."""
    wanted = (order.finding or "").strip().casefold()
    listed = services.findings.listed(order.client, order.language, order.audit)
    for finding in listed:
        if finding.number.casefold() == wanted:
            if not finding.grade.is_nonconformity:
                raise NotAllowed(
                    N_("{number} is an opportunity for improvement and has no record of its own."),
                    N_("It stands in the audit report."),
                    number=finding.number,
                )
            return finding
    raise NotFound(
        N_("There is no finding “{number}”."),
        N_("Findings of this client: {known}."),
        number=order.finding or "",
        known=", ".join(finding.number for finding in listed) or "–",
    )
