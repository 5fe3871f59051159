"""Tells Kesi on standard output, a line of JSON about once a second, how far the job is."""

import json
import sys
import threading

PATIENCE = 20  # seconds, in which a cluster that is not full has given workers


class Progress:
    def __init__(self, spark):
        self.context = spark.sparkContext
        self.step, self.round, self.last = "start", None, None
        self.waited = 0
        self.ended = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def at(self, step, round=None):
        """What is computed from now on, and which round of it."""
        self.step, self.round = step, round

    def end(self):
        self.ended.set()

    def _watch(self):
        while not self.ended.wait(1):
            try:
                line = self._line()
            except Exception:  # the context may be about to stop: there is nothing more to tell
                return
            if line != self.last:
                self._say(line)
                self.last = line

    def _line(self):
        """The tasks of all stages under way, by the status API."""
        tracker = self.context.statusTracker()
        done, of = 0, 0
        for stage in map(tracker.getStageInfo, tracker.getActiveStageIds()):
            if stage is not None:
                done, of = done + stage.numCompletedTasks, of + stage.numTasks
        self.waited = self.waited + 1 if of and not done and self._has_no_worker() else 0
        step = "worker" if self.waited > PATIENCE else self.step
        line = {"step": step, "done": done, "of": of}
        return line if self.round is None else {**line, "round": self.round}

    def _has_no_worker(self):
        """Whether the cluster has given nobody to work yet: it may be full, or no worker may be as large as asked for."""
        return not self.context.master.startswith("local") and self.context._jsc.sc().getExecutorMemoryStatus().size() < 2

    def _say(self, line):
        try:
            print(json.dumps(line, ensure_ascii=False), flush=True)
        except (BrokenPipeError, ValueError):
            self.ended.set()
