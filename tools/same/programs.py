"""What a program of Kesi understands, as it tells itself, and how the program of an earlier commit is made."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent


class Option(NamedTuple):
    """An option or a flag of a command; `values` are all that it may be, where that is a closed list."""

    names: tuple
    takes_value: bool
    values: tuple

    @property
    def name(self):
        return self.names[0]


class Command(NamedTuple):
    options: dict  # by every name: --output and -o
    arguments: tuple
    discussion: str

    @property
    def each_option(self):
        return [option for name, option in self.options.items() if name == option.name]


def grammar(program):
    """Name → command, as the program tells it; "" is the program without a command."""
    told = subprocess.run([program, "--experimental-dump-help"], capture_output=True, check=True)
    return dict(_commands(json.loads(told.stdout)["command"], ()))


def _commands(told, words):
    """The command and those below it, by their words: `gaps`, `import sheet`."""
    yield " ".join(words), _command(told)
    for each in told.get("subcommands", []):
        if each["commandName"] != "help" or not words:  # of help one is enough
            yield from _commands(each, (*words, each["commandName"]))


def _command(told):
    options, arguments = {}, []
    for argument in told.get("arguments", []):
        if argument["kind"] == "positional":
            arguments.append(argument["valueName"])
            continue
        names = sorted(("-" if each["kind"] == "short" else "--") + each["name"] for each in argument["names"])
        values = argument.get("allValueStrings") or argument.get("allValues") or ()
        option = Option(tuple(names), argument["kind"] == "option", tuple(values))
        options.update({name: option for name in option.names})
    return Command(options, tuple(arguments), told.get("discussion", ""))


def union(then, now):
    """The commands, options and values of both programs."""
    both = dict(then)
    for name, command in now.items():
        earlier = then.get(name, Command({}, (), ""))
        options = dict(earlier.options)
        for word, option in command.options.items():
            known = options.get(word, option).values
            options[word] = option._replace(values=known + tuple(each for each in option.values if each not in known))
        both[name] = command._replace(options=options)
    return both


def everything(commands):
    """All that a grammar has, as one would type it: `gaps`, `gaps --lang`, `gaps --lang zh`."""
    for name, command in commands.items():
        yield name
        for option in command.each_option:
            yield f"{name} {option.name}".strip()
            for value in option.values:
                yield f"{name} {option.name} {value}".strip()


def mentioned(words, commands):
    """What of `everything` a command line uses."""
    plain = [word for word in words if "=" not in word]
    name = next((name for name in (" ".join(plain[:2]), *plain) if name in commands and name), "")
    yield name
    for word, following in zip(words, [*words[1:], ""]):
        option = commands[name].options.get(word)
        if option:
            yield f"{name} {option.name}".strip()
            if following in option.values:
                yield f"{name} {option.name} {following}".strip()


def build(folder):
    """Builds the tree in a folder and returns its program."""
    subprocess.run(["swift", "build", "-c", "release", "--product", "kesi", "--package-path", folder],
                   stdout=sys.stderr, check=True)
    return folder / ".build/release/kesi"


def build_commit(commit):
    """The program of an earlier commit, built beside today's tree unless it is there already."""
    git = ["git", "-C", ROOT]
    found = subprocess.run([*git, "rev-parse", "--verify", "--quiet", "--short=12", commit + "^{commit}"],
                           stdout=subprocess.PIPE, text=True)
    if found.returncode != 0:
        sys.exit(f"There is no commit {commit}.")
    folder = ROOT / ".build-same" / found.stdout.strip()
    program = folder / ".build/release/kesi"
    if program.exists():
        return program
    if not folder.exists():
        subprocess.run([*git, "worktree", "prune"], check=True)
        subprocess.run([*git, "worktree", "add", "--quiet", "--detach", folder, commit], check=True)
    resolved = ROOT / "Package.resolved"  # the same dependencies on both sides
    if resolved.exists():
        shutil.copy(resolved, folder)
    return build(folder)
