"""Two numbers that are never mixed: how much is filled in, and how much conforms (ux.md 3.1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from isodesk.domain.conformity import Conformity


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of questions by verdict."""

    total: int = 0
    conforms: int = 0
    partly: int = 0
    absent: int = 0
    not_applicable: int = 0

    @classmethod
    def of(cls, verdicts: Iterable[Conformity | None]) -> "Progress":
        """Counts verdicts; None is a question without an answer."""
        counts = dict.fromkeys(Conformity, 0)
        total = 0
        for verdict in verdicts:
            total += 1
            if verdict is not None:
                counts[verdict] += 1
        return cls(
            total,
            counts[Conformity.CONFORMS],
            counts[Conformity.PARTLY],
            counts[Conformity.ABSENT],
            counts[Conformity.NOT_APPLICABLE],
        )

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(
            self.total + other.total,
            self.conforms + other.conforms,
            self.partly + other.partly,
            self.absent + other.absent,
            self.not_applicable + other.not_applicable,
        )

    @property
    def answered(self) -> int:
        """Questions with any verdict."""
        return self.conforms + self.partly + self.absent + self.not_applicable

    @property
    def unanswered(self) -> int:
        """Questions still open."""
        return self.total - self.answered

    @property
    def applicable(self) -> int:
        """Questions that count for the certificate; open ones count until someone excludes them."""
        return self.total - self.not_applicable

    @property
    def filled(self) -> float:
        """Share answered, 0 to 1; 0 for an empty standard."""
        return self.answered / self.total if self.total else 0.0

    @property
    def ready_points(self) -> float:
        """Conforming questions plus half of the partly conforming ones."""
        return self.conforms + self.partly / 2

    @property
    def ready(self) -> float:
        """Readiness, 0 to 1: points over applicable questions."""
        return self.ready_points / self.applicable if self.applicable else 0.0
