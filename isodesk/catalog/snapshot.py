"""The content of a standard as one text with a digest, kept with the client that was assessed against it (decisions 18)."""

import hashlib
import json
from datetime import date
from typing import Any

from isodesk.catalog.standard import Clause, Question, QuestionText, Standard
from isodesk.domain.conformity import Importance
from isodesk.domain.people import Role


def _question(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "common": question.common,
        "importance": question.importance.value,
        "effort": question.effort,
        "role": question.role.value,
        "follows": list(question.follows),
        "texts": {
            language: {
                "question": text.question,
                "why": text.why,
                "look_for": list(text.look_for),
                "example": text.example,
                "action": text.action,
            }
            for language, text in question.texts.items()
        },
    }


def dump(standard: Standard) -> str:
    """A standard as JSON, always the same for the same content."""
    return json.dumps(
        {
            "key": standard.key,
            "designation": standard.designation,
            "edition": standard.edition,
            "titles": dict(standard.titles),
            "system": dict(standard.system),
            "published": standard.published.isoformat() if standard.published else None,
            "source": standard.source,
            "buy": standard.buy,
            "clauses": [
                {"number": clause.number, "titles": dict(clause.titles), "questions": list(clause.questions)}
                for clause in standard.clauses
            ],
            "questions": [_question(question) for question in standard.questions.values()],
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def digest(content: str) -> str:
    """SHA-256 of a dump, as hex."""
    return hashlib.sha256(content.encode()).hexdigest()


def load(content: str) -> Standard:
    """The standard that `dump` wrote."""
    stored = json.loads(content)
    questions = {
        item["key"]: Question(
            item["key"],
            item["common"],
            Importance(item["importance"]),
            item["effort"],
            Role(item["role"]),
            tuple(item["follows"]),
            {
                language: QuestionText(
                    text["question"], text["why"], tuple(text["look_for"]), text["example"], text["action"]
                )
                for language, text in item["texts"].items()
            },
        )
        for item in stored["questions"]
    }
    return Standard(
        key=stored["key"],
        designation=stored["designation"],
        edition=stored["edition"],
        titles=stored["titles"],
        system=stored["system"],
        clauses=tuple(Clause(item["number"], item["titles"], tuple(item["questions"])) for item in stored["clauses"]),
        questions=questions,
        published=date.fromisoformat(stored["published"]) if stored["published"] else None,
        source=stored["source"],
        buy=stored["buy"],
    )
