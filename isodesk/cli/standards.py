"""The commands around standards: list them, import one, check a file, export one to a colleague, remove one of one's own."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from isodesk.catalog import foreign, storing
from isodesk.catalog.found import Found
from isodesk.catalog.listing import Wishes
from isodesk.catalog.mapping import Mapping
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Bilingual, Clause, RequiredDocument, ReviewTopic, Standard, in_language
from isodesk.cli.answers import print_json, target
from isodesk.errors import ContentError, NotFound, UserError
from isodesk.i18n import LANGUAGES, N_, Speech


def run(parsed: argparse.Namespace, words: Speech) -> int:
    """Does what follows `isodesk standards`; lists them where nothing follows."""
    return ACTIONS[parsed.action](parsed, words)


def _list(parsed: argparse.Namespace, words: Speech) -> int:
    shelf = Shelf()
    standards, faults = _readable(shelf)
    mappings = shelf.mappings()
    if parsed.json:
        print_json(
            {
                "standards": [_standard(standard, own=standard.key not in shelf.shipped) for standard in standards],
                "mappings": [_mapping(mapping) for mapping in mappings],
            }
        )
    else:
        for standard in standards:
            questions = words.plural("{count} question", "{count} questions", len(standard.question_keys))
            print(f"{standard.key:16} {standard.designation} – {standard.title(words.language)} – {questions}")
        for mapping in mappings:
            pairs = words.plural("{count} pair", "{count} pairs", len(mapping.pairs))
            print(f"{mapping.key:16} {mapping.name(words.language)} – {pairs}")
    for fault in faults:
        _tell(fault.text(words))
    return 1 if faults else 0


def _readable(shelf: Shelf) -> tuple[list[Standard], list[ContentError]]:
    """A pack that is damaged must not hide the others. Raises ContentError for what ships."""
    standards = [shelf.standard(key) for key in shelf.shipped]
    for key in shelf.own:
        try:
            standards.append(shelf.standard(key))
        except ContentError:
            continue
    return standards, list(shelf.faulty())


def _both(texts: Bilingual) -> dict[str, str]:
    return {language: in_language(texts, language) for language in LANGUAGES}


def _standard(standard: Standard, *, own: bool) -> dict[str, object]:
    return {
        "key": standard.key,
        "family": standard.family,
        "designation": standard.designation,
        "title": _both(standard.titles),
        "edition": standard.edition,
        "own": own,
        "clauses": [_clause(clause) for clause in standard.clauses],
        "documents": [_document(document) for document in standard.documents],
        "review": [_topic(topic) for topic in standard.review],
    }


def _clause(clause: Clause) -> dict[str, object]:
    return {"number": clause.number, "title": _both(clause.titles), "questions": list(clause.questions)}


def _document(document: RequiredDocument) -> dict[str, object]:
    return {
        "key": document.key,
        "clause": document.clause,
        "kind": document.kind,
        "need": document.need,
        "name": _both(document.names),
        "why": _both(document.whys),
        "confidence": document.confidence,
    }


def _topic(topic: ReviewTopic) -> dict[str, object]:
    return {
        "clause": topic.clause,
        "direction": topic.direction,
        "name": _both(topic.names),
        "confidence": topic.confidence,
    }


def _mapping(mapping: Mapping) -> dict[str, object]:
    return {
        "key": mapping.key,
        "name": _both(mapping.names),
        "source": mapping.source.key,
        "target": mapping.target.key,
        "pairs": len(mapping.pairs),
    }


def _import(parsed: argparse.Namespace, words: Speech) -> int:
    """Takes a file among the user's own standards, whole or not at all."""
    shelf = Shelf()
    wishes = Wishes(key=parsed.key, designation=parsed.designation, language=parsed.data_language)
    found = foreign.read(_file(parsed.file), shelf.bank, wishes, columns=parsed.columns or None, sheet=parsed.sheet)
    shelf.install(found.content, replace=parsed.replace)
    for remark in found.remarks:
        _tell(remark.text(words))
    if parsed.json:
        kind = {} if found.kind == "standard" else {"kind": found.kind}
        print_json({"key": found.key, "nodes": found.nodes, "assessable": found.assessable, **kind})
    else:
        print(_imported(found, words))
    return 0


def _imported(found: Found, words: Speech) -> str:
    if found.kind == "mapping":
        return words("{key}: a mapping, {count} pairs.").format(key=found.key, count=found.nodes)
    template = words("{key}: {count} requirements, {asked} of them are asked about.")
    return template.format(key=found.key, count=found.nodes, asked=found.assessable)


def _check(parsed: argparse.Namespace, words: Speech) -> int:
    """Says of a file what keeps it from being imported: one line for each fault, and 1; 0 when it is sound."""
    file = _file(parsed.file)
    faults = foreign.faults(file, Shelf().bank, columns=parsed.columns or None)
    if parsed.json:
        print_json({"ok": not faults, "faults": [_fault(fault, file, words) for fault in faults]})
    for fault in () if parsed.json else faults:
        print(_line(fault, words))
    if not faults and not parsed.json:
        print(words("{file}: sound").format(file=file.name))
    return 1 if faults else 0


def _line(fault: UserError, words: Speech) -> str:
    """What is wrong without what to do about it: who checks a file means to mend it."""
    return " ".join(words(fault.problem).format(**fault.fields).split())


def _fault(fault: UserError, file: Path, words: Speech) -> dict[str, object]:
    place: dict[str, object] = {
        name: fault.fields[name] for name in ("line", "key", "row", "column") if name in fault.fields
    }
    return {"file": file.name, **place, "text": _line(fault, words)}


def _export(parsed: argparse.Namespace, _words: Speech) -> int:
    """Writes a standard or a mapping as a file that a colleague can import, and names the file."""
    text = Shelf().exported(parsed.key)
    path = target(parsed.out, f"{parsed.key}.toml")
    storing.put(path, text)
    print(path)
    return 0


def _remove(parsed: argparse.Namespace, words: Speech) -> int:
    """Takes an own standard or a mapping away. Clients keep what they were assessed against."""
    Shelf().remove(parsed.key)
    print(words("{key} was removed.").format(key=parsed.key))
    return 0


def _file(name: str) -> Path:
    file = Path(name)
    if not file.exists() or file.is_dir():
        raise NotFound(N_("There is no file {file}."), N_("Look at its name and folder."), file=name)
    return file


def _tell(text: str) -> None:
    """Says something beside the answer."""
    print(f"isodesk: {' '.join(text.split())}", file=sys.stderr)


ACTIONS: Final[dict[str | None, Callable[[argparse.Namespace, Speech], int]]] = {
    None: _list,
    "import": _import,
    "check": _check,
    "export": _export,
    "remove": _remove,
}
