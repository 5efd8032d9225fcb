"""What the lists of usual issues and parties offer to a client: its standards, its language, without what is there."""

from PySide6.QtWidgets import QWidget

from isodesk import wording
from isodesk.catalog import context_proposals
from isodesk.domain.context import side_of
from isodesk.services.context import NewIssue, NewParty
from isodesk.services.context_views import NewRequirement
from isodesk.ui.case import Case
from isodesk.ui.dialogs.usual_ones import UsualOnesDialog
from isodesk.ui.models.rows import folded
from isodesk.ui.speech import _


def _families(case: Case) -> set[str]:
    return {standard.family for standard in case.services.standards.of(case.client)}


def _language(case: Case) -> str:
    """Records are kept in the language of the client's documents."""
    language = case.services.clients.get(case.client).language
    return language if language in ("en", "ru") else "en"


def issues(case: Case) -> list[NewIssue]:
    """Usual issues that the client has not taken yet."""
    language, known = _language(case), {folded(view.text) for view in case.services.context.issues(case.client)}
    return [
        NewIssue(
            side_of(usual.category), usual.category, usual.text[language], usual.effect[language], usual.favourable
        )
        for usual in context_proposals.issues(_families(case))
        if folded(usual.text[language]) not in known
    ]


def parties(case: Case) -> list[NewParty]:
    """Usual parties that the client has not taken yet, with what they usually want."""
    language, known = _language(case), {folded(view.name) for view in case.services.context.parties(case.client)}
    return [
        NewParty(
            usual.name[language],
            requirements=tuple(
                NewRequirement(wanted.text[language], wanted.met_by[language], wanted.is_obligation, wanted.on_climate)
                for wanted in usual.requirements
            ),
        )
        for usual in context_proposals.parties(_families(case))
        if folded(usual.name[language]) not in known
    ]


def issues_dialog(offered: list[NewIssue], parent: QWidget) -> UsualOnesDialog:
    """Issues to be ticked, each with its category."""
    lead = _("Untick what does not concern this firm. Everything can be changed afterwards.")
    entries = [
        (place, f"{_(wording.CATEGORY[new.category])}: {new.text}" if new.category else new.text)
        for place, new in enumerate(offered)
    ]
    return UsualOnesDialog(_("Usual issues"), lead, entries, parent)


def parties_dialog(offered: list[NewParty], parent: QWidget) -> UsualOnesDialog:
    """Parties to be ticked, each with what it wants."""
    lead = _("Untick who does not concern this firm. Each comes with what it usually wants.")
    entries = [
        (place, f"{new.name}: {'; '.join(wanted.text for wanted in new.requirements)}")
        for place, new in enumerate(offered)
    ]
    return UsualOnesDialog(_("Usual interested parties"), lead, entries, parent)
