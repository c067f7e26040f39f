"""Faults on purpose, for uploads: odd and hostile files (Q1), and a server killed while they come in (Q5).

`python -m benchmarks.faults_uploads [--inputs 1300] [--uploads 200] [--seed 1] [--database URL]`; exits with 1 on a fault.
A database that is named must be empty, and is left with what the run put there.
"""

import argparse
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.house import environment, register, signed_in
from benchmarks.server import served


def open_room(room: Path, database: str) -> dict[str, str]:
    """An installation as anybody has it, on a migrated database, and Django set up on it in this process."""
    chosen = environment(room, database=database) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    for command in ("migrate", "collectstatic"):
        subprocess.run([sys.executable, "manage.py", command, "-v0", "--no-input"], env=chosen, check=True)
    os.environ.update(chosen)
    import django

    django.setup()
    logging.disable(logging.INFO)  # of this process; servers write their log as ever
    return chosen


def odd_inputs(room: Path, chosen: dict[str, str], *, count: int, seed: int) -> tuple[list[tuple[str, str]], list[str]]:
    from benchmarks.faults_odd import try_all
    from benchmarks.odd_files import odd_files

    headers = signed_in(register("odd")).headers
    with served("config.wsgi.application", chosen) as server:
        found = try_all(server.port, server.pid, headers, odd_files(count, seed))
    lines = [(f"Q1 {outcome}", f"{times:,}") for outcome, times in sorted(found.outcomes.items())]
    lines += [
        ("Q1 slowest answer", f"{found.slowest:.2f} s ({found.slowest_input})"),
        ("Q1 memory, highest of one process", f"{found.heaviest_process / 1e6:.0f} MB"),
        ("Q1 memory, highest of all processes together", f"{found.heaviest_together / 1e6:.0f} MB"),
        ("Q1 inputs", f"{found.outcomes.total():,}"),
        ("Q1 faults", str(len(found.faults))),
    ]
    return lines, found.faults


def killed(room: Path, chosen: dict[str, str], *, count: int, seed: int) -> tuple[list[tuple[str, str]], list[str]]:
    from benchmarks.faults_killed import Installation, compare, repair, upload_under_fire, wait_until_ready

    headers = signed_in(register("killed")).headers
    installation = Installation(chosen, room / "killed.log")
    outcome = upload_under_fire(installation, headers, count=count, seed=seed)
    repair(outcome)
    installation.start()
    wait_until_ready(outcome)
    installation.stop()
    compare(outcome, Path(chosen["MEDIA_ROOT"]))
    lines = [
        ("Q5 uploads, of them acknowledged, given up", f"{count}, {len(outcome.acknowledged)}, {outcome.given_up}"),
        ("Q5 kills", str(outcome.kills)),
        ("Q5 disagreements before the repair", str(outcome.found)),
        ("Q5 staged files swept", str(outcome.swept)),
        ("Q5 until every picture was ready", f"{outcome.seconds_to_ready:.0f} s"),
        ("Q5 lost, damaged, orphaned, stuck, miscounted", str(len(outcome.faults))),
    ]
    return lines, outcome.faults


def tell(lines: list[tuple[str, str]], faults: list[str]) -> None:
    width = max(len(what) for what, _ in lines)
    for what, value in lines:
        print(f"{what.ljust(width)}  {value}")
    for fault in faults:
        print(f"FAULT {fault}")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=1300)
    parser.add_argument("--uploads", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="", help="a PostgreSQL URL; default: SQLite in a folder of the run")
    options = parser.parse_args()
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="atelier-faults-") as folder:
        room = Path(folder)
        chosen = open_room(room, options.database)
        for what, count in ((odd_inputs, options.inputs), (killed, options.uploads)):
            lines, found = what(room, chosen, count=count, seed=options.seed)
            tell(lines, found)
            faults += found
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
