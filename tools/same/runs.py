"""The command lines to compare, made from the commands, options and values that the programs tell of.

What can be counted is crossed: formats and languages on every network, every value of every option alone, the options
that only few commands have by pairs. Where all would be too many, combinations take turns, so that each network and
each option meets some of each other.
"""

import itertools
import re

from same.programs import ROOT

TONGUES = [["--lang", "en"], ["--lang", "zh"], ["--lang", "zh", "--headers", "zh"]]
FILES = ["csv", "tsv", "json", "ndjson", "md", "xlsx", "dot", "svg", "html", "kesi", "txt", "graphml", "gexf", "gml", "net",
         "paj", "dl", "mtx", "cyjs", "sqlite"]
SHELLS = ["bash", "zsh", "fish"]
PICTURES = ["png", "pdf"]  # slow to make, so few
SLOW = {"report": 4}  # commands that meet so many times fewer
WITHOUT_NETWORK = {  # commands that take none, with no more than they need
    "schema": ["schema"], "new": ["new", "-o", "out.xlsx"],
    "import sheet": ["import", "sheet", "made/ledger.csv", "-o", "out"],
    "import cordis": ["import", "cordis", "made/cordis", "-o", "out/"],
    "import ror": ["import", "ror", "made/ror.json", "-o", "out/"],
    "import openalex": ["import", "openalex", "made/works.json", "-o", "out/"],
}
COMPANIONS = {  # options that say nothing alone
    "--projection": ["--weighted", "--layers", "consortia,chains"], "--resolution": ["--measure", "community"],
    "--curve": ["--removal"], "--runs": ["--removal"], "--answers": ["-o", "out/"], "--subjects": ["--show", "evolution"],
    "--complete": ["--coalitions", "made/coalitions.csv"], "--dialect": ["-o", "out.json"],
    "--samples": ["--rule", "chains"],
}
PAIRED = 3  # so many words of an open option meet those of another


def all_runs(commands, networks, ask):
    """What is worth asking, and what cannot be done: command lines, each once.

    They are tuples of words, of which the first may set the environment, as in a shell. `ask` gives the rows that a
    program prints for words.
    """
    learned = _learned(commands, networks.good[0], ask)
    with_network = [name for name, command in commands.items() if "network" in command.arguments]
    questions = _each_once(_examples(commands), _about(commands), _explanations(commands, ask),
                           _without_network(commands),
                           *(_of_command(name, commands, networks, learned) for name in with_network))
    wrong = _each_once(*(_wrong_usage(name, commands, networks.good[0], learned) for name in commands))
    return list(questions), [run for run in wrong if run not in questions]


def _each_once(*parts):
    return dict.fromkeys(tuple(run) for run in itertools.chain(*parts))


# MARK: What is asked without a network

def _examples(commands):
    """The command lines of help and documents, up to a pipe or a remark."""
    texts = [command.discussion for command in commands.values()]
    files = [*ROOT.glob("README*.md"), *ROOT.glob("graphs/**/README.md")]
    texts += [file.read_text(encoding="utf-8") for file in files]
    for line in re.findall(r"(?:^ *|`)kesi +([^`\n]*)", "\n".join(texts), re.MULTILINE):
        yield re.split(r"\s#|[|;&]| {4,}", line)[0].split()


def _about(commands):
    for name in commands:
        command = name.split()
        yield [*command, "--help"]
        yield ["help", *command]
        yield [*command, "--version"]
        yield ["LANG=zh_CN.UTF-8", *command, "--help"]
    for shell in SHELLS:
        yield ["--generate-completion-script", shell]
    yield ["--experimental-dump-help"]


def _explanations(commands, ask):
    """Every topic and every word of the glossary."""
    options = commands["explain"].options if "explain" in commands else {}
    if not options:
        return
    for topic, shape in itertools.product(options["--topic"].values, _shapes("explain", options)):
        yield ["explain", "--topic", topic, *shape]
    shapes = itertools.cycle(_shapes("explain", options))
    for topic in options["--topic"].values:
        for word, _, title, *_ in ask(["explain", "--topic", topic])[1:]:
            yield ["explain", word, *next(shapes)]
            yield ["explain", title, "--lang", "zh"]
    for option in commands["explain"].each_option:
        for given in _given(option, {"--sort": ["name", "定义"], "--top": ["2"], "--output": _outputs()}):
            yield ["explain", "--topic", "gap", *given]


def _without_network(commands):
    """Each option alone of what makes a network or tells of one."""
    known = {
        "--output": ["out.json", "out.md", "out.csv", "-"], "--mapping": ["made/mapping.yml", "missing.yml"],
        "--merges": ["made/merges.csv", "missing.csv"], "--kind": ["college", "nowhere"],
        "--sheet": ["ledger", "nowhere"],
        "--country": ["DE", "nowhere"], "--city": ["Suzhou", "nowhere"], "--type": ["education", "article", "nowhere"],
        "--most-institutions": ["1"], "--program": ["HORIZON.2", "nowhere"], "--call": ["HORIZON-CL5", "nowhere"],
        "--topic": ["HORIZON-CL5", "nowhere"], "--status": ["SIGNED", "nowhere"], "--from": ["2023"], "--to": ["2023"],
    }
    for name, base in WITHOUT_NETWORK.items():
        if name in commands:
            yield from (base + tongue for tongue in [[], *TONGUES[:2]])
            yield from (base + given for given in _each_given(commands[name].each_option, known))


# MARK: What is asked of networks

def _of_command(name, commands, networks, learned):
    options = commands[name].options
    rare = [option for option in commands[name].each_option if _is_rare(option, commands)]
    common = [option for option in commands[name].each_option if option not in rare]
    shapes = _shapes(name, options)
    turn = itertools.cycle(shapes)
    for place, network in enumerate(networks.good):
        known = _known(network, learned[name], learned[""])
        bases = _bases(name, network, networks.good[place - 1])
        some = _all_or_some(place, SLOW.get(name, 1))
        yield from bases
        yield from (base + shape for base in bases for shape in some(shapes, 4))
        yield from (base + given + next(turn) for base in bases for given in some(_each_given(rare, known), 4))
        yield from (bases[0] + given for given in some(_each_given(common, known), 7))
    main = networks.good[0]
    yield from _crossed(name, main, rare, common, _known(main, learned[name], learned[""]), turn)
    if "--each" in options:
        yield [name, "--each", *(network.path for network in networks.good[:3]), *next(turn)]
    yield from _on_odd_networks(name, networks, turn)


def _crossed(name, main, rare, common, known, turn):
    """The options that few commands have by pairs, and each beside some of the others."""
    base = _bases(name, main, main)[0]
    for one, two in itertools.combinations(rare, 2):
        yield from (base + a + b + next(turn) for a in _given_in_pairs(one, known) for b in _given_in_pairs(two, known))
    others = itertools.cycle(_each_given(common, known))
    for given in (given for option in rare for given in _given_in_pairs(option, known)):
        yield from (base + given + next(others) for _ in range(5))
    yield ["LANG=zh_CN.UTF-8", *base]
    yield ["LC_ALL=en_US.UTF-8", "LANG=zh_CN.UTF-8", *base]
    yield from (base + view + ["-o", f"out.{ending}"]
                for option in rare if option.name == "--view" for view in _given(option, known) for ending in PICTURES)


def _on_odd_networks(name, networks, turn):
    for network in networks.large:
        yield from (base + next(turn) for base in _bases(name, network, network)[:1])
    for network in networks.spoiled + (networks.spoiled_cells if name == "check" else []):
        base = _bases(name, network, network)[0]
        yield from (base + ["--lang", language] for language in (["en", "zh"] if name == "check" else ["en"]))


def _bases(name, network, other):
    """The command on a network, with no more than it needs."""
    actor, partner = network.word("actors", "id"), network.word("actors", "id", 7)
    early, late = network.years()
    rests = {
        "what-if": [["--remove", actor], ["--add", f"{actor}:{partner}"]],
        "compare": [["--before", early, "--after", late], [other.path]],
        "convert": [["-o", "out.kesi"], ["-o", "out.csv"], ["-o", "out.tsv"]],
        "report": [["-o", "out.html"]], "share": [["--rule", "strength"], []],
    }
    return [[name, network.path, *rest] for rest in rests.get(name, [[]])]


def _shapes(name, options):
    """Formats by languages, as far as a command has them."""
    formats = [["--format", value] for value in options["--format"].values] if "--format" in options else [[]]
    if name == "render":
        formats = [["-o", f"out.{value}"] for value in options["--format"].values if value not in PICTURES]
    tongues = [tongue for tongue in TONGUES if "--headers" in options or "--headers" not in tongue]
    return [form + tongue for form, tongue in itertools.product(formats, tongues)]


def _is_rare(option, commands):
    return sum(option in command.options.values() for command in commands.values()) < len(commands) / 2


# MARK: What options are given

def _given(option, known):
    """The option with each value to try; none for an open option that `known` has no word for."""
    if option.name in ("--help", "--version"):
        return []
    values = option.values or known.get(option.name, []) if option.takes_value else [None]
    alone = [[option.name] if value is None else [option.name, value] for value in values]
    companion = COMPANIONS.get(option.name)
    return alone + [given + companion for given in alone] if companion else alone


def _given_in_pairs(option, known):
    """All of a closed list, few words of an open one."""
    return _given(option, known)[:None if option.values else PAIRED]


def _each_given(options, known):
    return [given for option in options for given in _given(option, known)]


def _all_or_some(place, fewer):
    """What takes all of a list for the first network, and for each other one every so many, from another start."""
    return lambda many, step: many[place % step::step * fewer] if place else many


def _known(network, columns, measures):
    """Values for open options, from the words of a network and the columns of a command's table."""
    actors, chains, zones, kinds = (
        [network.word(table, column, place) for place in range(3)]
        for table, column in [("actors", "id"), ("chains", "id"), ("actors", "zone"), ("actors", "kind")])
    early, late = network.years()
    dates = [early, late, f"{late}-06"]
    return {
        "--layers": [network.word("ties", "kind"), "consortia", "chains", "consortia,chains", "nowhere"],
        "--chain": [chains[0], ",".join(chains[1:]), network.word("chains", "name_zh"), "nowhere"],
        "--zone": [zones[0], ",".join(zones[1:]), "nowhere"], "--kind": [kinds[0], ",".join(kinds[1:]), "nowhere"],
        "--from": dates, "--to": dates, "--as-of": dates, "--before": dates, "--after": [f"{early}..{late}", late],
        "--engine": ["local"], "--master": ["yarn"], "--conf": ["a=b"], "--parts": ["parts"],
        "--threads": ["1", "3"], "--top": ["0", "3"], "--seed": ["7"], "--draws": ["200"], "--runs": ["10"],
        "--sort": columns, "--measure": [*measures, ",".join(measures[:6]), "nowhere"], "--size": measures,
        "--sample": ["5"], "--resolution": ["0.5", "2"], "--ties": ["0", "3"], "--positions": ["0", "2"],
        "--steps": ["0", "2"], "--missing": ["0.5", "9"], "--missing-where": ["small"],
        "--without": [f"{actors[0]}:{actors[1]}"], "--with": [f"{actors[0]}:{actors[2]}", "nowhere"],
        "--set": [f"{chains[0]} demand=3", "nowhere"],
        "--per-actor": ["1"], "--for": chains[:2], "--explain": [*chains, network.word("chains", "name_zh")],
        "--pairs": [f"{kinds[0]}:{kinds[1]}", "nowhere:nowhere"], "--radius": ["1", "2"],
        "--actor": [actors[0], network.word("actors", "name_zh", 1), "nowhere"],
        "--consortium": [network.word("consortia", "id", 1), "nowhere"], "--remove": [actors[1], actors[2], "nowhere"],
        "--add": [f"{actors[0]}:{actors[2]}", f"{actors[1]}:{actors[2]}:{network.word('ties', 'kind')}:2", "nowhere:x"],
        "--place": [f"{actors[0]}@{chains[1]}", f"new:{kinds[0]}@{chains[0]}", "nowhere@x"],
        "--scenario": ["plan.txt", "missing.txt"], "--picture": ["change.svg", "change.dot"], "--output": _outputs(),
        "--min-weight": ["2", "0", "nowhere"], "--labels": ["0", "3", "all", "nowhere"],
        "--page": ["a4", "slide", "120x90", "nowhere"], "--font": ["DejaVu Serif", "nowhere"],
        "--columns": ["zone", "all", "nowhere"], "--encoding": ["gbk", "nowhere"], "--separator": ["tab", "nowhere"],
        "--sheet": ["nowhere"], "--answers": ["made/answers.csv", "missing.xlsx"],
        "--coalitions": ["made/coalitions.csv", "missing.csv"], "--scheme": ["made/scheme.yml", "missing.yml"],
        "--statement": [actors[0], "nowhere"], "--samples": ["200"],
        "--budget": ["2", "0"], "--since": ["made/plan.csv", "missing.csv"],
        "--dialect": ["gephi", "cytoscape", "node-link", "d3", "nowhere"],
        "--ties-sql": ["SELECT source, target FROM ties", "nowhere"], "--actors-sql": ["SELECT id FROM actors", "nowhere"],
        "--subjects": [",".join(kinds[:2]), "college,enterprise", "nowhere,x"],
    }


def _outputs():
    return [f"out.{ending}" for ending in FILES] + ["-", "missing/out.csv"]


def _learned(commands, main, ask):
    """The columns that the table of each command has, in both languages; under "" the names of all measures."""
    learned = {}
    for name, command in commands.items():
        columns = []
        if "--headers" in command.options and "network" in command.arguments:
            base = _bases(name, main, main)[0]
            columns = [*ask([*base, "--headers", "en"])[0], *ask([*base, "--headers", "zh"])[0][-3:]]
        learned[name] = [*columns, "nowhere"]
    every = ["metrics", main.path, "--all"]
    learned[""] = [*ask(every)[0], *ask([*every, "--ties"])[0], *ask([*every, "--headers", "zh"])[0][-6:]]
    return learned


# MARK: What cannot be done

def _wrong_usage(name, commands, main, learned):
    """Options without values, with values that they do not know, twice; arguments too many and too few."""
    command = name.split()
    base = _bases(name, main, main)[0] if "network" in commands[name].arguments else command
    yield command
    yield [*base, "--nonesuch"]
    yield [*base, "surplus", "surplus"]
    yield [*command, "missing", "--lang", "zh"]
    for option in commands[name].each_option:
        if option.takes_value:
            yield [*base, option.name]
            for value in ["?", "-1", ""]:
                yield [*base, option.name, value]
            yield [*base, option.name, "?", "--lang", "zh"]
        for one, two in itertools.product(_given(option, _known(main, learned[name][:1], learned[""][:1])), repeat=2):
            yield [*base, *one, *two]
            break
