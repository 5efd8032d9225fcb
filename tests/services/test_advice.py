"""The advisor as a service: editions from the shelf, answers kept per client, usable before there is one."""

import pytest

from isodesk.domain.advice import Level
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput
from isodesk.services.workspace import Services


def test_the_newest_edition_is_proposed(services: Services) -> None:
    view = services.advice.advise({"tenders": "three"}, "en")
    assert [found.key for found in view.suggestions] == ["iso-9001-2026", "iso-14001-2026", "iso-45001-2018"]
    assert view.suggestions[0].level is Level.STRONGLY
    assert view.suggestions[0].reasons[0].answer == "Yes, for quality, environment and safety"
    assert view.integrated == ("ISO 9001:2026", "ISO 14001:2026", "ISO 45001:2018")
    assert services.advice.advise({"tenders": "three"}, "ru").suggestions[0].reasons[0].answer.startswith("Да, по")


def test_a_standard_that_the_shelf_lacks_is_named_without_a_key(services: Services) -> None:
    (first, *_rest) = services.advice.advise({"sector": "food"}, "en").suggestions
    assert (first.designation, first.key, first.heading) == ("ISO 22000", "", None)


def test_nothing_is_suggested_without_answers(services: Services) -> None:
    view = services.advice.advise({}, "en")
    assert (view.suggestions, view.answered, view.needs_none) == ((), 0, False)


def test_answers_are_kept_and_taken_back(services: Services, client: ClientId) -> None:
    services.advice.answer(client, "customers", "quality")
    services.advice.answer(client, "customers", "data")
    assert services.advice.answers(client) == {"customers": "data"}
    services.history.undo()
    assert services.advice.answers(client) == {"customers": "quality"}
    services.advice.answer(client, "customers", None)
    services.advice.answer(client, "customers", None)
    assert services.advice.answers(client) == {}


def test_answers_from_before_the_client_come_in_one_step(services: Services, client: ClientId) -> None:
    given = {"customers": "quality", "law": "no"}
    services.advice.keep(client, {})
    assert services.history.undoable is None
    services.advice.keep(client, given)
    assert services.advice.answers(client) == given
    services.history.undo()
    assert services.advice.answers(client) == {}


@pytest.mark.parametrize(("question", "choice"), [("weather", "fine"), ("customers", "weather"), ("customers", "")])
def test_an_answer_that_nobody_offered_is_refused(
    services: Services, client: ClientId, question: str, choice: str
) -> None:
    with pytest.raises(InvalidInput, match="does not know"):
        services.advice.answer(client, question, choice)
    with pytest.raises(InvalidInput, match="does not know"):
        services.advice.keep(client, {question: choice})
    assert services.advice.answers(client) == {}
