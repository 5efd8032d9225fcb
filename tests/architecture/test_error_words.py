"""Every trouble that a person is told of says what is wrong and what to do, in words of both languages (ux.md U47)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from isodesk import errors
from isodesk.errors import UserError
from isodesk.i18n import speech

ROOT = Path(__file__).resolve().parents[2]
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, UserError)}
HANDED_ON = {
    "isodesk/storage/database.py": 2,
}
"""Calls that hand on texts of a table of the same module, which `tabled` reads instead."""

OF_A_FORMAT = "isodesk/catalog/typed_toml.py"
"""Who mends a standard's file has to know what it must be: TOML in UTF-8."""

BLAME = (
    r"\byou (did|have|had|forgot|failed|must|should|entered|typed|cannot|can't)\b|\byour (mistake|fault|error)\b"
    r"|\b(invalid|illegal|incorrect|wrong|bad|stupid|fatal|abort(ed)?|forbidden|failed|failure)\b"
)
BLAME_RU = r"\bвы (не|забыли|должны|ввели|ошиблись)\b|ваша ошибка|\b(неверн|некорректн|недопустим|запрещен|фатальн)\w*"
CODE = (
    r"\b(sql\w*|errno|exception|traceback|null|none|uuid|stack|commit|rollback|transaction|pragma|orm|schema|index|"
    r"utf-?8|json|toml|csv|regex|python|qt|thread|boolean|string|integer)\b|(?-i:\b[A-Z][a-z]+(Error|Exception)\b|\bE[A-Z]{4,}\b)"
    r"|0x[0-9a-f]+|\b[a-z]+_[a-z_]+\b|\(\)|%[sd]"
)


def calls() -> Iterator[tuple[str, str, list[ast.expr], dict[str, ast.expr]]]:
    """Where, which kind, its texts (without the field of InvalidInput), and the assigned names around it."""
    for module in sorted((ROOT / "isodesk").rglob("*.py")):
        tree = ast.parse(module.read_text("utf-8"))
        names = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                texts = node.args[1:] if node.func.id == "InvalidInput" else node.args
                where = module.relative_to(ROOT).as_posix()
                yield f"{where}:{node.lineno}", node.func.id, texts, names


def marked(node: ast.expr, names: dict[str, ast.expr]) -> list[str]:
    """The texts in N_() that an expression may be: itself, a constant of the module, one of a table."""
    if isinstance(node, ast.Name) and node.id in names:
        return marked(names[node.id], {})
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Dict):
        return [text for value in node.value.values for text in marked(value, {})]
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "N_":
        (words,) = node.args
        return [ast.literal_eval(words)]
    return []


def tabled() -> Iterator[tuple[str, str, str]]:
    """Troubles of the database, by SQLite's name for them."""
    from isodesk.storage import database

    for code, problem, remedy in database._TROUBLES:
        yield f"database.py {code}", problem, remedy


def said() -> list[tuple[str, str, str]]:
    """(where, problem, remedy) of every trouble; a list of its own for texts that one call may choose from."""
    found = list(tabled())
    for where, _kind, texts, names in calls():
        if where.split(":")[0] in HANDED_ON and not any(marked(text, names) for text in texts):
            continue
        problems = marked(texts[0], names) if texts else []
        remedies = marked(texts[1], names) if len(texts) > 1 else []
        found += [(where, problem, remedy) for problem in problems or [""] for remedy in remedies or [""]]
    return found


SAID = said()
TEXTS = sorted({(where, text) for where, *texts in SAID for text in texts if text})


def test_all_of_them_were_found() -> None:
    """The lint reads what the program raises: a kind that is never raised, or a call it cannot read, is seen here."""
    raised = {kind for _where, kind, _texts, _names in calls()}
    assert KINDS - {"UserError"} == raised
    assert len(SAID) > 80
    handed = [where.split(":")[0] for where, _kind, texts, names in calls() if not marked(texts[0], names)]
    assert {name: handed.count(name) for name in handed} == HANDED_ON


def test_every_trouble_has_a_problem_and_a_remedy_marked_for_translation() -> None:
    """U47: the problem with its cause, and the way out."""
    assert [where for where, problem, remedy in SAID if not problem or not remedy] == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_they_are_whole_sentences(language: str) -> None:
    """U47: a capital or a name at the beginning, a full stop at the end, no shouting."""
    words = speech(language)
    odd = [
        f"{where}: {words(text)}"
        for where, text in TEXTS
        if not re.fullmatch(r"[A-ZА-ЯЁ0-9{«“\"].*[.]", words(text)) or "!" in text or ".." in text
    ]
    assert odd == []


def test_they_blame_nobody() -> None:
    """U47: what is wrong is said of the thing, never of the person."""
    russian = speech("ru")
    blaming = [f"{where}: {text}" for where, text in TEXTS if re.search(BLAME, text, re.IGNORECASE)]
    blaming += [f"{where}: {russian(text)}" for where, text in TEXTS if re.search(BLAME_RU, russian(text).casefold())]
    assert blaming == []


def test_they_use_no_words_of_programmers() -> None:
    """U47: no names of exceptions, tables or numbers of the system; {fields} are names of things."""
    told = [(where, text) for where, text in TEXTS if not where.startswith(OF_A_FORMAT)]
    fieldless = [(where, re.sub(r"{\w+}", "", text)) for where, text in told]
    assert [f"{where}: {text}" for where, text in fieldless if re.search(CODE, text, re.IGNORECASE)] == []


def test_they_speak_russian() -> None:
    """U47, U65: every problem and every remedy is translated, with the same fields."""
    russian = speech("ru")
    missing = [text for _where, text in TEXTS if re.search("[A-Za-z]{3}", re.sub(r"{\w+}", "", text))]
    assert [text for text in missing if not re.search("[а-яА-Я]", russian(text))] == []
