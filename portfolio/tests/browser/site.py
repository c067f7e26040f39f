"""The site as a person meets it in a browser, and what a browser complains of while they do."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from conftest import PASSWORD

PHONE, TABLET, DESK = 360, 768, 1440
HEIGHTS = {PHONE: 740, TABLET: 1024, DESK: 900}
SCHEMES = ("light", "dark")
TOLD_BY_SCRIPT = """
addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The observer has what was before it in its records at once.
SHIFTED = """() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    return observer.takeRecords().reduce((sum, each) => sum + each.value, 0);
}"""
PATIENCE = 15  # seconds until what a page was to come to is taken for never coming
GIVEN_UP = {"net::ERR_ABORTED"}  # by the page itself, which went elsewhere or chose another copy


class Site:
    """`site.open("/explore")` opens a page; `site.page` is playwright's. Whatever a browser complains of is kept in `troubles`
    and fails the test at its end: errors and warnings of the console, errors of scripts, violations of the policy, and answers
    of 400 and above but for those that were announced (`open(…, status=404)`, `with site.expecting(403):`)."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.troubles: list[str] = []
        self.expected: set[int] = set()
        page.add_init_script(TOLD_BY_SCRIPT)
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("requestfailed", self.lose)
        page.on("response", self.receive)

    def open(self, path: str, *, status: int = 200) -> Page:
        """Goes to the page at this path of the site and waits until it is loaded; fails where it is answered otherwise."""
        with self.expecting(status):
            response = self.page.goto(self.base + path)
            assert response
            assert response.status == status, f"{path}: {response.status}"
        return self.page

    @contextmanager
    def expecting(self, status: int) -> Iterator[None]:
        """Answers with this status are no trouble in here."""
        self.expected.add(status)
        yield
        self.page.wait_for_load_state()
        self.expected.discard(status)

    def sign_in(self, username: str, password: str = PASSWORD) -> None:
        """By the form, as a person does; ends at home."""
        self.open("/login")
        self.page.locator("main input[name=username]").fill(username)
        self.page.locator("main input[name=password]").fill(password)
        self.page.locator("main button[type=submit]").click()
        self.page.wait_for_url(self.base + "/")

    def look(self, *, width: int | None = None, scheme: str | None = None, motion: bool | None = None) -> None:
        """How the person looks: `width` in CSS pixels, "light" or "dark", and whether things may move."""
        if width is not None:
            self.page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
        if scheme is not None:
            self.page.emulate_media(color_scheme=scheme)
        if motion is not None:
            self.page.emulate_media(reduced_motion="no-preference" if motion else "reduce")

    def overflow(self) -> int:
        """How many pixels the page is wider than the screen."""
        return int(self.measured(OVERFLOW))

    def shifted(self) -> float:
        """The cumulative layout shift of the page so far."""
        return float(self.measured(SHIFTED))

    def hear(self, message: ConsoleMessage) -> None:
        """A refused load is told by its answer already, and better."""
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"console {message.type}: {message.text}")

    def receive(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status}: {response.url}")

    def lose(self, request: Request) -> None:
        if request.failure not in GIVEN_UP:
            self.troubles.append(f"{request.failure}: {request.url}")

    def measured(self, script: str) -> Any:
        """What a script in the page tells."""
        return self.page.evaluate(script)


def wait_until(page: Page, script: str) -> None:
    """Waits until this script of the page, an expression or a function, tells something true. Playwright's own
    `wait_for_function` asks again and again by `eval`, which the policy of the pages forbids but for the first time.

    Raises AssertionError after `PATIENCE` seconds.
    """
    until = time.monotonic() + PATIENCE
    while not page.evaluate(script):
        assert time.monotonic() < until, f"The page never came to this: {script}"
        page.wait_for_timeout(30)
