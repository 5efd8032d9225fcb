"""Where the user was in each client, kept as they go: a crash leads back there, and the overview offers to go on."""

from isodesk.domain.journey import BESIDE, Page
from isodesk.ui.case import Place
from isodesk.ui.preferences import Preferences

_OPEN = "open"


class LastPlace:
    """Reads and writes `last_places` of the preferences: client → page, row; and which client is open right now."""

    def __init__(self, preferences: Preferences, workspace: str) -> None:
        self._preferences = preferences
        self._workspace = workspace

    def note(self, client: str, place: Place) -> None:
        """The user is here now. The overview is where one comes to go on, and the library is no work on the client:
        neither becomes what to go on with."""
        entry = {"page": place.page.value, "row": place.row}
        entries = {f"{_OPEN}:{self._workspace}": {"client": client, **entry}}
        if place.page is not Page.OVERVIEW and place.page not in BESIDE:
            entries[client] = entry
        self._put(entries)

    def of(self, client: str) -> Place | None:
        """Where this client was left."""
        return _place(self._preferences.current.last_places.get(client, {}))

    def interrupted(self) -> tuple[str, Place] | None:
        """The client and place that were open when the program ended without closing; None after an orderly end."""
        entry = self._preferences.current.last_places.get(f"{_OPEN}:{self._workspace}", {})
        place = _place(entry)
        return (entry.get("client", ""), place) if place is not None else None

    def end(self) -> None:
        """An orderly end: nothing is open any more."""
        self._put({f"{_OPEN}:{self._workspace}": {}})

    def _put(self, entries: dict[str, dict[str, str]]) -> None:
        self._preferences.update(last_places={**self._preferences.current.last_places, **entries})


def _place(entry: dict[str, str]) -> Place | None:
    page = entry.get("page", "")
    return Place(Page(page), entry.get("row", "")) if page in set(Page) else None
