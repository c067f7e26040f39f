"""Which visitors are programs, and that counters count them all the same."""

import pytest

from gallery.actions.access import Viewer
from gallery.models import Access, Artwork, Visit
from gallery.robots import is_robot
from gallery.tests.library import new_image
from gallery.tests.works import new_work

CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"
BROWSERS = [
    CHROME,
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram",
    "Mozilla/5.0 (Linux; Android 10; Cubot X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
    "Lynx/2.9.0dev.12 libwww-FM/2.14",
    "Links (2.29; Linux 6.1 x86_64; GNU C 13; text)",
]
ROBOTS = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.3; +https://openai.com/gptbot)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0 Safari/537.36",
    "curl/8.9.1",
    "python-requests/2.32.5",
    "python-urllib3/2.2.1",
    "a reader of feeds",
    "",
    "  ",
]


@pytest.mark.parametrize("browser", BROWSERS)
def test_a_browser_is_no_robot(browser):
    assert not is_robot(browser)


@pytest.mark.parametrize("browser", ROBOTS)
def test_what_says_that_it_is_a_program_is_a_robot(browser):
    assert is_robot(browser)


def test_a_robot_is_counted_as_before_and_its_look_is_marked(ada, visitor):
    work = new_work(ada)
    for browser in ("curl/8.9.1", CHROME):
        visitor.get(f"/api/artworks/{work.pk}", headers={"User-Agent": browser})
    assert Artwork.objects.get().view_count == 2
    assert list(Visit.objects.order_by("pk").values_list("is_robot", flat=True)) == [True, False]


def test_so_is_its_look_at_a_picture(ada, visitor):
    visitor.get(f"/api/images/{new_image(ada).pk}", headers={"User-Agent": "Googlebot/2.1"})
    assert Access.objects.get().is_robot


def test_whoever_is_signed_in_is_none_whatever_they_use(ben):
    assert not Viewer(ben, browser="curl/8.9.1").is_robot
