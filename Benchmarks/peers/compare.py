"""Runs Kesi's kernels and those of igraph and NetworKit in turn on the same edge list and writes a table of medians.

    python3 -m venv .venv && .venv/bin/pip install igraph==1.0.0 networkit==11.2.2
    swift build -c release --package-path Benchmarks
    Benchmarks/.build/release/generate consortium > consortium.txt
    .venv/bin/python Benchmarks/peers/compare.py consortium.txt [--only NAME,NAME] [--out FILE]

Each answer is boiled down to one number, which must agree. Kesi runs on one thread and on two, NetworKit on two, igraph on
the one it has. Betweenness and harmonic take the peers minutes and run once.
"""

import argparse
import os
import platform
import statistics
import subprocess
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "2")

import igraph
import networkit as nk

KERNELS = Path(__file__).parent.parent / ".build/release/kernels"


def peers(graph, other):
    """For each kernel: the runs of igraph and NetworKit as functions that return the number compared, or None."""
    def run(algorithm):
        algorithm.run()
        return algorithm

    order = graph.vcount()
    return {
        "harmonic": (lambda: sum(graph.harmonic_centrality(normalized=False)),
                     lambda: sum(run(nk.centrality.HarmonicCloseness(other, normalized=False)).scores())),
        "constraint": (lambda: sum(x for x in graph.constraint() if x == x), None),
        "pagerank": (lambda: max(graph.pagerank()),
                     lambda: highest_share(run(nk.centrality.PageRank(other, damp=0.85, tol=1e-10)).scores())),
        "triangles": (lambda: sum(len_ for len_ in triangle_counts(graph)),
                      lambda: round(sum(c * d * (d - 1) / 2 for c, d in zip(
                          run(nk.centrality.LocalClusteringCoefficient(other, turbo=False)).scores(),
                          (other.degree(v) for v in range(order)))))),
        "coreness": (lambda: sum(graph.coreness()),
                     lambda: sum(run(nk.centrality.CoreDecomposition(other)).scores())),
        "components": (lambda: len(graph.connected_components(mode="weak")),
                       lambda: run(nk.components.ConnectedComponents(other)).numberOfComponents()),
        "cutpoints": (lambda: (graph.articulation_points(), len(graph.bridges()))[1], None),
        "betweenness": (lambda: sum(graph.betweenness()),
                        lambda: sum(run(nk.centrality.Betweenness(other)).scores()) / 2),
    }


def highest_share(scores):
    """NetworKit leaves out what vertices without ties would pass on, so its scores sum to less than 1."""
    return max(scores) / sum(scores)


def triangle_counts(graph):
    degrees = graph.degree()
    local = graph.transitivity_local_undirected(mode="zero")
    return [round(c * d * (d - 1) / 2) for c, d in zip(local, degrees)]


def timed(function, runs):
    times, answer = [], None
    for _ in range(runs):
        start = time.perf_counter()
        answer = function()
        times.append(time.perf_counter() - start)
    return statistics.median(times), answer


def kesi(file, threads, runs, kernel):
    text = subprocess.run([KERNELS, file, str(threads), str(runs), kernel], check=True, capture_output=True, text=True).stdout
    _, seconds, answer = text.split()
    return float(seconds), float(answer)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--only")
    parser.add_argument("--out")
    options = parser.parse_args()
    graph = igraph.Graph.Read_Edgelist(options.file, directed=False)
    other = nk.Graph(graph.vcount())
    for a, b in graph.get_edgelist():
        other.addEdge(a, b)
    slow = {"harmonic", "betweenness"}
    rows = []
    for name, (by_igraph, by_networkit) in peers(graph, other).items():
        if options.only and name not in options.only.split(","):
            continue
        runs = 1 if name in slow else 5
        own = [kesi(options.file, threads, 3 if name in slow else 7, name) for threads in (1, 2)]
        found = [timed(f, runs) if f else None for f in (by_igraph, by_networkit)]
        for result in found:
            if result:
                assert abs(result[1] - own[0][1]) <= 1e-6 * max(1, abs(own[0][1])), (name, result, own)
        fastest = min(result[0] for result in found if result)
        cells = [f"{result[0]:.4g}" if result else "–" for result in found]
        rows.append(f"| {name} | {own[0][0]:.4g} | {own[1][0]:.4g} | {cells[0]} | {cells[1]} | {fastest / own[1][0]:.1f} |")
        print(rows[-1], flush=True)
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
                     platform.processor())
    table = "\n".join([
        f"Seconds, medians, on {os.cpu_count()} cores ({processor}); {graph.vcount():,} vertices, {graph.ecount():,} ties. "
        f"igraph {igraph.__version__} (one thread), NetworKit {nk.__version__} (two). Answers agree to 1e-6.", "",
        "| kernel | Kesi, 1 thread | Kesi, 2 | igraph | NetworKit | fastest peer / Kesi, 2 |", "|---|---:|---:|---:|---:|---:|",
        *rows, ""])
    if options.out:
        Path(options.out).write_text(table)
    else:
        print(table)


main()
