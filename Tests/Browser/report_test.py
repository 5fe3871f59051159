"""Opens reports and pictures in Chromium as readers do: both languages, search, filters, sorting, download, keyboard, a
narrow screen, hostile names, labels that must not lie on each other. Run by tools/test: report_test.py KESI OUT

Screenshots are held against small grey likenesses in thumbnails.json, with room for other fonts. Where a picture has
changed on purpose: report_test.py KESI OUT --renew
"""

import csv
import io
import json
import pathlib
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import sync_playwright

THUMBNAILS = pathlib.Path(__file__).parent / "thumbnails.json"
KESI, OUT = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
HOSTILE = [
    "<script>window.hacked=1</script>", "</script><img src=x onerror=window.hacked=1>", '"quoted" & \'single\'',
    "=HYPERLINK(1)", "\u202eright to left", "名" * 300, "🧵 silk 🧶", "{{d3}} {{{data}}}", "--><b>bold</b>", "a\\nb <tab>",
]
checks = 0


def check(condition, what):
    global checks
    checks += 1
    if not condition:
        sys.exit(f"report: {what}")


def looks_as_before(path):
    """Holds a screenshot against its likeness of 24 by 18 greys: 0 the same, 255 black for white."""
    grey = list(Image.open(path).convert("L").resize((24, 18)).get_flattened_data())
    known = json.loads(THUMBNAILS.read_text()) if THUMBNAILS.exists() else {}
    if "--renew" in sys.argv:
        known[path.stem] = grey
        THUMBNAILS.write_text("{\n" + ",\n".join(f'"{k}": {json.dumps(v)}' for k, v in sorted(known.items())) + "\n}\n")
        return
    off = sum(abs(a - b) for a, b in zip(grey, known[path.stem])) / len(grey)
    check(off < 3.5, f"{path.name} looks unlike before: {off:.1f} of 255 on average")


def report(network, name, *options):
    path = OUT / f"{name}.html"
    subprocess.run([KESI, "report", network, "-o", path, "--quiet", *options], check=True)
    return path


def hostile_network():
    folder = OUT / "hostile"
    folder.mkdir(exist_ok=True)

    def write(table, rows):
        with open(folder / table, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)

    write("actors.csv", [["id", "name", "kind", "zone"]] + [
        [f"id{i}{name}"[:200], name, "enterprise" if i % 2 else HOSTILE[0], HOSTILE[i % 3]] for i, name in enumerate(HOSTILE)])
    ids = [f"id{i}{name}"[:200] for i, name in enumerate(HOSTILE)]
    write("ties.csv", [["source", "target", "kind"]] + [[ids[0], other, HOSTILE[1]] for other in ids[1:]])
    write("chains.csv", [["id", "name", "requires"], ["c", HOSTILE[1], "enterprise"]])
    write("positions.csv", [["actor", "chain"]] + [[one, "c"] for one in ids])
    (folder / "network.yml").write_text('title: "<script>window.hacked=1</script>"\ntitle_zh: "</title>标题"\n', encoding="utf-8")
    return folder


class Reader:
    """A page with what went wrong on it, and what it asked the network for."""

    def __init__(self, browser, path, width=1280):
        self.page = browser.new_page(viewport={"width": width, "height": 900}, accept_downloads=True)
        self.trouble, self.requests = [], []
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("console", lambda line: self.trouble.append(line.text) if line.type == "error" else None)
        self.page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())

    def close(self):
        check(not self.trouble, f"errors in the console: {self.trouble}")
        check(all(url.startswith(("file:", "blob:", "data:")) for url in self.requests), f"asked for {self.requests}")
        self.page.close()


def overlaps(page, language, most=40):
    """Pairs of labels of the best-tied actors that lie on each other, in the drawing of a language."""
    return page.evaluate("""([language, most]) => {
        const data = JSON.parse(document.getElementById("data").textContent);
        const best = data.actors.map((_, v) => v).sort((a, b) => data.actors[b].m[0] - data.actors[a].m[0]).slice(0, most);
        const boxes = best.map((v) => document.getElementById(language + "-l" + v)).filter((g) => g)
            .map((g) => [g.id, g.getBoundingClientRect()]);
        const found = [];
        boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
            if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1) found.push(a + " " + b);
        }));
        return found;
    }""", [language, most])


def reading(browser, path, part, name, full, chain):
    """What a reader does with a report: `part` of a name finds the actor `name`, whose full name is on its card."""
    reader = Reader(browser, path)
    page = reader.page
    for language in ["en", "zh"]:
        page.click(f"[data-set-lang={language}]")
        check(page.locator(f".drawing.{language} svg").is_visible(), f"no map in {language}")
        other = "zh" if language == "en" else "en"
        check(page.locator(f"h1 .{other}").is_hidden(), f"both languages show at once in {language}")
        check(not overlaps(page, language), f"labels overlap: {overlaps(page, language)}")
        page.locator(".stage").screenshot(path=str(OUT / f"{path.stem}-{language}.png"))
        looks_as_before(OUT / f"{path.stem}-{language}.png")
    violations = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    check(not violations, f"not accessible: {[(v['id'], v['nodes'][0]['html'][:200]) for v in violations]}")

    page.fill("#search", part)
    check(name in page.locator("#found").inner_text(), f"“{part}” does not find {name}")
    page.press("#search", "ArrowDown")
    page.keyboard.press("Enter")
    check(full in page.locator("#card h3").inner_text(), f"the card is not that of {name}")
    check(page.locator(".drawing.zh .dim").count() > 0, "the others are not faded")
    page.click("#reset")
    check(page.locator(".drawing.zh .dim").count() == 0, "not all are shown after a reset")
    page.locator("#kinds button").first.click()
    check(page.locator(".drawing.zh .dim").count() > 0, "a kind does not filter")
    page.click("#reset")
    page.select_option("#chain", label=chain)
    check(page.locator(".drawing.zh .dim").count() > 0, "a chain does not filter")
    page.click("#reset")
    page.locator(".drawing.zh g.node[id^=zh-v]").first.click()
    check(page.locator("#card h3").count() == 1, "a click shows no card")

    severities = "[...document.querySelectorAll('#gaptable tbody tr td:first-child')].map((c) => Number(c.dataset.value))"
    page.click("#gaptable th:first-child button")
    check(page.evaluate(severities) == sorted(page.evaluate(severities), reverse=True), "gaps are not sorted down")
    page.click("#gaptable th:first-child button")
    check(page.evaluate(severities) == sorted(page.evaluate(severities)), "gaps are not sorted up")
    page.locator("[data-gap]").first.click()
    check(page.locator(".drawing.zh .dim").count() > 0, "a gap is not shown on the map")

    with page.expect_download() as download:
        page.click("#csv")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    actors = page.evaluate("JSON.parse(document.getElementById('data').textContent).actors.length")
    check(len(rows) == actors and "betweenness" in rows[0], "the CSV does not hold all actors")
    reader.close()

    narrow = Reader(browser, path, width=360)
    check(narrow.page.evaluate("document.documentElement.scrollWidth") <= 360, "too wide for a phone")
    narrow.close()


def picture(browser, network, language):
    """A map as a file: labels clear of each other and of the legend, nothing beyond the edge."""
    path = OUT / f"{pathlib.Path(network).name}-{language}.svg"
    subprocess.run([KESI, "render", network, "--lang", language, "-o", path, "--quiet"], check=True)
    reader = Reader(browser, path)
    found = reader.page.evaluate("""() => {
        const box = (g) => { const r = g.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
        const clash = (p, q) => p[0] < q[2] - 1 && q[0] < p[2] - 1 && p[1] < q[3] - 1 && q[1] < p[3] - 1;
        const nodes = Array.from(document.querySelectorAll("g.node"));
        const title = (g) => g.id;
        const labels = nodes.filter((g) => /^l[0-9]+$/.test(g.id)).map((g) => [g.id, box(g)]);
        const symbols = nodes.filter((g) => /^v[0-9]+$/.test(g.id)).map((g) => [g.id, box(g)]);
        const frame = nodes.filter((g) => /^(legend|gap|source|title|counts|gaps)/.test(title(g))).map((g) => [title(g), box(g)]);
        const trouble = [];
        labels.forEach(([a, p], i) => labels.slice(i + 1).forEach(([b, q]) => { if (clash(p, q)) trouble.push(a + " on " + b); }));
        labels.concat(symbols).forEach(([a, p]) => frame.forEach(([b, q]) => { if (clash(p, q)) trouble.push(a + " on " + b); }));
        const page = box(document.querySelector("svg"));
        nodes.forEach((g) => { const p = box(g);
            if (p[0] < page[0] - 1 || p[1] < page[1] - 1 || p[2] > page[2] + 1 || p[3] > page[3] + 1) trouble.push(title(g) + " over the edge"); });
        return [labels.length, frame.length, trouble];
    }""")
    check(found[0] > 10 and found[1] > 4, f"{path.name} has {found[0]} labels and {found[1]} lines around it")
    check(not found[2], f"{path.name}: {found[2][:6]}")
    reader.close()


def hostile(browser, path):
    reader = Reader(browser, path)
    page = reader.page
    check(page.evaluate("window.hacked") is None, "a name ran as a script")
    check(page.locator("main b:has-text('bold')").count() == 0 and page.locator("img").count() == 0, "a name became markup")
    shown = page.evaluate("JSON.parse(document.getElementById('data').textContent).actors.map((a) => a.n[0])")
    check(shown == HOSTILE, "names are not what they were")
    body = page.inner_text("#measuretable")
    check(HOSTILE[0] in body and HOSTILE[7] in body, "names are not shown as text")
    check("<script>" in page.inner_text("h1"), "the title is not shown as text")
    for language in ["en", "zh"]:
        page.click(f"[data-set-lang={language}]")
    with page.expect_download() as download:
        page.click("#csv")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    check("'=HYPERLINK" in text, "a formula is not guarded")
    check(len(list(csv.reader(io.StringIO(text)))) == len(HOSTILE) + 1, "the CSV has other rows")
    reader.close()


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        reading(browser, report("graphs/suzhou", "suzhou"), "达生", "信达生物", "信达生物", "生物医药")
        reading(browser, report("graphs/wenzhou", "wenzhou", "--lang", "zh"), "chint", "正泰", "正泰集团", "电气")
        reading(browser, report("graphs/consortium", "consortium"), "机器人甲", "机器人甲", "机器人企业甲", "机器人")
        reading(browser, report("graphs/majors", "majors"), "mechatronics", "机电专业群甲", "机电一体化专业群", "高端装备")
        reading(browser, report("graphs/park", "park"), "industrial", "现代产业学院", "现代产业学院", "煤炭")
        for network in ["suzhou", "wenzhou", "consortium", "majors", "park", "classics/karate"]:
            for language in ["en", "zh"]:
                picture(browser, f"graphs/{network}", language)
        hostile(browser, report(hostile_network(), "hostile"))
        browser.close()
    print(f"{checks} checks in Chromium passed.")


main()
