"""Runs each of Snippets/ and holds what it prints against what the pages that show it say.

    python3 tools/examples.py [option of swift build …]

A page shows an example by `@Snippet(path: "kesi/Snippets/NAME")`, and the next block of ```text is what it prints. A README
quotes one whole: its block of ```swift that imports a library of Kesi's is the file but for the comment on top.
"""

import pathlib
import re
import subprocess
import sys

shown = re.compile(r'^@Snippet\(path: "kesi/Snippets/(\w+)"\)$(.*?)(?=^@Snippet|^#|\Z)', re.MULTILINE | re.DOTALL)
printed = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
quoted = re.compile(r"^```swift\n(import Kesi.*?)^```$", re.MULTILINE | re.DOTALL)


def main(options):
    snippets = {path.stem: path for path in sorted(pathlib.Path("Snippets").glob("*.swift"))}
    wrong = []
    said = {}
    for page in sorted(pathlib.Path("Sources").glob("*/*.docc/*.md")):
        examples = shown.findall(page.read_text("utf-8"))
        if not examples:
            wrong.append(f"{page}: shows no example")
        for name, rest in examples:
            if name not in snippets:
                wrong.append(f"{page}: there is no Snippets/{name}.swift")
            elif block := printed.search(rest):
                said[name] = (page, block[1])
            else:
                wrong.append(f"{page}: does not say in a block of ```text what {name} prints")
    wrong += [f"{path}: no page shows it" for name, path in snippets.items() if name not in said]

    texts = [code(path) for path in snippets.values()]
    for page in map(pathlib.Path, ["README.md", "README.zh.md"]):
        quotes = quoted.findall(page.read_text("utf-8"))
        if not quotes:
            wrong.append(f"{page}: quotes no example")
        wrong += [f"{page}: what begins with {quote[:40]!r} is none of Snippets/" for quote in quotes if quote not in texts]

    pathlib.Path("out").mkdir(exist_ok=True)
    for name, (page, text) in said.items():
        run = subprocess.run(["swift", "run", "--quiet", *options, name], stdout=subprocess.PIPE, encoding="utf-8")
        if run.returncode:
            wrong.append(f"Snippets/{name}.swift: ends with {run.returncode}")
        elif run.stdout.rstrip("\n") != text.rstrip("\n"):
            wrong.append(f"{page}: {name} prints something else:\n{run.stdout}")
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{len(said)} examples print what the pages say")


def code(path):
    """The lines of a file below the comment on top."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    while lines and (lines[0].startswith("//") or not lines[0].strip()):
        lines.pop(0)
    return "".join(lines)


main(sys.argv[1:])
