"""Clients on their way from the edition of 2015 to that of 2026: before the move, after it, and where everything is too long."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from situations import HOSTILE, LONG_NAME, LONG_TEXT, Situation

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import QuestionKey
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services

OLD, NEW = "iso-9001-2015", "iso-9001-2026"
KEY = "transition-report"


def empty(services: Services, _folder: Path) -> Situation:
    """Nothing is answered and nobody has moved."""
    return Situation(services.clients.create(NewClient("Вектор", OLD, "ru")), None)


def typical(services: Services, _folder: Path) -> Situation:
    """Moved with a few gaps; one of the new questions is answered."""
    client = services.clients.create(NewClient("ООО «Вымпел»", OLD, "ru", 42, target_on=date(2027, 9, 1)))
    services.clients.change(client, head_post="Директор", head_name="Климов Олег Петрович")
    keys = [view.key for view in services.assessment.questions(client, "ru")]
    services.assessment.record_many(client, keys, Conformity.CONFORMS)
    services.assessment.record_many(client, keys[4:6], Conformity.PARTLY)
    services.assessment.set_note(client, keys[4], "missing", "Ожидания арендодателя не записаны")
    services.adoptions.move(client, OLD, NEW)
    fresh = sorted(services.adoptions.fresh(client))
    person = services.team.add_person(client, "Зимина Е. Д.", "Менеджер по качеству")
    services.assessment.record(client, QuestionKey(fresh[0]), Conformity.ABSENT)
    services.assessment.set_note(client, QuestionKey(fresh[0]), "missing", "О переменах узнают на планерке, но не все")
    services.assessment.set_owner(client, [QuestionKey(fresh[0])], person)
    return Situation(client, None)


def extreme(services: Services, _folder: Path) -> Situation:
    """Everything absent, names and notes too long, markup in them."""
    client = services.clients.create(NewClient((HOSTILE + LONG_NAME)[:300], OLD, "ru", 50, is_sample=True))
    services.clients.change(client, head_post=LONG_NAME[:300], head_name=(HOSTILE + LONG_NAME)[:300])
    keys = [view.key for view in services.assessment.questions(client, "ru")]
    services.assessment.record_many(client, keys, Conformity.ABSENT)
    services.assessment.set_note(client, keys[0], "missing", LONG_TEXT * 14)
    services.assessment.set_note(client, keys[1], "missing", HOSTILE + "Ж" * 400)
    services.adoptions.move(client, OLD, NEW)
    services.assessment.record_many(
        client, [QuestionKey(key) for key in services.adoptions.fresh(client)], Conformity.ABSENT
    )
    return Situation(client, None)


SITUATIONS: dict[str, Callable[[Services, Path], Situation]] = {
    "empty": empty,
    "typical": typical,
    "extreme": extreme,
}
