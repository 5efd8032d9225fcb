"""The order that starts the project: by it the head appoints people and gives time and means.

Laid out as an order on the main activity is in Russian office work (ГОСТ Р 7.0.97: name of the document, date, number,
place, heading to the text, text, signature, acquaintance); in English the same content as a numbered order.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.people import Role, decoded_signature
from isodesk.i18n import Speech
from isodesk.reports.blocks import (
    Block,
    Column,
    Facts,
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
from isodesk.services.clients import ClientView
from isodesk.services.plan_settings import PlanSettings
from isodesk.services.team import PersonView, ProcessView

KEY: Final = "project-order"
FORM: Final = "1.3"
BLANK: Final = "____________________"
_PLACE: Final = re.compile(r"(?:^|[\s,])((?:г|пос|пгт|с|д)\.\s?[А-ЯЁ][^,;()]*)")
"""A town as Russian addresses write it."""
_ROWS: Final = 4


@dataclass(frozen=True, slots=True)
class Ordered:
    """Everything that the order says, as the services gave it."""

    client: ClientView
    people: tuple[PersonView, ...]
    processes: tuple[ProcessView, ...]
    settings: PlanSettings
    starts: date | None
    """The first day of the plan."""
    ends: date | None

    def having(self, role: Role) -> tuple[PersonView, ...]:
        """The people with a role."""
        return tuple(person for person in self.people if role in person.roles)


def build(ordered: Ordered, letterhead: Letterhead, words: Speech) -> Document:
    """The order; a line for the pen wherever something is not known."""
    heading = words("Starting work on the management system and appointing those responsible")
    settings = ordered.settings
    blocks: tuple[Block, ...] = (
        Heading(0, words("ORDER")),
        Facts(
            (
                (words("Date"), words.long_date(settings.order_on)),
                (words("Order No."), settings.order_number),
                (words("Place"), place_of(ordered.client)),
            ),
            2,
        ),
        Heading(1, heading),
        Paragraph(_preamble(letterhead, words)),
        Paragraph(words("I ORDER:"), "lead"),
        *_points(ordered, letterhead, words),
        KeepTogether((Paragraph(_control(words)), Signatures((_head(letterhead, words),)))),
        *_acquainted(ordered, words),
    )
    named = words("Order to start the certification project")
    return letterhead.document(
        KEY,
        named,
        form_code(words, FORM),
        (Section(blocks),),
        number=settings.order_number,
        date=settings.order_on,
    )


def place_of(client: ClientView) -> str:
    """The town named in the address, where it can be told; empty otherwise."""
    for address in (client.legal_address, client.address):
        found = _PLACE.search(address)
        if found:
            return found[1].strip()
    return ""


def _preamble(letterhead: Letterhead, words: Speech) -> str:
    return words(
        "In order to create a management system that meets {standards}, and to prepare it for certification,"
    ).format(standards=letterhead.standards or BLANK)


def _points(ordered: Ordered, letterhead: Letterhead, words: Speech) -> tuple[Block, ...]:
    client = ordered.client
    quality, auditors = ordered.having(Role.QUALITY), ordered.having(Role.AUDITOR)
    target = words("The certificate is to be obtained by {date}.").format(date=words.date(client.target_on))
    start = words("Start work for a certificate of conformity to {standards} for the scope: {scope}").format(
        standards=letterhead.standards or BLANK, scope=_ended(client.scope.strip() or BLANK)
    )
    plan = words("Approve the certification plan (enclosed) for the period {period}.").format(
        period=period(words, ordered.starts, ordered.ends) or f"{BLANK} – {BLANK}"
    )
    texts = (
        f"{start} {target}" if client.target_on else start,
        words(
            "Appoint as responsible for the management system (management representative): {people}. The appointee "
            "leads the work, reports to me on its progress and on what is needed, and stops work that would break "
            "the rules of the system."
        ).format(people=_named(quality, words)),
        words("Appoint as internal auditors: {people}. Nobody audits their own work.").format(
            people=_named(auditors, words)
        ),
        words("Appoint the owners of processes as listed below; each answers for the results of the process."),
        plan,
        words(
            "Heads of departments are to give those named the working time and the means that the plan foresees, and "
            "to make this order known to their people."
        ),
    )
    numbered = [Paragraph(f"{number}. {text}") for number, text in enumerate(texts, start=1)]
    return (*numbered[:4], _owners(ordered, words), *numbered[4:])


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _named(people: tuple[PersonView, ...], words: Speech) -> str:
    """With posts, which Russian writes small inside a sentence."""

    def post(person: PersonView) -> str:
        small = words.language == "ru" and person.post[1:2].islower()
        return person.post[:1].lower() + person.post[1:] if small else person.post

    return "; ".join(", ".join(filter(None, (person.name, post(person)))) for person in people) or BLANK


def _control(words: Speech) -> str:
    """The last point; it stays on the sheet with the signature."""
    return "7. " + words("I keep control of the execution of this order myself.")


def _owners(ordered: Ordered, words: Speech) -> Table:
    posts = {person.id: person.post for person in ordered.people}
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Process"), weight=1.2),
        Column(words("Owner of the process")),
        Column(words("Post")),
    )
    rows = tuple(
        Row((str(number), view.name, view.owner_name, posts.get(view.owner, "") if view.owner else ""))
        for number, view in enumerate(ordered.processes, start=1)
    )
    blank = tuple(Row((str(number), "", "", "")) for number in range(1, _ROWS + 1))
    return Table(columns, rows or blank, min_row_mm=8.0)


def _head(letterhead: Letterhead, words: Speech) -> Signature:
    head = letterhead.approver(words)
    return Signature(head.post, head.name)


def _acquainted(ordered: Ordered, words: Speech) -> tuple[Block, ...]:
    """Everybody whom the order names, and rows for those who come later."""
    owners = {view.owner for view in ordered.processes}
    roles = {Role.QUALITY, Role.AUDITOR}
    named = [person for person in ordered.people if person.id in owners or person.roles & roles]
    columns = (
        Column(words("Full name")),
        Column(words("Post")),
        Column(words("Date"), mm=30),
        Column(words("Signature"), mm=40),
    )
    rows = [Row((decoded_signature(person.name), person.post, "", "")) for person in named]
    rows += [Row(("", "", "", ""))] * (2 if rows else 5)
    return (
        KeepTogether(
            (Heading(1, words("Acquainted with the order:")), Table(columns, tuple(rows), min_row_mm=9.0)),
        ),
    )
