"""The contract of what is shown of a standard: its questions, its documents, a comparison."""

from isodesk.ui.widgets.spoken import Spoken


class LibraryPart(Spoken):
    """Reads the library when it is told to, and only then."""

    def show_standard(self, standard: str, language: str) -> None:
        """Another standard, or the same one in another language; what is at hand stays where it is there too."""

    def take_keyboard(self) -> None:
        """Gives the keyboard to whatever is used most."""
