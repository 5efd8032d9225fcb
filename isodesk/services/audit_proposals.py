"""What an audit may start from: the last audit's settings, and sentences of our own to be rewritten."""

from collections.abc import Iterable
from datetime import date

from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.keys import clause_order
from isodesk.domain.people import Role
from isodesk.domain.schedule import add_working_days, working_day_from
from isodesk.i18n import Speech
from isodesk.services.audits import AuditView, NewAudit
from isodesk.services.checklists import ChecklistView
from isodesk.services.findings import FindingView
from isodesk.services.team import PersonView, ProcessView

_NOTICE = 10
"""Working days between planning and auditing: people need time to make themselves free."""


def propose(
    audits: tuple[AuditView, ...],
    people: tuple[PersonView, ...],
    processes: tuple[ProcessView, ...],
    designations: tuple[str, ...],
    today: date,
    words: Speech,
) -> NewAudit:
    """The next audit: as the last one where there was one, else all processes with whoever may lead it."""
    day = add_working_days(working_day_from(today), _NOTICE)
    known = {process.id for process in processes}
    last = audits[-1] if audits else None
    if last is None:
        auditors = [person for person in people if Role.AUDITOR in person.roles]
        return NewAudit(
            processes=tuple(process.id for process in processes),
            lead=auditors[0].id if auditors else None,
            members=tuple(person.id for person in auditors[1:]),
            starts_on=day,
            ends_on=day,
            objective=objective(words),
            criteria=criteria(words, designations),
        )
    present = {person.id for person in people}
    return NewAudit(
        processes=tuple(key for key, _name, _owner in last.processes if key in known),
        clauses=last.clauses,
        lead=last.lead if last.lead in present else None,
        members=tuple(key for key, _name in last.members if key in present),
        starts_on=day,
        ends_on=day,
        objective=last.objective or objective(words),
        criteria=last.criteria or criteria(words, designations),
        dependence_reason=last.dependence_reason,
    )


def objective(words: Speech) -> str:
    """Why one audits, in two halves that every standard asks for."""
    return words(
        "Find out whether the management system meets the standard and the firm's own rules, "
        "and whether it works in practice in the audited processes."
    )


def criteria(words: Speech, designations: tuple[str, ...]) -> str:
    """What one measures against."""
    return words(
        "{standards}; documents of the management system; contracts with customers; "
        "laws that apply to the products and services."
    ).format(standards=", ".join(designations) or words("The standard"))


def methods(words: Speech) -> str:
    """How one looks."""
    return words("Interviews, looking at documents and records, watching work being done. All of it by samples.")


def strengths(words: Speech) -> str:
    """An example of what is worth naming."""
    return words("People know their tasks and their part in quality; records were at hand and shown at once.")


def not_covered(words: Speech, rows: Iterable[ChecklistView]) -> str:
    """The clauses that were in the scope and not looked at."""
    left = {row.clause for row in rows if row.verdict is Verdict.NOT_CHECKED}
    if not left:
        return words("Everything in the scope was looked at.")
    return words("Not looked at this time: {clauses}. They go into the next audit.").format(
        clauses=", ".join(sorted(left, key=clause_order))
    )


def conclusion(words: Speech, audit: AuditView, findings: Iterable[FindingView]) -> str:
    """A conclusion that says what was looked at, what was found and what that means."""
    grades = [finding.grade for finding in findings]
    names = ", ".join(name for _key, name, _owner in audit.processes)
    looked = words.plural(
        "{count} question of the checklist was looked at",
        "{count} questions of the checklist were looked at",
        audit.answered - audit.count(Verdict.NOT_CHECKED),
    )
    parts = [words("{looked} ({names}).").format(looked=looked, names=names) if names else f"{looked}."]
    parts.append(_found(words, grades))
    parts.append(_meaning(words, grades))
    parts.append(words("An audit is a sample; what was not looked at may hold further nonconformities."))
    return " ".join(parts)


def _found(words: Speech, grades: list[Grade]) -> str:
    counted = [
        words.plural("{count} major nonconformity", "{count} major nonconformities", grades.count(Grade.MAJOR)),
        words.plural("{count} minor nonconformity", "{count} minor nonconformities", grades.count(Grade.MINOR)),
        words.plural(
            "{count} opportunity for improvement",
            "{count} opportunities for improvement",
            grades.count(Grade.OPPORTUNITY),
        ),
    ]
    present = [text for text, grade in zip(counted, Grade, strict=True) if grade in grades]
    if not present:
        return words("There are no findings.")
    return words("Findings: {list}.").format(list=", ".join(present))


def _meaning(words: Speech, grades: list[Grade]) -> str:
    if Grade.MAJOR in grades:
        return words(
            "The management system does not yet meet the criteria; it needs another look after the corrections."
        )
    if Grade.MINOR in grades:
        return words(
            "On the whole the management system meets the criteria and works; single departures need correction."
        )
    return words("In what was looked at, the management system meets the criteria and works.")
