"""How a text is cut into rows and cells: decided once, from its first bytes, and held against every row later."""

import csv
import re

from failure import Refusal
from list_looks import refuse_unclear

BLANKS = " "  # stands for any number of spaces and tabs
SIGNS = ["\t", ";", ",", "|"]
SAMPLED = 300  # lines


class Layout:
    """Which separator, which line is the head, and in which cell each known column stands."""

    def __init__(self, separator, head, titles, places, width):
        self.separator, self.head, self.titles, self.width = separator, head, titles, width
        self.places = places  # of each column that is there, by its id

    @property
    def unused(self):
        """Titles of columns that nobody reads."""
        return [title for place, title in enumerate(self.titles) if title and place not in self.places.values()]


def lines_of(bytes, file, is_whole):
    """The lines that hold something and are no comments, and the comments."""
    if bytes.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refusal("bad_encoding", file=file, found="UTF-16", expected="UTF-8")
    if not is_whole:
        bytes = bytes[: max(bytes.rfind(b"\n"), 0) or len(bytes)]
    try:
        text = bytes.decode("utf-8")
    except UnicodeDecodeError as error:
        # A letter that was cut off at the end of what was read is none that is wrong.
        if is_whole or error.start < len(bytes) - 4:
            row = bytes[: error.start].count(b"\n") + 1
            raise Refusal("bad_encoding", file=file, row=row, expected="UTF-8") from None
        text = bytes[: error.start].decode("utf-8")
    if "\0" in text[:4096]:
        raise Refusal("bad_encoding", file=file, found="NUL", expected="UTF-8")
    lines = [line.removeprefix("\ufeff") for line in re.split(r"\r\n|\r|\n", text)]
    comments = [line.lstrip("#% \t") for line in lines if line.startswith(("#", "%"))]
    return [line for line in lines if line.strip() and not line.startswith(("#", "%"))][:SAMPLED], comments


def cut(line, separator):
    if separator == BLANKS:
        return line.split()
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])]


def of_table(lines, heads, table, file):
    """A table of a folder: its first line names the columns."""
    if not lines:
        raise Refusal("empty_table", table=table, file=file)
    best = max(SIGNS, key=lambda sign: (
        not heads.missing(cut(lines[0], sign)), sum(map(heads.are_known, cut(lines[0], sign))), sign == ","))
    titles = cut(lines[0], best)
    return named(best, lines[0], titles, heads, table, file)


def named(separator, head, titles, heads, table, file):
    meanings = heads.meanings(titles)
    for column in heads.missing(titles):
        raise Refusal("missing_column", table=table, file=file, column=column, found=titles[:12])
    places = {}
    for place, meaning in enumerate(meanings):
        if meaning is None:
            continue
        column = heads.ids[meaning]
        if column in places:
            raise Refusal("column_twice", table=table, file=file, column=column, found=titles[place])
        places[column] = place
    return Layout(separator, head, titles, places, len(titles))


def of_list(lines, comments, heads, file):
    """A list of ties that stands alone, with a head or without."""
    if not lines:
        raise Refusal("no_ties", table="ties", file=file)
    separator, width = _separator(lines, heads, file)
    rows = [cut(line, separator) for line in lines]
    if not heads.missing(rows[0]):
        layout = named(separator, lines[0], rows[0], heads, "ties", file)
        for column in ("source", "target"):
            title = rows[0][layout.places[column]]
            # As offices call them: Kesi may read such a sheet as more than a list.
            if not heads.is_called(title, column) and any(ord(letter) >= 0x4E00 for letter in title):
                raise Refusal("bad_head", table="ties", file=file, column=column, found=title, expected=column)
        for title in layout.unused:
            if "是否" in title:
                raise Refusal("bad_head", table="ties", file=file, found=title)
        return layout
    if comments:
        if comments[0].split(" ")[:1] == ["bip"]:
            raise Refusal("no_ties", table="ties", file=file, found=comments[0][:80])
        for mark in ["\t", ",", ";", "|", " "]:
            titles = [title.strip() for title in comments[-1].split(mark)]
            if len(titles) == width and not heads.missing(titles):
                return named(separator, None, titles, heads, "ties", file)
    refuse_unclear(rows, width, heads, file)
    columns = ["source", "target", "weight"][:width]
    return Layout(separator, None, [], {column: place for place, column in enumerate(columns)}, width)


def _separator(lines, heads, file):
    """That which cuts nearly all lines into as many cells; blanks only where no sign does."""

    def cuts(sign):
        rows = [cut(line, sign) for line in lines]
        widths = [len(row) for row in rows]
        width = max(set(widths), key=lambda each: (each > 1, widths.count(each), each == widths[0], each))
        agreeing = widths.count(width)
        return {
            "sign": sign, "width": width, "isLikely": width > 1 and agreeing * 2 >= len(rows),
            "known": sum(map(heads.are_known, rows[0])), "agreement": agreeing / len(rows),
        }

    likely = [each for each in map(cuts, SIGNS) if each["isLikely"]]
    best = max(likely, key=lambda each: (each["known"], each["agreement"], each["width"]), default=None)
    rivals = [each for each in likely if best and each is not best and each["known"] == best["known"]]
    if any(abs(each["agreement"] - best["agreement"]) <= 0.05 for each in rivals):
        raise Refusal("bad_separator", table="ties", file=file, found=lines[0][:80])
    best = best or cuts(BLANKS)
    if not best["isLikely"] and best["sign"] != BLANKS or best["width"] < 2:
        raise Refusal("bad_separator", table="ties", file=file, found=lines[0][:80])
    return best["sign"], best["width"]
