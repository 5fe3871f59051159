"""Weights, sums and nearness of random appraisals by NumPy: run it here, and it writes appraisals.json."""

import json

import numpy

random = numpy.random.default_rng(20240502)


def entropy(x):
    spread = []
    for column in x.T:
        p = column / column.sum()
        p = p[p > 0]
        spread.append(1 + (p * numpy.log(p)).sum() / numpy.log(len(column)))
    return numpy.array(spread) / sum(spread)


def unit(x, benefit):
    low, high = x.min(0), x.max(0)
    return numpy.where(benefit, (x - low) / (high - low), (high - x) / (high - low))


def critic(x, benefit):
    r = unit(x, benefit)
    c = r.std(0) * (1 - numpy.corrcoef(r.T)).sum(0)
    return c / c.sum()


def nearness(x, benefit, w):
    v = w * x / numpy.linalg.norm(x, axis=0)
    best = numpy.where(benefit, v.max(0), v.min(0))
    worst = numpy.where(benefit, v.min(0), v.max(0))
    up, down = numpy.linalg.norm(v - best, axis=1), numpy.linalg.norm(v - worst, axis=1)
    return down / (up + down)


cases = []
for number in range(20):
    m, n = int(random.integers(3, 12)), int(random.integers(2, 7))
    x = numpy.round(random.gamma(1.5, 10, (m, n)), 2)
    benefit = random.random(n) < 0.7
    w = random.dirichlet(numpy.ones(n))
    z = (x - x.mean(0)) / x.std(0) * numpy.where(benefit, 1, -1)
    cases.append({
        "rows": x.tolist(), "benefit": benefit.tolist(), "weights": w.tolist(), "entropy": entropy(x).tolist(),
        "critic": critic(x, benefit).tolist(), "sum": (unit(x, benefit) @ w).tolist(),
        "z": (numpy.clip(0.5 + z / 6, 0, 1) @ w).tolist(), "nearness": nearness(x, benefit, w).tolist(),
    })
json.dump({"numpy": numpy.__version__, "cases": cases}, open("appraisals.json", "w"))
