"""The command line as a process of its own: no Qt, no traceback, UTF-8 whatever the locale."""

import os
import subprocess
import sys
from pathlib import Path

RUN = "import sys; from isodesk.cli.main import main; sys.exit(main())"
NO_QT = (
    "import sys; from isodesk.cli.main import main; main(); sys.exit(any(n.startswith('PySide6') for n in sys.modules))"
)


def start(code: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "ISODESK_HOME": str(home), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, check=False, timeout=120
    )


def test_a_sample_is_made_and_printed_without_a_window(tmp_path: Path) -> None:
    made = start(RUN, "sample", "--language", "ru", home=tmp_path)
    assert (made.returncode, made.stderr) == (0, b"")
    name = made.stdout.decode("utf-8").strip()
    printed = start(NO_QT, "print", "audit-report", "--client", name, "--out", f"{tmp_path}/out/", home=tmp_path)
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert Path(printed.stdout.decode("utf-8").strip()).read_bytes().startswith(b"%PDF")


def test_who_reads_only_the_first_line_gets_no_complaint(tmp_path: Path) -> None:
    code = f"import os; reader, writer = os.pipe(); os.dup2(writer, 1); os.close(writer); os.close(reader); {RUN}"
    done = start(code, "standards", "--json", home=tmp_path)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr
    assert done.returncode == 0
