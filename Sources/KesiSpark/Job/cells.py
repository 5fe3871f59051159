"""What cells say, as expressions of Spark: numbers and dates as programs write them. What people may write besides is for
the local engine to read; here it is refused.
"""

from pyspark.sql import functions as F

# The blanks that Kesi takes off both ends of a cell.
_BLANKS = "\t\n\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
_NUMBER = r"^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$"
# A point that may part thousands as well.
_DOUBTFUL = r"^[1-9][0-9]{0,2}[.][0-9]{3}$"
_DATE = r"^([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?$"
_CHINESE_DATE = r"^([0-9]{4})年(?:([0-9]{1,2})月?(?:([0-9]{1,2})[日号]?)?)?$"
# A time of day behind a date, as programs write it.
_TIME = r"[ T][0-9:.Z+]+$"


def text(cell):
    """A cell without blanks around it; null where that leaves nothing. Quotes of its own keep blanks."""
    plain = F.trim(cell, F.lit(_BLANKS))
    kept = F.regexp_extract(plain, '^"((?:[\\s\\u00a0\\u3000].*|.*[\\s\\u00a0\\u3000]))"$', 1)
    plain = F.when(plain.startswith('"') & (kept != ""), kept).otherwise(plain)
    return F.nullif(plain, F.lit(""))


def is_number(cell):
    return cell.rlike(_NUMBER)


def is_doubtful(cell):
    return cell.rlike(_DOUBTFUL)


def surely_has_point(cell):
    """Whether a point in it can part nothing but decimals."""
    return cell.contains(".") & ~is_doubtful(cell) & is_number(cell)


def number(cell):
    return F.when(is_number(cell), cell.cast("double"))


def is_workable(value):
    """0, or of a size with which sums and quotients are numbers still."""
    size = F.abs(value)
    return (size == 0) | ((size >= 1e-100) & (size <= 1e100))


def date(cell):
    """Year · 10,000 + month · 100 + day, with 0 for what is not said; null for what is no date."""
    plain = F.regexp_replace(cell, _TIME, "")
    isPlain = plain.rlike(_DATE)

    def part(plainGroup, chineseGroup):
        found = F.when(isPlain, F.regexp_extract(plain, _DATE, plainGroup))
        return F.coalesce(found.otherwise(F.regexp_extract(plain, _CHINESE_DATE, chineseGroup)).cast("int"), F.lit(0))

    year, month, day = part(1, 1), part(3, 2), part(4, 3)
    length = (
        F.when(month == 2, F.when((year % 4 == 0) & (year % 100 != 0) | (year % 400 == 0), 29).otherwise(28))
        .when(month.isin(4, 6, 9, 11), 30).otherwise(31))
    isDate = (isPlain | plain.rlike(_CHINESE_DATE)) & year.between(1000, 9999) & (month <= 12) & (day <= length)
    hasNoZero = ~plain.rlike(r"^[0-9]{4}[-/.年]0{1,2}([-/.月]|$)|[-/.月]0{1,2}日?$")
    return F.when(isDate & hasNoZero, year * 10000 + month * 100 + day)


def earliest(date):
    return date + F.when(date % 10000 == 0, 101).when(date % 100 == 0, 1).otherwise(0)


def latest(date):
    return date + F.when(date % 10000 == 0, 1231).when(date % 100 == 0, 31).otherwise(0)
