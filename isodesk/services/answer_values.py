"""What an answer may hold, field by field: the same rules whether it was typed, chosen for several rows or pasted."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from isodesk.domain.conformity import MATURITY, Conformity, Importance
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.fields import LONG, clean

NAME: Final = 300
"""Characters of an assessor's name."""
_TEXTS: Final = {"existing": LONG, "missing": LONG, "reason": LONG, "assessor": NAME}
SIGNED: Final = frozenset({"conformity", "existing", "missing", "reason"})
"""Fields whose change is an act of assessing."""
FIELDS: Final = frozenset({*_TEXTS, "conformity", "importance", "maturity", "owner_id", "assessed_on"})


def cleaned(values: Mapping[str, object], today: date) -> dict[str, object]:
    """The values as rows hold them. Raises InvalidInput that names the field, ValueError for a field that answers lack."""
    unknown = values.keys() - FIELDS
    if unknown:
        message = f"not a field of an answer: {', '.join(sorted(unknown))}"
        raise ValueError(message)
    return {field: _cleaned(field, value, today) for field, value in values.items()}


def _cleaned(field: str, value: object, today: date) -> object:
    if field in _TEXTS:
        return clean(field, str(value or ""), _TEXTS[field], lines=field != "assessor")
    if field == "maturity" and value is not None and value not in MATURITY:
        raise InvalidInput("maturity", N_("Maturity goes from 0 to 5."), N_("Choose a level of the list."))
    if field == "assessed_on" and isinstance(value, date) and value > today:
        raise InvalidInput(
            "assessed_on", N_("An answer cannot be given in the future."), N_("Choose today or a day before.")
        )
    return value.value if isinstance(value, (Conformity, Importance)) else value
