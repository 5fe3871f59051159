"""Attacks the whole program with damaged files of the formats that libraries in C read for it.

    python3 Tests/Fuzz/mutate.py .build/release/kesi [--seconds N] [--seed N] [FORMAT …]

Each format has files that are sound, of which bytes, words and lengths are changed: in workbooks also inside of their parts,
so that the archive stays sound and the XML does not. `kesi check` reads each. A finding is whatever is neither read nor refused:
a trap, an unknown status, a run of more than ten seconds or of more than a gigabyte. Its file is kept in out/fuzz, and the
status is 1. Run with the same seed, the same files are made.
"""

import argparse
import gzip
import io
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "Tests/Fuzz/Seeds"
OUT = ROOT / "out/fuzz"
# Read; wrong usage; bad data; no input; cannot write.
STATUSES = {0, 64, 65, 66, 73}
MOST_SECONDS, MOST_BYTES = 10, 1 << 30
# What stands in many formats, and what lengths and numbers break on.
WORDS = [
    b"", b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"-1", b"0", b"1e999", b"99999999999999999999", b"NaN",
    b"<", b"&#0;", b"&amp;", b'"', b"\n", b"\xe7\x94\xb2", b"A1", b"XFD1048576", b"../", b"]]>", b"%n",
]


def damaged(content, draw):
    """Bytes of which some are changed, removed, repeated, moved or cut off."""
    content = bytearray(content)
    for _ in range(draw.choice([1, 1, 2, 4, 16])):
        place = draw.randrange(len(content) + 1)
        length = min(draw.choice([1, 2, 4, 8, 64, 512]), len(content) - place)
        match draw.randrange(7):
            case 0 if length:
                content[place] ^= 1 << draw.randrange(8)
            case 1:
                content[place:place] = draw.choice(WORDS)
            case 2:
                content[place : place + length] = draw.choice(WORDS)
            case 3:
                del content[place : place + length]
            case 4:
                content[place:place] = content[place : place + length] * draw.choice([1, 2, 100])
            case 5:
                other = draw.randrange(len(content) + 1)
                content[place:place] = content[other : other + length]
            case 6 if draw.randrange(4) == 0:
                del content[place:]
    return bytes(content)


def damaged_archive(content, draw):
    """A sound archive of which a part is damaged, or a damaged one."""
    if draw.randrange(4) == 0:
        return damaged(content, draw)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as other:
        names = archive.namelist()
        chosen = set(draw.sample(names, min(len(names), draw.choice([1, 1, 2]))))
        for name in names:
            part = archive.read(name)
            other.writestr(name, damaged(part, draw) if name in chosen else part)
    return made.getvalue()


def damaged_gzip(content, draw):
    """Damaged data, packed; or damaged after they were."""
    packed = gzip.compress(damaged(content, draw) if draw.randrange(2) else content, mtime=0)
    return damaged(packed, draw) if draw.randrange(2) else packed


def files(*patterns):
    found = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    assert found, f"there are no files {patterns}"
    return [path.read_bytes() for path in found]


# A format by its ending: the files that are sound, and how they are damaged.
FORMATS = {
    "xlsx": (files("Tests/KesiFormatsTests/Fixtures/*.xlsx"), damaged_archive),
    "csv.gz": (files("Tests/Fuzz/Seeds/ties/*"), damaged_gzip),
    "graphml": (files("Tests/Fuzz/Seeds/graphml/*"), damaged),
    "gexf": (files("Tests/Fuzz/Seeds/gexf/*"), damaged),
    "kesi": (files("Tests/Fuzz/Seeds/snapshot/*"), damaged),
}


def bounded():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def taken(kesi, path):
    """The status by which the program took a file, and what is wrong with that; None where nothing is."""
    # Swift's own account of a trap takes seconds; the status tells it.
    quiet = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
    run = subprocess.Popen(
        [kesi, "check", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bounded, env=quiet
    )
    signal.alarm(MOST_SECONDS)
    try:
        _, status, used = os.wait4(run.pid, 0)
    except TimeoutError:
        run.kill()
        run.wait()
        return None, f"runs longer than {MOST_SECONDS} seconds"
    finally:
        signal.alarm(0)
    run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode not in STATUSES:
        return run.returncode, f"ends with {run.returncode}"
    # Linux counts by 1,024 bytes.
    if used.ru_maxrss * 1024 > MOST_BYTES:
        return run.returncode, f"takes {used.ru_maxrss >> 10} MiB"
    return run.returncode, None


def late(*_):
    raise TimeoutError


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("kesi", type=Path)
    options.add_argument("formats", nargs="*", metavar="FORMAT", help=f"of {', '.join(FORMATS)}; default: all")
    options.add_argument("--seconds", type=float, default=30, help="for all of them together")
    options.add_argument("--seed", type=int, default=0, help="what the files are drawn by; another each time (0)")
    given = options.parse_intermixed_args()
    seed = given.seed or random.randrange(1, 1 << 32)
    signal.signal(signal.SIGALRM, late)
    OUT.mkdir(parents=True, exist_ok=True)
    found = 0
    formats = given.formats or list(FORMATS)
    with tempfile.TemporaryDirectory() as folder:
        for ending in formats:
            sound, damage = FORMATS[ending]
            pack = gzip.compress if damage is damaged_gzip else bytes
            # Of files that are all refused at once, as snapshots of another version are, nothing is learned.
            path = Path(folder) / f"sound.{ending}"
            if not any(path.write_bytes(pack(content)) and taken(given.kesi, path)[0] == 0 for content in sound):
                sys.exit(f"{ending}: none of the files that should be sound is read. Make them anew.")
            draw = random.Random(seed)
            end, count, faults = time.monotonic() + given.seconds / len(formats), 0, 0
            while time.monotonic() < end:
                path = Path(folder) / f"{count}.{ending}"
                path.write_bytes(damage(draw.choice(sound), draw))
                _, wrong = taken(given.kesi, path)
                if wrong:
                    faults += 1
                    kept = OUT / f"mutated-{seed}-{count}.{ending}"
                    kept.write_bytes(path.read_bytes())
                    print(f"{kept}: {wrong}", flush=True)
                path.unlink()
                count += 1
            print(f"{ending}: {count} files of draw {seed}, {faults} findings", flush=True)
            found += faults
    sys.exit(found > 0)


main()
