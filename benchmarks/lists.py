"""P5: a page of 24 pictures with tags, beside the same rows by a plain `ModelSerializer` page on the same server."""

import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from benchmarks import measure, rows
from benchmarks.client import Browser
from benchmarks.house import ANYBODY, ROOT, Visitor, open_house, register, signed_in
from benchmarks.measure import in_turns
from benchmarks.server import Server, served
from benchmarks.table import Line, milliseconds, publish

PICTURES = 2000
BLOCK = 20
OURS, REFERENCE = "/api/images", "/reference/images"
GOALS = {"SQLite": 3.0, "PostgreSQL": 2.5}
DATABASE = "atelier_bench"
# Tags come in another order; the hash of an original is its owner's to know, and the reference tells it to all.
PERSONAL = {"tags", "file_hash"}
METHOD = (
    "One server process with its usual middleware answers both; blocks of {block} requests in turns, medians of {rounds} "
    f"rounds of the CPU time of one request, PostgreSQL's own included; {PICTURES} pictures of one artist with "
    f"{rows.TAGS_EACH} tags each. The ratio is requests for the same CPU time. Both answers are checked to be the same document."
    " The reference has DRF's own JSON renderer and no filters, Atelier whatever it is served with; PostgreSQL has run VACUUM "
    "ANALYZE after the rows came in, SQLite has not."
)


def main(room: Path, name: str, database: str, rounds: int) -> list[Line]:
    """Measures on one database; `name` is SQLite or PostgreSQL."""
    environment = open_house(room, database=database)
    ada = register("ada")
    rows.fill(ada, PICTURES, visibility="public")
    if database:
        analyse()
    viewers = {"signed in": signed_in(ada), "not signed in": ANYBODY}
    with served("config.wsgi.application", environment, database=DATABASE if database else "") as server:
        return [line(server, viewer, f"{name}, {how}", GOALS[name], rounds) for how, viewer in viewers.items()]


def analyse() -> None:
    """What PostgreSQL does by itself a minute after so many rows came in; SQLite does not."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def line(server: Server, viewer: Visitor, what: str, goal: float, rounds: int) -> Line:
    browser = Browser(server.port, viewer.headers)
    require_same(json.loads(browser.ask(OURS)), json.loads(browser.ask(REFERENCE)))
    found = in_turns({path: partial(block, server, browser, path) for path in (OURS, REFERENCE)}, rounds=rounds)
    ratio = found[REFERENCE] / found[OURS]
    return Line(f"24 pictures, {what}", milliseconds(found[OURS]), milliseconds(found[REFERENCE]), ratio, at_least=goal)


def block(server: Server, browser: Browser, path: str) -> float:
    server.spent()
    for _ in range(BLOCK):
        browser.ask(path)
    return server.spent() / BLOCK


def require_same(ours: dict, theirs: dict) -> None:
    """Raises ValueError where the reference tells something else: it would be measured at other work."""
    for one, other in zip(ours["results"], theirs["results"], strict=True):
        differing = [key for key in one if key not in PERSONAL and one[key] != other.get(key)]
        if differing or sorted(one["tags"]) != sorted(other["tags"]):
            raise ValueError(f"The lists differ in {differing or 'tags'}.")


def postgresql() -> str:
    """The address of an empty database on a PostgreSQL of this machine, or an empty text where there is none."""
    found = subprocess.run([ROOT / ".ci/postgresql", "printenv", "DATABASE_URL"], capture_output=True, text=True)
    url = found.stdout.strip().rpartition("\n")[2]  # behind what the cluster has to say
    if not url:
        print(found.stderr.strip(), file=sys.stderr)
        return ""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
    return urlunsplit(urlsplit(url)._replace(path=f"/{DATABASE}"))


def measured_apart(name: str, database: str) -> list[Line]:
    """In a process of its own: Django is set up once in a process, for one database."""
    command = [sys.executable, "-m", "benchmarks.lists", name, database]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout
    return [Line(**json.loads(each)) for each in lines.splitlines()]


def run_all(rounds: int) -> None:
    found = measured_apart("SQLite", "")
    if database := postgresql():
        found += measured_apart("PostgreSQL", database)
    publish("p5", "P5: a list of 24 pictures", METHOD.format(block=BLOCK, rounds=rounds), found)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        run_all(measure.rounds(15))
    else:
        with tempfile.TemporaryDirectory(prefix="atelier-bench-") as folder:
            for each in main(Path(folder), *sys.argv[1:], rounds=measure.rounds(15)):
                print(json.dumps(vars(each)))
