"""What runs in another process: a writer to be killed, a holder of a workspace, two that race for it."""

import os
import signal
import sqlite3
import time
from pathlib import Path
from typing import Any

from isodesk.domain.conformity import Conformity
from isodesk.errors import UserError
from isodesk.services.evidence import Subject
from isodesk.services.workspace import open_workspace

STEPS = 4
GROUP = 5


def write_on(folder: Path, acknowledged: Path) -> None:
    """Works until killed; each line of `acknowledged` is a step whose commit came back."""
    services = open_workspace(folder, actor="worker")
    client = services.clients.listed()[0].id
    keys = [view.key for view in services.assessment.questions(client, "en")]
    source = folder / "source.txt"
    done = len(acknowledged.read_text("utf-8").splitlines()) if acknowledged.exists() else 0
    with acknowledged.open("a", encoding="utf-8") as file:
        for number in range(done, done + 100_000):
            if number % STEPS == 0:
                services.assessment.record_many(client, keys[:GROUP], verdict(number))
            elif number % STEPS == 1:
                services.assessment.set_note(client, keys[0], "existing", f"note {number}")
            elif number % STEPS == 2:
                source.write_text(f"evidence {number}", "utf-8")
                services.evidence.attach(client, Subject.ANSWER, keys[GROUP], source)
            else:
                services.assessment.set_note(client, keys[GROUP + 1], "missing", f"taken back {number}")
                services.history.undo()
            file.write(f"{number}\n")
            file.flush()


def verdict(number: int) -> Conformity:
    """What step `number` records."""
    return list(Conformity)[number // STEPS % len(Conformity)]


def hold(folder: Path, ready: Any) -> None:
    """Opens a workspace and keeps it until killed."""
    open_workspace(folder, actor="holder")
    ready.set()
    time.sleep(60)


def race(folder: Path, barrier: Any, results: Any) -> None:
    """Opens at the same moment as others and says what came of it."""
    barrier.wait(30)
    try:
        services = open_workspace(folder, actor="racer")
        outcome = "reader" if services.read_only else "writer"
        if outcome == "writer":
            services.clients.listed()
    except UserError:
        outcome = "refused"
    except Exception as error:  # noqa: BLE001 - the judge is in another process
        outcome = repr(error)
    results.put(outcome)
    barrier.wait(30)


def break_off(file: Path) -> None:
    """Dies in the middle of a transaction that has reached the disk in part."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE client SET name = 'half done'")
    for _ in range(50):
        connection.execute("UPDATE content_snapshot SET content = content || content WHERE length(content) < 3000000")
    connection.execute("CREATE TABLE leftover AS SELECT * FROM content_snapshot")
    os.kill(os.getpid(), signal.SIGKILL)
