"""Reading and checking a 10 MB folder, against `yaml.load` and pydantic on the same data in the same models.

    python tests/bench/bench_load.py

Each of the two runs in a process of its own, three times in turn; the median of the ratios counts. Time is the
processor time of the reading alone (imports not counted), memory the highest resident size of the process.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from big_folder import BigFolder

MOST_TIME, MOST_MEMORY = 0.5, 1.3
RUNS = 3


def ours(folder: Path) -> float:
    from negotiate.files.load import load

    began = time.process_time()
    loaded = load(folder)
    taken = time.process_time() - began
    assert loaded.negotiation is not None
    assert loaded.problems == (), loaded.problems[0]
    return taken


def theirs(folder: Path) -> float:
    import yaml

    from negotiate.files.format.files import NegotiationFile, PartyFile
    from negotiate.files.format.models import adapter

    formats = {"negotiation.yaml": adapter(NegotiationFile)}
    taken, kept = 0.0, []
    for path in sorted(folder.rglob("*.yaml")):
        began = time.process_time()
        with open(path, encoding="utf-8") as file:
            data = yaml.load(file.read(), Loader=yaml.CSafeLoader)
        taken += time.process_time() - began
        data = as_text(data)  # the models want what the writer wrote; that costs the other side nothing
        began = time.process_time()
        kept.append(formats.get(path.name, adapter(PartyFile)).validate_python(data))
        taken += time.process_time() - began
        del data
    return taken


def as_text(value: Any) -> Any:
    """Numbers, dates and booleans as words again."""
    if isinstance(value, dict):
        for key in list(value):
            value[key] = as_text(value[key])
        return value
    if isinstance(value, list):
        return [as_text(each) for each in value]
    return value if isinstance(value, str) else "yes" if value is True else "no" if value is False else str(value)


def measure(who: str, folder: Path) -> tuple[float, float]:
    """Seconds, and MB, of one process."""
    command = [sys.executable, __file__, who, str(folder)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    taken, size = json.loads(result.stdout)
    return taken, size


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "big"
        folder.mkdir()
        print(f"folder: {BigFolder(folder).write() / 1e6:.1f} MB in {len(list(folder.rglob('*.yaml')))} files")
        runs = [(measure("ours", folder), measure("theirs", folder)) for _ in range(RUNS)]
    for mine, other in runs:
        print(
            f"negotiate {mine[0]:5.2f} s {mine[1]:4.0f} MB     yaml.load + pydantic {other[0]:5.2f} s {other[1]:4.0f} MB"
        )
    time_ratio = statistics.median(mine[0] / other[0] for mine, other in runs)
    memory_ratio = statistics.median(mine[1] / other[1] for mine, other in runs)
    print(f"time {time_ratio:.2f} of theirs (at most {MOST_TIME}), memory {memory_ratio:.2f} (at most {MOST_MEMORY})")
    assert time_ratio <= MOST_TIME
    assert memory_ratio <= MOST_MEMORY


if __name__ == "__main__":
    if len(sys.argv) > 2:
        seconds = {"ours": ours, "theirs": theirs}[sys.argv[1]](Path(sys.argv[2]))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps([seconds, peak]))
    else:
        main()
