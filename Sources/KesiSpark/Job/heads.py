"""What the heads of a table mean: the rules of Kesi's HeadMeaning, by the words that Kesi hands over."""

import unicodedata

_OPEN, _CLOSE = "【〔[", "】〕]"


class Heads:
    """The columns of one table, as spec.json has them."""

    def __init__(self, columns, simplified):
        """simplified: traditional characters of heads and the simplified one of each."""
        self.columns, self.simplified = columns, simplified
        self.ids = [column["id"] for column in columns]
        self.required = [column.get("need", "optional") != "optional" or bool(column.get("required")) for column in columns]
        self.names = {}
        for place, column in enumerate(columns):
            for name in [column["id"], *column.get("names", [])]:
                self.names[self.plain(name)] = place

    def plain(self, text):
        """A head as heads are compared: without case, width, blanks, underscores, hyphens."""
        plain = []
        for scalar in text:
            code = ord(scalar)
            if 0xFF01 <= code <= 0xFF5E:
                scalar, code = chr(code - 0xFEE0), code - 0xFEE0
            if scalar in _OPEN:
                scalar = "("
            elif scalar in _CLOSE:
                scalar = ")"
            if scalar in "_-*\u2212" or 0x2010 <= code <= 0x2015 or scalar.isspace():
                continue
            if unicodedata.category(scalar) == "Cf" or 0xFE00 <= code <= 0xFE0F or code == 0x034F:
                continue
            plain.append(self.simplified.get(scalar, scalar).lower())
        return unicodedata.normalize("NFC", "".join(plain).rstrip(":"))

    def forms(self, head):
        """A head whole, and without what stands in brackets at its end, mostly a unit."""
        whole = self.plain(head)
        cut = whole.find("(")
        forms = [whole] if whole else []
        return [*forms, whole[:cut]] if whole.endswith(")") and cut > 0 else forms

    def meanings(self, titles):
        """The place of the column that each title means; None where it means none."""
        words = [self.forms(title) for title in titles]
        meanings = [next((self.names[form] for form in forms if form in self.names), None) for forms in words]
        for place in range(len(self.columns)):
            named = [i for i, forms in enumerate(words) if meanings[i] == place]
            whole = [i for i in named if self.names.get(words[i][0]) == place]
            if whole:
                for i in named:
                    if i not in whole:
                        meanings[i] = None
        order = sorted(range(len(self.columns)), key=lambda place: not self.required[place])
        for place in order:
            if place in meanings:
                continue
            free = [
                i for i, meaning in enumerate(meanings)
                if meaning is None or self.required[place] and not self.required[meaning]
            ]
            for name in map(self.plain, self.columns[place].get("spares", [])):
                found = next((i for i in free if name in words[i]), None)
                if found is not None:
                    meanings[found] = place
                    break
        return meanings

    def missing(self, titles):
        """The columns that a table must have and this one has not."""
        found = set(self.meanings(titles))
        return [self.ids[place] for place in range(len(self.ids)) if self.required[place] and place not in found]

    def are_known(self, title):
        return any(form in self.names for form in self.forms(title))

    def is_called(self, title, column):
        """Whether a title is one of the names of a column, not one that it may have where nothing else means it."""
        place = self.names.get(self.plain(title))
        return place is not None and self.ids[place] == column
