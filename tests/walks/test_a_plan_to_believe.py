"""A walk from an empty client to a dated plan on paper: phases 1 and 2 with mouse and keyboard alone."""

from pathlib import Path

import pytest
from conftest import StillClock
from walks.planning import Planning

from isodesk.storage import database


def test_from_an_empty_client_to_a_dated_plan_on_paper(
    folder: Path, clock: StillClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database.PRAGMAS, "synchronous", "OFF")  # hundreds of commits prove nothing about disks here
    user = Planning(folder, clock)
    user.begin_with_advice()
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
    user.program.close()
