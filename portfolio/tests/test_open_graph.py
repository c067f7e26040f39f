"""What others show of a page where it is linked to."""

from datetime import datetime

import pytest

from gallery.models import Gallery
from gallery.tests.works import new_work
from portfolio.for_programs.plain_copies import plain_copy, preview
from portfolio.tests.programs import open_graph

pytestmark = pytest.mark.same_on_any_database

SITE = "http://testserver"


def test_a_work_is_an_article_by_its_artist(visitor, ada):
    work = new_work(ada, "Low tide", description="Evening.")
    told = open_graph(visitor, f"/artworks/{work.pk}")
    assert told["og:type"] == "article"
    assert told["article:author"] == f"{SITE}/@ada"
    assert datetime.fromisoformat(told["article:published_time"]) == work.published_at
    assert (told["og:title"], told["og:description"]) == ("Low tide, ada", "Evening.")
    assert told["og:url"] == f"{SITE}/artworks/{work.pk}"
    assert (told["og:site_name"], told["og:locale"]) == ("Atelier", "en_US")


def test_a_portfolio_is_a_profile(visitor, ada):
    told = open_graph(visitor, "/@ada")
    assert (told["og:type"], told["profile:username"], told["og:url"]) == ("profile", "ada", f"{SITE}/@ada")


def test_a_picture_is_an_article_with_a_jpeg_of_it(visitor, ada, show):
    image = show(ada, alt_text="Sand")
    told = open_graph(visitor, f"/images/{image.pk}")
    assert told["og:type"] == "article"
    assert told["og:image"] == f"{SITE}/api/images/{image.pk}/thumbnail?size=large&format=jpeg"
    assert (told["og:image:type"], told["og:image:width"], told["og:image:alt"]) == ("image/jpeg", "1280", "Sand")


def test_a_picture_without_words_of_its_own_has_those_of_its_page(visitor, ada, show):
    image = show(ada, title="", alt_text="")
    assert open_graph(visitor, f"/images/{image.pk}")["og:image:alt"] == "Untitled, ada"


def test_what_is_not_described_is_told_by_what_is_to_be_seen(visitor, ada, show):
    work, image = new_work(ada, alt_text="Boats at low tide"), show(ada, alt_text="Sand")
    assert open_graph(visitor, f"/artworks/{work.pk}")["og:description"] == "Boats at low tide"
    assert open_graph(visitor, f"/images/{image.pk}")["og:description"] == "Sand"


def test_a_search_is_called_by_what_it_asks_for(visitor, db):
    assert open_graph(visitor, "/search?query=low+tide")["og:title"] == "Search: low tide"
    assert open_graph(visitor, "/search")["og:title"] == "Search"


def test_a_room_is_pictured_by_the_first_that_hangs_there(visitor, ada):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    new_work(ada, "Bare", gallery=coast, is_mature=True)
    work = new_work(ada, "Low tide", gallery=coast)
    told = open_graph(visitor, "/@ada/galleries/coast")
    assert told["og:type"] == "website"
    assert told["og:image"].startswith(f"{SITE}/api/artworks/{work.pk}/thumbnail?")


def test_without_a_picture_the_card_is_small(read, visitor, ada):
    assert read(visitor, "/@ada").meta("twitter:card") == "summary"
    new_work(ada)
    assert read(visitor, "/@ada").meta("twitter:card") == "summary_large_image"


@pytest.mark.parametrize(
    ("width", "height", "size"), [(3000, 2000, "large"), (2000, 3000, "xlarge"), (90, 60, "xlarge")]
)
def test_a_preview_is_wide_enough_where_there_is_a_wide_copy(visitor, ada, show, width, height, size):
    image = show(ada, width=width, height=height)
    assert f"size={size}&" in open_graph(visitor, f"/images/{image.pk}")["og:image"]


def test_what_a_cdn_has_is_told_as_it_is_there():
    copy = {"url": "https://cdn.example/a.webp", "width": 1280, "height": 853}
    assert plain_copy(copy, base=SITE) == ("https://cdn.example/a.webp", "image/webp", 1280, 853)
    assert preview({"large": copy}, base=SITE).url == "https://cdn.example/a.webp"


def test_the_address_is_that_of_the_page_of_a_list(visitor, read, ada, show, hang_album):
    album = hang_album(ada, privacy_setting="public", images=[show(ada) for _ in range(49)])
    path = f"/albums/{album.pk}?page=2"
    assert open_graph(visitor, path)["og:url"] == SITE + path
    assert read(visitor, path).one("link", rel="canonical")["href"] == SITE + path


def test_an_address_in_other_letters_is_written_as_addresses_are(visitor, read, ada):
    Gallery.objects.create(owner=ada, name="Küste", slug="küste")
    address = f"{SITE}/@ada/galleries/k%C3%BCste"
    assert open_graph(visitor, "/@ada/galleries/küste")["og:url"] == address
    assert read(visitor, "/@ada/galleries/küste").one("link", rel="canonical")["href"] == address
