"""Units of work: a session lives as long as one user event, and events go out only after the commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from isodesk.domain.events import Event
from isodesk.errors import ReadOnlyWorkspace
from isodesk.i18n import N_
from isodesk.storage import changes, journal
from isodesk.storage.changes import RowChange
from isodesk.storage.database import storage_trouble

__all__ = ["Clock", "Session", "Work", "Workshop", "system_clock"]
"""Session is given out for the annotations of services, which do not know SQLAlchemy."""

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, aware of UTC."""
    return datetime.now(UTC)


class Work:
    """One write unit: its session, the rows it touched, the facts to publish when it is committed."""

    def __init__(self, session: Session, clock: Clock, actor: str) -> None:
        self.session = session
        self.actor = actor
        self.now = clock()
        self.events: list[Event] = []
        self.changes: list[RowChange] = []
        self.after_commit: Callable[[], None] | None = None
        """Called once the rows are safe, before the facts go out."""
        event.listen(session, "before_flush", self._note)

    @property
    def today(self) -> date:
        """The calendar day where the user sits."""
        return self.now.astimezone().date()

    def record(self, fact: Event) -> None:
        """Keeps a fact for publication after the commit, once."""
        if fact not in self.events:
            self.events.append(fact)

    def _note(self, session: Session, _context: object, _instances: object) -> None:
        self.changes.extend(changes.pending(session))

    def finish(self, step: str) -> None:
        """Flushes the rows and writes the journal; called just before the commit."""
        self.session.flush()
        journal.write(self.session, self.changes, at=self.now, actor=self.actor, step=step)


class Workshop:
    """Gives out sessions: `read()` and `write()`; nothing else opens one."""

    def __init__(
        self,
        engine: Engine,
        publish: Callable[[Event], None],
        *,
        clock: Clock = system_clock,
        actor: str = "",
        read_only: bool = False,
    ) -> None:
        self._engine = engine
        self._writer = engine.execution_options(immediate=True)
        self._publish = publish
        self._clock = clock
        self.actor = actor
        self.read_only = read_only
        self.commits = 0
        """How many units this program has written: what was read stays true until it changes."""

    @property
    def engine(self) -> Engine:
        """For checks and copies of the whole file."""
        return self._engine

    @property
    def today(self) -> date:
        """The calendar day where the user sits."""
        return self._clock().astimezone().date()

    @property
    def now(self) -> datetime:
        """The present moment, aware of UTC."""
        return self._clock()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading; raises StorageTrouble."""
        try:
            with Session(self._engine, autoflush=False) as session:
                yield session
        except DatabaseError as error:
            _raise_known(error)

    @contextmanager
    def write(self, step: str = "") -> Iterator[Work]:
        """A write unit: all or nothing. Raises ReadOnlyWorkspace, StorageTrouble."""
        self.require_writable()
        try:
            with Session(self._writer, expire_on_commit=False) as session:
                work = Work(session, self._clock, self.actor)
                yield work
                work.finish(step)
                session.commit()
        except DatabaseError as error:
            _raise_known(error)
        self.commits += 1
        if work.after_commit is not None:
            work.after_commit()
        for fact in work.events:
            self._publish(fact)

    def require_writable(self) -> None:
        """Raises ReadOnlyWorkspace before anything is copied or computed for nothing."""
        if self.read_only:
            raise ReadOnlyWorkspace(
                N_("This workspace is open for reading only, so the change was not made."),
                N_("Close the other window of isodesk, or check the rights of the folder, then open it again."),
            )


def _raise_known(error: DatabaseError) -> None:
    trouble = storage_trouble(error)
    if trouble is None:
        raise error
    raise trouble from error
