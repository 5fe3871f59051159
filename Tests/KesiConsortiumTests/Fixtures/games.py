"""Random games with their values, found another way than Kesi finds them: run it here, and it writes games.json.

Shapley and Myerson values are averages over all orders of players, in fractions. The nucleolus is found by linear
programs that look at each coalition by itself: it is settled where no split of the programs so far gives it more.
Python 3, NumPy and SciPy (versions are in the file).
"""

import itertools, json, random
from fractions import Fraction

import numpy, scipy
from scipy.optimize import linprog


def shapley(n, v):
    total = [Fraction(0)] * n
    orders = list(itertools.permutations(range(n)))
    for order in orders:
        bits = 0
        for p in order:
            total[p] += Fraction(v[bits | 1 << p]) - Fraction(v[bits])
            bits |= 1 << p
    return [float(t / len(orders)) for t in total]


def parts(n, bits, ties):
    left, found = {p for p in range(n) if bits >> p & 1}, []
    while left:
        part, open_ = set(), [left.pop()]
        while open_:
            p = open_.pop()
            part.add(p)
            for a, b in ties:
                q = b if a == p else a if b == p else None
                if q in left:
                    left.remove(q)
                    open_.append(q)
        found.append(sum(1 << p for p in part))
    return found


def solve(cost, less, most, equal, bound, bounds):
    r = linprog(cost, less or None, most or None, equal, bound, bounds, method="highs")
    assert r.status == 0, r.message
    return r


def nucleolus(n, v):
    rational = sum(v[1 << p] for p in range(n)) <= v[-1]
    bounds = [(v[1 << p] if rational else None, None) for p in range(n)]
    row = lambda bits: [1.0 if bits >> p & 1 else 0.0 for p in range(n)]
    equal, sums = [row((1 << n) - 1)], [v[-1]]
    open_, first = list(range(1, (1 << n) - 1)), None
    while open_ and numpy.linalg.matrix_rank(numpy.array(equal)) < n:
        r = solve(
            [0] * n + [1], [[-x for x in row(s)] + [-1] for s in open_], [-v[s] for s in open_],
            [e + [0] for e in equal], sums, bounds + [(None, None)])
        excess = r.fun
        first = excess if first is None else first
        settled = []
        for s in open_:  # how much can it get at most, where nobody has a greater excess?
            most = solve(
                [-x for x in row(s)], [[-x for x in row(t)] for t in open_], [excess + 1e-9 - v[t] for t in open_],
                equal, sums, bounds)
            if -most.fun <= v[s] - excess + 1e-6:
                settled.append(s)
        assert settled
        for s in settled:
            equal.append(row(s))
            sums.append(v[s] - excess)
        open_ = [s for s in open_ if s not in settled]
    return list(numpy.linalg.lstsq(numpy.array(equal), numpy.array(sums), rcond=None)[0]), first


def nearest(n, v, excess):
    """How far, by the sum of changes, equal parts are from the nearest split without a greater excess."""
    equal = v[-1] / n
    rational = sum(v[1 << p] for p in range(n)) <= v[-1]
    rows, most = [], []
    for s in range(1, (1 << n) - 1):
        own = [1.0 if s >> p & 1 else 0.0 for p in range(n)]
        alone = rational and bin(s).count("1") == 1
        rows.append([-x for x in own] + own)
        most.append(equal * sum(own) - v[s] + (0 if alone else max(0, excess) + 1e-9))
    return solve([1] * (2 * n), rows, most, [[1] * n + [-1] * n], [0], [(0, None)] * (2 * n)).fun


def games():
    r = random.Random(20240501)
    for number in range(60):
        n = 2 + number % 5
        kind = ["any", "small", "super", "convex"][number % 4]
        v = [0] * (1 << n)
        for bits in range(1, 1 << n):
            size = bin(bits).count("1")
            if kind == "any":
                v[bits] = r.randint(0, 1000) / 8
            elif kind == "small":  # many ties
                v[bits] = r.randint(0, 2) * (size - 1)
            elif kind == "super":
                best, s = r.randint(0, 40), (bits - 1) & bits
                while s:
                    best = max(best, v[s] + v[bits & ~s])
                    s = (s - 1) & bits
                v[bits] = best
            else:
                v[bits] = size * size + r.randint(0, 1) / 4
        ties = [(a, b) for a in range(n) for b in range(a) if r.random() < 0.4]
        split, excess = nucleolus(n, v)
        restricted = [sum(v[p] for p in parts(n, bits, ties)) for bits in range(1 << n)]
        yield {
            "kind": kind, "values": v, "ties": ties, "shapley": shapley(n, v), "myerson": shapley(n, restricted),
            "nucleolus": split, "leastExcess": excess,
            "distance": nearest(n, v, excess),
        }


json.dump(
    {"numpy": numpy.__version__, "scipy": scipy.__version__, "games": list(games())}, open("games.json", "w"), indent=None)
