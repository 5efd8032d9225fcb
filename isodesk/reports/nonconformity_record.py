"""The record of a nonconformity: one page, a band for each party, filled in as far as the matter has come."""

from collections.abc import Iterable
from typing import Final

from isodesk import wording
from isodesk.domain.audits import Grade
from isodesk.i18n import Speech
from isodesk.reports.blocks import Band, BandedForm, Block, Choice, Facts, RuledLines
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.audits import AuditView
from isodesk.services.findings import FindingView

KEY: Final = "nonconformity"
FORM: Final = "4.4"
GRADES: Final = (Grade.MAJOR, Grade.MINOR)

Pairs = Iterable[tuple[str, str]]


def build(
    findings: tuple[FindingView, ...], audit: AuditView | None, letterhead: Letterhead, words: Speech
) -> Document:
    """A record on a page of its own for each finding; without findings the blank form."""
    records = [record(finding, audit, letterhead, words) for finding in findings or (None,)]
    single = findings[0] if len(findings) == 1 else None
    return letterhead.document(
        KEY,
        words("Nonconformity record"),
        form_code(words, FORM),
        tuple(Section((form,)) for form in records),
        number=single.number if single else "",
        date=single.raised_on if single else (audit.reported_on or audit.starts_on if audit and findings else None),
    )


def record(finding: FindingView | None, audit: AuditView | None, letterhead: Letterhead, words: Speech) -> BandedForm:
    """The bands of one record; a part that nobody has written yet is left to the pen."""
    return BandedForm(
        (
            Band("", (_head(finding, audit, letterhead, words),)),
            _nonconformity(finding, audit, words),
            _cause(finding, words),
            _action(finding, words),
            _verification(finding, audit, words),
        )
    )


def _head(finding: FindingView | None, audit: AuditView | None, letterhead: Letterhead, words: Speech) -> Facts:
    clause = letterhead.clause(finding.standard, finding.clause, finding.clause_title) if finding else ""
    rows = (
        (words("Record No."), finding.number if finding else ""),
        (words("Raised on"), words.date(finding.raised_on) if finding else ""),
        (words("Audit No."), (finding.audit_number if finding else "") or (audit.number if audit else "")),
        (words("Clause"), clause),
        (words("Process, unit"), finding.process_name if finding else ""),
        (words("Owner of the process"), finding.process_owner if finding else ""),
    )
    return Facts(rows, 2, ruled=finding is None)


def _nonconformity(finding: FindingView | None, audit: AuditView | None, words: Speech) -> Band:
    chosen = (GRADES.index(finding.grade),) if finding and finding.grade in GRADES else ()
    grade = Choice(words("Grade"), tuple(words(wording.GRADE_SHORT[grade]) for grade in GRADES), chosen)
    pairs = (
        (words("Requirement"), finding.requirement if finding else ""),
        (words("What is not met"), finding.statement if finding else ""),
        (words("Evidence"), finding.evidence if finding else ""),
    )
    title = words("1. Nonconformity: requirement, what is not met, evidence")
    auditor = ", ".join(filter(None, (words("Auditor"), audit.lead_name if audit else "")))
    signed = Facts(
        tuple((words("{who} (signature)").format(who=who), "") for who in (auditor, words("Owner of the process"))),
        2,
        ruled=True,
    )
    return Band(title, (grade, *_written(pairs, 5), signed))


def _cause(finding: FindingView | None, words: Speech) -> Band:
    whys = "\n".join(f"{index}. {why}" for index, why in enumerate(finding.whys, start=1)) if finding else ""
    pairs = (
        (words("Correction"), finding.correction if finding else ""),
        (words("Why, and why again"), whys),
        (words("Root cause"), finding.cause if finding else ""),
        (words("The same elsewhere?"), finding.elsewhere if finding else ""),
    )
    title = words("2. Correction at once; root cause; does the same exist elsewhere?")
    return Band(title, tuple(_written(pairs, 4)))


def _action(finding: FindingView | None, words: Speech) -> Band:
    pairs = ((words("Corrective action"), finding.action if finding else ""),)
    title = words("3. Corrective action, so that it does not happen again")
    answerable = Facts(
        (
            (words("Responsible"), finding.responsible_name if finding else ""),
            (words("Due"), words.date(finding.due) if finding else ""),
            (words("Accepted (signature)"), ""),
            (words("Date"), ""),
        ),
        2,
        ruled=True,
    )
    return Band(title, (*_written(pairs, 3), answerable))


def _verification(finding: FindingView | None, audit: AuditView | None, words: Speech) -> Band:
    pairs = ((words("How it was verified"), finding.verification if finding else ""),)
    chosen: tuple[int, ...] = ()
    if finding and finding.effective is not None:
        chosen = (0,) if finding.effective else (1,)
    verifier = (finding.verified_by if finding else "") or (audit.lead_name if audit else "")
    dates = Facts(
        (
            (words("Carried out on"), words.date(finding.done_on) if finding else ""),
            (words("Verified on"), words.date(finding.verified_on) if finding else ""),
            (words("Verified by"), verifier),
            (words("Signature"), ""),
        ),
        2,
        ruled=True,
    )
    effective = Choice(words("The action was effective"), (words("Yes"), words("No")), chosen)
    return Band(words("4. Verification"), (*_written(pairs, 1), effective, dates))


def _written(pairs: Pairs, lines: int) -> list[Block]:
    """What was typed, compactly; lines for the pen where nothing was, so that the sheet serves at every stage."""
    known = tuple((label, text) for label, text in pairs if text.strip())
    unknown = tuple((label, "") for label, text in pairs if not text.strip())
    if not known:
        return [RuledLines(lines)]
    return [Facts(known), *([Facts(unknown, ruled=True)] if unknown else [])]
