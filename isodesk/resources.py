"""Finds the files that ship beside the code, in a checkout, an installed wheel and a frozen bundle alike."""

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds standards, translations, icons and themes."""
    package = Path(__file__).resolve().parent
    candidates = [package / "_resources", package.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    message = f"resources folder not found beside {package}"
    raise FileNotFoundError(message)


def path(*parts: str) -> Path:
    """One file or folder below the resources folder."""
    return root().joinpath(*parts)
