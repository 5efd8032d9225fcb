"""Where a standard forbids to call a question not applicable, it is refused, whichever way the answer came."""

from isodesk.catalog.standard import Exclusion
from isodesk.domain.keys import ClientId, QuestionKey
from isodesk.errors import NotAllowed
from isodesk.i18n import N_
from isodesk.services.standards import Standards
from isodesk.storage import assessment
from isodesk.storage.work import Session


def refuse(standards: Standards, session: Session, client: ClientId, keys: tuple[QuestionKey, ...]) -> None:
    """A common answer counts for every standard that has no answer of its own. Raises NotAllowed."""
    for error in refused(standards, session, client, keys).values():
        raise error


def refused(
    standards: Standards, session: Session, client: ClientId, keys: tuple[QuestionKey, ...]
) -> dict[QuestionKey, NotAllowed]:
    """As `refuse`, but tells of every question."""
    if not keys:
        return {}
    answers = assessment.answers(session, assessment.current_round(session, client).id)
    overrides = assessment.overrides(session, [row.id for row in answers.values()])
    places = {r.question.key: r.counts_for for r in standards.merged(session, client)}
    found: dict[QuestionKey, NotAllowed] = {}
    for key in keys:
        own = overrides.get(answers[key].id, {}) if key in answers else {}
        for standard, _clause in places.get(key, ()):
            if standard not in own:
                try:
                    refuse_for(standards, session, client, key, standard)
                except NotAllowed as error:
                    found.setdefault(key, error)
    return found


def refuse_for(standards: Standards, session: Session, client: ClientId, question: QuestionKey, key: str) -> None:
    """As `refuse`, for one standard by its key. Raises NotAllowed."""
    standard = next((s for s in standards.within(session, client) if s.key == key), None)
    clause = standard.clause_of.get(question) if standard else None
    if standard is not None and clause is not None and standard.exclusion_of(clause) is Exclusion.FORBID:
        raise NotAllowed(
            N_("{standard} does not allow clause {clause} to be left out."),
            N_("Answer with another verdict; if the question counts for several standards, let the answer differ."),
            standard=standard.designation,
            clause=clause,
        )
