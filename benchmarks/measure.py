"""Clocks and rounds: what is compared is measured in turns, so that a noisy machine is noisy to both."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Mapping

import psutil

CPUCLOCK_SCHED = 2  # of Linux: the clock that counts what a process really ran


def cpu_of(pid: int) -> float:
    """CPU seconds that a process has used with all its threads, exact to the microsecond; 0 for one that is gone.

    /proc tells the same in steps of 10 ms. The clock's number is built as clock_getcpuclockid(3) builds it.
    """
    try:
        return time.clock_gettime((~pid << 3) | CPUCLOCK_SCHED)
    except OSError:
        return 0.0


def cpu_of_tree(pid: int) -> dict[int, float]:
    """CPU seconds of a process and everything it started, by process id."""
    root = psutil.Process(pid)
    return {each.pid: cpu_of(each.pid) for each in (root, *root.children(recursive=True))}


def spent(before: Mapping[int, float], after: Mapping[int, float]) -> float:
    """CPU seconds between two readings, processes that were started meanwhile included."""
    return sum(max(0.0, seconds - before.get(pid, 0.0)) for pid, seconds in after.items())


def own_cpu(action: Callable[[], object]) -> float:
    """CPU seconds that an action takes in this process, all threads counted."""
    gc.collect()
    start = time.process_time()
    action()
    return time.process_time() - start


def rounds(usual: int) -> int:
    """How many rounds to measure: ROUNDS of the environment, or what is usual for this figure."""
    return int(os.environ.get("ROUNDS") or usual)


def in_turns(actions: Mapping[str, Callable[[], float]], *, rounds: int, warmups: int = 1) -> dict[str, float]:
    """The median of what each action measures, all of them called once in every round, each time in another order."""
    names = list(actions)
    seen: dict[str, list[float]] = {name: [] for name in names}
    for round_number in range(-warmups, rounds):
        shift = round_number % len(names)
        for name in names[shift:] + names[:shift]:
            figure = actions[name]()
            if round_number >= 0:
                seen[name].append(figure)
    return {name: statistics.median(figures) for name, figures in seen.items()}
