"""Opens reports and pictures in Chromium as readers do: both languages, search, filters, groups, download, keyboard, a
narrow screen, paper, hostile names, labels that must not lie on each other. Run by tools/test: report_test.py KESI OUT

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
NETWORKS = pathlib.Path(__file__).parents[1] / "Networks"
# Marks that make one character of a bracket and themselves: put before the next one, or on the one before.
MARKS = [chr(c) for c in [*range(0x600, 0x606), 0x6DD, 0x70F, 0x8E2, 0x110BD, 0x110CD, 0x301, 0x338, 0x20E3, 0x200D, 0xFE0F, 0xE0100]]
PLAIN = [
    "<script>window.hacked=1</script>", "</script><img src=x onerror=window.hacked=1>", '"quoted" & \'single\'',
    "=HYPERLINK(1)", "\u202eright to left", "名" * 300, "🧵 silk 🧶", "{{d3}} {{{data}}}", "--><b>bold</b>", "a\\nb <tab>",
    "<!--<script>", "javascript:window.hacked=1", "line\u2028paragraph\u2029</script>", "]]><svg onload=window.hacked=1>",
    "&lt;img src=x onerror=window.hacked=1&gt;", "</style><script>window.hacked=1</script>", "</title><script>window.hacked=1</script>",
    "\u0600=HYPERLINK(2)", "＝HYPERLINK(3)", "@SUM(1)", "`onfocus=window.hacked=1 autofocus`",
]
HOSTILE = PLAIN + [text for m in MARKS for text in [
    f"{m}<img src=x onerror=window.hacked=1{m}>", f"<{m}img src=x onerror=window.hacked=1>{m}",
    f"{m}</script>{m}<script>window.hacked=1//{m}</script>", f"x\"{m} onfocus=window.hacked=1 autofocus tabindex=0 y={m}\"{m}",
    f"&{m}lt;{m}<{m}!--{m}<script>"]]
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
    """Every text of a network in every table is one of the hostile ones."""
    folder = OUT / "hostile"
    folder.mkdir(exist_ok=True)
    some = lambda i: HOSTILE[i % len(HOSTILE)]
    ids = [f"id{i}{name}"[:200] for i, name in enumerate(HOSTILE)]
    kinds, count = HOSTILE[21:33], len(HOSTILE)

    def write(table, rows):
        with open(folder / table, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)

    write("actors.csv", [["id", "name", "name_zh", "short", "short_zh", "kind", "zone", "url", "evidence"]] + [
        [ids[i], name, name, some(i + 1), some(i + 2), "enterprise" if i % 2 else kinds[i // 2 % len(kinds)], HOSTILE[i % 5],
         "javascript:window.hacked=1", some(i + 3)] for i, name in enumerate(HOSTILE)])
    write("ties.csv", [["source", "target", "kind", "from", "to", "stage", "outcome", "chain", "evidence"]] + [
        [ids[0], other, HOSTILE[1], "2020", "2021", "research", "unsatisfactory", f"c{i % 7}", some(i)]
        for i, other in enumerate(ids[1:count - 9])])
    write("chains.csv", [["id", "name", "name_zh", "stages", "requires"]] + [
        [f"c{i}", some(i * 5), some(i * 5 + 3), "upstream;downstream", f"enterprise;college;{kinds[0]}"] for i in range(7)])
    write("positions.csv", [["actor", "chain", "stage"]] + [
        [one, f"c{i % 7}", "downstream" if i % 3 else "upstream"] for i, one in enumerate(ids)])
    write("consortia.csv", [["id", "name", "name_zh", "leader"], ["k", HOSTILE[22], HOSTILE[24], ids[3]]])
    write("members.csv", [["consortium", "actor", "contribution", "share"]] + [
        ["k", one, "10" if i else "90", "10" if i else "0"] for i, one in enumerate(ids[3:7])])

    def quoted(text):
        return '"' + "".join(c if c.isascii() and c not in '"\\' and c.isprintable() else f"\\U{ord(c):08X}" for c in text) + '"'

    lines = [f"title: {quoted(HOSTILE[21])}", f"title_zh: {quoted(HOSTILE[23])}", "illustrative: true",
             f"source: {quoted(HOSTILE[24] + HOSTILE[0])}", f"license: {quoted(HOSTILE[23] + HOSTILE[1])}", "kinds:"]
    lines += [f"  {quoted(kind)}: {{label: {quoted(some(i + 22))}, label_zh: {quoted(some(i + 23))}}}" for i, kind in enumerate(kinds)]
    lines += ["tie_kinds:", f"  {quoted(HOSTILE[1])}: {{label: {quoted(HOSTILE[23])}, label_zh: {quoted(HOSTILE[24])}}}", "zones:"]
    lines += [f"  {quoted(HOSTILE[i])}: {{label: {quoted(some(i + 22))}, label_zh: {quoted(some(i + 24))}}}" for i in range(5)]
    (folder / "network.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
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
    check(not serious(page), f"not accessible: {serious(page)}")

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

    grouped(page, path)
    page.locator("[data-gap]:visible").first.scroll_into_view_if_needed()
    page.locator("[data-gap]:visible").first.click()
    check(page.locator(".drawing.zh .dim").count() > 0, "a gap is not shown on the map")

    with page.expect_download() as download:
        page.click("#csv")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    actors = page.evaluate("JSON.parse(document.getElementById('data').textContent).actors.length")
    check(len(rows) == actors and "betweenness" in rows[0], "the CSV does not hold all actors")
    reader.close()

    narrow = Reader(browser, path, width=390)
    for language in ["en", "zh"]:
        narrow.page.click(f"[data-set-lang={language}]")
        check(narrow.page.evaluate("document.documentElement.scrollWidth") <= 390, "too wide for a phone")
        broken = narrow.page.evaluate("""() => [...document.querySelectorAll("#measuretable td.n")].filter((cell) => {
            if (!cell.firstChild) return false;
            const range = document.createRange(); range.selectNodeContents(cell);
            return new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1;
        }).map((cell) => cell.textContent)""")
        check(not broken, f"numbers broken over lines on a phone: {broken[:5]}")
        check(narrow.page.evaluate("""() => [...document.querySelectorAll("#gaplist li.gap p")].every((p) => {
            const r = p.getBoundingClientRect(); return r.width === 0 || (r.left >= 0 && r.right <= 390); })"""),
            "a gap is beyond the screen")
    stays = narrow.page.evaluate("""() => {
        const region = document.querySelector("#measures .scroll"), first = region.querySelector("tbody th");
        const before = first.getBoundingClientRect().left; region.scrollLeft = 200;
        return [region.scrollLeft, first.getBoundingClientRect().left - before]; }""")
    check(stays[0] > 0 and abs(stays[1]) < 1, f"names do not stay beside their numbers: {stays}")
    narrow.close()


def grouped(page, path):
    """The list of gaps: every gap once, in its class; filters by hand and by keyboard; the same entries by chain."""
    page.click("[data-set-lang=en]")
    listed = json.loads(subprocess.run(
        [KESI, "gaps", SOURCE[path.stem], "--format", "json", "--quiet", "--lang", "en"], capture_output=True, check=True).stdout)
    counts = page.evaluate("""() => Object.fromEntries([...document.querySelectorAll("#gaplist .gapkind")].map((part) =>
        [part.querySelector("h4 .en").textContent.toLowerCase(), Number(part.querySelector(".count").textContent)]))""")
    wanted = {}
    for gap in listed:
        kind = gap["kind"].replace("_", " ")
        wanted[kind] = wanted.get(kind, 0) + 1
    check(counts == wanted, f"the page counts {counts}, gaps {wanted}")
    check(page.locator("#gaplist li.gap").count() <= len(listed) - 2 * page.locator("#gaplist li.group").count(), "alike gaps are not one entry")
    classes = page.locator("#gaplist h3 .en").all_inner_texts()
    check(classes == [c for c in ["Missing links", "Stalled cooperation", "Dependence"] if c in classes], f"classes are {classes}")
    check(page.evaluate("[...document.querySelectorAll('#gaplist .items')].every((list) => { const s = [...list.querySelectorAll('.severity')]"
                        ".map((e) => Number(e.textContent)); return s.every((x, i) => i === 0 || s[i - 1] >= x); })"), "not the worst first")
    said = lambda: page.inner_text("#gapcount")
    check(said() == "All are shown.", f"all are shown, and it says {said()}")
    at = "[...document.querySelectorAll('#gaplist li.gap')].filter((e) => e.offsetParent !== null)"
    order = page.evaluate("[...document.querySelectorAll('#gaplist .one')].map((e) => e.id)")
    # By keyboard alone: to the level, the first of the list, to the order, by chain.
    page.focus("#gaplevel")
    page.keyboard.press("ArrowDown")
    level = page.input_value("#gaplevel")
    high = sum(gap["level"] == level for gap in listed)
    check(level != "" and page.evaluate(f"{at}.every((e) => e.classList.contains('{level}'))"), "a level does not filter")
    check(said() == (f"{high} of {len(listed)} gaps" if high < len(listed) else "All are shown."), f"{high} are {level}, and it says {said()}")
    check(page.locator("#gapcount[aria-live]").count() == 1, "the count is not said")
    if page.locator("[data-by=chain]").is_visible():
        page.focus("[data-by=chain]")
        page.keyboard.press("Enter")
        check(page.get_attribute("[data-by=chain]", "aria-pressed") == "true", "no list by chain")
        check(page.evaluate(f"{at}.every((e) => e.classList.contains('{level}'))"), "the list by chain forgets the filter")
        page.focus("#gapreset")
        page.keyboard.press("Space")
        names = page.evaluate("JSON.parse(document.getElementById('data').textContent).chains.map((c) => c.n[0])")
        heads = page.evaluate("[...document.querySelectorAll('#gaplist h3')].map((e) => e.firstChild.textContent.trim())")
        check(set(heads) <= set(names) | {"The network as a whole"} and len(heads) > 1, f"by chain: {heads}")
        check(sorted(page.evaluate("[...document.querySelectorAll('#gaplist .one')].map((e) => e.id)")) == sorted(order), "gaps are lost by chain")
        check(not serious(page), f"the list by chain is not accessible: {serious(page)}")
        page.focus("[data-by=class]")
        page.keyboard.press("Enter")
    else:
        page.click("#gapreset")
    check(page.evaluate("[...document.querySelectorAll('#gaplist .one')].map((e) => e.id)") == order, "the list by class is not what it was")
    name = listed[0]["explanation"].split()[0]
    page.fill("#gaptext", name)
    shown = page.evaluate("[...document.querySelectorAll('#gaplist .one')].filter((e) => !e.hidden).map((e) => e.id)")
    check(0 < len(shown) <= len(order), "words do not filter")
    page.fill("#gaptext", "no such words")
    check(said() == "No gap matches." and page.locator("#gaplist h3:visible").count() == 0, "what matches nothing shows something")
    page.fill("#gaptext", "")
    groups = page.locator("#gaplist li.group > details > summary")
    if groups.count():
        groups.first.focus()
        page.keyboard.press("Enter")
        check(page.locator("#gaplist li.group .one:visible").count() >= 3, "alike gaps are not listed")
    for detail in page.locator("#gaplist details").all():
        detail.evaluate("(d) => { d.open = true; }")
    check(not serious(page), f"the open list is not accessible: {serious(page)}")
    check("kesi " not in page.inner_text("main").replace("Kesi ", ""), "the page speaks of commands")
    page.click("[data-set-lang=zh]")


def serious(page):
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]


def paper(browser, path):
    """The report as a PDF of A4: every gap is there, the heads of the table of measures stand on each of its pages."""
    for language, start, end in [("en", "Measures of actors", "Who works with whom"), ("zh", "各单位指标", "谁与谁合作")]:
        reader = Reader(browser, path)
        reader.page.click(f"[data-set-lang={language}]")
        file = OUT / f"{path.stem}-{language}.pdf"
        reader.page.pdf(path=str(file), prefer_css_page_size=True)
        heads = reader.page.locator("#measuretable thead th button").all_inner_texts()
        number = 1 if language == "zh" else 0
        gaps = reader.page.evaluate(f"JSON.parse(document.getElementById('data').textContent).gaps.map((g) => g.t[{number}])")
        reader.close()
        info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        check("A4" in info, f"{file.name} is not A4")
        squeezed = lambda text: "".join(text.split())
        pages = [squeezed(text) for text in subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout.split("\f")]
        whole = "".join(pages)
        lost = [gap for gap in gaps if squeezed(gap) not in whole]
        check(not lost, f"{file.name} lacks {len(lost)} of {len(gaps)} gaps: {lost[:2]}")
        # The contents are not printed, so that a heading stands once.
        first, last = [next(i for i, text in enumerate(pages) if squeezed(head) in text) for head in (start, end)]
        for number in range(first, last + (0 if pages[last].startswith(squeezed(end)) else 1)):
            # A head may be broken over lines, with others between in the text of the page.
            missing = [head for head in heads if any(word not in pages[number] for word in (head.split() if language == "en" else [head[:2]]))]
            check(not missing, f"page {number + 1} of {file.name} lacks the heads {missing}")


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

    def still():
        check(page.evaluate("window.hacked") is None, "a name ran as a script")
        check(page.locator("img, iframe, object, embed, b:has-text('bold'), base, link").count() == 0, "a name became markup")
        check(page.locator("script").count() == 3 and page.locator("style").count() == 1, "a name became a script")
        check(page.evaluate("""[...document.querySelectorAll("*")].every((e) => [...e.attributes].every((a) =>
            !a.name.startsWith("on") && a.name !== "style" || e.closest("svg, canvas, .zoom") !== null && a.name === "style")
            && (!e.hasAttribute("href") || /^(#|https?:)/.test(e.getAttribute("href"))))"""), "an attribute that a name made")

    still()
    shown = page.evaluate("JSON.parse(document.getElementById('data').textContent).actors.map((a) => a.n[0])")
    seen = {0x202E: "\ufffd", 0x2028: " ", 0x2029: " "}
    # The page has actors in the order of their ids.
    check(sorted(shown) == sorted(text.translate(seen) for text in HOSTILE), "names are not what can be seen of them")
    for language in ["en", "zh"]:
        page.click(f"[data-set-lang={language}]")
        check("<" in page.inner_text("h1"), "the title is not shown as text")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        while page.locator("#more").is_visible():
            page.click("#more")
        body = page.evaluate("document.getElementById('measuretable').textContent")
        check(HOSTILE[1] in body and HOSTILE[21] in body, "names are not shown as text")
        page.click("[data-by=chain]")
        for text in ["<img", "script"]:
            page.fill("#search", text)
            page.press("#search", "Enter")
            check(page.locator("#card h3").inner_text() != "", "a hostile name has no card")
        page.click("[data-by=class]")
        still()
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.click("#csv")
    text = pathlib.Path(download.value.path()).read_text(encoding="utf-8-sig")
    for formula in ["=HYPERLINK(1)", "\u0600=HYPERLINK(2)", "＝HYPERLINK(3)", "@SUM(1)"]:
        check("'" + formula in text and "," + formula not in text, f"the formula {formula!r} is not guarded")
    check(len(list(csv.reader(io.StringIO(text)))) == len(HOSTILE) + 1, "the CSV has other rows")
    still()
    reader.close()

    # What gets past the escaping does not run either.
    missed = OUT / "missed.html"
    page_text = path.read_text(encoding="utf-8")
    missed.write_text(page_text.replace("<main", "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
        "<svg onload=window.hacked=1></svg><a id=bad href='javascript:window.hacked=1'>x</a><main", 1), encoding="utf-8")
    reader = Reader(browser, missed)
    reader.page.click("#bad")
    reader.page.wait_for_timeout(200)
    check(reader.page.evaluate("window.hacked") is None, "the content policy lets a script run")
    check(reader.page.locator("#measuretable tbody tr").count() > 10, "the content policy stops the page's own script")
    reader.trouble.clear()
    reader.requests.clear()
    reader.close()


SOURCE = {}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for network, options, words in [
            (NETWORKS / "cluster", [], ("企业癸", "企业癸", "企业癸", "生物医药")),
            (NETWORKS / "colleges", ["--lang", "zh"], ("College 1", "高职院校甲", "高职院校甲", "电气")),
            ("graphs/consortium", [], ("机器人甲", "机器人甲", "机器人企业甲", "机器人")),
            ("graphs/majors", [], ("mechatronics", "机电专业群甲", "机电一体化专业群", "高端装备")),
            ("graphs/park", [], ("industrial", "现代产业学院", "现代产业学院", "煤炭")),
        ]:
            name = pathlib.Path(network).name
            SOURCE[name] = network
            path = report(network, name, *options)
            check(path.read_bytes() == report(network, name + "-again", *options).read_bytes(), f"{name}: two reports differ")
            reading(browser, path, *words)
            paper(browser, path)
        for network in ["suzhou", "wenzhou", "consortium", "majors", "park", "classics/karate"]:
            for language in ["en", "zh"]:
                picture(browser, f"graphs/{network}", language)
        hostile(browser, report(hostile_network(), "hostile"))
        browser.close()
    print(f"{checks} checks in Chromium passed.")


main()
