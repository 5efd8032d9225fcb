"""The content of a standard as one text with a digest, kept with the client that was assessed against it (decisions 18).

Snapshots of the first release hold neither documents nor review topics nor focus: what is missing is empty.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from isodesk.catalog.standard import (
    Adoption,
    Amendment,
    Clause,
    Confidence,
    Direction,
    DocumentKind,
    Exclusion,
    Need,
    Question,
    QuestionText,
    RequiredDocument,
    ReviewTopic,
    Standard,
    TransitionDate,
)
from isodesk.domain.conformity import Importance
from isodesk.domain.keys import family_of
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


def _clause(clause: Clause) -> dict[str, Any]:
    held: dict[str, Any] = {
        "number": clause.number,
        "titles": dict(clause.titles),
        "questions": list(clause.questions),
    }
    return held | ({"exclusion": clause.exclusion.value} if clause.exclusion else {})


def _document(document: RequiredDocument) -> dict[str, Any]:
    return {
        "key": document.key,
        "clause": document.clause,
        "kind": document.kind.value,
        "need": document.need.value,
        "names": dict(document.names),
        "whys": dict(document.whys),
        "confidence": document.confidence.value,
    }


def _topic(topic: ReviewTopic) -> dict[str, Any]:
    return {
        "clause": topic.clause,
        "direction": topic.direction.value,
        "names": dict(topic.names),
        "confidence": topic.confidence.value,
    }


def _about(standard: Standard) -> dict[str, Any]:
    return {
        "adoptions": [[adoption.designation, adoption.country] for adoption in standard.adoptions],
        "amendments": [[a.designation, a.published.isoformat(), dict(a.about)] for a in standard.amendments],
        "transition": [
            [day.on.isoformat(), dict(day.about), day.source, day.confidence.value] for day in standard.transition
        ],
        "documents": [_document(document) for document in standard.documents],
        "review": [_topic(topic) for topic in standard.review],
        "focus": {key: dict(texts) for key, texts in standard.focus.items()},
    }


def dump(standard: Standard) -> str:
    """A standard as JSON, always the same for the same content."""
    return json.dumps(
        {
            "key": standard.key,
            "family": standard.family,
            "replaces": standard.replaces,
            "designation": standard.designation,
            "edition": standard.edition,
            "titles": dict(standard.titles),
            "system": dict(standard.system),
            "published": standard.published.isoformat() if standard.published else None,
            "source": standard.source,
            "buy": standard.buy,
            "exclusion": standard.exclusion.value,
            "leaving_out": dict(standard.leaving_out),
            "sources": dict(standard.sources),
            "harmonized": standard.harmonized,
            "paragraphs": list(standard.paragraphs),
            "clauses": [_clause(clause) for clause in standard.clauses],
            "questions": [_question(question) for question in standard.questions.values()],
            **_about(standard),
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def digest(content: str) -> str:
    """SHA-256 of a dump, as hex."""
    return hashlib.sha256(content.encode()).hexdigest()


def _load_question(item: Mapping[str, Any]) -> Question:
    return Question(
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


def _load_clause(item: Mapping[str, Any]) -> Clause:
    exclusion = Exclusion(item["exclusion"]) if "exclusion" in item else None
    return Clause(item["number"], item["titles"], tuple(item["questions"]), exclusion)


def _load_document(item: Mapping[str, Any]) -> RequiredDocument:
    return RequiredDocument(
        item["key"],
        item["clause"],
        DocumentKind(item["kind"]),
        Need(item["need"]),
        item["names"],
        item["whys"],
        Confidence(item["confidence"]),
    )


def _load_topic(item: Mapping[str, Any]) -> ReviewTopic:
    return ReviewTopic(item["clause"], Direction(item["direction"]), item["names"], Confidence(item["confidence"]))


def load(content: str) -> Standard:
    """The standard that `dump` wrote, of this release or an earlier one."""
    stored = json.loads(content)
    return Standard(
        key=stored["key"],
        designation=stored["designation"],
        edition=stored["edition"],
        titles=stored["titles"],
        system=stored["system"],
        clauses=tuple(_load_clause(item) for item in stored["clauses"]),
        questions={item["key"]: _load_question(item) for item in stored["questions"]},
        published=date.fromisoformat(stored["published"]) if stored["published"] else None,
        source=stored["source"],
        buy=stored["buy"],
        family=stored.get("family") or family_of(stored["key"]),
        replaces=stored.get("replaces", ""),
        exclusion=Exclusion(stored.get("exclusion", Exclusion.WARN)),
        leaving_out=stored.get("leaving_out", {}),
        sources=stored.get("sources", {}),
        # Everything that the first release shipped is built on the common structure.
        harmonized=stored.get("harmonized", True),
        paragraphs=tuple(stored.get("paragraphs", ())),
        adoptions=tuple(Adoption(*item) for item in stored.get("adoptions", ())),
        amendments=tuple(
            Amendment(designation, date.fromisoformat(published), about)
            for designation, published, about in stored.get("amendments", ())
        ),
        transition=tuple(
            TransitionDate(date.fromisoformat(on), about, source, Confidence(confidence))
            for on, about, source, confidence in stored.get("transition", ())
        ),
        documents=tuple(_load_document(item) for item in stored.get("documents", ())),
        review=tuple(_load_topic(item) for item in stored.get("review", ())),
        focus=stored.get("focus", {}),
    )
