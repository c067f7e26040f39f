"""What keeps people out of a page, as axe finds it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Without `preload`, which puts the sheets that a sheet imports into the page, against its policy.
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}


def barriers(page: Page, *, where: str = "") -> list[str]:
    """A line for each element that breaks a rule of WCAG 2.0 to 2.2 (A, AA) or of good practice; `where` begins each."""
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{where} {violation['id']}: {violation['help']}: {' '.join(map(str, node['target']))}: {complaint(node)}".strip()
        for violation in violations
        for node in violation["nodes"]
    ]


def complaint(node: dict) -> str:
    """What axe says of one element, in one line."""
    return "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
