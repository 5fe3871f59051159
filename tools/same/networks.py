"""The networks that both programs read: those of the repository, and what is made of them, for good and for ill."""

import csv
import random
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from same.programs import ROOT

SPOILED_CELLS = {"empty": "", "unknown": "?", "negative": "-1", "foreign": "甲"}
SPOILED_TABLES = {
    "no-bytes": lambda text: "",
    "header-only": lambda text: text.split("\n")[0] + "\n",
    "open-quote": lambda text: text + '"never closed\n',
    "row-twice": lambda text: text + text.split("\n")[1] + "\n",
    "short-row": lambda text: text + "alone\n",
    "long-row": lambda text: text + "a," * 40 + "\n",
    "control": lambda text: text.replace(",", "\0", 3),
}
SPOILED_PROFILES = {
    "unclosed": "title: [\n", "unknown-key": "nonesuch: 1\n", "wrong-type": "zones: 3\n",
    "assess": "assess: [nonesuch]\n", "weights": "weights: {enterprise: -1}\n",
    "thresholds": "thresholds: {nonesuch: 1}\n",
}
IMPORTED = {  # what `kesi import` makes networks of
    "ledger.csv": "企业名称,板块,合作单位,起止时间\n甲一公司,相城区,苏州大学、东南大学,2021.3—至今\n乙二公司,吴中区,苏州大学,2020\n",
    "mapping.yml": "layouts:\n  - columns:\n      企业名称: actor\n      合作单位: partners\n",
    "merges.csv": "name,other_name,accept\n甲一公司,乙二公司,yes\n",
    "cordis/organization.csv": "projectID;organisationID;name;activityType;country;role\n"
                               "1;10;Uni A;HES;FR;coordinator\n1;11;Firm B;PRC;DE;participant\n",
    "cordis/project.csv": "id;acronym;status;startDate;endDate;legalBasis\n"
                          "1;SUN;SIGNED;2022-01-01;2025-12-31;HORIZON.2.5\n",
    "ror.json": '{"id":"https://ror.org/01","types":["education"],"status":"active","names":[{"value":"A",'
                '"types":["ror_display"]}],"relationships":[{"type":"child","id":"https://ror.org/02","label":"B"}]}\n',
    "works.json": '{"id":"https://openalex.org/W1","authorships":[{"institutions":[{"id":"https://openalex.org/I1",'
                  '"display_name":"A","type":"education"}]}]}\n',
}
PLAN = "# changes\nremove {actor}\nadd {other}:{third}\nplace new:platform@{chain}\ncascade\n"


class Network(NamedTuple):
    """Where a network is, how large, and the folder of tables whose words options may name in it."""

    path: str
    tables: Path
    size: tuple

    def words(self, table, column):
        """The words of a column, each once, in the order of the rows."""
        file = self.tables / f"{table}.csv"
        rows = csv.DictReader(file.open(encoding="utf-8")) if file.exists() else []
        return [word for word in dict.fromkeys(row.get(column) for row in rows) if word]

    def word(self, table, column, place=0):
        """One of these words, or one that no network has."""
        words = self.words(table, column)
        return words[place % len(words)] if words else "nowhere"

    def years(self):
        """The first and the last year that anything begins."""
        years = sorted(word[:4] for table in ["ties", "members", "positions"] for word in self.words(table, "from"))
        return (years[0], years[-1]) if years else ("2020", "2022")


class Networks(NamedTuple):
    good: list  # the richest first
    large: list  # for few runs
    spoiled_cells: list
    spoiled: list


def made(inputs, program):
    """Copies the networks of the repository into a folder and makes others there. The program makes the snapshot."""
    tables = [table for top in ["graphs", "Tests/Networks"] for table in sorted((ROOT / top).rglob("actors.csv"))]
    paths = [table.parent.relative_to(ROOT) for table in tables]
    for path in paths:
        shutil.copytree(ROOT / path, inputs / path)
    good = sorted((_network(inputs, path) for path in paths), key=lambda each: each.size, reverse=True)
    main = good[0]
    (inputs / "made").mkdir()
    for name, text in IMPORTED.items():
        (inputs / "made" / name).parent.mkdir(exist_ok=True)
        (inputs / "made" / name).write_text(text, encoding="utf-8")
    _write_plan(inputs, main)
    good += [_snapshot(inputs, main, program), _list_of_ties(inputs, good[-1])]
    large = [_large_list(inputs)] + [_recoded(inputs, main, code) for code in ["gb18030", "utf-16", "utf-8-sig"]]
    return Networks(good, large, list(_spoiled_cells(inputs, good)), list(_spoiled(inputs, main)))


def _network(inputs, path):
    tables = list((inputs / path).glob("*.csv"))
    return Network(str(path), inputs / path, (len(tables), sum(table.stat().st_size for table in tables)))


def _write_plan(inputs, main):
    """The files that options name: steps, a plan, answers to questions, what two actors are worth together, a scheme."""
    first, second = (main.word("actors", "id", place) for place in range(2))
    chain = main.word("chains", "id")
    for name, text in {
        "answers.csv": f"table,row,column,answer\nchains,{chain},demand,3\n",
        "coalitions.csv": f"members,value\n{first},1\n{first};{second},3\n",
        "plan.csv": "step,class,problem,task,deadline,gain,cluster_index_from,cluster_index_to,gaps,scenario\n"
                    f"1,connect,They do not meet,Bring them together,2020,1,10,11,,add {first}--{second}\n",
        "scheme.yml": "indicators:\n  partners: {source: partners, weight: 2}\n  chains: {source: chains}\n",
    }.items():
        (inputs / "made" / name).write_text(text, encoding="utf-8")
    actors = {name: main.word("actors", "id", place) for place, name in enumerate(["actor", "other", "third"])}
    (inputs / "plan.txt").write_text(PLAN.format(chain=main.word("chains", "id"), **actors), encoding="utf-8")


def _snapshot(inputs, network, program):
    subprocess.run([program, "convert", network.path, "-o", "made/snapshot.kesi"], cwd=inputs, check=True,
                   capture_output=True)
    return network._replace(path="made/snapshot.kesi")


def _list_of_ties(inputs, network):
    rows = csv.DictReader((network.tables / "ties.csv").open(encoding="utf-8"))
    lines = [f"{row['source']} {row['target']}\n".replace('"', "") for row in rows]
    (inputs / "made/ties.txt").write_text("".join(lines), encoding="utf-8")
    return network._replace(path="made/ties.txt")


def _large_list(inputs):
    draw = random.Random(1).random
    lines = [f"{int(600 * draw() ** 2)} {int(600 * draw())}\n" for _ in range(2400)]
    (inputs / "ties.txt").write_text("".join(lines), encoding="utf-8")
    return Network("ties.txt", inputs / "none", (1, 0))


def _recoded(inputs, network, code):
    copy = inputs / "made" / code
    shutil.copytree(network.tables, copy)
    for table in copy.glob("*.csv"):
        table.write_text(table.read_text(encoding="utf-8"), encoding=code, errors="replace")
    return network._replace(path=f"made/{code}")


def _spoiled_cells(inputs, networks):
    """One network for each column that any network has, and each way to spoil its first cell or its name."""
    met = set()
    for network in networks:
        for table in sorted(network.tables.glob("*.csv")):
            rows = list(csv.reader(table.open(encoding="utf-8")))
            for place, column in enumerate(rows[0]):
                if (table.stem, column) in met:
                    continue
                met.add((table.stem, column))
                ways = {**{way: (1, cell) for way, cell in SPOILED_CELLS.items()}, "renamed": (0, "x " + column)}
                for way, (row, cell) in ways.items():
                    changed = [list(each) for each in rows]
                    changed[row][place] = cell
                    copy = _copy(inputs, network, f"{table.stem}-{column}-{way}")
                    with (inputs / copy.path / table.name).open("w", newline="", encoding="utf-8") as file:
                        csv.writer(file, lineterminator="\n").writerows(changed)
                    yield copy


def _spoiled(inputs, network):
    """Networks that lack a table, or whose tables or profile are broken, and files that are no network."""
    for table in sorted(network.tables.glob("*.csv")):
        text = table.read_text(encoding="utf-8")
        for way, spoil in SPOILED_TABLES.items():
            copy = _copy(inputs, network, f"{table.stem}-{way}")
            (inputs / copy.path / table.name).write_text(spoil(text), encoding="utf-8")
            yield copy
        copy = _copy(inputs, network, f"{table.stem}-missing")
        (inputs / copy.path / table.name).unlink()
        yield copy
    for way, text in SPOILED_PROFILES.items():
        copy = _copy(inputs, network, f"network-{way}")
        (inputs / copy.path / "network.yml").write_text(text, encoding="utf-8")
        yield copy
    yield from _no_networks(inputs, network)


def _no_networks(inputs, network):
    (inputs / "made/nothing").mkdir()
    snapshot = (inputs / "made/snapshot.kesi").read_bytes()
    files = {
        "cut.kesi": snapshot[: len(snapshot) // 2], "changed.kesi": snapshot[:200] + b"\xff" + snapshot[201:],
        "text.kesi": b"no snapshot\n", "empty.txt": b"", "one.txt": b"a\n", "weight.txt": b"a b heavy\n",
        "bytes.txt": bytes(range(256)), "loop.txt": b"a a\na b 2\n", "unknown.pdf": b"a b\n",
    }
    for name, content in files.items():
        (inputs / "made" / name).write_bytes(content)
    for name in ["nothing", *files, "missing", "missing.txt", "missing.kesi"]:
        yield network._replace(path=f"made/{name}")


def _copy(inputs, network, name):
    copy = f"made/spoiled/{name}"
    shutil.copytree(network.tables, inputs / copy)
    return network._replace(path=copy)
