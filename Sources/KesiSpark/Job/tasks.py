"""The four questions."""

import measures


TASKS = {"metrics": measures.metrics}
