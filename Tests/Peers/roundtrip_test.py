"""Hands networks to NetworkX, igraph and SciPy and takes them back: Kesi → file → peer → file → Kesi.

    python3 Tests/Peers/roundtrip_test.py .build/release/kesi

Where a peer reads and writes a format, the same actors must be joined by ties of the same weight, kind and direction after
the way there and back, and what the peer read must have the counts that Kesi states. What a peer loses of its own is said
beside its entry: there only what it keeps is compared.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import igraph
import networkx
import scipy.io

ROOT = Path(__file__).resolve().parents[2]
KESI = str(Path(sys.argv[1]).resolve())
HOSTILE = [
    "苏州大学", "A & B <Ltd>", 'the "best"', "it's", "a;b", "a,b", "O'Neil\\n", "Ünïcode ß", "🧵 silk", "1", "01", "1.0", "NA",
    "  inner  space", "id", "node", "#hash", "*star", "%percent", "{brace}", "[bracket]", "x" * 300,
]


def kesi(*arguments):
    done = subprocess.run([KESI, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=120)
    if done.returncode:
        raise AssertionError(f"kesi {' '.join(map(str, arguments))}: {done.returncode}\n{done.stderr}")


def held(network, folder):
    """Actors and ties of a network, as Kesi has them, by ids and by names."""
    kesi("convert", network, "-o", f"{folder}/")
    rows = lambda name: list(csv.DictReader(open(Path(folder) / name, encoding="utf-8", newline="")))
    actors, ties = rows("actors.csv"), rows("ties.csv")
    names = {row["id"]: row.get("name") or row["id"] for row in actors}

    def seen(call, hasKinds):
        ends = lambda row: (list if row.get("directed") == "1" else sorted)([call(row[end]) for end in ("source", "target")])
        # Some peers write fifteen digits.
        weight = lambda row: f"{float(row.get('weight') or 1):.12g}"
        return sorted(map(call, names)), Counter(
            (*ends(row), weight(row), row.get("kind", "") if hasKinds else "") for row in ties
        )

    return {"whole": seen(names.get, True), "numbers": seen(lambda id: id, False)}


def made(folder):
    """Networks as tables of ties without parallel ones, which few formats of the peers hold."""
    hostile = [(a, b, 1 + i % 3 / 2) for i, a in enumerate(HOSTILE) for b in HOSTILE[i + 1 : i + 4]]
    plain = [(f"v{i}", f"v{j}", 0.1 * (1 + i * j % 9)) for i in range(40) for j in range(i + 1, 40) if i * j % 7 == 1]
    directed = [(b, a, 2.5) for a, b, _ in plain[::2]] + [(a, b, 1) for a, b, _ in plain]
    for name, ties in ("hostile", hostile), ("plain", plain), ("directed", directed):
        file = Path(folder) / f"{name}.csv"
        with open(file, "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, quoting=csv.QUOTE_ALL)
            writer.writerow(["source", "target", "weight", "directed"])
            writer.writerows([*tie, "yes" if name == "directed" else "no"] for tie in ties)
        yield name, file
    for name in "karate", "florentine":
        yield name, ROOT / "graphs/classics" / name


def size(graph):
    """Vertices and edges of a graph of NetworkX or igraph."""
    return (graph.vcount(), graph.ecount()) if isinstance(graph, igraph.Graph) else (len(graph), graph.number_of_edges())


def networkx_file(read, write):
    def there_and_back(source, target):
        graph = read(source)
        write(graph, target)
        return size(graph)

    return there_and_back


def networkx_json(read, write):
    def there_and_back(source, target):
        graph = read(json.loads(Path(source).read_text("utf-8")))
        Path(target).write_text(json.dumps(write(graph), ensure_ascii=False), "utf-8")
        return size(graph)

    return there_and_back


def igraph_file(form):
    def there_and_back(source, target):
        graph = igraph.Graph.Read(str(source), format=form)
        graph.write(str(target), format=form)
        return size(graph)

    return there_and_back


def scipy_matrix(source, target):
    """SciPy holds numbers alone: the ids are those that stand in the comments."""
    matrix = scipy.io.mmread(source)
    is_directed = scipy.io.mminfo(source)[5] == "general"
    ids = [line for line in Path(source).read_text("utf-8").splitlines() if line.startswith("%id ")]
    scipy.io.mmwrite(target, matrix, comment="\n".join(line[1:] for line in ids), symmetry="general" if is_directed else "symmetric")
    return matrix.shape[0], (matrix != 0).sum() // (1 if is_directed else 2)


# Ending, peer, the way there and back, what is kept on it (all, or ids and numbers), and what the peer cannot read, with the reason.
WAYS = [
    ("graphml", "NetworkX", networkx_file(networkx.read_graphml, networkx.write_graphml), "whole", {}),
    ("graphml", "igraph", igraph_file("graphml"), "whole", {}),
    ("gexf", "NetworkX", networkx_file(networkx.read_gexf, networkx.write_gexf), "whole", {}),
    ("gml", "NetworkX", networkx_file(networkx.read_gml, networkx.write_gml), "whole", {}),
    # GML is ASCII, other letters are numbers in it: igraph leaves the numbers as they are.
    ("gml", "igraph", igraph_file("gml"), "whole", {"hostile"}),
    ("net", "NetworkX", networkx_file(networkx.read_pajek, networkx.write_pajek), "numbers", {}),
    # igraph knows no relations (*Edges :1 "marriage").
    ("net", "igraph", igraph_file("pajek"), "numbers", {"karate", "florentine"}),
    ("json", "NetworkX", networkx_json(networkx.node_link_graph, networkx.node_link_data), "whole", {}),
    ("cyjs", "NetworkX", networkx_json(networkx.cytoscape_graph, networkx.cytoscape_data), "whole", {}),
    ("mtx", "SciPy", scipy_matrix, "numbers", {}),
]


def go(network, way, ending, kept, place):
    """One way there and back; tells what differs."""
    place.mkdir()
    there, back = place / f"there.{ending}", place / f"back.{ending}"
    actors, ties = held(network, place / "before")[kept]
    # A matrix has the directions that are asked for.
    kesi("convert", network, "-o", there, *(["--directed"] if ending == "mtx" and network.stem == "directed" else []))
    counts = way(str(there), str(back))
    if counts != (len(actors), ties.total()):
        raise AssertionError(f"the peer reads {counts} actors and ties, Kesi has {(len(actors), ties.total())}")
    actors_again, ties_again = held(back, place / "after")[kept]
    if actors_again != actors:
        raise AssertionError(f"actors: {sorted(set(actors_again) ^ set(actors))[:6]}")
    if ties_again != ties:
        raise AssertionError(f"ties: {list(ties_again - ties)[:3]} in place of {list(ties - ties_again)[:3]}")


def main():
    ran, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for name, network in made(folder):
            for ending, peer, way, kept, left_out in WAYS:
                if name in left_out:
                    continue
                ran += 1
                try:
                    go(network, way, ending, kept, Path(folder) / f"{name}-{ending}-{peer}")
                except Exception as error:  # a peer may raise anything
                    wrong.append(f"{name}, {ending} by {peer}: {type(error).__name__} {error}")
    print("\n".join([*wrong, f"{ran} ways to peers and back, {len(wrong)} of them wrong"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
