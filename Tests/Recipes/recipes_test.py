"""Runs every recipe of docs/hand-it-on.md and its Chinese twin, in order, in a folder of its own.

    python3 Tests/Recipes/recipes_test.py .build/release/kesi

A block of `sh`, `python` or `r` must end with 0. A comment before it names the programs and modules it needs; where one is not
there, the block is left out, and that is said. Both pages must have the same blocks but for comments.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["docs/hand-it-on.md", "docs/hand-it-on.zh.md"]
BLOCK = re.compile(r"(?:^<!-- needs: ([^\n]*) -->\n)?^```(sh|python|r)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CALLS = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"], "r": ["Rscript", "-e"]}
SECONDS = 300


def lacking(needs):
    """What of all that is needed is not there."""
    programs = [word for word in needs if word in ("python", "Rscript") or shutil.which(word)]
    for name in (word for word in needs if word not in programs):
        if "python" in needs:
            there = subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode == 0
        elif "Rscript" in needs and shutil.which("Rscript"):
            there = subprocess.run(["Rscript", "-e", f"library({name})"], capture_output=True).returncode == 0
        else:
            there = False
        if not there:
            yield name
    if "Rscript" in needs and not shutil.which("Rscript"):
        yield "Rscript"


def bare(code):
    """A block without its comments, as both languages have it."""
    return [line.strip() for line in (re.sub(r"(^|\s)#(?!!).*", "", line) for line in code.splitlines()) if line.strip()]


def run(page, kesi):
    ran, left, wrong = 0, [], []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "bin").mkdir()
        (place / "bin" / "kesi").symlink_to(kesi)
        (place / "graphs").symlink_to(ROOT / "graphs")
        path = f"{place / 'bin'}:{os.environ['PATH']}"
        for needs, form, code in BLOCK.findall((ROOT / page).read_text("utf-8")):
            missing = sorted(set(lacking(needs.split())))
            if missing:
                left.append(f"{page}: left out for want of {', '.join(missing)}: {code.splitlines()[0]}")
                continue
            env = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}
            done = subprocess.run([*CALLS[form], code], cwd=place, env=env, capture_output=True, encoding="utf-8", timeout=SECONDS)
            ran += 1
            if done.returncode or (form != "sh" and not done.stdout.strip()):
                wrong.append(f"{page}: ends with {done.returncode}:\n{code}{done.stdout}{done.stderr}")
    return ran, left, wrong


def main(kesi):
    kesi, wrong = Path(kesi).resolve(), []
    blocks = [[bare(code) for _, _, code in BLOCK.findall((ROOT / page).read_text("utf-8"))] for page in PAGES]
    if len(blocks[0]) != len(blocks[1]):
        wrong.append(f"{PAGES[0]} has {len(blocks[0])} recipes, {PAGES[1]} {len(blocks[1])}")
    wrong += [f"the pages differ:\n{a}\n{b}" for a, b in zip(*blocks) if a != b]
    for page in PAGES:
        ran, left, failed = run(page, kesi)
        print("\n".join([*left, f"{page}: {ran} recipes ran, {len(left)} left out"]))
        wrong += failed
        if not ran:
            wrong.append(f"{page}: no recipe ran")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
