"""The internal audit report."""

import io
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from press_room import compare, lines, room

from isodesk.domain.audits import AuditState, Grade, Verdict
from isodesk.i18n import speech
from isodesk.reports import audit_report, letterhead, pdf
from isodesk.reports.audit_report import Reported
from isodesk.reports.blocks import BandedForm, Heading, KeepTogether, Table
from isodesk.reports.document import Document


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("situation", ["empty", "typical", "extreme"])
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, "audit-report", language), f"audit-report.{situation}.{language}")


def report(situation: str = "typical", **changes: Any) -> Document:
    where, services = room().known[situation], room().services
    assert where.audit is not None
    reported = Reported(
        replace(services.audits.get(where.audit), **changes),
        services.checklists.rows(where.audit, "en"),
        services.findings.listed(where.client, "en", where.audit),
        {},
    )
    return audit_report.build(reported, letterhead.of(services, where.client, "en"), speech("en"))


def first_page(document: Document) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages[0].extract_text()


def test_page_one_holds_the_whole_message() -> None:
    page = " ".join(first_page(room().build("typical", "audit-report")).split())
    for part in ("Major nonconformity", "в основном соответствует критериям", "НС-26-001", "ВУ-26-001", "samples"):
        assert part in page


def test_each_nonconformity_has_its_record_behind_and_an_opportunity_has_none() -> None:
    document = room().build("typical", "audit-report")
    annexes = document.sections[1:]
    titles = [block.text for section in annexes for block in section.blocks if isinstance(block, Heading)]
    assert titles == ["Annex: record НС-26-001", "Annex: record НС-26-002"]
    assert all(any(isinstance(block, BandedForm) for block in section.blocks) for section in annexes)


def test_findings_stand_by_weight() -> None:
    tables = [block for block in room().build("typical", "audit-report").sections[0].blocks if isinstance(block, Table)]
    assert [row.cells[1] for row in tables[0].rows] == ["Major", "Minor", "Opportunity"]
    assert tables[0].rows[0].marks == (1,)


def test_counts_by_process_and_by_section_add_up_to_the_checklist() -> None:
    document = room().build("typical", "audit-report")
    kept = [block for block in document.sections[0].blocks if isinstance(block, KeepTogether)]
    tables = [block for group in kept for block in group.blocks if isinstance(block, Table)][:2]
    where = room().known["typical"]
    assert where.audit is not None
    rows = room().services.checklists.rows(where.audit, "en")
    for table in tables:
        total = table.rows[-1]
        assert total.style == "total"
        assert total.cells[1] == str(len(rows))
        assert [int(cell) for cell in total.cells[2:6]] == [
            sum(row.verdict is verdict for row in rows) for verdict in Verdict
        ]
        for column in range(1, 6):
            assert sum(int(row.cells[column]) for row in table.rows[:-1]) == int(total.cells[column])


def test_a_report_on_an_unfinished_audit_is_a_draft_and_a_finished_one_is_not() -> None:
    assert "Draft: the audit is not finished yet." in lines(report())
    assert not any(line.startswith("Draft") for line in lines(report(state=AuditState.FINISHED)))


def test_rows_without_a_verdict_are_never_called_covered() -> None:
    said = lines(room().build("empty", "audit-report"))
    where = room().known["empty"]
    assert where.audit is not None
    count = room().services.audits.get(where.audit).rows
    assert f"{count} rows of the checklist have no verdict yet." in said
    assert "Nothing within the scope was left out." not in said


def test_all_checked_leaves_nothing_out() -> None:
    all_checked = ((Verdict.CONFORMS, 16),)
    assert "Nothing within the scope was left out." in lines(report(verdicts=all_checked, not_covered=""))


def test_auditors_of_their_own_process_are_named_with_the_reason() -> None:
    said = lines(report())
    assert "Auditors who audited their own process: Громов П. П. – Закупки." in said
    assert "В фирме два обученных аудитора; закупки проверял второй." in said
    assert "No reason was given." in lines(report(dependence_reason=""))
    assert "# Independence of the auditors" not in "\n".join(lines(report(dependences=())))


def test_it_goes_to_the_head_and_to_the_owners_of_the_processes() -> None:
    said = lines(report())
    assert [line.split(" | ")[0] for line in said if line.endswith("Owner of an audited process |")] == [
        "Громов П. П.",
        "Белова Т. И.",
    ]
    assert "Соколов А. В. | Генеральный директор |" in said


def test_the_number_is_made_of_the_audits_own() -> None:
    assert room().build("typical", "audit-report", "ru").number == "О-ПА-26-01"
    assert room().build("typical", "audit-report", "en").number == "R-ПА-26-01"


def test_checked_rows_leave_out_what_was_noted_as_not_checked() -> None:
    where = room().known["typical"]
    assert where.audit is not None
    audit = room().services.audits.get(where.audit)
    assert audit.count(Verdict.NOT_CHECKED) == 1
    assert f"{audit.rows - 1} of {audit.rows} – rows checked" in lines(report())


def test_only_nonconformities_count_as_records() -> None:
    where = room().known["typical"]
    findings = room().services.findings.listed(where.client, "en", where.audit)
    assert {finding.grade for finding in findings} == set(Grade)
