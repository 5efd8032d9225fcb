"""The shape of the code: who may import whom, how long things may grow, what a module may be called."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "isodesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_LINES, FUNCTION_LINES, CLASS_LINES = 300, 40, 200
DRAWERS = frozenset({"utils", "helpers", "common", "manager", "misc", "base"})
"""Names under which anything can be put away and nothing found."""


def name_of(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def is_migration(module: Path) -> bool:
    return module.parent.name == "versions"


def definitions(module: Path) -> Iterator[tuple[ast.AST, str, int]]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node.end_lineno:
            yield node, f"{name_of(module)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def test_imports_keep_the_contracts() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


def test_modules_stay_short() -> None:
    lengths = {name_of(m): len(m.read_text("utf-8").splitlines()) for m in MODULES if not is_migration(m)}

    assert {name: length for name, length in lengths.items() if length > MODULE_LINES} == {}


def test_functions_and_classes_stay_short() -> None:
    too_long = [
        f"{where}: {length} lines"
        for module in MODULES
        for node, where, length in definitions(module)
        if length > (CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES) and not is_migration(module)
    ]

    assert too_long == []


def test_no_module_is_a_drawer() -> None:
    assert [name_of(module) for module in MODULES if module.stem.strip("_") in DRAWERS] == []


def test_every_module_says_why_it_exists() -> None:
    silent = [
        name_of(module)
        for module in MODULES
        if module.read_text("utf-8").strip() and not ast.get_docstring(ast.parse(module.read_text("utf-8")))
    ]

    assert silent == []


CORE_IMPORTS = """\
import importlib, pkgutil, sys
package = importlib.import_module("isodesk.{package}")
for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
print([name for name in ("PySide6", "reportlab", "alembic", "babel", "PIL") if name in sys.modules])
"""


@pytest.mark.parametrize("package", ["domain", "catalog", "storage", "services"])
def test_the_core_does_not_know_the_toolkit(package: str) -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            CORE_IMPORTS.format(package=package),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.strip() == "[]"
