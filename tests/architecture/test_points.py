"""The 70 points of ux.md: the tests that prove each one, or why there is none."""

import ast
from functools import cache
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
LATER: dict[str, str] = {
    "U42": "Blocks from Excel are pasted when import comes (a later issue); no grid takes a paste now.",
}
"""Points that no test proves yet, with the reason."""

PROVED: dict[str, tuple[str, ...]] = {
    "U01": ("ui/test_manners.py::test_every_page_is_one_action_away",),
    "U02": ("ui/test_shell_case.py::test_the_sidebar_says_states_and_counts",),
    "U03": ("ui/test_manners.py::test_every_page_is_one_action_away",),
    "U04": ("ui/test_shell_case.py::test_a_client_opens_at_the_overview_and_offers_to_go_on",),
    "U05": (
        "ui/test_manners.py::test_there_are_four_states_with_the_same_words_everywhere",
        "ui/test_points_signs.py::test_each_state_has_its_own_word",
    ),
    "U06": ("ui/test_gap.py::test_never_looked_at_differs_from_looked_at",),
    "U07": ("ui/test_shell_case.py::test_a_page_is_called_ready_by_the_user_and_reopened",),
    "U08": (
        "ui/test_shell_case.py::test_back_and_forward_follow_the_visits",
        "ui/test_manners.py::test_back_and_next_stay_in_the_same_place",
    ),
    "U09": (
        "ui/test_manners.py::test_back_and_next_stay_in_the_same_place",
        "ui/test_widgets.py::test_the_head_leads_to_what_is_missing",
    ),
    "U10": (
        "ui/test_points_dialogs.py::test_wizards_are_short_and_every_step_asks_something",
        "ui/test_audit_plan.py::test_the_wizard_takes_enter_three_times",
    ),
    "U11": ("ui/test_points_dialogs.py::test_wizards_are_short_and_every_step_asks_something",),
    "U12": ("ui/test_manners.py::test_instructions_are_short",),
    "U13": ("ui/test_manners.py::test_no_page_hides_fields_behind_tabs_and_the_case_is_no_wizard",),
    "U14": ("ui/test_new_client.py::test_name_and_two_enters_are_enough", "walks/test_new_user.py::test_the_whole_way"),
    "U15": (
        "ui/test_points_first_steps.py::test_the_sample_is_one_click_away_marked_and_removable",
        "reports/test_press.py::test_a_sample_is_marked_on_every_page_and_another_client_nowhere",
    ),
    "U16": ("ui/test_shell_window.py::test_nothing_opens_by_itself",),
    "U17": (
        "ui/test_points_first_steps.py::test_a_card_tells_where_a_client_stands",
        "ui/test_start.py::test_enter_opens_and_del_removes",
    ),
    "U18": (
        "ui/test_new_client.py::test_structure_of_another_client_is_taken",
        "ui/test_points_first_steps.py::test_a_new_client_takes_structure_and_no_findings",
    ),
    "U19": ("ui/test_shell_window.py::test_saved_is_said_only_after_the_commit",),
    "U20": ("ui/test_shell_window.py::test_a_hundred_steps_over_pages_are_undone_by_name_and_redone",),
    "U21": (
        "ui/test_points_signs.py::test_there_is_time_to_take_back",
        "ui/test_shell_window.py::test_a_removed_client_can_be_brought_back",
        "services/test_trash.py::test_thirty_days_are_kept_and_then_it_goes",
    ),
    "U22": ("ui/test_shell_window.py::test_closing_never_asks_and_keeps_what_was_being_typed",),
    "U23": (
        "ui/test_shell_process.py::test_after_a_kill_the_same_client_page_and_row_come_back",
        "ui/test_shell_process.py::test_text_committed_before_a_kill_is_there",
    ),
    "U24": (
        "ui/test_gap.py::test_a_note_goes_to_the_question_it_was_typed_for",
        "ui/test_plan_page.py::test_leaving_a_cell_keeps_what_was_typed_and_esc_does_not",
        "ui/test_shell_window.py::test_closing_never_asks_and_keeps_what_was_being_typed",
    ),
    "U25": (
        "ui/test_points_keyboard.py::test_tab_comes_to_every_control_and_leaves_it",
        "ui/test_points_dialogs.py::test_tab_goes_round_a_dialog",
    ),
    "U26": (
        "ui/test_points_keyboard.py::test_the_keyboard_goes_as_one_reads",
        "ui/test_manners.py::test_focus_follows_the_order_of_reading",
    ),
    "U27": (
        "ui/test_points_keyboard.py::test_nothing_is_stopped_at_twice",
        "ui/test_widgets_table.py::test_home_end_and_page_keys_move_and_tab_leaves",
    ),
    "U28": (
        "ui/test_gap.py::test_120_answers_take_120_keys",
        "ui/test_checklist.py::test_every_row_takes_one_key_across_headings",
    ),
    "U29": (
        "ui/test_gap.py::test_digits_are_digits_in_a_note",
        "ui/test_gap.py::test_single_keys_can_be_switched_off",
    ),
    "U30": ("ui/test_shell_case.py::test_usual_keys_keep_their_meaning_in_both_languages",),
    "U31": (
        "ui/test_shell_case.py::test_shortcuts_work_whatever_the_layout",
        "ui/test_gap.py::test_keys_of_the_number_pad_and_of_the_russian_layout",
    ),
    "U32": (
        "ui/test_manners.py::test_access_keys_are_unique_on_a_page",
        "ui/test_points_dialogs.py::test_access_keys_of_a_dialog_are_unique",
    ),
    "U33": (
        "ui/test_points_keyboard.py::test_menus_say_their_keys",
        "ui/test_points_keyboard.py::test_f1_lists_the_keys_of_the_page",
        "ui/test_points_keyboard.py::test_buttons_with_a_key_say_it",
    ),
    "U34": (
        "ui/test_points_speed.py::test_results_of_go_to_come_at_once",
        "ui/test_switcher.py::test_typing_narrows_and_enter_goes",
    ),
    "U35": (
        "ui/test_points_dialogs.py::test_a_dialog_begins_at_a_field_and_esc_leaves_it",
        "ui/test_shell_memory.py::test_a_question_has_a_safe_default",
    ),
    "U36": (
        "ui/test_points_keyboard.py::test_nothing_needs_a_drag",
        "ui/test_plan_page.py::test_alt_and_arrows_move_within_a_section_only",
    ),
    "U37": ("ui/test_results.py::test_nothing_assessed_leads_to_the_assessment",),
    "U38": (
        "ui/test_gap.py::test_search_knows_no_case",
        "ui/test_gap.py::test_search_finds_e_with_and_without_dots_in_notes_and_names",
        "ui/test_gap.py::test_nothing_found_is_said_and_reset_in_one_step",
    ),
    "U39": (
        "ui/test_gap.py::test_any_text_is_only_a_text",
        "ui/test_checklist.py::test_any_search_is_safe_and_can_be_taken_back",
        "ui/test_switcher.py::test_any_text_is_safe",
    ),
    "U40": (
        "ui/test_gap.py::test_widths_are_remembered",
        "ui/test_widgets_table.py::test_widths_and_sorting_are_remembered",
    ),
    "U41": (
        "ui/test_gap.py::test_several_rows_are_answered_in_one_step",
        "ui/test_plan_page.py::test_many_tasks_change_in_one_step",
    ),
    "U43": (
        "ui/test_gap.py::test_evidence_is_copied_in_by_a_job_and_taken_off_with_undo",
        "ui/test_widgets.py::test_files_come_by_drop_and_by_clipboard",
        "ui/test_widgets.py::test_a_screenshot_is_pasted_as_png",
    ),
    "U44": ("ui/test_job_bar.py::test_short_work_shows_nothing_and_long_work_a_bar_after_half_a_second",),
    "U45": (
        "ui/test_job_bar.py::test_the_bar_never_goes_back_nor_is_full_early",
        "ui/test_job_bar.py::test_work_can_be_stopped",
        "services/test_evidence.py::test_cancelling_attaches_nothing",
    ),
    "U46": (
        "ui/test_points_speed.py::test_the_window_is_never_held_up",
        "ui/test_points_speed.py::test_a_client_opens_in_a_blink",
    ),
    "U47": (
        "architecture/test_error_words.py::test_every_trouble_has_a_problem_and_a_remedy_marked_for_translation",
        "architecture/test_error_words.py::test_they_blame_nobody",
        "architecture/test_error_words.py::test_they_use_no_words_of_programmers",
        "architecture/test_error_words.py::test_they_speak_russian",
    ),
    "U48": (
        "ui/test_audit_report.py::test_finishing_too_early_is_said_in_the_page",
        "ui/test_organisation.py::test_check_digit_is_said_at_the_field_and_the_text_stays",
    ),
    "U49": ("ui/test_shell_window.py::test_nothing_opens_by_itself",),
    "U50": (
        "ui/test_shell_crash.py::test_an_unhandled_error_is_shown_once",
        "ui/test_points_dialogs.py::test_the_report_of_a_bug_can_be_copied_and_the_program_left",
    ),
    "U51": (
        "ui/test_points_print.py::test_ctrl_p_brings_the_document_of_the_page",
        "ui/test_points_print.py::test_one_obvious_close_and_everything_from_the_preview",
    ),
    "U52": ("ui/test_points_speed.py::test_the_first_page_of_a_preview_comes_soon",),
    "U53": (
        "ui/test_points_print.py::test_one_obvious_close_and_everything_from_the_preview",
        "ui/test_preview.py::test_a_range_and_copies_are_printed",
    ),
    "U54": ("ui/test_preview.py::test_paper_and_sides_are_remembered_copies_and_pages_are_not",),
    "U55": (
        "reports/test_points_on_paper.py::test_no_word_is_cut",
        "reports/test_points_on_paper.py::test_no_page_is_blank_and_each_says_where_it_belongs",
        "reports/test_points_on_paper.py::test_wide_tables_lie_and_texts_stand",
        "reports/test_pdf_document.py::test_checklist_rows_are_whole_and_heads_repeat",
    ),
    "U56": (
        "reports/test_points_on_paper.py::test_paper_is_black_and_white",
        "reports/test_points_on_paper.py::test_each_verdict_is_a_letter_and_not_only_a_shade",
    ),
    "U57": (
        "ui/test_manners.py::test_every_control_has_a_name",
        "ui/test_points_dialogs.py::test_a_dialog_has_a_title_names_and_targets",
    ),
    "U58": (
        "ui/test_theme.py::test_words_are_readable_on_every_surface",
        "ui/test_theme.py::test_edges_of_controls_and_the_focus_ring_stand_out",
        "ui/test_manners.py::test_the_dark_theme_dresses_every_page",
    ),
    "U59": (
        "ui/test_points_signs.py::test_signs_differ_without_their_colours",
        "ui/test_points_signs.py::test_states_in_tables_are_signs_with_words",
    ),
    "U60": (
        "ui/test_manners.py::test_targets_are_large_enough",
        "ui/test_points_dialogs.py::test_a_dialog_has_a_title_names_and_targets",
    ),
    "U61": (
        "ui/test_points_keyboard.py::test_the_focus_is_seen_in_the_light",
        "ui/test_points_keyboard.py::test_the_focus_is_seen_in_the_dark",
        "ui/test_points_keyboard.py::test_the_focus_is_in_sight",
    ),
    "U62": ("ui/test_manners.py::test_no_word_is_cut",),
    "U63": ("ui/test_manners.py::test_no_page_scrolls_sideways_in_the_smallest_window",),
    "U64": (
        "architecture/test_translations.py::test_each_plural_has_its_three_forms",
        "architecture/test_translations.py::test_counted_things_are_bent",
    ),
    "U65": (
        "architecture/test_translations.py::test_nothing_is_left_untranslated",
        "ui/test_manners.py::test_pages_speak_one_language",
        "ui/test_theme.py::test_the_language_changes_qts_own_words",
    ),
    "U66": (
        "ui/test_preview.py::test_the_language_of_the_paper_is_not_that_of_the_window",
        "reports/test_points_on_paper.py::test_the_language_of_paper_is_chosen_at_printing",
    ),
    "U67": (
        "reports/test_points_on_paper.py::test_dates_are_those_of_the_language",
        "ui/test_points_signs.py::test_weeks_begin_on_monday_in_both_languages",
    ),
    "U68": (
        "ui/test_gap.py::test_help_follows_the_row",
        "architecture/test_standards_facts.py::test_every_question_speaks_both_languages",
        "catalog/test_rules.py::test_a_fault_of_words_is_found_once",
    ),
    "U69": (
        "ui/test_shell_case.py::test_what_next_leads_to_the_page",
        "services/test_overview.py::test_everything_done_leads_to_the_certification_body",
    ),
    "U70": (
        "ui/test_points_first_steps.py::test_a_fact_is_typed_once",
        "ui/test_points_first_steps.py::test_each_fact_has_one_field",
        "reports/test_points_on_paper.py::test_what_was_typed_once_stands_on_every_document",
    ),
}


@cache
def known_in(file: str) -> frozenset[str]:
    module = TESTS / file
    tree = ast.parse(module.read_text("utf-8")) if module.is_file() else ast.Module([], [])
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_point_is_here_once() -> None:
    assert sorted([*PROVED, *LATER]) == [f"U{number:02}" for number in range(1, 71)]
    assert all(PROVED.values())
    assert all(len(reason.split()) > 5 for reason in LATER.values())


def test_the_named_tests_exist() -> None:
    named = {(point, node) for point, nodes in PROVED.items() for node in nodes}
    missing = [
        f"{point}: {node}" for point, node in sorted(named) if node.split("::")[1] not in known_in(node.split("::")[0])
    ]
    assert missing == []
