"""How much a page shifts while it loads and is scrolled through: `python -m benchmarks.shifting URL` prints the most."""

import shutil
import sys

from playwright.sync_api import Browser, sync_playwright

SIZES = ({"width": 1440, "height": 900}, {"width": 360, "height": 740})
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SCROLL = """async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
        scrollTo(0, top);
        await new Promise(requestAnimationFrame);
    }
}"""
SHIFTED = """() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    return observer.takeRecords().reduce((sum, each) => sum + each.value, 0);
}"""


def shift(browser: Browser, url: str, size: dict[str, int]) -> float:
    """The sum of all shifts, from the first byte to the last picture. Raises ValueError where the page is not there."""
    page = browser.new_page(viewport=size)
    answer = page.goto(url, wait_until="networkidle")
    if not answer or not answer.ok:
        raise ValueError(f"{url} was not answered well.")
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    total: float = page.evaluate(SHIFTED)
    page.close()
    return total


def main(url: str) -> None:
    executable = shutil.which("chromium")
    if not executable:
        sys.exit("chromium is missing. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        print(max(shift(browser, url, size) for size in SIZES))


if __name__ == "__main__":
    main(sys.argv[1])
