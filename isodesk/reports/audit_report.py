"""The internal audit report: the whole message on page one, what it rests on behind it, the records as annexes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from isodesk import wording
from isodesk.domain.audits import AuditState, Grade, Verdict
from isodesk.domain.keys import clause_order, section_of
from isodesk.domain.people import decoded_signature
from isodesk.i18n import N_, Speech
from isodesk.reports.blocks import (
    Block,
    Column,
    Facts,
    Figures,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code, period
from isodesk.reports.nonconformity_record import record
from isodesk.services.audits import AuditView
from isodesk.services.checklists import ChecklistView
from isodesk.services.findings import FindingView

KEY: Final = "audit-report"
FORM: Final = "4.5"


@dataclass(frozen=True, slots=True)
class Reported:
    """Everything that the report says, as the services gave it."""

    audit: AuditView
    rows: tuple[ChecklistView, ...]
    findings: tuple[FindingView, ...]
    section_titles: dict[tuple[str, str], str]
    """Title by (standard, number of the section)."""
    designations: Mapping[str, str] = field(default_factory=dict)
    """By the key of the standard, those that were retired too."""

    def graded(self, grade: Grade) -> int:
        """Findings of one grade."""
        return sum(finding.grade is grade for finding in self.findings)

    @property
    def nonconformities(self) -> tuple[FindingView, ...]:
        """Findings that have a record of their own."""
        return tuple(finding for finding in self.findings if finding.grade.is_nonconformity)


def build(reported: Reported, letterhead: Letterhead, words: Speech) -> Document:
    """The report on one audit; one that is not finished says that it is a draft."""
    audit = reported.audit
    title = words("Internal audit report")
    body = (
        Heading(0, title),
        *_draft(audit, words),
        _about(reported, letterhead, words),
        *_message(reported, words),
        *_findings(reported, words),
        *_texts(reported, words),
        *_counts(reported, words),
        KeepTogether((*_distribution(audit, letterhead, words), _signatures(audit, letterhead, words))),
    )
    annexes = (
        Section(
            (Heading(3, words("Annex: record {number}").format(number=f.number)), record(f, audit, letterhead, words))
        )
        for f in reported.nonconformities
    )
    return letterhead.document(
        KEY,
        title,
        form_code(words, FORM),
        (Section(body), *annexes),
        number=words("R-{number}").format(number=audit.number),
        date=audit.reported_on,
    )


def _draft(audit: AuditView, words: Speech) -> Iterator[Block]:
    if audit.state is not AuditState.FINISHED:
        yield Paragraph(words("Draft: the audit is not finished yet."), "note")


def _about(reported: Reported, letterhead: Letterhead, words: Speech) -> Facts:
    audit = reported.audit
    team = ", ".join(name for _, name in audit.members)
    rows = [
        (words("Audit No."), audit.number),
        (words("Objective"), audit.objective or words("Find out whether the system meets the criteria and works")),
        (words("Criteria"), audit.criteria or letterhead.standards),
        (words("Scope of the audit"), _scope(audit, words)),
        (words("Dates"), period(words, audit.starts_on, audit.ends_on)),
        (words("Places"), audit.places),
        (words("Methods"), audit.methods),
        (words("Lead auditor"), audit.lead_name),
        (words("Audit team"), team),
    ]
    optional = {words("Places"), words("Methods"), words("Audit team")}
    return Facts(tuple((label, text) for label, text in rows if text or label not in optional))


def _scope(audit: AuditView, words: Speech) -> str:
    processes = ", ".join(name for _, name, _ in audit.processes)
    clauses = ", ".join(clause for _, clause in audit.clauses)
    stated = words("clauses {clauses}").format(clauses=clauses) if clauses else ""
    return "; ".join(part for part in (processes, stated) if part)


def _message(reported: Reported, words: Speech) -> Iterator[Block]:
    audit = reported.audit
    checked = audit.answered - audit.count(Verdict.NOT_CHECKED)
    yield Figures(
        (
            (words("{answered} of {total}").format(answered=checked, total=audit.rows), words("rows checked")),
            *(
                (str(reported.graded(grade)), words(caption))
                for grade, caption in (
                    (Grade.MAJOR, wording.GRADE[Grade.MAJOR]),
                    (Grade.MINOR, wording.GRADE[Grade.MINOR]),
                    (Grade.OPPORTUNITY, wording.GRADE[Grade.OPPORTUNITY]),
                )
            ),
        )
    )
    yield Heading(1, words("Conclusion"))
    yield Paragraph(audit.conclusion or words("The conclusion is not written yet."), "body")
    yield Paragraph(
        words(
            "An audit looks at samples: where nothing was found, nonconformities may exist all the same. "
            "The report is confidential and goes to those named in the distribution."
        ),
        "note",
    )


def _findings(reported: Reported, words: Speech) -> Iterator[Block]:
    yield Heading(1, words("Findings"))
    if not reported.findings:
        yield Paragraph(words("No nonconformities and no opportunities for improvement were noted."))
        return
    columns = (
        Column(words("Number"), mm=21),
        Column(words("Grade"), mm=30),
        Column(words("Clause"), mm=14),
        Column(words("What the audit found")),
        Column(words("Action, responsible, due"), weight=0.8),
    )
    ordered = sorted(reported.findings, key=lambda finding: (list(Grade).index(finding.grade), finding.number))
    yield Table(columns, tuple(_finding(finding, words) for finding in ordered))


def _finding(finding: FindingView, words: Speech) -> Row:
    stage = words("Stage: {stage}").format(stage=words(wording.STAGE[finding.stage]))
    due = words("due {date}").format(date=words.date(finding.due)) if finding.due else ""
    answerable = ", ".join(part for part in (finding.responsible_name, due) if part)
    return Row(
        (
            finding.number,
            words(wording.GRADE_SHORT[finding.grade]),
            finding.clause,
            "\n".join(part for part in (finding.process_name, finding.statement or finding.requirement) if part),
            "\n".join(part for part in (finding.action, answerable, stage) if part),
        ),
        marks=(1,) if finding.grade is Grade.MAJOR else (),
    )


def _not_covered(audit: AuditView, words: Speech) -> str:
    """What the auditor wrote, and what the checklist itself shows."""
    unchecked, left = audit.count(Verdict.NOT_CHECKED), audit.rows - audit.answered
    said = [audit.not_covered]
    if unchecked:
        said.append(
            words.plural(
                "{count} row of the checklist was noted as not checked.",
                "{count} rows of the checklist were noted as not checked.",
                unchecked,
            )
        )
    if left:
        said.append(
            words.plural(
                "{count} row of the checklist has no verdict yet.",
                "{count} rows of the checklist have no verdict yet.",
                left,
            )
        )
    return "\n".join(part for part in said if part) or words("Nothing within the scope was left out.")


def _texts(reported: Reported, words: Speech) -> Iterator[Block]:
    audit = reported.audit
    if audit.strengths:
        yield Heading(1, words("Strengths"))
        yield Paragraph(audit.strengths)
    yield Heading(1, words("What was not covered"))
    yield Paragraph(_not_covered(audit, words))
    if audit.dependences:
        yield Heading(1, words("Independence of the auditors"))
        pairs = ", ".join(f"{item.person} – {item.process}" for item in audit.dependences)
        yield Paragraph(words("Auditors who audited their own process: {pairs}.").format(pairs=pairs))
        yield Paragraph(audit.dependence_reason or words("No reason was given."))


def _counts(reported: Reported, words: Speech) -> Iterator[Block]:
    """Where the findings gather: by process, then by section of the standard."""
    if not reported.rows:
        return
    walks: dict[str | None, list[ChecklistView]] = {}
    for row in reported.rows:
        walks.setdefault(row.process, []).append(row)
    by_process = [
        (views[0].process_name if process else words("Further clauses"), views) for process, views in walks.items()
    ]
    yield KeepTogether(
        (Heading(1, words("Results by process")), _count_table(words("Process"), by_process, words, reported.rows)),
    )
    by_clause = _by_clause(reported, words)
    yield KeepTogether(
        (
            Heading(1, words("Results by section of the standard")),
            _count_table(words("Section"), by_clause, words, reported.rows),
        ),
    )


def _by_clause(reported: Reported, words: Speech) -> list[tuple[str, list[ChecklistView]]]:
    """A row counts in every standard that asks it."""
    sections: dict[tuple[str, str], list[ChecklistView]] = {}
    placed = [(place, row) for row in reported.rows for place in row.places]
    for (standard, clause), row in sorted(placed, key=lambda item: (item[0][0], clause_order(item[0][1]))):
        sections.setdefault((standard, section_of(clause)), []).append(row)
    several = len({standard for standard, _ in sections}) > 1
    return [(_section_name(key, reported, words, several=several), views) for key, views in sections.items()]


def _section_name(key: tuple[str, str], reported: Reported, words: Speech, *, several: bool) -> str:
    title = reported.section_titles.get(key, "")
    name = " ".join(part for part in (key[1], title) if part) or words("Own questions")
    designation = reported.designations.get(key[0], "") if several and key[1] else ""
    return f"{designation} · {name}" if designation else name


def _count_table(
    label: str,
    groups: Sequence[tuple[str, Sequence[ChecklistView]]],
    words: Speech,
    every: Sequence[ChecklistView],
) -> Table:
    shown: list[Verdict | None] = list(Verdict)
    if any(view.verdict is None for view in every):
        shown.append(None)
    titles = (words(wording.VERDICT[verdict] if verdict else N_("No verdict yet")) for verdict in shown)
    columns = (
        Column(label),
        Column(words("Rows"), mm=13, align="right"),
        *(Column(title, mm=25, align="right") for title in titles),
    )
    rows = tuple(Row(_count_cells(name, views, shown)) for name, views in groups)
    return Table(columns, (*rows, Row(_count_cells(words("In all"), every, shown), "total")))


def _count_cells(name: str, views: Sequence[ChecklistView], shown: Sequence[Verdict | None]) -> tuple[str, ...]:
    counts = Counter(view.verdict for view in views)
    return (name, str(len(views)), *(str(counts[verdict]) for verdict in shown))


def _distribution(audit: AuditView, letterhead: Letterhead, words: Speech) -> tuple[Block, ...]:
    head = letterhead.approver(words)
    owners = dict.fromkeys(owner for _, _, owner in audit.processes if owner and owner != head.name)
    columns = (
        Column(words("Recipient")),
        Column(words("Capacity")),
        Column(words("Received (date, signature)"), mm=60),
    )
    rows = [Row((head.name, head.post, ""))]
    rows += [Row((owner, words("Owner of an audited process"), "")) for owner in owners]
    return Heading(1, words("Distribution")), Table(columns, tuple(rows), min_row_mm=9)


def _signatures(audit: AuditView, letterhead: Letterhead, words: Speech) -> Signatures:
    head = letterhead.approver(words)
    return Signatures(
        (
            Signature(words("Lead auditor"), decoded_signature(audit.lead_name)),
            Signature(words("Taken note: {post}").format(post=head.post), head.name),
        )
    )
