"""The usual processes of a small firm."""

import pytest
from builders import STANDARD, process

from isodesk.domain.keys import ClientId
from isodesk.i18n import speech
from isodesk.services import usual_processes
from isodesk.services.workspace import Services

QUALITY = {
    "Leadership and improvement": "4.1 4.2 4.3 5.1.1 5.2 5.3 6.1.1 6.1.2 6.1.3 6.2 9.3.1 9.3.2 9.3.3 10.1",
    "Management system and documents": "4.4 6.3 7.4 7.5.1 7.5.2 7.5.3 9.1.1 9.1.3 9.2.1 9.2.2 10.2",
    "Sales and work with customers": "5.1.2 8.2.1 8.2.2 8.2.3 8.2.4 8.5.5 9.1.2",
    "Design and development": "8.3.1 8.3.2 8.3.3 8.3.4 8.3.5 8.3.6",
    "Purchasing": "8.4.1 8.4.2 8.4.3",
    "Production": "8.1 8.5.1 8.5.2 8.5.3 8.5.6",
    "Inspection and measuring equipment": "7.1.5.1 7.1.5.2 8.6 8.7",
    "Store and delivery": "8.5.4",
    "Personnel and training": "7.1.2 7.1.6 7.2 7.3",
    "Equipment and premises": "7.1.1 7.1.3 7.1.4",
}
"""ISO 9001:2026, as a consultant would share it out."""


@pytest.mark.parametrize(
    "key",
    [
        "iso-9001-2015",
        STANDARD,
        "iso-14001-2026",
        "iso-14001-2015",
        "iso-45001-2018",
        "iso-iec-27001-2022",
        "iso-22301-2019",
    ],
)
def test_together_they_carry_every_clause_with_questions_once(services: Services, key: str) -> None:
    standard = services.standards.shelf.standard(key)
    carried = [pair for _name, pairs in usual_processes.proposals([standard], speech("en")) for pair in pairs]

    assert sorted(carried) == sorted((key, clause.number) for clause in standard.clauses if clause.questions)


def test_quality_is_shared_out_as_a_consultant_would(services: Services) -> None:
    standard = services.standards.shelf.standard(STANDARD)
    found = usual_processes.proposals([standard], speech("en"))

    assert {name: " ".join(number for _key, number in pairs) for name, pairs in found} == QUALITY


@pytest.mark.parametrize(
    ("key", "name", "clauses"),
    [
        ("iso-14001-2026", "Environmental protection", {"6.1.2", "6.1.3", "8.1", "8.2", "9.1.2"}),
        ("iso-45001-2018", "Occupational safety", {"5.4", "6.1.2.1", "6.1.3", "8.1.2", "8.2", "9.1.2"}),
        ("iso-iec-27001-2022", "Information security", {"6.1.2", "6.1.3", "8.2", "8.3", "A.5.31", "A.8.13"}),
        ("iso-22301-2019", "Business continuity", {"8.2.2", "8.3.2", "8.4.4", "8.5"}),
    ],
)
def test_each_discipline_has_a_process_of_its_own(services: Services, key: str, name: str, clauses: set[str]) -> None:
    found = dict(usual_processes.proposals([services.standards.shelf.standard(key)], speech("en")))

    assert clauses <= {number for _key, number in found[name]}
    assert (key, "9.3.1" if "9.3.1" in services.standards.shelf.standard(key).by_number else "9.3") in found[
        "Leadership and improvement"
    ]


def test_carried_and_excluded_clauses_are_left_out(services: Services) -> None:
    standard = services.standards.shelf.standard(STANDARD)
    out = [(STANDARD, "8.3"), (STANDARD, "8.5.3")]
    found = dict(usual_processes.proposals([standard], speech("en"), [(STANDARD, "8.4")], out))

    assert "Purchasing" not in found
    assert "Design and development" not in found
    assert (STANDARD, "8.5.3") not in found["Production"]
    assert (STANDARD, "8.5.1") in found["Production"]


def test_a_standard_that_is_added_extends_the_processes_there_are(services: Services, client: ClientId) -> None:
    leading = process(services, client, "Leadership and improvement", ("5",))
    services.adoptions.add(client, "iso-14001-2026")
    standards = services.standards.of(client)
    held = [pair for view in services.team.processes(client) for pair in view.clauses]
    services.team.propose_processes(client, usual_processes.proposals(standards, speech("en"), held))

    views = {view.name: view for view in services.team.processes(client)}
    assert views["Leadership and improvement"].id == leading
    assert {(STANDARD, "5"), ("iso-14001-2026", "5.2")} <= set(views["Leadership and improvement"].clauses)
    assert (STANDARD, "5.2") not in views["Leadership and improvement"].clauses
    assert "Environmental protection" in views
