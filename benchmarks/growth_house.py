"""One house of `benchmarks.growth`: fills its database, then answers how long requests take, a line of JSON for each."""

import json
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks import crowd
from benchmarks.house import open_house


class Watch:
    """Remembers the statements of requests. Their time is taken apart: SQLite does half its work while rows are fetched."""

    def __init__(self) -> None:
        self.statements: list[tuple[Any, Any]] = []

    def __call__(self, execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        if sql.lstrip().upper().startswith(("SELECT", "WITH")):
            self.statements.append((sql, params))
        return execute(sql, params, many, context)

    def seconds(self) -> float:
        """How long all of them take once more, rows fetched."""
        from django.db import connection

        start = time.perf_counter()
        with connection.cursor() as cursor:
            for sql, params in self.statements:
                cursor.execute(sql, params)
                cursor.fetchall()
        return time.perf_counter() - start


def main(room: Path, database: str, size: int) -> None:
    open_house(room, database=database)
    start = time.perf_counter()
    people = crowd.fill(size)
    times = {"rows": time.perf_counter() - start}
    clients = {"visitor": client(None), "signed in": client(people[3])}
    places: dict[str, str] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if "ready" in asked:
            answer = times
        else:
            who = asked["who"]
            if "{cursor}" in asked["path"] and who not in places:
                places[who] = deep(clients[who])
            answer = block(clients[who], asked["path"].replace("{cursor}", places.get(who, "")), asked["block"])
        print(json.dumps(answer), flush=True)


def client(user: Any) -> Any:
    from django.test import Client

    found = Client(raise_request_exception=True, HTTP_HOST="localhost")
    if user is not None:
        found.force_login(user)
    return found


def deep(browser: Any) -> str:
    """The cursor that so many pages of walking lead to."""
    from urllib.parse import parse_qs, quote, urlsplit

    from benchmarks.growth import DEEP

    cursor = ""
    for _ in range(DEEP):
        following = browser.get(f"/api/images?page_size=100&cursor={quote(cursor)}").json()["next"]
        cursor = parse_qs(urlsplit(following).query)["cursor"][0]
    return quote(cursor)


def block(browser: Any, path: str, times: int) -> dict[str, float]:
    """Mean seconds of a request and of its SQL. Raises where the answer is not 200."""
    from django.db import connection

    watch = Watch()
    start = time.perf_counter()
    with connection.execute_wrapper(watch):
        for _ in range(times):
            answer = browser.get(path)
            if answer.status_code != 200:
                raise SystemExit(f"{path}: {answer.status_code} {answer.content[:300]!r}")
    return {"request": (time.perf_counter() - start) / times, "sql": watch.seconds() / times}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
