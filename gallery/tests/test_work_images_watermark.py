"""The watermark that an artist enabled lies over everything that others get of a work, by whatever route."""

import re
from html import unescape

import pytest

from gallery.actions.presentation import change_public_size
from gallery.imaging import geometry
from gallery.models import Gallery, Rendition, Watermark
from gallery.storage import originals
from gallery.tasks import mark_images, render_image
from gallery.tests.library import codes, upload
from gallery.tests.pictures import transparent_png
from gallery.tests.showing import ask, grey_png, is_marked, mark, opened, seen, show, view_of

SIZES = ("small", "medium", "large", "xlarge", "original")


@pytest.fixture
def work(adas, ada):
    """A public work whose copies without a mark are all drawn, shown as large as it is."""
    work = show(adas, ada)
    render_image.call(view_of(work))
    change_public_size(by=ada, size="original")
    return work


@pytest.mark.parametrize(
    ("enabled", "who", "wish", "expected"),
    [
        (False, "owner", None, False), (False, "owner", "true", True), (False, "owner", "false", False),
        (True, "owner", None, False), (True, "owner", "true", True), (True, "owner", "false", False),
        (False, "visitor", None, False), (False, "visitor", "true", True), (False, "visitor", "false", False),
        (True, "visitor", None, True), (True, "visitor", "true", True), (True, "visitor", "false", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("size", ["medium", "original"])
def test_others_cannot_do_without_one_that_is_enabled(work, adas, visitor, enabled, who, wish, expected, size):
    mark(adas, enabled=enabled)
    client = adas if who == "owner" else visitor
    assert is_marked(seen(client, work, "image", size=size, watermark=wish)) == expected


def test_no_size_and_no_format_goes_out_without_it(work, adas, visitor):
    mark(adas)
    for size in SIZES:
        for kind in ("webp", "jpeg", "png", None):
            assert is_marked(seen(visitor, work, "image", size=size, format=kind)), (size, kind)
    for size in geometry.NAMES:
        assert is_marked(seen(visitor, work, size=size)), size
    assert is_marked(seen(visitor, work, size="square", format="avif"))


def test_the_artists_own_copies_stay_without_it(work, adas):
    mark(adas)
    assert not any(is_marked(seen(adas, work, size=size)) for size in geometry.NAMES)
    assert not is_marked(seen(adas, work, "image", size="original", format=None))


def test_without_one_none_can_be_asked_for(work, adas, visitor):
    for client in (adas, visitor):
        for size in ("large", "original"):
            answer = ask(client, work, "image", size=size, watermark="true")
            assert (answer.status_code, codes(answer)) == (400, {"watermark": "no_watermark"})
    assert ask(visitor, work, "image", watermark="false").status_code == 200


def test_an_enabled_one_without_text_and_picture_marks_nothing(work, ada, visitor):
    Watermark.objects.create(owner=ada, enabled=True)
    assert not is_marked(seen(visitor, work))


@pytest.mark.parametrize("change", [{"text": "© Ben"}, {"opacity": 0.6}, {"scale": 0.9}, {"position": "center"}])
def test_a_changed_one_is_seen_with_the_next_request(work, adas, visitor, change):
    mark(adas)
    before = ask(visitor, work)
    mark(adas, **change)
    after = ask(visitor, work)
    assert before["ETag"] != after["ETag"]
    assert before.getvalue() != after.getvalue()


def test_turned_off_it_is_gone_with_the_next_request_and_deleted_too(work, adas, visitor):
    mark(adas)
    assert is_marked(seen(visitor, work))
    mark(adas, enabled=False)
    assert not is_marked(seen(visitor, work))
    mark(adas)
    adas.delete("/api/watermark")
    assert not is_marked(seen(visitor, work))


def test_a_picture_serves_as_one(work, adas, visitor):
    mark(adas, text="", image_id=upload(adas, transparent_png(), "logo.png")["id"])
    assert is_marked(seen(visitor, work))
    assert is_marked(seen(visitor, work, "image", size="original"))


def test_one_whose_picture_is_away_is_not_simply_left_out(work, adas, visitor):
    logo = upload(adas, transparent_png(), "logo.png")
    mark(adas, text="", image_id=logo["id"])
    originals().delete(Watermark.objects.get().image.file.stored_name)
    visitor.raise_request_exception = False
    assert ask(visitor, work).status_code == 503
    assert mark_images.call([view_of(work)]) == 0
    assert not Rendition.objects.filter(size__contains="-w").exists()


def test_each_artists_works_bear_their_own(adas, ada, bens, ben, visitor):
    marked, plain = show(adas, ada), show(bens, ben)
    mark(adas)
    assert is_marked(seen(visitor, marked))
    assert is_marked(seen(bens, marked))
    assert not is_marked(seen(visitor, plain))


def test_nothing_that_a_visitor_is_told_leads_to_a_copy_without_it(settings, work, adas, visitor):
    settings.MEDIA_SIGNING_KEY = "k" * 40
    mark(adas)
    (told,) = visitor.get(f"/api/artworks/{work.pk}").json()["images"]
    addresses = [each["url"] for each in told["thumbnails"].values()] + list(told["urls"].values())
    for address in addresses:
        answer = visitor.get(address)
        assert "/media/" not in address
        if answer.status_code == 200 and answer["Content-Type"].startswith("image/"):
            assert is_marked(opened(answer.getvalue())), address
    picture = view_of(work)
    for route in ("thumbnail?format=png", "rendition?format=png", "download?format=png"):
        assert is_marked(opened(visitor.get(f"/api/images/{picture}/{route}").getvalue())), route
    for name in Rendition.objects.values_list("stored_name", flat=True):
        assert visitor.get(f"/media/x/1/{picture}/small/{name}").status_code == 404


@pytest.mark.parametrize("page", ["/", "/feed.atom", "/@ada", "/artworks/{}"])
def test_what_a_page_or_a_feed_shows_of_the_work_bears_it(work, adas, visitor, page):
    mark(adas)
    text = unescape(visitor.get(page.format(work.pk)).content.decode()).replace("\\u0026", "&")
    assert f"/images/{view_of(work)}" not in text
    for address in set(re.findall(r'/api/artworks/(?!\S+/(?:like|share)")[^" <,]+', text)):
        assert is_marked(opened(visitor.get(address).getvalue())), address


@pytest.mark.parametrize("page", ["/", "/@ada", "/@ada/galleries/coast", "/artworks/{}"])
def test_no_page_leads_others_to_a_signed_copy_without_it(settings, work, adas, ada, visitor, page):
    coast = Gallery.objects.create(owner=ada, name="Coast", slug="coast")
    other = show(adas, ada, grey_png(500, 400), gallery=coast)
    render_image.call(view_of(other))
    settings.MEDIA_SIGNING_KEY = "k" * 40
    mark(adas)
    text = visitor.get(page.format(work.pk)).content.decode()
    assert f"/artworks/{other.pk}" in text
    assert "/media/" not in text


def test_a_public_picture_of_its_own_goes_out_without_it_and_through_the_work_with_it(work, adas, visitor):
    mark(adas)
    adas.patch(f"/api/images/{view_of(work)}", {"visibility": "public"})
    own = visitor.get(f"/api/images/{view_of(work)}/thumbnail?format=png")
    assert not is_marked(opened(own.getvalue()))
    assert is_marked(seen(visitor, work))


def test_a_tiny_picture_bears_none_for_it_could_not_be_read(adas, ada, visitor):
    work = show(adas, ada, grey_png(90, 60))
    mark(adas)
    assert not is_marked(seen(visitor, work, size="large"))
