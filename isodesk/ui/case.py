"""What every page of an open client is given: services, the client, and the doors to the rest of the window."""

from collections.abc import Callable
from dataclasses import dataclass, field

from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.errors import UserError
from isodesk.services.workspace import Services
from isodesk.ui.bridge import Bridge
from isodesk.ui.current_audit import CurrentAudit
from isodesk.ui.jobs import JobRunner
from isodesk.ui.messages import Messages
from isodesk.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a case: a page, and a row or field of it (empty: the page itself)."""

    page: Page
    row: str = ""


@dataclass(frozen=True, slots=True)
class RowHelp:
    """Plain words about the row at hand, for the panel at the right (ux.md U68)."""

    question: str
    auditor: str
    example: str
    clause: str = ""
    uses: str = ""
    """For which standards it counts, and what their auditors look for."""


@dataclass(frozen=True)
class Case:
    """One open client."""

    services: Services
    client: ClientId
    bridge: Bridge
    jobs: JobRunner
    messages: Messages
    preferences: Preferences
    audit: CurrentAudit = field(default_factory=CurrentAudit)

    def attempt(self, action: Callable[[], object]) -> bool:
        """Runs an action of the user; trouble is shown in the one place for it. Whether it worked."""
        try:
            action()
        except UserError as error:
            self.messages.failure(error)
            return False
        return True
