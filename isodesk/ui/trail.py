"""Pages visited in a case, for Alt+Left and Alt+Right (ux.md U08)."""

from isodesk.ui.case import Place

LIMIT = 100


class Trail:
    """Two stacks, as in a browser."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """A new step forward from `place`; what lay ahead is forgotten."""
        self._behind.append(place)
        del self._behind[:-LIMIT]
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, None at the beginning."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Place) -> Place | None:
        """The place after, None at the end."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
