"""Takes the pictures of this folder anew: a demo site in a temporary folder, served, looked at in chromium, and gone again.

`make screenshots`; takes some minutes, most of them for painting the demo. `take.py http://…` looks at a demo site that stands.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PASSWORD = "atelier-demo"  # noqa: S105 - of a site that is gone in some minutes
ARTIST = "mirela.okafor"
DESK, PHONE = (1440, 900), (390, 844)
LARGEST = 250_000  # bytes of a picture, so that the README opens quickly
QUALITIES = (82, 74, 66, 58, 50)
PATIENCE = 60  # seconds for the server to start
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# Of what is in sight: the rest is loaded when it comes near.
IS_DRAWN = """() => [...document.images].every((each) => {
    const box = each.getBoundingClientRect();
    const isOut = box.top >= innerHeight || box.bottom <= 0 || box.left >= innerWidth || box.right <= 0;
    return each.complete || isOut || !each.checkVisibility();
})"""


def stay(page: Page) -> None:
    """The page as it opens."""


def go_to_works(page: Page) -> None:
    page.locator("#works").evaluate("(heading) => heading.scrollIntoView()")


def open_first_work(page: Page) -> None:
    page.locator("main a[href^='/artworks/']").first.click()
    page.wait_for_url("**/artworks/*")


def open_lightbox(page: Page) -> None:
    open_first_work(page)
    page.locator("atelier-lightbox a").first.click()
    page.locator("dialog[open]").wait_for()


def sign_in(page: Page) -> None:
    """As the artist, and on to where the address leads."""
    page.locator("main input[name=username]").fill(ARTIST)
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/studio**")


def choose_some(page: Page) -> None:
    """A few pictures of the library, so that what can be done with them shows."""
    sign_in(page)
    for box in page.locator(".choosable input[type=checkbox]").all()[1:4]:
        box.check()


def open_first_of_studio(page: Page) -> None:
    """What the studio's first work is, as its artist changes it."""
    sign_in(page)
    page.locator(".choosable a").first.click()
    page.wait_for_url("**/studio/works/*")


@dataclass(frozen=True)
class Shot:
    """One picture: of which page, after doing what there, on which screen."""

    name: str
    path: str
    scheme: str = "light"
    screen: tuple[int, int] = DESK
    do: Callable[[Page], None] = stay


SHOTS = (
    Shot("home", "/"),
    Shot("explore", "/explore"),
    Shot("search", "/search?query=blue"),
    Shot("artists", "/artists"),
    Shot("portfolio", f"/@{ARTIST}"),
    Shot("portfolio-slideshow", "/@jonah.whitfield", scheme="dark", do=go_to_works),
    Shot("portfolio-columns", "/@leila.haddad", do=go_to_works),
    Shot("work", f"/@{ARTIST}", do=open_first_work),
    Shot("lightbox", f"/@{ARTIST}", do=open_lightbox),
    Shot("customise", "/login?next=/studio/portfolio", do=sign_in),
    Shot("studio", "/login?next=/studio", do=sign_in),
    Shot("studio-library", "/login?next=/studio/library", do=choose_some),
    Shot("studio-work", "/login?next=/studio/works", do=open_first_of_studio),
    Shot("studio-statistics", "/login?next=/studio/statistics", do=sign_in),
    Shot("studio-life", "/login?next=/studio/life", scheme="dark", do=sign_in),
    Shot("phone-studio", "/login?next=/studio/library", screen=PHONE, do=sign_in),
    Shot("presentation", "/@ines.calloway/present", scheme="dark"),
    Shot("phone-home", "/", scheme="dark", screen=PHONE),
    Shot("phone-work", f"/@{ARTIST}", screen=PHONE, do=open_first_work),
)


def main() -> None:
    if len(sys.argv) > 1:
        take_all(sys.argv[1])
        return
    with tempfile.TemporaryDirectory(prefix="atelier-screenshots-") as folder, served(Path(folder)) as base:
        take_all(base)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a demo site that lives in this folder, until the block ends."""
    with socket.socket() as unbound:
        unbound.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{unbound.getsockname()[1]}"
    chosen = {"DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}", "MEDIA_ROOT": str(folder / "media")}
    environment = os.environ | chosen | {"DEBUG": "1", "RATE_LIMITS": "off", "SECRET_KEY": "only for a moment"}
    manage("migrate", "--verbosity=0", environment=environment)
    manage("demo", "--password", PASSWORD, environment=environment)
    command = [sys.executable, "manage.py", "runserver", "--noreload", address]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own
        try:
            wait_for(f"http://{address}/healthz", server)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def manage(*arguments: str, environment: Mapping[str, str]) -> None:
    """A command of Django's, which tells its progress itself. Raises CalledProcessError."""
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=dict(environment), check=True)  # noqa: S603


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Raises RuntimeError where nobody answers in time."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(url):  # noqa: S310 - our own
                return
        except URLError:
            time.sleep(0.2)
    raise RuntimeError("The server did not start.")


def take_all(base: str) -> None:
    executable = shutil.which("chromium")
    if not executable:
        sys.exit("chromium is missing. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for shot in SHOTS:
            size = take(browser, base, shot)
            sys.stderr.write(f"{shot.name}.jpg, {size / 1000:.0f} kB\n")


def take(browser: Browser, base: str, shot: Shot) -> int:
    """Writes the picture at the best quality that is small enough; its bytes. Raises ValueError where the page is not there."""
    width, height = shot.screen
    scheme = "dark" if shot.scheme == "dark" else "light"
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", locale="en-GB"
    )
    answer = page.goto(base + shot.path)
    if not answer or not answer.ok:
        raise ValueError(f"{shot.path} was not answered well.")
    shot.do(page)
    page.wait_for_load_state("networkidle")
    while not page.evaluate(IS_DRAWN):  # `wait_for_function` asks again by eval, which the site's policy forbids
        page.wait_for_timeout(50)
    pictures = (page.screenshot(type="jpeg", quality=quality) for quality in QUALITIES)
    data = next((each for each in pictures if len(each) <= LARGEST), None)
    if data is None:
        raise ValueError(f"{shot.name} is larger than {LARGEST} bytes at any quality.")
    (HERE / f"{shot.name}.jpg").write_bytes(data)
    page.close()
    return len(data)


if __name__ == "__main__":
    main()
