"""Other processes for the tests of storage, and a user without rights."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

NOBODY = 65534


@pytest.fixture(scope="session")
def processes() -> BaseContext:
    """Processes that start in milliseconds because one of them has imported everything already."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["isodesk.services.workspace", "isodesk.storage.opening"])
    return context


@pytest.fixture
def start(processes: BaseContext) -> Iterator[Callable[..., BaseProcess]]:
    """Starts a function in another process; what still runs at the end is killed."""
    started: list[BaseProcess] = []

    def begin(function: Callable[..., None], *arguments: Any) -> BaseProcess:
        process = processes.Process(target=function, args=arguments)
        process.start()
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.join(10)
        process.close()


@pytest.fixture
def protected() -> Iterator[Callable[[Path], Path]]:
    """Makes a copy of a folder where nothing can be written, even by root."""
    place = Path(tempfile.mkdtemp(prefix="isodesk-read-only-"))
    place.chmod(0o755)
    root = os.geteuid() == 0

    def protect(source: Path) -> Path:
        target = place / "workspace"
        shutil.copytree(source, target)
        for path in (*target.rglob("*"), target):
            path.chmod(0o555 if path.is_dir() else 0o444)
        if root:
            os.seteuid(NOBODY)
        return target

    yield protect
    if root:
        os.seteuid(0)
    for path in (place, *place.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(place)
