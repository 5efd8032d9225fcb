"""Our proposals for a policy and for objectives, in both languages, from resources/objectives."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from isodesk import resources
from isodesk.domain.keys import family_of
from isodesk.domain.policy import fields_of
from isodesk.i18n import LANGUAGES

_ENDS: Final = " .;,\n"


@dataclass(frozen=True, slots=True)
class UsualObjective:
    """An objective that firms often set; base and target are left to the firm."""

    key: str
    title: str
    family: str
    measure: str
    unit: str
    actions: str
    evaluation: str

    @property
    def values(self) -> Mapping[str, object]:
        """By the names of the fields of an objective."""
        return {
            "title": self.title,
            "standard": self.family,
            "measure": self.measure,
            "unit": self.unit,
            "actions": self.actions,
            "evaluation": self.evaluation,
        }


@cache
def _read(name: str, language: str) -> dict[str, Any]:
    known = language if language in LANGUAGES else "en"
    return tomllib.loads(resources.path("objectives", f"{name}.{known}.toml").read_text("utf-8"))


def policy(name: str, activity: str, standards: Iterable[str], language: str) -> str:
    """The text of a policy: who we are, what we commit to in each field of the standards, how we keep to it.

    `activity` may be empty; the first sentence of a longer one is taken.
    """
    texts = _read("policy", language)
    fields = fields_of(tuple(standards))
    lead = texts["lead" if activity.strip() else "lead_without_activity"]
    parts = [lead.replace("{name}", name).replace("{activity}", _sentence(activity))]
    parts += [texts[field.value] for field in fields]
    parts.append(texts["all"])
    return "\n\n".join(" ".join(part.split()) if "\n– " not in part else part.strip() for part in parts)


def _sentence(activity: str) -> str:
    """The first sentence, as a part of another one."""
    first = activity.strip().split(". ")[0].strip(_ENDS)
    return first[:1].lower() + first[1:] if first[1:2].islower() else first


def usual(standards: Iterable[str], language: str) -> tuple[UsualObjective, ...]:
    """For the standards with these keys, in their order."""
    families = list(dict.fromkeys(map(family_of, standards)))
    listed = [UsualObjective(**table) for table in _read("usual", language)["objective"]]
    return tuple(one for family in families for one in listed if one.family == family)
