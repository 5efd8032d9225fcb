"""Turns the board of services into the words of the start screen."""

from isodesk import wording
from isodesk.i18n import speech
from isodesk.services.board import BoardCard
from isodesk.services.workspace import Services
from isodesk.ui.start import ClientCard


def cards_of(services: Services, language: str) -> tuple[ClientCard, ...]:
    """All clients of the workspace, the one opened last first."""
    return tuple(_card(card, language) for card in services.board.cards(language))


def _card(card: BoardCard, language: str) -> ClientCard:
    words = speech(language)
    phase = words("{number} {phase}").format(number=card.phase.number, phase=words(wording.PHASE[card.phase]))
    coming = f"{words.date(card.next.on)} {card.next.label}" if card.next else ""
    return ClientCard(
        id=card.id,
        name=card.name,
        standards=", ".join(card.standards),
        phase=phase,
        filled=card.progress.answered,
        total=card.progress.total,
        next=coming,
        overdue=card.overdue,
        is_sample=card.is_sample,
    )
