"""What pages and documents see of a client, and what the wizard asks for a new one."""

from dataclasses import dataclass
from datetime import date, datetime

from isodesk.domain.keys import ClientId, SiteId
from isodesk.storage.tables import ClientRow


@dataclass(frozen=True, slots=True)
class ClientView:
    """A client as pages and documents see it."""

    id: ClientId
    name: str
    short_name: str
    language: str
    inn: str
    ogrn: str
    legal_address: str
    address: str
    phone: str
    email: str
    activity: str
    head_post: str
    head_name: str
    staff: int | None
    shifts: int
    logo: str | None
    scope: str
    target_on: date | None
    is_sample: bool
    created_at: datetime
    opened_at: datetime | None
    archived_at: datetime | None
    standards: tuple[str, ...]

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class SiteView:
    """A place where the client works."""

    id: SiteId
    name: str
    address: str
    staff: int | None
    activity: str
    shifts: tuple[int, ...] = ()
    """People in shift 1, 2 and on; 0 where it is not said. Up to the last one that is said."""


@dataclass(frozen=True, slots=True)
class ExclusionView:
    """A clause that does not apply, with its reason."""

    standard: str
    clause: str
    reason: str


@dataclass(frozen=True, slots=True)
class NewClient:
    """What the wizard asks. `template` copies roles, processes and sites of another client, no findings (ux.md U18)."""

    name: str
    standard: str
    language: str
    staff: int | None = None
    target_on: date | None = None
    template: ClientId | None = None
    is_sample: bool = False


def client_view(row: ClientRow, standards: tuple[str, ...]) -> ClientView:
    """The client of a row."""
    return ClientView(
        id=ClientId(row.id),
        name=row.name,
        short_name=row.short_name,
        language=row.language,
        inn=row.inn,
        ogrn=row.ogrn,
        legal_address=row.legal_address,
        address=row.address,
        phone=row.phone,
        email=row.email,
        activity=row.activity,
        head_post=row.head_post,
        head_name=row.head_name,
        staff=row.staff,
        shifts=row.shifts,
        logo=row.logo,
        scope=row.scope,
        target_on=row.target_on,
        is_sample=row.is_sample,
        created_at=row.created_at,
        opened_at=row.opened_at,
        archived_at=row.archived_at,
        standards=standards,
    )
