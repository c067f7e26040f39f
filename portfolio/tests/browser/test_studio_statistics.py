"""Statistics in a browser: read by anyone, in the dark and on a phone, and led through by their links."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from gallery.models import Artwork, Gallery
from gallery.tests.works import upload_work
from portfolio.figures.gathering import gather
from portfolio.tests.looking import download, follow, like, look

ROOM = "/studio/statistics"


@pytest.fixture
def looked_at(transactional_db, client_of, ada, ben):
    """ada's two works as they were looked at for weeks, one of them by a name that no line holds."""
    now = timezone.now()
    titles = ("Harbour", "Donaudampfschifffahrtsgesellschaft" * 5)
    works = [Artwork.objects.get(pk=upload_work(client_of(ada), title=title)["id"]) for title in titles]
    for days in range(40):
        for number in range(1 + days * 7 % 5):
            referrer = ("", "https://a-rather-long-name-of-a-gallery.example/", "http://localhost/")[number % 3]
            look(works[number % 2], now - timedelta(days=days), referrer=referrer)
    look(Gallery.objects.create(owner=ada, name="Room", slug="room"), now)
    download(works[0].images.get().file, now)
    like(ben, works[0], now)
    follow(ben, ada, now)
    list(gather())
    return works


def test_figures_are_drawn_and_told_for_anybody(site, axe, looked_at):
    site.sign_in("ada")
    for days, scheme, width in (("30", "light", 1440), ("365", "dark", 360)):
        site.look(width=width, scheme=scheme)
        page = site.open(f"{ROOM}?days={days}")
        page.get_by_text("All numbers as a table").click()
        axe(site)
        assert site.overflow() == 0
    site.look(width=1440, scheme="light")
    page.get_by_role("link", name="7 days").click()
    page.get_by_role("link", name="Harbour").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour")
    axe(site)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Every day as CSV").click()
    assert saved.value.suggested_filename.startswith("days-")


def test_where_nobody_looked_yet_the_page_is_whole(site, axe, ben):
    site.sign_in("ben")
    site.look(width=360)
    site.open(ROOM)
    axe(site)
    assert site.overflow() == 0
