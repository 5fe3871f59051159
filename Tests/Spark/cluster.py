"""A standalone cluster of Spark on this machine: one master and its workers as processes on 127.0.0.1, with bounded memory and
cores, on ports that are free, surely stopped at the end.
"""

import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyspark

HOME = Path(pyspark.__file__).parent
STARTED = re.compile(r"(spark://127\.0\.0\.1:\d+)")


class Cluster:
    """with Cluster(workers=2) as cluster: cluster.master …"""

    def __init__(self, workers=2, cores=1, memory="1g"):
        self.count, self.cores, self.memory = workers, cores, memory
        self.folder = Path(tempfile.mkdtemp(prefix="kesi-spark-"))
        self.environment = {
            **os.environ, "SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_DAEMON_MEMORY": "256m",
            # What the Java machine has to say by itself, such as that memory is short, is none of the lines of the job.
            "SPARK_SUBMIT_OPTS": "-XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=warning:stderr",
            "PYSPARK_PYTHON": sys.executable, "SPARK_WORKER_DIR": str(self.folder / "work"),
            "SPARK_LOCAL_DIRS": str(self.folder / "local"), "SPARK_LOG_DIR": str(self.folder / "log")}
        self.processes = []

    def __enter__(self):
        try:
            log = self._start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0")
            self.master = self._awaited(log, STARTED)
            self.workers = []
            for number in range(self.count):
                log = self._start(
                    f"worker{number}", "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0",
                    "--cores", str(self.cores), "--memory", self.memory, self.master)
                self._awaited(log, re.compile("Successfully registered with master"))
                self.workers.append(self.processes[-1])
            return self
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        for process in reversed(self.processes):
            self.kill(process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def kill(self, process):
        """A process with all that it has started: the executors of a worker."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()

    def _start(self, name, *arguments):
        log = self.folder / f"{name}.log"
        command = [str(HOME / "bin/spark-class"), *arguments]
        with open(log, "wb") as out:
            self.processes.append(subprocess.Popen(
                command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, env=self.environment, start_new_session=True,
                preexec_fn=_die_with_parent))
        return log

    def _awaited(self, log, pattern, seconds=90):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = pattern.search(log.read_text("utf-8", errors="replace"))
            if found:
                return found[0]
            if self.processes[-1].poll() is not None:
                break
            time.sleep(0.2)
        raise RuntimeError(f"{log.name} does not say {pattern.pattern}:\n" + log.read_text("utf-8", errors="replace")[-2000:])


def _die_with_parent():
    """Asks Linux to end a process with the tests, however these end. What is no Linux does without."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
