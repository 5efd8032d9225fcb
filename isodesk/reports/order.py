"""What somebody wants printed, as one value that is checked before any work is done."""

from dataclasses import dataclass
from typing import Final, TypedDict

from isodesk.domain.keys import AuditId, ClientId
from isodesk.errors import InvalidInput, NotAllowed
from isodesk.i18n import LANGUAGES, N_, Speech, speech
from isodesk.reports import registry
from isodesk.reports.registry import Kind

ROW_MM: Final = 16
_LEAST_ROW: Final = 8
_TALLEST_ROW: Final = 60


class Options(TypedDict, total=False):
    """What may be said beside document, client and language."""

    audit: AuditId | None
    blank: bool
    row_mm: float
    finding: str | None
    stamp: str


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed for whom."""

    key: str
    client: ClientId
    language: str
    audit: AuditId | None = None
    """None stands for the last audit."""
    blank: bool = False
    row_mm: float = ROW_MM
    finding: str | None = None
    """Number of the one nonconformity to print; None prints all of the audit."""
    stamp: str = ""

    @property
    def words(self) -> Speech:
        """The language of the paper."""
        return speech(self.language)

    @property
    def kind(self) -> Kind:
        """What is known about such documents. Raises NotFound."""
        return registry.kind(self.key)

    def check(self) -> None:
        """Raises NotFound, NotAllowed, InvalidInput for what cannot be printed."""
        if self.blank and not self.kind.can_be_blank:
            raise NotAllowed(N_("“{key}” has no form to fill in with a pen."), N_("Print it filled in."), key=self.key)
        if self.language not in LANGUAGES:
            raise InvalidInput(
                "language",
                N_("There is no language “{language}”."),
                N_("Languages: {known}."),
                language=self.language,
                known=", ".join(LANGUAGES),
            )
        if not _LEAST_ROW <= self.row_mm <= _TALLEST_ROW:
            raise InvalidInput(
                "row_mm",
                N_("Rows can be {least} to {most} mm high."),
                N_("12, 16 and 22 suit one, two and three lines of handwriting."),
                least=_LEAST_ROW,
                most=_TALLEST_ROW,
            )
