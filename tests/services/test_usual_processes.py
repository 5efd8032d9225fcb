"""The usual processes of a small firm."""

from builders import STANDARD

from isodesk.i18n import speech
from isodesk.services import usual_processes
from isodesk.services.workspace import Services


def test_together_they_carry_every_leaf_clause_once(services: Services) -> None:
    standard = services.standards.shelf.standard(STANDARD)
    numbers = [clause.number for clause in standard.clauses]
    leaves = [n for n in numbers if not any(other.startswith(f"{n}.") for other in numbers)]
    carried = [number for _name, clauses in usual_processes.USUAL for number in clauses]
    assert sorted(carried) == sorted(leaves)


def test_there_are_nine_or_ten() -> None:
    assert len(usual_processes.USUAL) in {9, 10}


def test_taken_names_and_excluded_clauses_are_left_out(services: Services) -> None:
    standard = services.standards.shelf.standard(STANDARD)
    found = dict(usual_processes.proposals(standard, speech("en"), [" purchasing "], ["8.3", "8.5.3"]))
    assert "Purchasing" not in found
    assert "Design and development" not in found
    assert "8.5.3" not in found["Production"]
    assert "8.5.1" in found["Production"]
