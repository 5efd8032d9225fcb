"""Levels of maturity on some answers of a sample, so that its radar has a shape."""

from collections import defaultdict

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import QuestionKey
from isodesk.domain.samples import Sample
from isodesk.services.sample_made import Made

_LEVELS = {Conformity.CONFORMS: (3, 4, 3), Conformity.PARTLY: (2, 1, 2), Conformity.ABSENT: (0, 1, 0)}


def add(made: Made) -> None:
    """Every second answer of the beginner, by its verdict: nobody rates everything."""
    if made.which is not Sample.BEGINNER:
        return
    levels: dict[int, list[QuestionKey]] = defaultdict(list)
    for view in made.services.assessment.questions(made.client, made.language)[::2]:
        if view.conformity in _LEVELS:
            levels[_LEVELS[view.conformity][view.number % 3]].append(view.key)
    for level, keys in levels.items():
        made.services.assessment.change(made.client, keys, maturity=level)
