"""Writes the fixtures that the measures are tested against, from independent implementations.

    python3 -m venv .venv && .venv/bin/pip install networkx==3.6.1 igraph==1.0.0 numpy==2.4.6 scipy==1.17.1
    .venv/bin/python tools/oracles.py

Vertices are of three kinds in turn. NetworkX gives most values; weighted shortest paths run on exact fractions (a tie of weight w has length 1/w), so that
ties between equally long paths are told for certain. igraph checks betweenness, coreness, PageRank and cut vertices a
second time and finds communities. Burt's hierarchy, brokerage, roles in groups and the core, which neither has, are
written out from their definitions.
Run by hand when a measure changes; the fixtures are committed with the versions that made them.
"""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
import scipy
from networkx.algorithms.structuralholes import normalized_mutual_weight

FOLDER = Path(__file__).parent.parent / "Tests/KesiMeasuresTests/Fixtures"


def classics():
    """Graphs by name, with vertices 0..n-1 and weights."""
    karate = nx.karate_club_graph()
    florentine = nx.florentine_families_graph()
    florentine.add_node("Pucci")  # the family without marriage ties
    davis = nx.davis_southern_women_graph()
    women = sorted((n for n, d in davis.nodes(data=True) if d["bipartite"] == 0), key=str)
    graphs = {
        "karate": karate,
        "florentine": florentine,
        "kite": nx.krackhardt_kite_graph(),
        "davis_two_mode": davis,
        "davis_women": nx.bipartite.weighted_projected_graph(davis, women),
        "two_components": nx.disjoint_union(nx.cycle_graph(5), nx.path_graph(4)),
        "star_and_isolates": nx.disjoint_union(nx.star_graph(6), nx.empty_graph(3)),
        "path": nx.path_graph(12),
        "complete": nx.complete_graph(9),
        "one_tie": nx.path_graph(2),
        "random_sparse": nx.gnp_random_graph(150, 0.03, seed=5),
        "random_dense": nx.gnp_random_graph(90, 0.5, seed=6),
        "preferential": nx.barabasi_albert_graph(300, 3, seed=7),
        "caveman": nx.connected_caveman_graph(8, 6),
    }
    for name, graph in graphs.items():
        graph = nx.convert_node_labels_to_integers(graph, ordering="default")
        rng = random.Random(name)
        for _, _, data in graph.edges(data=True):
            if name not in ("karate", "davis_women"):
                data["weight"] = rng.choice([1, 1, 2, 3, 4, 0.5, 2.5])
        yield name, graph


def oriented(graph, seed):
    """A directed variant: each tie gets one direction, one in four both, with weights of their own."""
    rng = random.Random(seed)
    result = nx.DiGraph()
    result.add_nodes_from(graph)
    for u, v, data in graph.edges(data=True):
        if rng.random() < 0.5:
            u, v = v, u
        result.add_edge(u, v, weight=data["weight"])
        if rng.random() < 0.25:
            result.add_edge(v, u, weight=rng.choice([1, 2, 3]))
    return result


def number(x):
    x = float(x)
    return None if math.isnan(x) else x


def column(values, order):
    return [number(values[v]) for v in range(order)]


def hierarchy(graph, weight):
    """Coleman-Theil disorder of the local constraints, from Burt 1992, eq. 2.9, on dense matrices."""
    order = len(graph)
    a = nx.to_numpy_array(graph, nodelist=range(order), weight="weight" if weight else None)
    mutual = a + a.T
    with np.errstate(all="ignore"):
        p = mutual / mutual.sum(axis=1, keepdims=True)
    p = np.nan_to_num(p)
    local = (p + p @ p) ** 2
    result = []
    for i in range(order):
        c = [local[i, j] for j in range(order) if mutual[i, j] > 0]
        n = len(c)
        if n < 2:
            result.append(None)
            continue
        mean = sum(c) / n
        result.append(sum(x / mean * math.log(x / mean) for x in c) / (n * math.log(n)))
    return result


def effective_size(graph, vertex, weight):
    """NetworkX's documented formula. Its function is not used as it is (3.6.1): its matrix shortcut divides by the
    strongest tie of the wrong end when ties are weighted, and a vertex with ties in but none out is taken as isolated.
    """
    contacts = set(nx.all_neighbors(graph, vertex))
    if not contacts:
        return None
    size = len(contacts) - sum(
        normalized_mutual_weight(graph, vertex, q, weight=weight)
        * normalized_mutual_weight(graph, j, q, norm=max, weight=weight)
        for j in contacts for q in contacts
    )
    if any(u != vertex for u in graph[vertex]):
        assert abs(size - nx.effective_size(graph, nodes=[vertex], weight=weight)[vertex]) < 1e-9
    return size


def eigenvector(graph, weight):
    """The non-negative unit vector to the greatest eigenvalue of the transposed matrix; None where it is not unique."""
    order = len(graph)
    a = nx.to_numpy_array(graph, nodelist=range(order), weight="weight" if weight else None).T
    values, vectors = np.linalg.eig(a)
    best = np.argmax(values.real)
    if values[best].real < 1e-9 or sum(abs(values - values[best]) < 1e-6) > 1:
        return None
    vector = vectors[:, best].real
    vector = vector * (1 if vector.sum() > 0 else -1) / np.linalg.norm(vector)
    # The vector is compared where iteration can find it: not when a second eigenvalue is all but as great.
    others = sorted((abs(v + values[best] / 2) for k, v in enumerate(values) if k != best), reverse=True)
    if others and others[0] / (1.5 * values[best].real) > 0.998:
        return None
    return [float(x) for x in vector]


def katz(graph, weight):
    """NetworkX's, with alpha = 0.9 / the greatest eigenvalue; None where there is none."""
    a = nx.to_numpy_array(graph, nodelist=range(len(graph)), weight="weight" if weight else None)
    greatest = max(abs(np.linalg.eigvals(a)))
    if greatest < 1e-6:
        return None
    return column(nx.katz_centrality_numpy(graph, alpha=0.9 / greatest, weight="weight" if weight else None), len(graph))


def hubs(graph, weight):
    """Hub and authority vectors from a dense singular value decomposition; None where they are not unique."""
    a = nx.to_numpy_array(graph, nodelist=range(len(graph)), weight="weight" if weight else None)
    u, values, v = np.linalg.svd(a)
    if values[0] - values[1] < 1e-6:
        return None
    return [[float(x) for x in abs(w) / sum(abs(w))] for w in (u[:, 0], v[0])]


def brokerage(graph, groups):
    """The roles of Gould and Fernandez by their definition, triple by triple."""
    roles = {role: [0.0] * len(graph) for role in ("coordinator", "consultant", "gatekeeper", "representative", "liaison")}
    before = graph.predecessors if graph.is_directed() else graph.neighbors
    for v in graph:
        for a in before(v):
            for b in graph.neighbors(v):
                if a == b or graph.has_edge(a, b):
                    continue
                x, y, z = groups[a], groups[v], groups[b]
                role = ("coordinator" if x == y == z else "consultant" if x == z else "gatekeeper" if y == z
                        else "representative" if x == y else "liaison")
                roles[role][v] += 1
    return roles


def group_roles(graph, groups, weight):
    """Participation and within-module z-score on a dense matrix, and the E-I index."""
    a = nx.to_numpy_array(graph, nodelist=range(len(graph)), weight="weight" if weight else None)
    if graph.is_directed():
        a = a + a.T
    groups = np.array(groups)
    member = np.array([groups == g for g in range(max(groups) + 1)]).T.astype(float)
    toward = a @ member
    strength = a.sum(axis=1)
    with np.errstate(all="ignore"):
        participation = 1 - ((toward / strength[:, None]) ** 2).sum(axis=1)
    inside = toward[range(len(graph)), groups]
    z = []
    for v in graph:
        peers = inside[groups == groups[v]]
        z.append(float((inside[v] - peers.mean()) / peers.std()) if peers.std() > 1e-9 else 0.0)
    tied = (a > 0).astype(float)
    across = (tied * (groups[:, None] != groups[None, :])).sum(axis=1)
    degree = tied.sum(axis=1)
    with np.errstate(all="ignore"):
        balance = (2 * across - degree) / degree
    whole = (2 * across.sum() - degree.sum()) / degree.sum() if degree.sum() else float("nan")
    return {
        "participation": [number(x) for x in participation], "within_z": z, "ei_index": [number(x) for x in balance],
    }, number(whole)


def core_periphery(plain):
    """The best core among all prefixes of the vertices by degree, each judged pair by pair; and its correlation."""
    order = len(plain)
    a = nx.to_numpy_array(plain, nodelist=range(order), weight=None)
    upper = np.triu_indices(order, 1)
    sequence = sorted(range(order), key=lambda v: (-plain.degree(v), v))
    best = None
    for size in range(order + 1):
        core = np.zeros(order, bool)
        core[sequence[:size]] = True
        both, neither = np.outer(core, core)[upper], np.outer(~core, ~core)[upper]
        amiss = (both & (a[upper] == 0)).sum() + (neither & (a[upper] == 1)).sum()
        if best is None or amiss < best[0]:
            best = (amiss, core, both, both | neither)
    _, core, both, counted = best
    with np.errstate(all="ignore"):
        fit = np.corrcoef(a[upper][counted], both[counted])[0, 1] if counted.sum() > 1 else float("nan")
    return [float(x) for x in core], number(fit)


def truss(plain):
    """The greatest k for which each tie is in NetworkX's k-truss."""
    result = {frozenset(e): 2.0 for e in plain.edges()}
    k = 3
    while True:
        rest = nx.k_truss(plain, k)
        if rest.number_of_edges() == 0:
            return result
        for e in rest.edges():
            result[frozenset(e)] = float(k)
        k += 1


def biconnected(plain):
    """Parts numbered by decreasing number of ties, equal numbers by their first tie."""
    parts = [sorted(tuple(sorted(e)) for e in part) for part in nx.biconnected_component_edges(plain)]
    parts.sort(key=lambda part: (-len(part), part[0]))
    return {frozenset(e): float(k) for k, part in enumerate(parts, 1) for e in part}


def whole(graph, plain, weight, groups):
    """Measures of the network as a whole."""
    order = len(graph)
    a = nx.to_numpy_array(graph, nodelist=range(order), weight="weight" if weight else None)
    if graph.is_directed():
        a = a + a.T
    spectrum = sorted(np.linalg.eigvalsh(np.diag(a.sum(axis=1)) - a))
    nx.set_node_attributes(plain, dict(enumerate(groups)), "kind")
    g = igraph.Graph.Weighted_Adjacency(a.tolist(), mode="undirected", attr="weight")
    random.seed(1)
    found = [g.community_leiden(objective_function="modularity", weights="weight", n_iterations=2) for _ in range(20)]
    club = nx.rich_club_coefficient(plain, normalized=False)
    return {
        "algebraic_connectivity": float(spectrum[1]) if order > 1 else None,
        "kind_assortativity": number(nx.attribute_assortativity_coefficient(plain, "kind")) if len(set(groups)) > 1 else None,
        "modularity": float(np.mean([g.modularity(c, weights="weight") for c in found])),
    }, [float(club[k]) for k in sorted(club)]


def expected(graph, weight):
    order = len(graph)
    directed = graph.is_directed()
    plain = nx.Graph()
    plain.add_nodes_from(range(order))
    plain.add_edges_from(graph.edges())
    key = "weight" if weight else None
    for _, _, data in graph.edges(data=True):
        data["length"] = 1 / Fraction(data["weight"])
    length = "length" if weight else None
    around = graph.reverse() if directed else graph
    inward = {v: dict(nx.single_source_dijkstra_path_length(around, v, weight=length or 1)) for v in around}
    outward = {v: dict(nx.single_source_dijkstra_path_length(graph, v, weight=length or 1)) for v in graph}
    result = {
        "degree": column(dict(graph.degree()), order),
        "in_degree": column(dict(graph.in_degree() if directed else graph.degree()), order),
        "out_degree": column(dict(graph.out_degree() if directed else graph.degree()), order),
        "strength": column(dict(graph.degree(weight="weight")), order),
        "closeness": column(nx.closeness_centrality(graph, distance=length), order),
        "harmonic": [float(sum(1 / Fraction(d) for u, d in inward[v].items() if u != v)) for v in range(order)],
        "eccentricity": [float(max(outward[v].values())) for v in range(order)],
        "betweenness": column(nx.betweenness_centrality(graph, weight=length, normalized=False), order),
        "pagerank": column(nx.pagerank(graph, weight=key, tol=1e-15, max_iter=10000), order),
        "coreness": column(nx.core_number(plain), order),
        "triangles": column(nx.triangles(plain), order),
        "clustering": column(nx.clustering(plain), order),
        "constraint": column(nx.constraint(graph, weight=key), order),
        "effective_size": [effective_size(graph, v, key) for v in range(order)],
        "hierarchy": hierarchy(graph, weight),
        "articulation": [float(v in set(nx.articulation_points(plain))) for v in range(order)],
    }
    result["efficiency"] = [
        None if e is None else e / plain.degree(v) for v, e in enumerate(result["effective_size"])
    ]
    principal = eigenvector(graph, weight)
    if principal:
        result["eigenvector"] = principal
    if scores := katz(graph, weight):
        result["katz"] = scores
    if scores := hubs(graph, weight):
        result["hub"], result["authority"] = scores
    groups = [v % 3 for v in range(order)]
    result |= brokerage(graph, groups)
    roles, balance = group_roles(graph, groups, weight)
    result |= roles
    result["core"], fit = core_periphery(plain)
    totals, club = whole(graph, plain, weight, groups)
    totals |= {"ei_index": balance, "core_periphery_fit": fit}
    # Components by decreasing size, equal sizes by their first vertex.
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    result["component"] = [float(next(k for k, part in enumerate(parts, 1) if v in part)) for v in range(order)]
    arcs = [(u, v) for u, v in graph.edges()]
    flow = nx.edge_betweenness_centrality(graph, weight=length, normalized=False)
    bridges = {frozenset(b) for b in nx.bridges(plain)}
    trusses, parts_of_ties = truss(plain), biconnected(plain)
    ties = {
        "tie_betweenness": [float(flow[arc]) for arc in arcs],
        "local_constraint": [float(nx.local_constraint(graph, u, v, weight=key)) for u, v in arcs],
        "bridge": [float(frozenset(arc) in bridges) for arc in arcs],
        "truss": [trusses[frozenset(arc)] for arc in arcs],
        "biconnected": [parts_of_ties[frozenset(arc)] for arc in arcs],
    }
    second_opinion(graph, result, weight)
    return {"vertices": result, "ties": ties, "whole": totals, "rich_club": club}


def second_opinion(graph, result, weight):
    order = len(graph)
    g = igraph.Graph(n=order, edges=list(graph.edges()), directed=graph.is_directed())
    weights = [d["weight"] for _, _, d in graph.edges(data=True)] if weight else None
    lengths = [1 / w for w in weights] if weight else None
    close(g.betweenness(weights=lengths), result["betweenness"], 1e-6)
    close(g.pagerank(weights=weights), result["pagerank"], 1e-8)
    simple = g.as_undirected() if graph.is_directed() else g
    close(simple.coreness(), result["coreness"], 0)
    close([float(v in simple.articulation_points()) for v in range(order)], result["articulation"], 0)


def close(a, b, tolerance):
    assert all(abs(x - y) <= tolerance * max(1, abs(y)) for x, y in zip(a, b)), (a, b)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    versions = {"networkx": nx.__version__, "igraph": igraph.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
    for name, graph in classics():
        variants = []
        for directed in (False, True):
            variant = oriented(graph, name) if directed else graph
            for weighted in (False, True):
                variants.append({
                    "directed": directed, "weighted": weighted, "order": len(variant),
                    "ties": [[u, v, d["weight"]] for u, v, d in variant.edges(data=True)],
                    "expected": expected(variant, weighted),
                })
        text = json.dumps({"name": name, "versions": versions, "variants": variants}, separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(text + "\n")
        print(name, len(graph), graph.number_of_edges(), len(text))


main()
