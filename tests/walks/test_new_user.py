"""Somebody who has never seen the program takes a firm from nothing to printed records, with mouse and keyboard alone."""

from pathlib import Path

import pytest
from builders import rows
from conftest import StillClock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from walks.hands import CONTROL, SHIFT
from walks.new_user import FIRM, NewUser
from walks.papers import Papers, check
from walks.program import Program

from isodesk.domain.journey import Page
from isodesk.ui.pages.audit_report import AuditReportPage
from isodesk.ui.pages.checklist import ChecklistPage
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.nonconformities import NonconformitiesPage
from isodesk.ui.pages.overview import OverviewPage
from isodesk.ui.pages.plan import PlanPage
from isodesk.ui.pages.results import ResultsPage

PRINTING = (
    (Page.RESULTS, ResultsPage, "gap-report"),
    (Page.PLAN, PlanPage, "plan"),
    (Page.CHECKLIST, ChecklistPage, "audit-checklist"),
    (Page.NONCONFORMITIES, NonconformitiesPage, "nonconformity"),
    (Page.AUDIT_REPORT, AuditReportPage, "audit-report"),
)


def test_the_whole_way(folder: Path, clock: StillClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = tmp_path / "Журнал №3.txt"
    evidence.write_text("запись", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(evidence)], ""))
    user = NewUser(folder, clock)
    user.start_a_client()
    user.describe_the_firm()
    user.name_the_team()
    user.answer_ten_questions()
    user.note_and_prove(evidence)
    user.look_at_the_results()
    user.build_the_plan()
    user.take_the_first_task()
    user.plan_an_audit()
    user.audit()
    user.treat_the_nonconformity()
    user.finish_the_audit()
    print_everything(user, Papers(tmp_path / "papers", monkeypatch))
    go_back_and_forth(user)
    user.program.to(Page.GAP, GapPage)
    before = rows(user.program.services)
    user.program.close()
    come_back(folder, clock, before)


def print_everything(user: NewUser, papers: Papers) -> None:
    """Six documents in two languages, each with the firm, the audit and the number of its pages on every page."""
    number = user.program.services.audits.find(user.client).number
    for page, kind, key in PRINTING:
        user.program.to(page, kind)
        saved = papers.print_all(
            user.hands, key, lambda name: {lang: papers.folder / f"{name}.{lang}.pdf" for lang in ("ru", "en")}
        )
        for path in saved.values():
            audited = () if key in {"gap-report", "plan"} else (number,)
            check(path, path.suffixes[-2][1:], FIRM, *audited)
    assert len(list(papers.folder.glob("*.pdf"))) == 12
    assert all(name.endswith(".pdf") and name == name.strip() for name in papers.proposed)


def go_back_and_forth(user: NewUser) -> None:
    """Ctrl+Z from the report back to the empty client, and the same way forth again."""
    services, undo = user.program.services, user.program.window.actions_.by_key["undo"]
    before = rows(services)
    steps = 0
    while undo.isEnabled():
        user.hands.press(Qt.Key.Key_Z, CONTROL)
        steps += 1
        assert steps < 200
    assert services.audits.listed(user.client) == ()
    assert services.plan.tasks(user.client, "en") == ()
    assert services.team.people(user.client) == ()
    assert not any(view.conformity for view in user.questions())
    assert steps > 30
    redo = user.program.window.actions_.by_key["redo"]
    for _step in range(steps):
        assert redo.isEnabled()
        user.hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert not redo.isEnabled()
    assert rows(services) == before


def come_back(folder: Path, clock: StillClock, before: object) -> None:
    """The next start opens the client; everything is there, and the overview offers to go on."""
    program = Program(folder, clock)
    assert rows(program.services) == before
    page = program.page(OverviewPage)
    assert "Continue: 1.4" in page.open_button.accessibleName()
    program.hands.click(page.open_button)
    assert program.page(GapPage).current_row()
    program.close()
