"""A browser for tests, and the site in it. Needs chromium; where it is missing the tests are skipped, and say so."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from portfolio.tests.browser.accessibility import barriers
from portfolio.tests.browser.site import Site

# A desk's screen, and nothing that moves: tests that watch movement ask for it by `site.look(motion=True)`.
DESKTOP = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", "reduced_motion": "reduce"}
MISSING = "No browser: Debian's package chromium is not installed (as root: .ci/system)."
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Last of all: from the first of them on, an event loop runs in the thread of the tests."""
    items.sort(key=lambda item: "/browser/" in item.path.as_posix())


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's chromium rather than one that playwright downloads."""
    executable = shutil.which("chromium")
    if not executable:
        pytest.skip(MISSING)
    # Django refuses its ORM in a thread where a loop runs, which is playwright's here and never ours.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return browser_type_launch_args | {"executable_path": executable, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: `Site` knows where the site is. The plugin's own is written in a way that this pytest warns of."""


@pytest.fixture
def site_at(new_context: Callable[..., Any]) -> Iterator[Callable[..., Site]]:
    """`site_at("http://…")`: the site at this address in a browser of its own, cookies and all; takes what playwright's
    `new_context` takes. No browser may have had trouble when the test ends."""
    entered: list[Site] = []

    def make(base: str, **options: Any) -> Site:
        entered.append(Site(new_context(**DESKTOP | options).new_page(), base))
        return entered[-1]

    yield make
    assert [trouble for site in entered for trouble in site.troubles] == []


@pytest.fixture
def enter(site_at: Callable[..., Site], live_server: Any) -> Callable[..., Site]:
    """`enter()`: the test's own site in a browser; `enter(has_touch=True, …)` takes what playwright's `new_context` takes."""
    return partial(site_at, live_server.url)


@pytest.fixture
def site(enter: Callable[..., Site]) -> Site:
    """The site in a browser, with script."""
    return enter()


@pytest.fixture
def site_without_script(enter: Callable[..., Site]) -> Site:
    """The site in a browser that runs no script."""
    return enter(java_script_enabled=False)


@pytest.fixture
def axe() -> Callable[[Site], None]:
    """`axe(site)`: fails with a line for each barrier that axe finds in the page as it stands."""

    def check(site: Site) -> None:
        found = barriers(site.page)
        assert not found, "\n".join(found)

    return check
