"""Runs a command line with both programs, in the same folder one after the other, and tells what differs."""

import os
import shlex
import shutil
import subprocess
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import NamedTuple

PATIENCE = 120  # seconds; what takes longer hangs
SHOWN = 150  # characters of a differing line


class Outcome(NamedTuple):
    """All that a run leaves, and how long it took."""

    stdout: bytes
    stderr: bytes
    status: object
    files: dict
    seconds: float

    def parts(self):
        """What is compared, by name."""
        files = {f"file {name}": content for name, content in self.files.items()}
        return {"stdout": self.stdout, "stderr": self.stderr, "status": str(self.status).encode(), **files}


class Comparison(NamedTuple):
    line: str
    then: Outcome
    now: Outcome
    differences: list  # (part, line of then, line of now)
    unsteady: bool  # a program differs from itself


def command_line(words):
    """The words as one would type them."""
    settings = [word for word in words[:2] if _sets_environment(word)]
    return " ".join([*settings, "kesi", *map(shlex.quote, words[len(settings):])])


def compare(words, then, now, inputs):
    """Both programs on one command line. What differs runs once more, to tell change from chance."""
    with tempfile.TemporaryDirectory(prefix="run-", dir=inputs.parent) as empty:
        run = partial(_outcome, words=words, inputs=inputs, folder=Path(empty) / "run")
        first, second = run(then), run(now)
        differences = _differences(first, second)
        unsteady = differences and (_differences(first, run(then)) or _differences(second, run(now)))
    return Comparison(command_line(words), first, second, differences, bool(unsteady))


def _outcome(program, words, inputs, folder):
    """One run, in a folder that has the inputs and nothing else. Both sides use the same, so no path differs."""
    settings = dict(word.split("=", 1) for word in words[:2] if _sets_environment(word))
    folder.mkdir()
    for each in inputs.iterdir():
        (folder / each.name).symlink_to(each)
    began = time.monotonic()
    try:
        run = subprocess.run(["kesi", *words[len(settings):]], executable=program, cwd=folder, capture_output=True,
                             stdin=subprocess.DEVNULL, env={**_environment(), **settings}, timeout=PATIENCE)
        printed = run.stdout, run.stderr, run.returncode
    except subprocess.TimeoutExpired:
        printed = b"", b"", f"none after {PATIENCE} seconds"
    outcome = Outcome(*printed, _written(folder), time.monotonic() - began)
    shutil.rmtree(folder)
    return outcome


def _sets_environment(word):
    return word.split("=")[0] in ("LANG", "LC_ALL")


def _environment():
    """The caller's environment without its language."""
    kept = {name: value for name, value in os.environ.items() if name[:3] not in ("LC_", "LAN")}
    return {**kept, "LANG": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80"}


def _written(folder):
    """Every file below a folder that is no input."""
    return {str(Path(top, name).relative_to(folder)): Path(top, name).read_bytes()
            for top, _, names in os.walk(folder) for name in names if not Path(top, name).is_symlink()}


def _differences(then, now):
    then, now = then.parts(), now.parts()
    return [(part, *_first_difference(then.get(part), now.get(part)))
            for part in dict.fromkeys([*then, *now]) if then.get(part) != now.get(part)]


def _first_difference(then, now):
    """The first line that differs, of each side; `none` where a side has no such line or file."""
    if then is None or now is None:
        return tuple("none" if side is None else f"{len(side)} bytes" for side in (then, now))
    lines = [side.splitlines(keepends=True) for side in (then, now)]
    place = _first_place(*lines)
    line, other = ((side[place] if place < len(side) else b"").decode("utf-8", "backslashreplace") for side in lines)
    column = _first_place(line, other)
    return tuple(_shown(text, place, column) for text in (line, other))


def _first_place(one, other):
    """The first place where two sequences differ."""
    return next((place for place, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


def _shown(line, place, column):
    """A line with its number, cut to what is around a column."""
    start = max(0, column - SHOWN // 2) if len(line) > SHOWN else 0
    before, after = "… " if start else "", " …" if len(line) > start + SHOWN else ""
    return f"{place + 1}: {before}{repr(line[start:start + SHOWN])[1:-1]}{after}" if line else "none"
