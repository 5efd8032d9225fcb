"""The documents that can be printed: their names, what each one needs, and the page of the program they belong to."""

from dataclasses import dataclass
from typing import Final

from isodesk.domain.journey import Page
from isodesk.errors import NotFound
from isodesk.i18n import N_, Speech
from isodesk.reports import (
    audit_checklist,
    audit_report,
    budget,
    context,
    gap_report,
    nonconformity_record,
    objectives,
    plan_schedule,
    policy,
    project_order,
    readiness_list,
    responsibility_matrix,
    risk_register,
    statement_of_applicability,
    transition_report,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document. Texts are source strings."""

    key: str
    title: str
    page: Page
    file_title: str
    """Beginning of the file's name, short."""
    blank_title: str = ""
    """Title of the form to fill in with a pen; empty where there is none."""
    needs_audit: bool = False
    row_heights: tuple[int, ...] = ()
    """Millimetres to choose from for the rows of the blank form."""

    @property
    def can_be_blank(self) -> bool:
        """Whether there is a form to fill in with a pen."""
        return bool(self.blank_title)


KINDS: Final = (
    Kind(transition_report.KEY, N_("Transition gap report"), Page.SCOPE, N_("Transition")),
    Kind(project_order.KEY, N_("Order to start the certification project"), Page.TEAM, N_("Order to start")),
    Kind(
        gap_report.KEY,
        N_("Gap assessment report"),
        Page.RESULTS,
        N_("Gap assessment"),
        blank_title=N_("Gap assessment form"),
        row_heights=audit_checklist.ROW_HEIGHTS,
    ),
    Kind(context.KEY, N_("Context of the organization"), Page.CONTEXT, N_("Context")),
    Kind(readiness_list.KEY, N_("Readiness for the certification audit"), Page.READINESS, N_("Readiness")),
    Kind(plan_schedule.KEY, N_("Certification plan"), Page.PLAN, N_("Certification plan")),
    Kind(policy.KEY, N_("Policy"), Page.OBJECTIVES, N_("Policy")),
    Kind(objectives.KEY, N_("Objectives"), Page.OBJECTIVES, N_("Objectives")),
    Kind(
        risk_register.KEY,
        N_("Register of risks and opportunities"),
        Page.RISKS,
        N_("Risk register"),
        blank_title=N_("Blank register of risks and opportunities"),
    ),
    Kind(
        statement_of_applicability.KEY,
        N_("Statement of Applicability"),
        Page.APPLICABILITY,
        N_("Statement of Applicability"),
    ),
    Kind(responsibility_matrix.KEY, N_("Responsibility matrix"), Page.RESPONSIBILITIES, N_("Responsibility matrix")),
    Kind(budget.KEY, N_("Workload and budget of the project"), Page.BUDGET, N_("Budget")),
    Kind(
        audit_checklist.KEY,
        N_("Internal audit checklist"),
        Page.CHECKLIST,
        N_("Checklist"),
        blank_title=N_("Blank internal audit checklist"),
        needs_audit=True,
        row_heights=audit_checklist.ROW_HEIGHTS,
    ),
    Kind(
        nonconformity_record.KEY,
        N_("Nonconformity records"),
        Page.NONCONFORMITIES,
        N_("Nonconformities"),
        blank_title=N_("Blank nonconformity record"),
        needs_audit=True,
    ),
    Kind(audit_report.KEY, N_("Internal audit report"), Page.AUDIT_REPORT, N_("Audit report"), needs_audit=True),
)
"""In the order of the pages."""


def kind(key: str) -> Kind:
    """The kind of that key. Raises NotFound naming those there are."""
    for known in KINDS:
        if known.key == key:
            return known
    raise NotFound(
        N_("There is no document “{key}”."),
        N_("Documents: {known}."),
        key=key,
        known=", ".join(known.key for known in KINDS),
    )


def title_of(known: Kind, words: Speech, *, blank: bool = False) -> str:
    """The title of a kind, or of its blank form, in the language of `words`."""
    return words(known.blank_title if blank and known.can_be_blank else known.title)
