"""Holds every table of every command against its JSON Schema, by a validator that is not ours.

    python3 Tests/Schema/schema_test.py .build/release/kesi

Of each network and command both `--format json` and `--format json-schema` are asked for with the same options: the schema
must be one of draft 2020-12, the table must fit it, and the table with a mistake put into it must not.
"""

import copy
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
TONGUES = [["--lang", "en"], ["--lang", "zh"], ["--headers", "zh"]]
QUICK = ["--draws", "100"]
# What each table takes, and a network that has rows for it: a table of no rows fits any schema.
TABLES = [
    ["check"], ["summary"], ["metrics", "--all"], ["metrics", "--ties"],
    ["metrics", "--measure", "betweenness", "--sample", "8"], ["gaps", *QUICK], ["chains"],
    ["mixing", *QUICK], ["mixing", "--show", "square"], ["mixing", *QUICK, "--show", "index"],
    ["mixing", "--show", "roles"], ["mixing", "--show", "helix"], ["resilience"],
    ["resilience", "--removal", "--runs", "3"], ["resilience", "--removal", "--curve", "--runs", "3"],
    ["suggest"], ["suggest", "--goal", "distance"],
    ["compare", "--before", "2021", "--after", "2024", *QUICK],
    ["compare", "--before", "2021", "--after", "2024", "--show", "agreement"],
    ["ask"], ["match"], ["symbiosis"], ["symbiosis", "--show", "ties"], ["share", "--rule", "strength"], ["appraise"],
]
# What only networks with such a table have rows for.
TABLES_OF = {
    "members": [["contribution"]],
    "coalitions": [["share", "--complete", "superadditive"], ["share", "--complete", "superadditive", "--show", "objections"]],
    "history": [["symbiosis", "--show", "evolution"], ["symbiosis", "--show", "equilibria"], ["symbiosis", "--show", "years"]],
}


def networks():
    """Every network that ships, and those of tests."""
    folders = [file.parent for top in ("graphs", "Tests/Networks") for file in (ROOT / top).rglob("actors.csv")]
    return sorted(str(folder.relative_to(ROOT)) for folder in folders)


def runs(network):
    """The commands on a network, each without its language and format."""
    for command, *options in TABLES:
        yield [command, network, *options]
    for table, commands in TABLES_OF.items():
        for command, *options in commands if rows_of(network, table) else []:
            yield [command, network, *options]
    for row in (ROOT / network / "coalitions.csv").read_text().splitlines()[1:2] if rows_of(network, "coalitions") else []:
        member = re.split("[;,]", row)[0]
        yield ["share", network, "--complete", "superadditive", "--statement", member]
    ids = rows_of(network, "actors")
    yield ["match", network, "--for", ids[0]]
    yield ["what-if", network, "--remove", ids[0], "--all"]
    for chain in rows_of(network, "chains")[:1]:
        yield ["chains", network, "--explain", chain]


def rows_of(network, table):
    """The ids of a table; none where there is no such table."""
    out = ROOT / network / f"{table}.csv"
    if not out.exists():
        return []
    return [line.split(",")[0] for line in out.read_text(encoding="utf-8-sig").splitlines()[1:] if line]


def printed(kesi, words, form):
    """What the command prints in a format, and what it says where it cannot."""
    run = subprocess.run([kesi, *words, "--format", form], cwd=ROOT, capture_output=True, check=False)
    return (json.loads(run.stdout), "") if run.returncode == 0 else (None, run.stderr.decode().splitlines()[0])


def spoiled(row, schema):
    """The row with one mistake after the other, each with what it is."""
    for key, rule in schema["properties"].items():
        less = copy.deepcopy(row)
        del less[key]
        yield f"without {key}", less
        types = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
        wrong = True if "boolean" not in types else "x"
        yield f"{key}: {wrong}", {**row, key: wrong}
        if "null" not in types:
            yield f"{key}: null", {**row, key: None}
        if "integer" in types:
            yield f"{key}: 0.5", {**row, key: 0.5}
        if "enum" in rule:
            yield f"{key}: no word of it", {**row, key: "no word of it"}
        if "array" in types:
            yield f"{key}: [1]", {**row, key: [1]}
        if "object" in types:
            yield f"{key}: a list in it", {**row, key: {"a": []}}
    yield "another key", {**row, "no such column": 1}


def provenance(kesi):
    """What is wrong with tables that say how they came about, and with their schema."""
    failures = []
    for command in ["summary", "metrics", "chains"]:
        words = [command, "graphs/park", "--meta"]
        (table, said), (schema, also_said) = printed(kesi, words, "json"), printed(kesi, words, "json-schema")
        if table is None or schema is None:
            failures.append(f"{' '.join(words)}: {said or also_said}")
            continue
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        failures += [f"{' '.join(words)}: {error.json_path}: {error.message}" for error in validator.iter_errors(table)]
        inputs = table["meta"]["inputs"]
        for name, wrong in [
            ("rows alone", table["rows"]), ("no meta", {"rows": table["rows"]}),
            ("no digest", {**table, "meta": {**table["meta"], "inputs": [{**inputs[0], "sha256": ""}]}}),
        ]:
            if validator.is_valid(wrong):
                failures.append(f"{' '.join(words)}: fits with a mistake: {name}")
        for told in inputs:
            digest = hashlib.sha256((ROOT / told["file"]).read_bytes()).hexdigest()
            if digest != told["sha256"]:
                failures.append(f"{' '.join(words)}: {told['file']} has another digest")
    return failures


def main(kesi):
    kesi = str(Path(kesi).resolve())
    failures, tables, mistakes, seen = [], 0, 0, set()
    questions = [run for network in networks() for run in runs(network)]
    questions += [["explain"], ["explain", "--topic", "gap"]]
    for number, run in enumerate(questions):
        # Every command meets every language; a network meets them in turn.
        for tongue in TONGUES if run[0] not in seen else [TONGUES[number % len(TONGUES)]]:
            words = [*run, *tongue]
            (table, said), (schema, also_said) = printed(kesi, words, "json"), printed(kesi, words, "json-schema")
            if table is None or schema is None:
                failures.append(f"{' '.join(words)}: {said or also_said}")
                continue
            tables += 1
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema)
            failures += [f"{' '.join(words)}: {error.json_path}: {error.message}"
                         for error in validator.iter_errors(table)][:3]
            if list(schema["items"]["properties"]) != schema["items"]["required"]:
                failures.append(f"{' '.join(words)}: properties and required are not the same")
            if not table:
                continue
            if list(table[0]) != schema["items"]["required"]:
                failures.append(f"{' '.join(words)}: the keys stand in another order than in the schema")
            for name, row in spoiled(table[0], schema["items"]):
                mistakes += 1
                if validator.is_valid([row]):
                    failures.append(f"{' '.join(words)}: a row with a mistake fits: {name}")
            seen.add(run[0])
    failures += provenance(kesi)
    missing = {"check", "summary", "metrics", "gaps", "chains", "mixing", "resilience", "suggest", "what-if", "compare",
               "explain", "ask", "match", "symbiosis", "share", "contribution", "appraise"} - seen
    failures += [f"no table of {command} had rows" for command in sorted(missing)]
    print("\n".join(failures) or f"{tables} tables fit their schemas, and {mistakes} mistakes do not.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
