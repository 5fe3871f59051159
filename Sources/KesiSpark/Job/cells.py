"""What cells say, as expressions of Spark: numbers and dates as programs write them. What people may write besides is for
the local engine to read; here it is refused.
"""

from pyspark.sql import functions as F

# The blanks that Kesi takes off both ends of a cell.
_BLANKS = "\t\n\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"
_NUMBER = r"^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$"
# A point that may part thousands as well.
_DOUBTFUL = r"^[1-9][0-9]{0,2}[.][0-9]{3}$"
_MONTH, _DAY = "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
# A time of day behind a date, as programs write it.
_TIME = "[ T][0-9:.Z+]+$"
_DATE = f"^[1-9][0-9]{{3}}((-{_MONTH}(-{_DAY})?|/{_MONTH}(/{_DAY})?|[.]{_MONTH}([.]{_DAY})?)?({_TIME})?|年({_MONTH}月({_DAY}[日号])?)?)$"
_BETWEEN = "[-/.年月日号]"
_WRAPPED = '^"([\\s\\u00a0\\u3000\\ufeff].*|.*[\\s\\u00a0\\u3000\\ufeff])"$'


def trimmed(cell):
    return F.trim(cell, F.lit(_BLANKS))


def text(cell):
    """What a trimmed cell says; null where it says nothing. Quotes of its own keep blanks."""
    unwrapped = F.regexp_replace(cell, _WRAPPED, "$1")
    return F.when(cell.startswith('"'), unwrapped).when(cell != "", cell)


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
    pieces = F.split(F.regexp_replace(cell, _TIME, ""), _BETWEEN)
    whole = F.aggregate(pieces, F.lit(0), lambda sum, piece: F.when(piece == "", sum).otherwise(sum * 100 + piece.cast("int")))
    return F.when(cell.rlike(_DATE), _calendar(whole))


def _calendar(whole):
    """Of the digits of a date the packed form; null for days that no calendar has."""
    def checked(packed):
        year, month, day = F.floor(packed / 10000), F.floor(packed / 100) % 100, packed % 100
        length = (
            F.when(month == 2, F.when((year % 4 == 0) & (year % 100 != 0) | (year % 400 == 0), 29).otherwise(28))
            .when(month.isin(4, 6, 9, 11), 30).otherwise(31))
        return F.when((year >= 1000) & (day <= length), packed)

    padded = F.transform(F.array(whole), lambda digits: F.when(digits < 10000, digits * 10000).when(
        digits < 1000000, digits * 100).otherwise(digits))
    return F.transform(padded, checked)[0]


def earliest(date):
    return date + F.when(date % 10000 == 0, 101).when(date % 100 == 0, 1).otherwise(0)


def latest(date):
    return date + F.when(date % 10000 == 0, 1231).when(date % 100 == 0, 31).otherwise(0)
