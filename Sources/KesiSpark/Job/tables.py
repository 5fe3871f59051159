"""The tables of a network, from CSV or Parquet on any file system: raw cells under the ids of their columns, each row with
its place, and all that is wrong in them found in one pass.
"""

from pyspark.sql import functions as F

import cells
from failure import Refusal
from files import SNIFFED, shown, uri
from heads import Heads
import layout as layouts

TABLES = ["actors", "ties", "chains", "positions", "consortia", "members"]
# Where a row stands: its file, the part of the file that one task reads, and its place there.
PLACE = ["_file", "_start", "_place"]
_SPARE = 20  # cells beyond the head that are looked at


class Table:
    """frame: the known columns as text, null where empty, and the place of each row."""

    def __init__(self, name, columns, layout, files, rows, lines=None):
        """rows: makes the rows, heads and empty ones among them, from lines or from what quotes hold together."""
        self.name, self.columns, self.layout, self.files = name, columns, layout, files
        self.lines, self._rows = lines, rows
        self.checks = []
        self._take(isByLine=True)

    def _take(self, isByLine):
        self.isByLine, self._raw = isByLine, self._rows(isByLine)
        self._isData = ~F.col("_isHead") & F.col("_any").isNotNull()
        self.frame = self._raw.where(self._isData)

    @property
    def unused(self):
        """Titles of columns that nobody reads."""
        return self.layout.unused

    def has(self, column):
        return column in self.columns

    def cell(self, column):
        """A column; null in all rows where the table has none of the name."""
        return F.col(column) if self.has(column) else F.lit(None).cast("string")

    def check(self, code, condition, column=None, expected=None):
        """Rows of which a condition holds are refused."""
        self.checks.append((code, condition, column, expected))

    def check_required(self, *columns):
        for column in columns:
            self.check("empty", F.col(column).isNull(), column)

    def check_number(self, column, isNegativeRefused=True):
        if not self.has(column):
            return
        cell, value = F.col(column), cells.number(F.col(column))
        self.check("bad_value", ~cells.is_number(cell), column, "number")
        if isNegativeRefused:
            self.check("bad_value", value < 0, column, "number of 0 or more")
        self.check("unworkable", ~cells.is_workable(value), column, "1e-100 to 1e100")

    def check_dates(self, start, end):
        for column in (start, end):
            if self.has(column):
                self.check("bad_value", F.col(column).isNotNull() & cells.date(F.col(column)).isNull(), column, "date")
        if self.has(start) and self.has(end):
            first, last = cells.date(F.col(start)), cells.date(F.col(end))
            self.check("reversed", cells.earliest(first) > cells.latest(last), end)

    def run_checks(self):
        """All of them in one pass over the rows."""
        counts = [
            F.count(F.when(self._isData, 1)).alias("rows"), F.count(F.when(F.col("_isHead"), 1)).alias("heads"),
            F.max(F.col("_quotes") % 2 == 1).alias("isBroken"),
        ]
        place = [F.col(name) for name in PLACE]
        for number, (_, condition, column, _) in enumerate(self.checks):
            found = F.substring(self.cell(column) if column else F.lit(""), 1, 200)
            bad = F.when(self._isData & F.coalesce(condition, F.lit(False)), F.struct(*place, found.alias("found")))
            counts += [F.count(bad).alias(f"count{number}"), F.min(bad).alias(f"first{number}")]
        for column in self._doubtful_columns():
            doubt = F.when(self._isData & cells.is_doubtful(F.col(column)), F.struct(*place, F.col(column).alias("found")))
            sure = self._isData & cells.surely_has_point(F.col(column))
            counts += [F.min(doubt).alias(f"doubt_{column}"), F.max(sure).alias(f"sure_{column}")]
        row = self._raw.agg(*counts).first()
        if row["isBroken"] and self.isByLine:
            # A cell holds a line break, or a quote stands alone: what quotes hold together is a row, read by one task a file.
            self._take(isByLine=False)
            return self.run_checks()
        if self.layout.head is not None and row["heads"] != len(self.files):
            raise Refusal(
                "bad_head", table=self.name, file=shown(self.files[0]), found=self.layout.titles[:12],
                expected="the same head once in each file", count=row["heads"])
        for number, (code, _, column, expected) in enumerate(self.checks):
            if row[f"count{number}"]:
                self.refuse(code, row[f"first{number}"], row[f"count{number}"], column, expected)
        for column in self._doubtful_columns():
            if row[f"doubt_{column}"] is not None and not row[f"sure_{column}"]:
                self.refuse("doubtful_point", row[f"doubt_{column}"], None, column, "number")
        self.rows = row["rows"]

    def _doubtful_columns(self):
        if self.layout.separator is None:
            return []  # numbers of Parquet are no texts
        return [column for code, _, column, expected in self.checks if code == "bad_value" and expected == "number"]

    def refuse(self, code, place, count, column=None, expected=None):
        raise Refusal(
            code, table=self.name, file=self.file_of(place), row=self.row_of(place), column=column,
            found=place["found"] or None, expected=expected, count=count)

    def file_of(self, place):
        return next((shown(status) for status in self.files if uri(status) == place["_file"]), place["_file"])

    def row_of(self, place):
        """The number of the line that a row is; known only where a line is a row."""
        return None if self.lines is None or not self.isByLine else self.lines.where(
            (F.col("_file") == place["_file"])
            & (F.struct("_start", "_place") <= F.struct(F.lit(place["_start"]), F.lit(place["_place"])))).count()


class Reader:
    def __init__(self, spark, files, spec):
        self.spark, self.files = spark, files
        self.schema, self.simplified = spec["schema"], spec.get("simplified", {})

    def heads(self, name):
        return Heads(self.schema[name], self.simplified)

    def find(self, folder, name):
        """The files of a table in a folder; empty where it has none."""
        found = []
        for ending in (".csv", ".csv.gz", ".parquet", ""):
            status = self.files.status(self.files.path(folder, name + ending))
            if status is not None and (ending or status.isDirectory()):
                found.append(status)
        if len(found) > 1:
            raise Refusal("table_twice", table=name, file=shown(found[0]), found=shown(found[1]))
        if not found:
            return []
        parts = [status for status in self.files.parts(found[0]) if status.getLen() > 0]
        if not parts:
            raise Refusal("empty_table", table=name, file=shown(found[0]))
        return parts

    def table(self, name, parts, isList=False):
        endings = {_ending(shown(status)) for status in parts}
        if endings == {"parquet"}:
            return self._parquet(name, parts)
        if not isList and not endings <= {"csv"} or "parquet" in endings:
            raise Refusal("bad_format", table=name, file=shown(parts[0]), found=sorted(endings), expected="csv or parquet")
        return self._text(name, parts, isList)

    # Parquet: columns have types, so that only their names are to be understood.

    def _parquet(self, name, parts):
        heads = self.heads(name)
        frame = self.spark.read.parquet(*map(uri, parts))
        titles = frame.columns
        layout = layouts.named(None, None, titles, heads, name, shown(parts[0]))
        columns = {}
        for column, place in layout.places.items():
            kind, cell = frame.schema.fields[place].dataType.simpleString(), frame[f"`{titles[place]}`"]
            isId = column in ("id", "source", "target", "actor", "chain", "consortium")
            isPlain = kind in ("string", "boolean", "date", "timestamp", "timestamp_ntz", "float", "double") or kind.startswith(
                ("int", "bigint", "smallint", "tinyint", "decimal", "char", "varchar"))
            if not isPlain or isId and kind in ("float", "double", "boolean", "date", "timestamp", "timestamp_ntz"):
                raise Refusal("bad_type", table=name, file=shown(parts[0]), column=column, found=kind)
            columns[column] = cells.text(cell.cast("string"))
        frame = frame.select(
            *[cell.alias(column) for column, cell in columns.items()], *_places(), F.lit(False).alias("_isHead"),
            F.lit(0).alias("_quotes"), F.coalesce(*columns.values()).alias("_any"))
        return Table(name, set(columns), layout, parts, lambda isByLine: frame)

    # Text: each line is a row, unless quotes say otherwise.

    def _text(self, name, parts, isList):
        heads, file = self.heads(name), shown(parts[0])
        start = self.files.start(parts[0])
        lines, comments = layouts.lines_of(start, file, len(start) < SNIFFED)
        layout = layouts.of_list(lines, comments, heads, file) if isList else layouts.of_table(lines, heads, name, file)
        paths, width = list(map(uri, parts)), layout.width + _SPARE
        lines = self.spark.read.text(paths).select(
            F.regexp_replace("value", "^\ufeff", "").alias("line"), *_places())

        def rows(isByLine):
            frame, record = self._by_line(lines, layout, width) if isByLine else self._by_quotes(paths, layout, width)
            values = [cells.text(record[place]).alias(column) for column, place in layout.places.items()]
            return frame.select(
                *values, *PLACE, "_isHead", "_quotes", "_isBroken",
                F.coalesce(*[cells.text(cell) for cell in record[layout.width:]]).alias("_spare"),
                F.coalesce(*[cells.text(cell) for cell in record]).alias("_any"))

        table = Table(name, {*layout.places, "_spare"}, layout, parts, rows, lines)
        table.check("too_many_cells", F.col("_spare").isNotNull(), "_spare")
        table.check("bad_encoding", F.col("_isBroken"), None, "UTF-8")
        for column in ("id", "source", "target", "actor", "name"):
            if table.has(column):
                # A quote that does not close, or that stands before other text.
                table.check("open_quote", F.col(column).rlike('^"[^"]*$'), column)
        return table

    def _by_line(self, lines, layout, width):
        frame = lines.where(~F.col("line").rlike(r"^[#%]|^\s*$")).select(
            "*", (F.col("line") == layout.head if layout.head is not None else F.lit(False)).alias("_isHead"),
            F.col("line").contains("\ufffd").alias("_isBroken"),
            F.length(F.regexp_replace("line", '[^"]', "")).alias("_quotes"))
        if layout.separator == layouts.BLANKS:
            pieces = F.split(F.trim(F.col("line"), F.lit(" \t")), "[ \t]+")
            frame = frame.withColumn("pieces", pieces).withColumn("_quotes", F.lit(0))
            return frame, [F.get("pieces", F.lit(place)) for place in range(width)]
        schema = ", ".join(f"c{place} string" for place in range(width))
        frame = frame.withColumn("record", F.from_csv("line", F.lit(schema), _options(layout)))
        return frame, [F.col(f"record.c{place}") for place in range(width)]

    def _by_quotes(self, paths, layout, width):
        schema = ", ".join(f"c{place} string" for place in range(width))
        frame = self.spark.read.options(**_options(layout), multiLine="true", comment="#").schema(schema).csv(paths)
        record = [F.regexp_replace("c0", "^\ufeff", "")] + [F.col(f"c{place}") for place in range(1, width)]
        texts = [F.coalesce(cells.text(cell), F.lit("")) for cell in record]
        isHead = F.lit(layout.head is not None)
        for cell, title in zip(texts, layout.titles):
            isHead = isHead & (cell == title)
        # Comments by a per cent sign are not told from cells in quotes that begin with one.
        isBroken = F.concat(*texts).contains("\ufffd") | texts[0].startswith("%")
        return frame.select("*", *_places(), isHead.alias("_isHead"), isBroken.alias("_isBroken"), F.lit(0).alias("_quotes")), record


def _places():
    return [
        F.col("_metadata.file_path").alias("_file"), F.col("_metadata.file_block_start").alias("_start"),
        F.monotonically_increasing_id().alias("_place")]


def _options(layout):
    return {
        "sep": layout.separator, "quote": '"', "escape": '"', "mode": "PERMISSIVE",
        "ignoreLeadingWhiteSpace": "true", "ignoreTrailingWhiteSpace": "true"}


def _ending(name):
    name = name.removesuffix(".gz").lower()
    for codec in (".snappy", ".zstd", ".lz4", ".bz2", ".deflate"):
        name = name.removesuffix(codec)
    return name.rsplit(".", 1)[-1] if "." in name else ""
