"""What every document of a client carries alike: gathered once, so that all papers of one firm look like one set."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass

from isodesk.domain.keys import ClientId
from isodesk.domain.people import decoded_signature
from isodesk.errors import StorageTrouble
from isodesk.i18n import Speech
from isodesk.reports.blocks import Approver
from isodesk.reports.document import Document, Section
from isodesk.services.workspace import Services

REVISION = 1
"""Revision of our forms; it goes up when a form changes so that filled copies can be told apart."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The firm, its head and its system, with the day and the author of this print."""

    organisation: str
    language: str
    date: dt.date
    system_name: str = ""
    designations: tuple[tuple[str, str], ...] = ()
    """(key, designation) of the client's standards."""
    head_post: str = ""
    head_name: str = ""
    author: str = ""
    logo: bytes | None = None
    is_sample: bool = False
    stamp: str = ""

    @property
    def standards(self) -> str:
        """Designations of all standards, joined."""
        return ", ".join(name for _, name in self.designations)

    def clause(self, standard: str, number: str, title: str = "") -> str:
        """A clause, with the standard it belongs to where there are several."""
        designation = dict(self.designations).get(standard, "") if len(self.designations) > 1 else ""
        return " ".join(part for part in (designation, number, title) if part)

    def approver(self, words: Speech) -> Approver:
        """The head of the firm, who approves and takes note; the post is named even where nobody typed it."""
        return Approver(self.head_post or words("Head of the organization"), decoded_signature(self.head_name))

    def document(
        self,
        key: str,
        title: str,
        form: str,
        sections: tuple[Section, ...],
        *,
        number: str = "",
        date: dt.date | None = None,
    ) -> Document:
        """A document with this head on every page."""
        return Document(
            key=key,
            title=title,
            language=self.language,
            sections=sections,
            organisation=self.organisation,
            system_name=self.system_name,
            form=form,
            number=number,
            author=self.author,
            date=date,
            logo=self.logo,
            sample=self.is_sample,
            stamp=self.stamp,
        )


def of(services: Services, client: ClientId, language: str, stamp: str = "") -> Letterhead:
    """The head of a client's documents. A logo that is lost does not stop a print; `isodesk check` names it."""
    view = services.clients.get(client)
    standards = services.standards.of(client)
    logo: bytes | None = None
    with suppress(StorageTrouble):
        logo = services.clients.logo(view)
    systems = dict.fromkeys(standard.system_name(language) for standard in standards)
    return Letterhead(
        organisation=view.name,
        language=language,
        date=services.workshop.today,
        system_name=" · ".join(systems).upper(),
        designations=tuple((standard.key, standard.designation) for standard in standards),
        head_post=view.head_post,
        head_name=view.head_name,
        author=services.workshop.actor,
        logo=logo,
        is_sample=view.is_sample,
        stamp=stamp,
    )


def form_code(words: Speech, page: str) -> str:
    """Code and revision of a form; forms are numbered after the page of the program that fills them."""
    return words("F-{page} rev. {revision}").format(page=page, revision=REVISION)


def period(words: Speech, first: dt.date | None, last: dt.date | None) -> str:
    """One day, or the first and the last; empty when neither is known."""
    days = [words.date(day) for day in dict.fromkeys((first, last)) if day]
    return " – ".join(days)


def percent(words: Speech, share: float) -> str:
    """A share of 0 to 1 in whole percent, rounded down so that 100 means all."""
    return words("{number}%").format(number=int(share * 100 + 1e-9))
