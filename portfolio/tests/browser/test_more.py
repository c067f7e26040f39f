"""The next page of a list comes by itself, and the link to it stays where it cannot."""

import pytest
from playwright.sync_api import expect

from gallery.models import Image
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg
from gallery.tests.works import new_work


@pytest.fixture
def works(ada, client_of) -> None:
    """Two more of hers than a page shows, all of one picture."""
    image = Image.objects.get(pk=upload(client_of(ada), jpeg(400, 300))["id"])
    for number in range(26):
        new_work(ada, f"Work {number}", images=(image,))


def test_the_next_page_joins_as_its_link_draws_near_and_the_focus_goes_on_with_it(site, works):
    page = site.open("/explore")
    expect(page.locator(".picture")).to_have_count(24)
    page.get_by_role("link", name="Next").focus()
    expect(page.locator(".picture")).to_have_count(26)
    expect(page.locator("atelier-more [role=status]")).to_have_text("2 more works")
    expect(page.locator(".picture").nth(24)).to_be_focused()
    expect(page.get_by_role("link", name="Next")).to_have_count(0)
    assert len(set(page.locator(".picture").evaluate_all("(links) => links.map((link) => link.href)"))) == 26


def test_where_it_cannot_be_had_the_link_stays_and_leads_there(site, works):
    page = site.page
    page.route("**/explore?page=2", lambda route: route.fulfill(status=503), times=1)
    with site.expecting(503), page.expect_response("**/explore?page=2"):
        site.open("/explore")
        page.get_by_role("link", name="Next").focus()
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(f"{site.base}/explore?page=2")
    expect(page.locator(".picture")).to_have_count(2)
