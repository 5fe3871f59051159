"""What the data or the request has wrong: told to Kesi, which makes a sentence of it."""


class Refusal(Exception):
    """Ends the job with status 65. Nothing that is not understood is passed over.

    code says what is wrong; details say where, what was found, what was expected, and how often.
    """

    def __init__(self, code, **details):
        super().__init__(code)
        self.details = {"code": code, **{name: value for name, value in details.items() if value is not None}}
