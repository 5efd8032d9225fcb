"""The days of a first certification audit are those of the recorded tables."""

import csv
from pathlib import Path

from isodesk.catalog import audit_time

FACTS = Path(__file__).resolve().parents[1] / "data" / "standards" / "audit-time.tsv"
TABLES = {"QMS1": "iso-9001", "EMS1": "iso-14001", "OHSMS1": "iso-45001", "ISMS-C1": "iso-iec-27001"}


def test_every_row_equals_the_recorded_facts() -> None:
    tables = {(table.family, table.complexity): table for table in audit_time.read()}
    with FACTS.open(encoding="utf-8", newline="") as file:
        facts = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    assert len(facts) > 200
    for fact in facts:
        complexity = "any" if fact["complexity"] == "-" else fact["complexity"]
        table = tables[TABLES[fact["table"]], complexity]
        first, _, last = fact["personnel"].partition("-")
        for people in {int(first), int(last or first)}:
            assert table.days(people) == float(fact["days"]), fact
    assert len(facts) == sum(len(table.rows) for table in tables.values())


def test_a_larger_firm_is_never_audited_for_less_time() -> None:
    for table in audit_time.read():
        days = [table.days(people) for people in range(1, 600)]
        known = [value for value in days if value is not None]
        assert known == sorted(known)
        assert len(known) > 500


def test_what_is_not_known_is_not_guessed() -> None:
    tables = audit_time.read()

    assert audit_time.usual_days(tables, "iso-9001", 18) == 3
    assert audit_time.usual_days(tables, "iso-45001", 18) == 4.5
    assert audit_time.usual_days(tables, "iso-22301", 18) is None
    assert audit_time.usual_days(tables, "iso-9001", 0) is None
    assert audit_time.usual_days(tables, "iso-9001", 1_000_000) is None
