"""Copies of works on the CDN: those that others get, within the limit and under the mark, and no others."""

import pytest
from django.core.management import call_command

from gallery import publishing
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.actions.presentation import change_public_size
from gallery.models import Rendition
from gallery.storage import published, renditions
from gallery.storage.shelves import place
from gallery.tasks import mark_images, render_image, renew_shown, settle_publication
from gallery.tests.showing import ask, is_marked, mark, opened, show, view_of

CDN = "https://cdn.example/copies"


@pytest.fixture(params=["disk", "s3"])
def cdn(request, settings):
    if request.param == "s3":
        request.getfixturevalue("s3")
    settings.CDN_URL = CDN


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Within it what is to happen on commit happens."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def work(adas, ada, cdn):
    """A public work with its copies drawn and, as far as others get them, published."""
    work = show(adas, ada)
    render_image.call(view_of(work))
    return work


def there():
    """What lies on the public shelf, as the rows call it."""
    names = set(published().names())
    rows = Rendition.objects.filter(stored_name__in=names)
    assert names == set(rows.values_list("stored_name", flat=True))
    assert names == set(Rendition.objects.filter(is_published=True).values_list("stored_name", flat=True))
    return {(row.size.partition("-")[0], "-w" in row.size) for row in rows}


def bytes_of(name):
    with published().open(name) as file:
        return file.read()


def plain(*sizes):
    return {(size, False) for size in sizes}


def marked(*sizes):
    return {(size, True) for size in sizes}


def told(client, work):
    """Where the sizes of a work's main picture are, as this client is told."""
    return {size: each["url"] for size, each in client.get(f"/api/artworks/{work.pk}").json()["thumbnails"].items()}


def on_cdn(**which):
    return f"{CDN}/{place(Rendition.objects.get(format='webp', **which).stored_name)}"


def test_those_within_the_limit_are_published_and_told(work, visitor, ada):
    assert there() == plain("small", "medium", "large", "square")
    addresses = told(visitor, work)
    for size in ("small", "medium", "large", "square"):
        assert addresses[size] == on_cdn(size=size)
    assert addresses["xlarge"] == on_cdn(size="large")


def test_lists_tell_them_too(work, visitor):
    (listed,) = visitor.get("/api/artworks").json()["results"]
    assert listed["thumbnails"]["small"]["url"] == on_cdn(size="small")
    assert listed["images"][0]["thumbnails"]["small"]["url"] == on_cdn(size="small")


@pytest.mark.parametrize("facts", [{"status": "draft"}, {"availability_status": "private"}])
def test_hiding_the_work_withdraws_them_at_once(work, ada, adas, committed, facts):
    with committed():
        change_artwork(artwork=work, by=ada, **facts)
    assert there() == set()
    assert told(adas, work)["small"].startswith("http://testserver/api/artworks/")
    change_artwork(artwork=work, by=ada, status="published", availability_status="available")
    mark_images.call([view_of(work)])
    assert there() == plain("small", "medium", "large", "square")


def test_deleting_the_work_withdraws_them_even_where_the_picture_stays(work, ada, committed):
    with committed():
        delete_artwork(artwork=work, by=ada, keep_images=True)
    assert there() == set()


def test_a_lower_limit_withdraws_what_is_above_at_once_and_a_higher_one_publishes(work, ada, visitor, committed):
    with committed():
        change_public_size(by=ada, size="small")
    assert there() == plain("small", "square")
    assert told(visitor, work)["large"] == on_cdn(size="small")
    change_public_size(by=ada, size="original")
    renew_shown.call(str(ada.pk))
    assert there() == plain("small", "medium", "large", "xlarge", "square")


def test_a_mark_withdraws_what_is_without_it_at_once_and_publishes_what_bears_it(work, ada, adas, visitor, committed):
    with committed():
        mark(adas)
    assert there() == set()
    assert told(visitor, work)["small"].startswith("http://testserver/api/artworks/")
    renew_shown.call(str(ada.pk))
    assert there() == marked("small", "medium", "large", "square")
    assert told(visitor, work)["small"] == on_cdn(size__startswith="small-w")
    assert told(adas, work)["small"].startswith("http://testserver/api/artworks/")
    assert all(is_marked(opened(bytes_of(name))) for name in published().names())


def test_another_mark_withdraws_the_old_at_once_and_without_one_all_is_as_it_was(work, ada, adas, committed):
    mark(adas)
    renew_shown.call(str(ada.pk))
    old = set(published().names())
    with committed():
        mark(adas, text="© Ben")
    assert there() == set()
    with committed():
        renew_shown.call(str(ada.pk))
    assert old.isdisjoint(published().names())
    with committed():
        adas.delete("/api/watermark")
        renew_shown.call(str(ada.pk))
    assert there() == plain("small", "medium", "large", "square")


def test_one_that_is_drawn_on_request_is_published_by_a_task(work, adas, visitor):
    mark(adas)
    ask(visitor, work, size="small", format="webp")
    settle_publication.call([view_of(work)])
    assert ("small", True) in there()


def test_a_public_picture_has_all_its_own_copies_there_and_the_works_too(work, ada, adas, visitor, committed):
    mark(adas)
    renew_shown.call(str(ada.pk))
    adas.patch(f"/api/images/{view_of(work)}", {"visibility": "public"})
    settle_publication.call([view_of(work)])
    sizes = ("small", "medium", "large", "square")
    assert there() == plain(*sizes, "xlarge") | marked(*sizes)
    assert told(visitor, work)["small"] == on_cdn(size__startswith="small-w")
    with committed():
        change_artwork(artwork=work, by=ada, status="draft")
    assert there() == plain(*sizes, "xlarge")


def test_a_picture_that_is_private_again_keeps_those_that_a_work_shows(work, ada, adas, committed):
    adas.patch(f"/api/images/{view_of(work)}", {"visibility": "public"})
    settle_publication.call([view_of(work)])
    with committed():
        adas.patch(f"/api/images/{view_of(work)}", {"visibility": "private"})
    settle_publication.call([view_of(work)])
    assert there() == plain("small", "medium", "large", "square")


def test_what_was_marked_while_it_was_published_goes_again(work, ada, adas):
    """Its bytes are copied before the terms are looked at again, under a lock."""
    published().delete_many(list(published().names()))
    Rendition.objects.update(is_published=False)
    put = publishing.put_there(publishing.due_copies(work.views.get().image_id))
    mark(adas)
    assert publishing.conclude(work.views.get().image_id, *put) == 0
    assert there() == set()


def test_what_is_signed_for_the_artist_is_told_to_nobody_else(settings, work, adas, bens, visitor):
    settings.CDN_URL, settings.MEDIA_SIGNING_KEY = "", "k" * 40
    settle_publication.call([view_of(work)])
    assert told(adas, work)["small"].startswith("http://testserver/media/")
    for client in (bens, visitor):
        assert "/media/" not in str(told(client, work))


def test_the_repairs_leave_what_a_work_shows_and_withdraw_the_rest(work, ada, capsys):
    before = set(published().names())
    call_command("verify_storage")
    call_command("publish_copies")
    assert set(published().names()) == before
    change_public_size(by=ada, size="small")
    call_command("publish_copies")
    assert there() == plain("small", "square")


def test_without_a_cdn_nothing_is_published(settings, adas, ada):
    settings.CDN_URL = ""
    work = show(adas, ada)
    render_image.call(view_of(work))
    mark_images.call([view_of(work)])
    assert list(published().names()) == []
    assert renditions().size(Rendition.objects.first().stored_name)
