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
    SiteShiftRow,
)
from isodesk.storage.tables.context import AdviceAnswerRow, ClimateRow, IssueRow, PartyRequirementRow, PartyRow
from isodesk.storage.tables.objectives import ObjectiveRow, ObjectiveTaskRow, ObjectiveValueRow, PolicyRow
from isodesk.storage.tables.plan import TaskLinkRow, TaskQuestionRow, TaskRow
from isodesk.storage.tables.records import CounterRow, FileRow, JournalRow
from isodesk.storage.tables.responsibilities import ResponsibilityRow
from isodesk.storage.tables.risks import RiskRow, RiskScaleRow, RiskTaskRow
from isodesk.storage.tables.row import Row
from isodesk.storage.tables.scheduling import BudgetLineRow, CalendarDayRow, PlanSettingRow, PlanTemplateRow
from isodesk.storage.tables.team import PersonRoleRow, PersonRow, ProcessClauseRow, ProcessRow

__all__ = [
    "AdviceAnswerRow",
    "AnswerOverrideRow",
    "AnswerRow",
    "AuditClauseRow",
    "AuditMemberRow",
    "AuditProcessRow",
    "AuditRow",
    "BudgetLineRow",
    "CalendarDayRow",
    "ChecklistItemRow",
    "ClientRow",
    "ClientStandardRow",
    "ClimateRow",
    "ContentSnapshotRow",
    "ControlRow",
    "CounterRow",
    "EvidenceRow",
    "ExclusionRow",
    "FileRow",
    "FindingRow",
    "IssueRow",
    "JournalRow",
    "ObjectiveRow",
    "ObjectiveTaskRow",
    "ObjectiveValueRow",
    "PageMarkRow",
    "PartyRequirementRow",
    "PartyRow",
    "PersonRoleRow",
    "PersonRow",
    "PlanSettingRow",
    "PlanTemplateRow",
    "PolicyRow",
    "ProcessClauseRow",
    "ProcessRow",
    "ResponsibilityRow",
    "RiskRow",
    "RiskScaleRow",
    "RiskTaskRow",
    "RoundRow",
    "Row",
    "SiteRow",
    "SiteShiftRow",
    "TaskLinkRow",
    "TaskQuestionRow",
    "TaskRow",
]
