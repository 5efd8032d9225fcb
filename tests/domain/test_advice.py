"""The advisor: answers only ever speak for a standard, their order does not matter, no choice is without effect."""

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from isodesk.catalog import advice
from isodesk.domain.advice import AdviceQuestion, Choice, Level, Point, Ranking, rank

CONTENT = advice.read()
BY_KEY = {question.key: question for question in CONTENT.questions}
ANSWERS = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from([c.key for c in question.choices]) for key, question in BY_KEY.items()}
)


def ranked(answers: dict[str, str]) -> Ranking:
    return rank(CONTENT.questions, CONTENT.families, answers)


def scores(answers: dict[str, str]) -> dict[str, int]:
    return {found.family: found.score for found in ranked(answers).suggestions}


@given(ANSWERS, st.data())
def test_another_answer_takes_nothing_away(answers: dict[str, str], data: st.DataObject) -> None:
    left = [key for key in BY_KEY if key not in answers]
    if not left:
        return
    question = BY_KEY[data.draw(st.sampled_from(left))]
    choice = data.draw(st.sampled_from(question.choices))
    before, after = scores(answers), scores({**answers, question.key: choice.key})
    assert all(after[family] >= before[family] for family in before)


@given(ANSWERS, st.randoms())
def test_the_order_of_answering_does_not_matter(answers: dict[str, str], random: Random) -> None:
    keys = list(answers)
    random.shuffle(keys)
    assert ranked({key: answers[key] for key in keys}) == ranked(answers)


@given(ANSWERS)
def test_the_strongest_comes_first_and_equals_keep_their_order(answers: dict[str, str]) -> None:
    found = ranked(answers).suggestions
    places = {family: place for place, family in enumerate(CONTENT.families)}
    keys = [(-suggestion.score, places[suggestion.family]) for suggestion in found]
    assert keys == sorted(keys)
    assert all(sum(reason.points for reason in s.reasons) == s.score for s in found)


@given(ANSWERS)
def test_answers_that_nobody_knows_count_as_not_given(answers: dict[str, str]) -> None:
    assert ranked({**answers, "weather": "fine"}) == ranked(answers)
    emptied = dict.fromkeys(answers, "?")
    assert ranked(emptied) == ranked({})


def test_no_choice_is_dead() -> None:
    """Each choice makes a difference to no answer, and to every other choice of its question."""
    quiet = {q.key: next((c.key for c in q.choices if not c.speaks_for), "") for q in CONTENT.questions}
    for question in CONTENT.questions:
        others = {key: choice for key, choice in quiet.items() if key != question.key and choice}
        seen = set()
        for choice in question.choices:
            result = ranked({**others, question.key: choice.key})
            assert result != ranked(others), choice.key
            said = (tuple((s.family, s.score) for s in result.suggestions), result.needs_none)
            assert said not in seen, choice.key
            seen.add(said)


def test_everything_is_said_in_both_languages() -> None:
    texts = [standard.about for standard in CONTENT.standards]
    for question in CONTENT.questions:
        texts.append(question.text)
        for choice in question.choices:
            texts += [choice.text, *(point.reason for point in choice.speaks_for)]
    for text in texts:
        assert set(text) == {"en", "ru"}
        assert all(words.strip() for words in text.values())
        assert re.search("[а-я]", text["ru"]) and not re.search("[а-я]", text["en"]), text
    assert 6 <= len(CONTENT.questions) <= 8
    assert all(len({c.key for c in q.choices}) == len(q.choices) for q in CONTENT.questions)


def test_nothing_speaks_for_a_certificate() -> None:
    nothing = {"customers": "price", "tenders": "no", "environment": "office", "safety": "harmless"}
    nothing |= {"information": "none", "outage": "little", "law": "no"}
    assert not ranked(nothing).needs_none, "a question is open"
    questions = (AdviceQuestion("q", {}, (Choice("yes", {}, (Point("a", 4, {}),)), Choice("no", {}))),)
    assert rank(questions, ("a",), {"q": "no"}).needs_none
    assert not rank(questions, ("a",), {"q": "yes"}).needs_none
    assert not rank(questions, ("a",), {}).needs_none


def test_levels_and_what_goes_together() -> None:
    found = ranked({"tenders": "three", "information": "personal", "outage": "costly"})
    levels = {suggestion.family: suggestion.level for suggestion in found.suggestions}
    assert levels["iso-9001"] is levels["iso-14001"] is levels["iso-45001"] is Level.STRONGLY
    assert levels["iso-iec-27001"] is Level.WORTH
    assert levels["iso-22301"] is Level.NOT_NOW
    assert found.integrated == ("iso-9001", "iso-14001", "iso-45001")
    assert ranked({"customers": "quality"}).integrated == ()
