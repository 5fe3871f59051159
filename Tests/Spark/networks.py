"""Networks that are made for the tests: small ones in which all is strange that may be, and large ones."""

import csv
import random

HOSTILE = [
    "苏州大学", "A & B <Ltd>", 'the "best"', "it's", "a;b", "a,b", "O'Neil\\n", "Ünïcode ß", "🧵 silk", "1", "01", "1.0", "NA", "10", "9",
    "id", "node", "#hash", "*star", "%percent", "{brace}", "[bracket]", "x" * 300, "Case", "case", "\\", "null", "0", "-5", "1e3",
    "two\nlines",
]
WEIGHTS = [1, 2, 0.5, 0.1, 3.25, 0.001]


def hostile(folder):
    """Two components and isolated actors, ties of an actor to itself, several ties of the same two, both ways, of weight 0."""
    random.seed(5)
    folder.mkdir()
    apart = [f"w{number}" for number in range(6)]
    ids = HOSTILE + [f"v{number}" for number in range(30)] + apart
    main = HOSTILE[:-2] + [f"v{number}" for number in range(25)]
    ties = [(random.choice(main), random.choice(main), random.choice(WEIGHTS)) for _ in range(160)]
    ties += [(a, b, 2) for a in apart[:4] for b in apart[:4] if a < b]
    ties += [("v1", "v1", 3), ("v1", "v2", 1), ("v2", "v1", 1.5), ("v1", "v2", 0.25), ("v3", "v4", 0)]
    with open(folder / "actors.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(["id", "name", "kind", "zone", "remark"])
        kinds, zones = ["enterprise", "university", "", "guild"], ["north", "south", ""]
        writer.writerows([id, f"name {place}", kinds[place % 4], zones[place % 3], "x"] for place, id in enumerate(ids))
    with open(folder / "ties.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(["source", "target", "kind", "weight", "from", "to"])
        for place, (a, b, weight) in enumerate(ties):
            dates = [("2019", ""), ("2020-05", "2021"), ("", ""), ("2021-03-04", "2021-03-05")][place % 4]
            # By the name in place of the id, now and then.
            writer.writerow([f"name {ids.index(a)}" if place % 7 == 0 else a, b, ["supply", "equity"][place % 2], weight, *dates])
    return folder


def listed(file):
    """A list without a head: numbers, blanks, comments."""
    random.seed(6)
    ties = {tuple(sorted(random.sample(range(1, 400), 2))) for _ in range(900)}
    with open(file, "w", encoding="utf-8") as out:
        out.write("# made for a test\n")
        out.writelines(f"{a} {b}\n" for a, b in sorted(ties))
    return file


def large(file, ties, seed=7):
    """Few with many ties and many with few: each end is an even draw or, as often, an end that was drawn before."""
    drawn = random.Random(seed)
    ends, actors, seen = [], ties // 5, set()
    with open(file, "w", encoding="utf-8") as out:
        while len(seen) < ties:
            a, b = (drawn.choice(ends) if ends and drawn.random() < 0.5 else drawn.randrange(actors) for _ in "ab")
            pair = min(a, b) * actors + max(a, b)
            if a != b and pair not in seen:
                seen.add(pair)
                if len(ends) < 1_000_000:
                    ends += [a, b]
                out.write(f"{a} {b}\n")
    return file


def register(folder, ties, seed=8):
    """Tables of a large network with chains: of some kinds nobody is there, of one a single provider, a stage is empty, and one actor
    in fifty has no ties."""
    drawn = random.Random(seed)
    actors, chains = ties // 8, 40
    tied = actors - actors // 50
    folder.mkdir()

    def table(name, head, rows):
        with open(folder / f"{name}.csv", "w", encoding="utf-8") as out:
            out.write(head + "\n")
            out.writelines(",".join(map(str, row)) + "\n" for row in rows)

    kinds, zones = ["enterprise"] * 7 + ["university", "college", "institute"], ["Wujiang", "Kunshan", "Taicang", ""]
    kind = lambda n: kinds[n % 10] if n else "hospital"
    table("actors", "id,name,kind,zone", ((f"A{n}", f"企业{n}", kind(n), zones[n % 4]) for n in range(actors)))
    # Few have many ties: each end is an even draw, or, as often, one of the first.
    ends = lambda: (drawn.randrange(tied) if drawn.random() < 0.5 else int(tied * drawn.random() ** 4) for _ in "ab")
    pairs = ((a, b) for a, b in (ends() for _ in range(ties)) if a != b)
    table("ties", "source,target,kind", ((f"A{a}", f"A{b}", "supply" if a % 3 else "joint_project") for a, b in pairs))
    needs = "upstream;midstream;downstream,enterprise;university;college;hospital"
    table("chains", "id,name,stages,requires,demand", ((f"C{n}", f"Chain {n}", needs, 4_000_000) for n in range(chains)))
    roles, stages = ["leader", "demander", "provider", "demander", "platform"], ["upstream", "midstream", "downstream", ""]

    def position(n):
        actor, chain, role = (drawn.randrange(1, tied), drawn.randrange(chains), roles[n % 5]) if n else (0, 5, "provider")
        return f"A{actor}", f"C{chain}", role, "upstream" if chain < 3 else stages[n % 4], "" if role == "demander" else n % 9

    table("positions", "actor,chain,role,stage,capacity", (position(n) for n in range(actors // 5)))
    return folder
