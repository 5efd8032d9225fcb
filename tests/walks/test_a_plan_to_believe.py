"""A walk from an empty client to a dated plan on paper: phases 1 and 2 with mouse and keyboard alone."""

from pathlib import Path

import pytest
from builders import Rows, rows
from conftest import StillClock
from PySide6.QtCore import Qt
from walks.hands import CONTROL
from walks.papers import Papers
from walks.planning import BUDGET_LINE, OBJECTIVE, RISK, Planning
from walks.preparing import CLIMATE, FIRM, HEAD, MASTER, ORDER_NUMBER, QUALITY

from isodesk import i18n
from isodesk.domain.journey import Page
from isodesk.reports import registry
from isodesk.storage import database
from isodesk.ui.page import PageView
from isodesk.ui.pages.organisation import OrganisationPage

PRINTING = (
    Page.TEAM,
    Page.GAP,
    Page.CONTEXT,
    Page.READINESS,
    Page.PLAN,
    Page.OBJECTIVES,
    Page.RISKS,
    Page.RESPONSIBILITIES,
    Page.BUDGET,
)


def test_from_an_empty_client_to_a_dated_plan_on_paper(
    folder: Path, clock: StillClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database.PRAGMAS, "synchronous", "OFF")  # hundreds of commits prove nothing about disks here
    user = Planning(folder, clock)
    user.begin_with_advice()
    created = rows(user.program.services)
    user.describe_the_firm()
    user.write_the_scope()
    user.name_the_people()
    user.answer_by_keys_and_paste()
    user.look_at_results()
    user.write_the_context()
    user.see_what_is_missing()
    user.build_and_date_the_plan()
    user.move_a_bar()
    user.date_again()
    user.keep_the_baseline()
    user.write_policy_and_objective()
    user.weigh_a_risk()
    user.share_out_the_duties()
    user.count_hours_and_money()
    read_the_papers(user, printed(user, Papers(tmp_path / "papers", monkeypatch)))
    go_back(user, created)
    user.program.close()


def go_back(user: Planning, created: Rows) -> None:
    """Ctrl+Z until the client is as the wizard made it, step by step."""
    undo = user.program.window.actions_.by_key["undo"]
    user.program.to(Page.ORGANISATION, OrganisationPage)
    steps = 0
    while undo.isEnabled():
        user.hands.press(Qt.Key.Key_Z, CONTROL)
        steps += 1
        assert steps <= 200, "the limit of the history"
    assert steps > 60
    left = rows(user.program.services)
    assert {name: left[name] for name in left if name != "answer"} == {
        name: created[name] for name in created if name != "answer"
    }
    assert not any(view.conformity or view.existing or view.maturity for view in user.questions()), "only looked at"


def printed(user: Planning, papers: Papers) -> dict[str, str]:
    """Every document of these pages, from the page that offers it."""
    texts: dict[str, str] = {}
    for page in PRINTING:
        shown = user.program.to(page, PageView)
        user.close_notice()
        texts |= papers.print_page(user.hands, shown.documents, "en")
    pages = {*PRINTING, Page.RESULTS}
    assert {key.partition(":")[0] for key in texts} == {kind.key for kind in registry.KINDS if kind.page in pages}
    return texts


def read_the_papers(user: Planning, texts: dict[str, str]) -> None:
    """What was entered stands on paper, letter by letter."""
    for key, text in texts.items():
        assert FIRM in text, f"{key} is not of this firm: {text[:200]}"
    people = (HEAD, QUALITY, MASTER)
    tasks = user.tasks()
    dates = [i18n.speech("en").date(day) for task in tasks for day in (task.start, task.due)]
    wanted: dict[str, tuple[str, ...]] = {
        "project-order": (ORDER_NUMBER, "24 Nov 2026", *people),
        "gap-report": ('nothing yet <&"', 'a list "of all"'),
        "context": (CLIMATE,),
        "readiness": ("Stage 1", "Stage 2"),
        "plan": (*(task.title for task in tasks), *dates, *people),
        "policy": ("23 Nov 2026", HEAD),
        "objectives": (OBJECTIVE["title"], OBJECTIVE["evaluation"], "4.5", QUALITY, "30 Sept 2027"),
        "risk-register": (*(text for name, text in RISK.items() if name != "due_on"), "26 Feb 2027", MASTER),
        "responsibility-matrix": tuple(process.name for process in user.program.services.team.processes(user.client)),
        "budget": (BUDGET_LINE, "45,000.50", *people),
    }
    for key, words in wanted.items():
        missing = [word for word in words if word not in texts[key]]
        assert not missing, f"{key} lacks {missing}: {texts[key]}"
