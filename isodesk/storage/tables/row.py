"""What all rows share: a UUID key, named constraints, foreign keys checked at the commit, UTC times."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

from isodesk.domain.keys import new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time, kept as naive UTC and given back as aware UTC, so that both databases hold the same."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To naive UTC."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To aware UTC."""
        return value.replace(tzinfo=UTC) if value else None


class Row(DeclarativeBase):
    """A record. Its key is given at birth, so that the journal can name it before the flush."""

    metadata = MetaData(naming_convention=NAMING)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", new_id())
        for column in self.__table__.columns:
            default = column.default
            if column.key not in values and default is not None and default.is_scalar:
                values[column.key] = default.arg
        for name, value in values.items():
            setattr(self, name, value)


def reference(table: str, *, optional: bool = False, index: bool = True) -> MappedColumn[Any]:
    """A foreign key to `table`, indexed, checked at the commit so that rows of one unit may come in any order."""
    return mapped_column(
        String(36),
        ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"),
        nullable=optional,
        index=index,
    )
