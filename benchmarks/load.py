"""Load on a server by wrk: many addresses, many connections, and what CPU time the server spends on each answer."""

import re
import subprocess
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.client import Unexpected
from benchmarks.measure import cpu_of_tree, spent

CONNECTIONS = 32
SCRIPT = """
local paths, at = {}, 0
for line in io.lines("%s") do paths[#paths + 1] = line end
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
"""


def cpu_each(
    room: Path, paths: Iterable[str], *, port: int, pids: Iterable[int], seconds: float, headers: Mapping[str, str]
) -> float:
    """CPU seconds that the processes below `pids` spend on one answer, while wrk asks for these paths one after the other.

    Raises Unexpected where any is answered by another status than 2xx or 3xx.
    """
    (room / "paths").write_text("\n".join(paths))
    (room / "paths.lua").write_text(SCRIPT % (room / "paths"))
    given = [f"--header={name}: {value}" for name, value in headers.items()]
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(room / "paths.lua"), *given]
    before = cpu_of_all(pids)
    told = subprocess.run([*command, f"http://127.0.0.1:{port}"], check=True, capture_output=True, text=True).stdout
    time.sleep(0.05)
    if "Non-2xx" in told or "Socket errors" in told:
        raise Unexpected(told)
    return spent(before, cpu_of_all(pids)) / int(re.search(r"(\d+) requests in", told)[1])


def cpu_of_all(pids: Iterable[int]) -> dict[int, float]:
    return {each: seconds for pid in pids for each, seconds in cpu_of_tree(pid).items()}
