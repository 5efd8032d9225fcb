"""The policy on one sheet: approved by the head, on the wall, in the hands of whoever asks."""

from typing import Final

from isodesk.domain.policy import Field, fields_of
from isodesk.i18n import N_, Speech
from isodesk.reports.blocks import Approval, Approver, Block, Bullets, Heading, Paragraph, RuledLines
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.objectives import PolicyView

KEY: Final = "policy"
FORM: Final = "2.2.1"
_TITLES: Final = {
    Field.QUALITY: N_("Quality policy"),
    Field.ENVIRONMENT: N_("Environmental policy"),
    Field.SAFETY: N_("Occupational health and safety policy"),
    Field.SECURITY: N_("Information security policy"),
    Field.CONTINUITY: N_("Business continuity policy"),
}
"""The policy of a system that is about one thing."""
_DASHES: Final = ("– ", "- ", "• ")
_LINES: Final = 18


def title(letterhead: Letterhead, words: Speech) -> str:
    """Named after the one field of the client's standards; a client with several has one policy for all of them."""
    fields = fields_of(key for key, _name in letterhead.designations)
    return words(_TITLES[fields[0]]) if len(fields) == 1 else words("Policy of the management system")


def build(policy: PolicyView, letterhead: Letterhead, words: Speech) -> Document:
    """The text as it stands; lines for the pen where nothing is written yet."""
    named = title(letterhead, words)
    head = letterhead.approver(words)
    blocks: list[Block] = [
        Approval(Approver(head.post, head.name, policy.approved_on)),
        Heading(0, named),
        *(_text(policy.text) or [RuledLines(_LINES)]),
    ]
    return letterhead.document(KEY, named, form_code(words, FORM), (Section(tuple(blocks)),), date=letterhead.date)


def _text(text: str) -> list[Block]:
    """Paragraphs as they were typed; lines that begin with a dash become a list."""
    blocks: list[Block] = []
    points: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith(_DASHES):
            points.append(line[2:].strip())
            continue
        if points:
            blocks.append(Bullets(tuple(points)))
            points = []
        blocks.append(Paragraph(line))
    return [*blocks, Bullets(tuple(points))] if points else blocks
