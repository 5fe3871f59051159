"""Writes graphs/classics from the data that NetworkX carries. Run by hand; the tables are committed."""

import csv
from pathlib import Path

import networkx as nx

ROOT = Path(__file__).parent.parent / "graphs/classics"


def write(folder, table, header, rows):
    (ROOT / folder).mkdir(parents=True, exist_ok=True)
    with open(ROOT / folder / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def profile(folder, title, title_zh, source, kinds, tie_kinds=None):
    lines = [f"title: {title}", f"title_zh: {title_zh}", f"source: {source}"]
    for heading, words in [("kinds", kinds), ("tie_kinds", tie_kinds or {})]:
        if words:
            lines += [f"{heading}:"]
            lines += [f"  {word}: {{label: {label}, label_zh: {label_zh}}}" for word, (label, label_zh) in words.items()]
    (ROOT / folder / "network.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    karate = nx.karate_club_graph()
    clubs = {"Mr. Hi": "hi", "Officer": "officer"}
    write("karate", "actors", ["id", "name", "kind"],
          [[v + 1, f"Member {v + 1}", clubs[d["club"]]] for v, d in karate.nodes(data=True)])
    write("karate", "ties", ["source", "target", "kind", "weight"],
          [[u + 1, v + 1, "friendship", d["weight"]] for u, v, d in karate.edges(data=True)])
    profile("karate", "Zachary's karate club", "扎卡里空手道俱乐部",
            "'Zachary, An Information Flow Model for Conflict and Fission in Small Groups, J. Anthropological Research 1977'",
            {"hi": ("side of Mr. Hi", "教练一方"), "officer": ("side of the officers", "干事一方")},
            {"friendship": ("friendship", "往来")})

    florentine = nx.florentine_families_graph()
    florentine.add_node("Pucci")
    write("florentine", "actors", ["id", "name", "kind"], [[v, v, "family"] for v in florentine])
    write("florentine", "ties", ["source", "target", "kind"], [[u, v, "marriage"] for u, v in florentine.edges()])
    profile("florentine", "Florentine families", "佛罗伦萨家族",
            "'Padgett & Ansell, Robust Action and the Rise of the Medici, American J. Sociology 1993; marriage ties'",
            {"family": ("family", "家族")}, {"marriage": ("marriage", "联姻")})

    kite = nx.krackhardt_kite_graph()
    names = ["Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane"]
    write("kite", "actors", ["id", "name", "kind"], [[name, name, "person"] for name in names])
    write("kite", "ties", ["source", "target", "kind"], [[names[u], names[v], "tie"] for u, v in kite.edges()])
    profile("kite", "Krackhardt's kite", "Krackhardt 风筝",
            "'Krackhardt, Assessing the Political Landscape, Administrative Science Quarterly 1990'",
            {"person": ("person", "个人")}, {"tie": ("tie", "联系")})

    davis = nx.davis_southern_women_graph()
    women = [v for v, d in davis.nodes(data=True) if d["bipartite"] == 0]
    events = [v for v, d in davis.nodes(data=True) if d["bipartite"] == 1]
    write("davis", "actors", ["id", "name", "kind"], [[v, v, "person"] for v in women])
    write("davis", "consortia", ["id", "name"], [[e, f"Event {e[1:]}"] for e in events])
    write("davis", "members", ["consortium", "actor"], [[e, w] for w in women for e in events if davis.has_edge(w, e)])
    profile("davis", "Davis Southern women", "戴维斯南方妇女",
            "'Davis, Gardner & Gardner, Deep South, 1941; eighteen women at fourteen social events'",
            {"person": ("person", "个人")})


main()
