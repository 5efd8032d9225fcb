"""Widths and sorting of tables as preferences: a DataTable remembers into this (ux.md U40)."""

from collections.abc import Iterator, MutableMapping

from isodesk.ui.preferences import Preferences


class TableLayouts(MutableMapping[str, str]):
    """A mapping of table name to layout; each change is a change of the preferences, which save themselves."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def __getitem__(self, name: str) -> str:
        return self._preferences.current.tables[name]

    def __setitem__(self, name: str, layout: str) -> None:
        self._preferences.update(tables={**self._preferences.current.tables, name: layout})

    def __delitem__(self, name: str) -> None:
        kept = {key: value for key, value in self._preferences.current.tables.items() if key != name}
        self._preferences.update(tables=kept)

    def __iter__(self) -> Iterator[str]:
        return iter(self._preferences.current.tables)

    def __len__(self) -> int:
        return len(self._preferences.current.tables)
