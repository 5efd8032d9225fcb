"""What can be typed after `isodesk`, explained in the user's language; a slip is one line, not a page."""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from isodesk import __version__
from isodesk.i18n import LANGUAGES, N_, Speech, speech, system_language

PROGRAM: Final = "isodesk"

_REASONS: Final = (
    (re.compile(r"unrecognized arguments: (?P<what>.*)", re.DOTALL), N_("{what} is not known.")),
    (re.compile(r"the following arguments are required: (?P<what>.*)"), N_("{what} is missing.")),
    (re.compile(r"argument (?P<what>[^:]+): expected"), N_("{what} needs a value.")),
    (re.compile(r"argument (?P<what>[^:]+): invalid .*?'(?P<value>[^']*)'"), N_("{what} cannot be “{value}”.")),
)
"""argparse says these in English only."""


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong and leaves with status 2."""

    words: Speech = speech("en")

    def error(self, message: str) -> NoReturn:
        """Overrides argparse's page of usage."""
        remedy = self.words("“isodesk --help” lists what is possible.")
        self.exit(2, f"{PROGRAM}: {_reason(message, self.words)} {remedy}\n")


def _reason(message: str, words: Speech) -> str:
    for pattern, template in _REASONS:
        found = pattern.match(message)
        if found:
            return words(template).format(**{name: " ".join(text.split()) for name, text in found.groupdict().items()})
    return " ".join(message.split())


def spoken(argv: Sequence[str]) -> Speech:
    """The language of help and messages: as asked for before anything else is understood, else the system's."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--ui-language", default="")
    early.add_argument("--language", default="")
    first = next((index for index, word in enumerate(argv) if word in COMMANDS), len(argv))
    try:
        before = early.parse_known_args(list(argv[:first]))[0]
        anywhere = early.parse_known_args(list(argv))[0]
    except argparse.ArgumentError:
        return speech(system_language())
    return speech(anywhere.ui_language or before.language or system_language())


def parser(argv: Sequence[str] | None = None) -> Parser:
    """The parser; its own words are in the language that `argv` asks for."""
    words = spoken(sys.argv[1:] if argv is None else argv)
    made = _parser(words, PROGRAM, words("Without a command, the window opens."))
    group = made.add_argument_group(words("Options"))
    _add_help(group, words)
    group.add_argument(
        "--version", action="version", version=f"{PROGRAM} {__version__}", help=words("Show the version")
    )
    _add_workspace(group, words, default=None)
    group.add_argument("--language", choices=LANGUAGES, help=words("Language of the window"))
    group.add_argument("--ui-language", choices=LANGUAGES, help=words("Language of messages on the command line"))
    group.add_argument("--exit-when-ready", action="store_true", help=words("Close the window once it is filled"))
    group.add_argument(
        "--self-test", action="store_true", help=words("Try everything in a workspace made for it, then remove it")
    )
    commands = made.add_subparsers(dest="command", title=words("Commands"), metavar="COMMAND", parser_class=Parser)
    for name, help_text in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=words(help_text),
            description=words(help_text),
            usage=argparse.SUPPRESS,
            add_help=False,
            allow_abbrev=False,
        )
        command.words = words
        _add_options(command, name, words)
        if name == "standards":
            _add_actions(command, words)
    return made


COMMANDS: Final = {
    "list": N_("List the clients of the workspace"),
    "sample": N_("Make the sample client, unless it is there"),
    "documents": N_("List the documents that can be printed"),
    "print": N_("Print a document of a client as PDF"),
    "plan-dates": N_("Write the dates of a client's plan as a calendar file"),
    "standards": N_("List the standards with their clauses and questions; import, check, export or remove one"),
    "check": N_("Check the workspace and the standards for damage"),
}
_WITH_JSON: Final = frozenset({"list", "documents", "plan-dates", "standards", "check"})


def _parser(words: Speech, program: str, description: str) -> Parser:
    made = Parser(prog=program, description=description, usage=argparse.SUPPRESS, add_help=False, allow_abbrev=False)
    made.words = words
    return made


def _add_options(command: Parser, name: str, words: Speech) -> None:
    if name == "print":
        _add_print(command, words)
    if name == "plan-dates":
        _add_dates(command, words)
    group = command.add_argument_group(words("Options"))
    _add_help(group, words)
    _add_workspace(group, words, default=argparse.SUPPRESS)
    group.add_argument("--ui-language", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if name in _WITH_JSON:
        group.add_argument("--json", action="store_true", help=words("Answer in JSON"))
    if name == "documents":
        group.add_argument(
            "--client", metavar="NAME", help=words("Only those of which this client has something to print")
        )
    if name == "sample":
        group.add_argument(
            "--which",
            choices=SAMPLES,
            default=SAMPLES[0],
            help=words("The firm on its way to a certificate, or the one that has it"),
        )
        group.add_argument(
            "--language", dest="data_language", choices=LANGUAGES, help=words("Language of the sample's data")
        )


SAMPLES: Final = ("beginner", "certified")
"""Said again here (isodesk/domain/samples.py): the first picture of the window waits for this module."""

ACTIONS: Final = {
    "import": N_("Take a file among your own standards: a pack, a framework, a mapping or a list"),
    "check": N_("Say what keeps a file from being imported"),
    "export": N_("Write a standard as a file that a colleague can import"),
    "remove": N_("Take one of your own standards away"),
}


def _add_actions(command: Parser, words: Speech) -> None:
    """What can follow `isodesk standards`; nothing has to."""
    command.set_defaults(action=None)
    actions = command.add_subparsers(dest="action", title=words("Actions"), metavar="ACTION", parser_class=Parser)
    for name, help_text in ACTIONS.items():
        action = actions.add_parser(
            name,
            help=words(help_text),
            description=words(help_text),
            usage=argparse.SUPPRESS,
            add_help=False,
            allow_abbrev=False,
        )
        action.words = words
        _add_action(action, name, words)


def _add_action(action: Parser, name: str, words: Speech) -> None:
    group = action.add_argument_group(words("Options"))
    _add_help(group, words)
    _add_workspace(group, words, default=argparse.SUPPRESS)
    group.add_argument("--ui-language", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    if name in {"import", "check"}:
        group.add_argument("file", metavar="FILE", help=words("A file that ends in .toml, .yaml, .xlsx or .csv"))
        group.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=words("Answer in JSON"))
        group.add_argument(
            "--columns",
            metavar="TEXT",
            default="",
            help=words("Which column of a list holds what, such as number=A,title=B; guessed otherwise"),
        )
    else:
        group.add_argument("key", metavar="KEY", help=words("Its key; “isodesk standards” lists them"))
    if name == "export":
        group.add_argument("--out", metavar="PATH", help=words("A file, or a folder; the current folder otherwise"))
    if name == "import":
        _add_wishes(group, words)


def _add_wishes(group: argparse._ArgumentGroup, words: Speech) -> None:
    group.add_argument(
        "--key", metavar="KEY", default="", help=words("The key to keep it under; told from the file otherwise")
    )
    group.add_argument(
        "--designation", metavar="TEXT", default="", help=words("What to call it; told from the file otherwise")
    )
    group.add_argument(
        "--sheet", metavar="NAME", default="", help=words("The sheet of a workbook; the first otherwise")
    )
    group.add_argument(
        "--language",
        dest="data_language",
        choices=LANGUAGES,
        default="",
        help=words("Language of a list; told from its letters otherwise"),
    )
    group.add_argument("--replace", action="store_true", help=words("Replace one of the same key"))


def _add_print(command: Parser, words: Speech) -> None:
    group = command.add_argument_group(words("What to print"))
    group.add_argument("document", metavar="DOCUMENT", help=words("Its key; “isodesk documents” lists them"))
    group.add_argument("--client", metavar="NAME", required=True, help=words("Name or short name of the client"))
    group.add_argument("--audit", metavar="NUMBER", help=words("Number of the audit; the last one otherwise"))
    group.add_argument("--finding", metavar="NUMBER", help=words("Number of the one nonconformity to print"))
    group.add_argument("--blank", action="store_true", help=words("The form to fill in with a pen"))
    group.add_argument(
        "--row-height", metavar="MM", type=float, default=16.0, help=words("Height of its rows: 12, 16 or 22 mm")
    )
    group.add_argument(
        "--language",
        dest="data_language",
        choices=LANGUAGES,
        help=words("Language of the paper; the client's otherwise"),
    )
    group.add_argument("--out", metavar="PATH", help=words("A file, or a folder; the current folder otherwise"))


def _add_dates(command: Parser, words: Speech) -> None:
    group = command.add_argument_group(words("What to write"))
    group.add_argument("--client", metavar="NAME", required=True, help=words("Name or short name of the client"))
    group.add_argument("--ics", metavar="FILE", help=words("A file, or a folder; the current folder otherwise"))
    group.add_argument("--remind", metavar="DAYS", type=int, help=words("A reminder so many days before each date"))
    group.add_argument("--all", action="store_true", help=words("Completed tasks too"))
    group.add_argument(
        "--language",
        dest="data_language",
        choices=LANGUAGES,
        help=words("Language of the file; the client's otherwise"),
    )


def _add_help(group: argparse._ArgumentGroup, words: Speech) -> None:
    group.add_argument("-h", "--help", action="help", help=words("Show this help"))


def _add_workspace(group: argparse._ArgumentGroup, words: Speech, *, default: str | None) -> None:
    group.add_argument(
        "--workspace", metavar="DIR", default=default, help=words("The folder to work in; your own otherwise")
    )
