"""People with make and people with uv must get the very same packages, and the lock must not name a host."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"(?P<pin>[a-z0-9][a-z0-9._-]*==[0-9][\w.+!]*(?: ; [\w.<>=!'() -]+?)?)(?: \\)?")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


@pytest.fixture(scope="module")
def lock_lines() -> list[str]:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lines: list[str]) -> list[str]:
    return [found["pin"] for line in lines if (found := PIN.fullmatch(line))]


def test_the_lock_holds_only_pins_and_hashes(lock_lines: list[str]) -> None:
    strange = [line for line in lock_lines if not PIN.fullmatch(line) and not HASH.fullmatch(line)]
    assert strange == []


def test_every_pin_has_a_hash(lock_lines: list[str]) -> None:
    bare = [
        line
        for line, following in zip(lock_lines, [*lock_lines[1:], ""], strict=True)
        if PIN.fullmatch(line) and not HASH.fullmatch(following)
    ]
    assert bare == []


def test_uv_is_held_to_the_pins_of_the_lock(lock_lines: list[str], project: dict[str, Any]) -> None:
    assert project["tool"]["uv"]["constraint-dependencies"] == pins(lock_lines)
    assert project["tool"]["uv"]["default-groups"] == ["dev"]


def test_uv_is_told_of_no_host(project: dict[str, Any]) -> None:
    assert set(project["tool"]["uv"]) == {"constraint-dependencies", "default-groups"}
    assert not re.search(r"://|@|/", " ".join(project["tool"]["uv"]["constraint-dependencies"]))


def test_the_lock_is_as_new_as_the_project(lock_lines: list[str], project: dict[str, Any]) -> None:
    locked = {requirement.name: requirement.specifier for requirement in map(Requirement, pins(lock_lines))}
    wanted = [Requirement(text) for text in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"])]
    unmet = [
        str(requirement)
        for requirement in wanted
        if not (exact := locked.get(re.sub(r"[-_.]+", "-", requirement.name).lower()))
        or not requirement.specifier.contains(str(exact).removeprefix("=="))
    ]
    assert unmet == []
