"""Trouble that a person can do something about. Everything else is a bug and reaches the crash handler.

UserError                 problem and remedy, said in the user's language
├── StorageTrouble        disk full, read-only, locked, damaged
│   ├── ReadOnlyWorkspace another window or a read-only medium: nothing can be written now
│   └── TooNew            written by a later version of isodesk
├── ContentError          a standard's file is wrong: file, line, key
├── FileRefused           evidence too large, unreadable, of a refused kind
├── InvalidInput          a field holds what cannot be: names the field
├── NotAllowed            a rule of the domain: closing an action without a root cause
├── NotFound              no such client, audit, document
└── PrintFailed           the target is open elsewhere, no room
"""

from isodesk.i18n import Speech, speech


class UserError(Exception):
    """A message template and a remedy in our source language, with named fields for both (ux.md U47)."""

    def __init__(self, problem: str, remedy: str = "", **fields: object) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy
        self.fields = fields

    def text(self, words: Speech) -> str:
        """Problem and remedy as one paragraph in the given language."""
        parts = [words(part).format(**self.fields) for part in (self.problem, self.remedy) if part]
        return " ".join(parts)

    def __str__(self) -> str:
        return self.text(speech("en"))


class StorageTrouble(UserError):
    """The workspace cannot be read or written as it should."""


class ReadOnlyWorkspace(StorageTrouble):
    """The workspace is open for reading only."""


class TooNew(StorageTrouble):
    """A later version of isodesk wrote the workspace."""


class ContentError(UserError):
    """A standard's file breaks a rule; fields name file, line and key."""


class FileRefused(UserError):
    """A file cannot become evidence."""


class InvalidInput(UserError):
    """A field holds a value that cannot be. `field` is the name of the field for the page to mark."""

    def __init__(self, field: str, problem: str, remedy: str = "", **fields: object) -> None:
        super().__init__(problem, remedy, **fields)
        self.field = field


class NotAllowed(UserError):
    """A rule of management systems or of this program stands against it."""


class NotFound(UserError):
    """What was named does not exist."""


class PrintFailed(UserError):
    """A document could not be put on paper or into a file."""
