"""What the parts of a sample client are given: the client as far as it is made, and the names under which others know it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from isodesk.domain.keys import ClientId, PersonId, ProcessId
from isodesk.domain.samples import Sample
from isodesk.services import sample_file
from isodesk.services.workspace import Services


@dataclass(frozen=True, slots=True)
class Made:
    """A sample client that has people, processes, answers and a plan."""

    services: Services
    client: ClientId
    which: Sample
    language: str
    standard: str
    people: Mapping[str, PersonId]
    """By their keys in the sample's file."""
    processes: Mapping[str, ProcessId]

    @property
    def today(self) -> date:
        """The day that the sample's days count from."""
        return self.services.workshop.today

    def day(self, offset: int) -> date:
        """The working day so many days from today."""
        return sample_file.working_day(self.today, offset)

    def read(self, noun: str) -> dict[str, Any]:
        """The file `<sample>-<noun>.<language>.toml`, its dates written out."""
        return sample_file.read_part(self.which, noun, self.language, self.today)
