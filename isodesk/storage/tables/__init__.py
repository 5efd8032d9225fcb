"""Mapped rows, one module for each aggregate. Importing this package fills the metadata."""

from isodesk.storage.tables.applicability import ControlRow
from isodesk.storage.tables.assessment import AnswerOverrideRow, AnswerRow, EvidenceRow, RoundRow
from isodesk.storage.tables.audits import (
    AuditClauseRow,
    AuditMemberRow,
    AuditProcessRow,
    AuditRow,
    ChecklistItemRow,
    FindingRow,
)
from isodesk.storage.tables.clients import (
    ClientRow,
    ClientStandardRow,
    ContentSnapshotRow,
    ExclusionRow,
    PageMarkRow,
    SiteRow,
)
from isodesk.storage.tables.plan import TaskLinkRow, TaskRow
from isodesk.storage.tables.records import CounterRow, FileRow, JournalRow
from isodesk.storage.tables.row import Row
from isodesk.storage.tables.team import PersonRoleRow, PersonRow, ProcessClauseRow, ProcessRow

__all__ = [
    "AnswerOverrideRow",
    "AnswerRow",
    "AuditClauseRow",
    "AuditMemberRow",
    "AuditProcessRow",
    "AuditRow",
    "ChecklistItemRow",
    "ClientRow",
    "ClientStandardRow",
    "ContentSnapshotRow",
    "ControlRow",
    "CounterRow",
    "EvidenceRow",
    "ExclusionRow",
    "FileRow",
    "FindingRow",
    "JournalRow",
    "PageMarkRow",
    "PersonRoleRow",
    "PersonRow",
    "ProcessClauseRow",
    "ProcessRow",
    "RoundRow",
    "Row",
    "SiteRow",
    "TaskLinkRow",
    "TaskRow",
]
