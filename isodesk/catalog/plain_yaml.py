"""YAML as plain data: tables, lists and texts with their lines. Nothing else of YAML is taken.

Values stay as they are written, so that the number 1.10 does not become 1.1. Anchors, aliases, tags, further documents
and fields that stand twice are refused while the file is read, and so is what passes the limits: no file can make the
reader build something larger than itself.
"""

from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Final

from isodesk.catalog import limits
from isodesk.catalog.faults import Fault, at_line, code_of
from isodesk.catalog.plain_text import broken
from isodesk.errors import ContentError

_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_YES: Final = frozenset({"true", "yes", "on"})
_NO: Final = frozenset({"false", "no", "off"})


@dataclass(frozen=True, slots=True)
class YamlNode:
    """A value of any kind; a value of this class alone says nothing."""

    line: int


@dataclass(frozen=True, slots=True)
class YamlText(YamlNode):
    """A single value as it is written."""

    value: str


@dataclass(frozen=True, slots=True)
class YamlList(YamlNode):
    """Values in a row."""

    items: list[YamlNode]


@dataclass(frozen=True, slots=True)
class YamlTable(YamlNode):
    """Fields with their values, read with checked types. `file` and `key` say in errors where it stands."""

    fields: dict[str, YamlNode]
    file: str = ""
    key: str = "-"

    def named(self, file: str, key: str) -> "YamlTable":
        """The same table under a name for errors."""
        return YamlTable(self.line, self.fields, file, key)

    def error(self, fault: Fault, at: str = "", **details: object) -> ContentError:
        """An error at this table, or at the field `at` of it."""
        line = self.fields[at].line if at in self.fields else self.line
        return at_line(fault, self.file, line, self.key, **details)

    def text(self, name: str) -> str:
        """A text, empty where nothing is said. Raises ContentError for lists and tables."""
        node = self.fields.get(name)
        if isinstance(node, YamlText):
            return node.value
        if isinstance(node, YamlList | YamlTable):
            raise self.error(Fault.TEXT, name, field=name)
        return ""

    def truth(self, name: str) -> bool:
        """true or false, false where nothing is said. Raises ContentError for everything else."""
        value = self.text(name).casefold()
        if value and value not in _YES | _NO:
            raise self.error(Fault.FLAG, name, field=name)
        return value in _YES

    def table(self, name: str) -> "YamlTable":
        """A table inside this one, without fields where nothing is said. Raises ContentError for texts and lists."""
        return self._table(self.fields.get(name), name)

    def tables(self, name: str) -> "list[YamlTable]":
        """A list of tables; a table alone counts as a list of one. Raises ContentError for everything else."""
        node = self.fields.get(name)
        if isinstance(node, YamlTable):
            return [self._table(node, name)]
        if isinstance(node, YamlText):
            raise self.error(Fault.LIST, name, field=name)
        return [self._table(item, name) for item in node.items] if isinstance(node, YamlList) else []

    def tables_by_name(self, name: str) -> "list[tuple[str, YamlTable]]":
        """Tables under names of their own, or in a row under their `urn`. Raises ContentError for everything else."""
        node = self.fields.get(name)
        if isinstance(node, YamlTable):
            return [(key, self._table(item, name)) for key, item in node.fields.items()]
        return [(table.text("urn"), table) for table in self.tables(name)]

    def lines(self, name: str) -> list[str]:
        """The lines of a text, or the texts of a list. Raises ContentError for everything else."""
        node = self.fields.get(name)
        if not isinstance(node, YamlList):
            return self.text(name).split("\n")
        if not all(isinstance(item, YamlText) for item in node.items):
            raise self.error(Fault.TEXT, name, field=name)
        return [item.value for item in node.items if isinstance(item, YamlText)]

    def parts(self, name: str) -> "list[YamlText | YamlTable]":
        """A list of texts and tables. Raises ContentError for everything else."""
        node = self.fields.get(name)
        if isinstance(node, YamlText | YamlTable):
            raise self.error(Fault.LIST, name, field=name)
        found = node.items if isinstance(node, YamlList) else []
        return [
            item if isinstance(item, YamlText) else self._table(item, name)
            for item in found
            if type(item) is not YamlNode
        ]

    def _table(self, node: YamlNode | None, name: str) -> "YamlTable":
        if isinstance(node, YamlText | YamlList):
            raise at_line(Fault.TABLE, self.file, node.line, self.key, field=name)
        return (
            node.named(self.file, self.key)
            if isinstance(node, YamlTable)
            else YamlTable(self.line, {}, self.file, self.key)
        )


@dataclass(slots=True)
class _Open:
    """A list or table that is being read, with the name of its last field and whether the value of that is to come."""

    node: YamlList | YamlTable
    field: str = ""
    waits: bool = False

    @property
    def step(self) -> str:
        return str(len(self.node.items)) if isinstance(self.node, YamlList) else self.field[:40]


@dataclass(slots=True)
class _Builder:
    """Puts events together, without recursion."""

    file: str
    yaml: ModuleType
    root: YamlNode | None = None
    open: list[_Open] = field(default_factory=list)
    count: int = 0

    def take(self, event: Any) -> None:
        """One event. Raises ContentError for what is not taken."""
        line = event.start_mark.line + 1
        if isinstance(event, self.yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, self.yaml.NodeEvent):
            self._refuse_extras(event, line)
            self._node(event, line)
        elif isinstance(event, self.yaml.DocumentStartEvent) and self.root is not None:
            raise self.error(Fault.DOCUMENT, line)

    def error(self, fault: Fault, line: int, **details: object) -> ContentError:
        """An error at a line, with the way that leads there as its key."""
        way = ".".join(level.step for level in self.open[:6] if level.step)
        return at_line(fault, self.file, line, way or "-", **details)

    def _refuse_extras(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            raise self.error(Fault.ALIAS, line)
        if event.tag is not None:
            raise self.error(Fault.TAG, line, tag=event.tag[:60])
        self.count += 1
        if self.count > limits.VALUES:
            raise self.error(Fault.MANY, line, limit=limits.VALUES)

    def _node(self, event: Any, line: int) -> None:
        if isinstance(event, self.yaml.ScalarEvent):
            self._scalar(event, line)
            return
        node = YamlTable(line, {}) if isinstance(event, self.yaml.MappingStartEvent) else YamlList(line, [])
        self._place(node)
        self.open.append(_Open(node))
        if len(self.open) > limits.DEPTH:
            raise self.error(Fault.DEEP, line, limit=limits.DEPTH)

    def _scalar(self, event: Any, line: int) -> None:
        value = broken(event.value)
        if len(value) > limits.TEXT:
            raise self.error(Fault.LONG, line, limit=limits.TEXT)
        hidden = limits.HIDDEN.search(value)
        if hidden:
            raise self.error(Fault.HIDDEN, line, code=code_of(hidden.group()))
        level = self.open[-1] if self.open else None
        if level and isinstance(level.node, YamlTable) and not level.waits:
            level.field, level.waits = value, True
            if value in level.node.fields:
                raise self.error(Fault.TWICE, line, field=value[:60])
        else:
            self._place(YamlNode(line) if not event.style and value in _NOTHING else YamlText(line, value))

    def _place(self, node: YamlNode) -> None:
        if not self.open:
            self.root = node
            return
        level = self.open[-1]
        if isinstance(level.node, YamlList):
            level.node.items.append(node)
        elif level.waits:
            level.node.fields[level.field] = node
            level.waits = False
        else:
            raise self.error(Fault.TEXT, node.line, field="?")


def read(source: str, file: str) -> YamlTable:
    """The table that YAML text from `file` holds. Raises ContentError."""
    import yaml

    hidden = limits.HIDDEN.search(source)
    if hidden:
        raise at_line(Fault.HIDDEN, file, limits.line_at(source, hidden.start()), "-", code=code_of(hidden.group()))
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(file, yaml)
    try:
        for event in yaml.parse(source, Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise builder.error(Fault.BROKEN, _line(error), reason=_reason(error)) from error
    if not isinstance(builder.root, YamlTable):
        raise at_line(Fault.NO_CONTENT, file, 1, "-")
    return builder.root.named(file, "-")


def _line(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _reason(error: Exception) -> str:
    found = getattr(error, "problem", None) or getattr(error, "reason", None) or getattr(error, "context", None)
    return str(found or "it is no text of this kind").rstrip(".")
