"""What an audit can be made of, in the words of the window: processes with owners, clauses with titles."""

from isodesk.domain.keys import ProcessId
from isodesk.ui.case import Case
from isodesk.ui.speech import _, speech


def processes(case: Case) -> list[tuple[ProcessId, str]]:
    """Processes and who owns them, in their order."""
    return [
        (process.id, f"{process.name} · {process.owner_name or _('no owner')}")
        for process in case.services.team.processes(case.client)
    ]


def clauses(case: Case) -> list[tuple[tuple[str, str], str]]:
    """Clauses that ask something, of every standard of the client."""
    standards = case.services.standards.of(case.client)
    several = len(standards) > 1
    return [
        (
            (standard.key, clause.number),
            f"{standard.designation if several else ''} {clause.number}  {clause.title(speech().language)}".strip(),
        )
        for standard in standards
        for clause in standard.clauses
        if standard.questions_within(clause.number)
    ]
