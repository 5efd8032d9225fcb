"""Signs that differ by shape, not by colour alone (ux.md U59): one table for bars, tables and legends."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Sign:
    """A drawing, its colour and the tint that may lie behind it."""

    icon: str
    token: str

    @property
    def soft(self) -> str:
        """The tint of the same meaning."""
        return f"{self.token}_soft"


ANSWERS: Final = {
    0: Sign("answer-none", "muted"),
    1: Sign("answer-good", "good"),
    2: Sign("answer-partly", "partly"),
    3: Sign("answer-bad", "bad"),
    4: Sign("answer-out", "out"),
}

STATES: Final = {
    "done": Sign("state-done", "good"),
    "doing": Sign("state-half", "accent"),
    "todo": Sign("state-empty", "muted"),
    "out": Sign("state-out", "out"),
    "trouble": Sign("state-bad", "bad"),
    "locked": Sign("state-locked", "muted"),
}
