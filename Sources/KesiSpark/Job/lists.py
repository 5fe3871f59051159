"""What is refused in a list of ties that stands alone, whose actors are made of the names in it."""

from pyspark.sql import functions as F

from failure import Refusal

# Names that are the same however they are seen: of ASCII and common Chinese characters, single blanks between ASCII ones.
_PLAIN = "^[\\x21-\\x7e\\u4e00-\\u9fff]+( (?<=[\\x21-\\x7e] )[\\x21-\\x7e][\\x21-\\x7e\\u4e00-\\u9fff]*)*$"
# Letters that are made of two: another way of writing them is the same name.
_COMBINING = "[\\u0300-\\u036f\\u1100-\\u11ff\\u3099\\u309a]"
_INVISIBLE = "[\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff]"
_CHINESE = "\\u2e80-\\u303f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\x{20000}-\\x{3ffff}"
_BLANK = "[\\s\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+"
_WIDE = "".join(map(chr, range(0xFF01, 0xFF5F))) + "〔【〕】\u2022\u30fb\uff65\u2018\u2019\u201c\u201d" + "".join(
    map(chr, [*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63]))
_NARROW = "".join(chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)) + "[[]]···''\"\"" + "-" * 9


def tells_rows_apart(table):
    """Whether a row states more than its ends: another weight than 1, or what ties are."""
    says = F.coalesce(table.number("weight") != 1, F.lit(False))
    for column in set(table.layout.places) - {"source", "target", "weight"}:
        says = says | table.states(column)
    return says


def check(table):
    table.notes["odd"] = ~F.col("source").rlike(_PLAIN) | ~F.col("target").rlike(_PLAIN)
    for column in ("source", "target"):
        cell = F.col(column)
        table.check("says_nothing", cell.isNotNull() & ~table.states(column), column)
        table.check("several_names", cell.rlike("[、；]"), column)
        table.check("composed", cell.rlike(_COMBINING), column)


def refuse_alike(table):
    """Names that differ in width, blanks or what is not seen are one to Kesi; which of them it is to be is not guessed."""
    if not table.isTrue["odd"]:
        return
    names = table.frame.select(F.explode(F.array("source", "target")).alias("name")).distinct()
    alike = names.groupBy(folded(F.col("name")).alias("look")).agg(F.min("name").alias("one"), F.max("name").alias("other"), F.count("*").alias("n"))
    found = alike.where("n > 1").agg(F.count("*").alias("count"), F.min(F.struct("one", "other")).alias("first")).first()
    if found["count"]:
        raise Refusal("alike", table="ties", found=[found["first"]["one"], found["first"]["other"]], count=found["count"])


def folded(name):
    """Kesi's String.folded."""
    plain = F.regexp_replace(F.translate(F.regexp_replace(name, _INVISIBLE, ""), _WIDE, _NARROW), _BLANK, " ")
    return F.trim(F.regexp_replace(plain, f"(?<=[{_CHINESE}]) | (?=[{_CHINESE}])", ""))
