"""How long a certification body is likely to audit: days of stage 1 and stage 2 together (IAF MD 5, ISO/IEC 27006-1)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from isodesk import resources
from isodesk.catalog.typed_toml import Table, load

USUAL: Final = ("any", "medium")
"""What a small firm reckons with where the table tells complexities apart."""


@dataclass(frozen=True, slots=True)
class AuditTime:
    """The table of one standard at one complexity."""

    family: str
    complexity: str
    """any, or high, medium, low, limited."""
    source: str
    rows: tuple[tuple[int, int, float], ...]
    """(people from, people to, days); 0 as the end means that there is none."""

    def days(self, people: int) -> float | None:
        """Auditor days for so many people; None beyond the table."""
        return next((days for first, last, days in self.rows if first <= people and (not last or people <= last)), None)


def read(file: Path | None = None) -> tuple[AuditTime, ...]:
    """All tables. Raises ContentError."""
    content = load(file or resources.path("standards", "audit-time.toml"))
    return tuple(_table(table) for table in content.tables("table", "family", "a table"))


def usual_days(tables: tuple[AuditTime, ...], family: str, people: int) -> float | None:
    """Days for a firm of usual complexity; None where nothing is known of the standard or of such a size."""
    found = next((table for table in tables if table.family == family and table.complexity in USUAL), None)
    return found.days(people) if found else None


def _table(table: Table) -> AuditTime:
    table.only({"family", "complexity", "source", "rows"})
    rows = table.values.get("rows")
    if not isinstance(rows, list) or not all(isinstance(row, list) and len(row) == 3 for row in rows):
        raise table.place.error("“rows” must be a list of [from, to, days]")
    found = tuple((int(first), int(last), float(days)) for first, last, days in rows)
    return AuditTime(table.place.key, table.text("complexity"), table.text("source"), found)
