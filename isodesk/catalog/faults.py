"""What can be the matter with a file from elsewhere, in words: each with file, line and key, or file, row and column."""

from enum import StrEnum

from isodesk.errors import ContentError
from isodesk.i18n import N_

REMEDY = N_("Mend the file, or ask where it comes from for another one, and try again.")


class Fault(StrEnum):
    """A fault that stands in a line."""

    ALIAS = "alias"
    BROKEN = "broken"
    CIRCLE = "circle"
    DEEP = "deep"
    DOCUMENT = "document"
    FLAG = "flag"
    HIDDEN = "hidden"
    LEVELS = "levels"
    LIST = "list"
    LONG = "long"
    MANY = "many"
    NO_CONTENT = "no-content"
    NO_FIELD = "no-field"
    NO_PARENT = "no-parent"
    RELATION = "relation"
    TABLE = "table"
    TAG = "tag"
    TEXT = "text"
    TWICE = "twice"


def at_line(fault: Fault, file: str, line: int, key: str, **details: object) -> ContentError:
    """An error that names file, line and key. `details` fill in what the words name besides."""
    return ContentError(
        {
            Fault.ALIAS: N_(
                "{file}, line {line}, {key}: anchors and aliases are not taken; the value must be written out."
            ),
            Fault.BROKEN: N_("{file}, line {line}, {key}: the file cannot be read on from here: {reason}."),
            Fault.CIRCLE: N_("{file}, line {line}, {key}: its parents lead back to itself."),
            Fault.DEEP: N_("{file}, line {line}, {key}: more than {limit} levels stand inside one another here."),
            Fault.DOCUMENT: N_("{file}, line {line}, {key}: a second document begins here; a file holds one."),
            Fault.FLAG: N_("{file}, line {line}, {key}: “{field}” must be true or false."),
            Fault.HIDDEN: N_("{file}, line {line}, {key}: there is a character that cannot be seen, {code}."),
            Fault.LEVELS: N_("{file}, line {line}, {key}: it lies more than {limit} levels deep."),
            Fault.LIST: N_("{file}, line {line}, {key}: “{field}” must be a list."),
            Fault.LONG: N_("{file}, line {line}, {key}: a text has more than {limit} characters."),
            Fault.MANY: N_("{file}, line {line}, {key}: the file holds more than {limit} entries."),
            Fault.NO_CONTENT: N_(
                "{file}, line {line}, {key}: there is neither a framework with requirements nor a mapping."
            ),
            Fault.NO_FIELD: N_("{file}, line {line}, {key}: an entry has no “{field}”."),
            Fault.NO_PARENT: N_("{file}, line {line}, {key}: its parent “{parent}” is not in the file."),
            Fault.RELATION: N_("{file}, line {line}, {key}: “{relation}” is not a known relation."),
            Fault.TABLE: N_("{file}, line {line}, {key}: “{field}” must have fields of its own."),
            Fault.TAG: N_("{file}, line {line}, {key}: the tag “{tag}” is not taken; a plain value must stand here."),
            Fault.TEXT: N_("{file}, line {line}, {key}: “{field}” must be a text."),
            Fault.TWICE: N_("{file}, line {line}, {key}: “{field}” stands here for the second time."),
        }[fault],
        REMEDY,
        file=file,
        line=line,
        key=key,
        **details,
    )


class CellFault(StrEnum):
    """A fault that stands in a cell of a list."""

    CIRCLE = "circle"
    DATE = "date"
    HIDDEN = "hidden"
    LEVELS = "levels"
    LONG = "long"
    MANY = "many"
    TWICE = "twice"


def in_cell(fault: CellFault, file: str, row: int, column: str, **details: object) -> ContentError:
    """An error that names file, row and column."""
    return ContentError(
        {
            CellFault.CIRCLE: N_("{file}, row {row}, column {column}: its parents lead back to itself."),
            CellFault.DATE: N_(
                "{file}, row {row}, column {column}: the number has become a date, {value}; format the column as text."
            ),
            CellFault.HIDDEN: N_(
                "{file}, row {row}, column {column}: there is a character that cannot be seen, {code}."
            ),
            CellFault.LEVELS: N_("{file}, row {row}, column {column}: it lies more than {limit} levels deep."),
            CellFault.LONG: N_("{file}, row {row}, column {column}: the text has more than {limit} characters."),
            CellFault.MANY: N_(
                "{file}, row {row}, column {column}: with the headings that it needs, the list has more than {limit} entries."
            ),
            CellFault.TWICE: N_(
                "{file}, row {row}, column {column}: the number {value} stands in row {earlier} already."
            ),
        }[fault],
        N_("Mend the list and try again."),
        file=file,
        row=row,
        line=row,
        column=column,
        key=column,
        **details,
    )


def code_of(character: str) -> str:
    """A character that cannot be shown, by its code: U+202E."""
    return f"U+{ord(character):04X}"
