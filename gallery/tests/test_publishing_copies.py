"""Copies of public pictures, published for anyone to fetch without us (CDN_URL), and withdrawn."""

import pytest
from django.core.management import call_command

from gallery import publishing
from gallery.models import Image, Rendition
from gallery.storage import published, renditions
from gallery.storage.shelves import place
from gallery.tasks import render_avif, render_image, settle_publication
from gallery.tests.albums import add, make
from gallery.tests.library import upload
from gallery.tests.pictures import jpeg

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
def image_id(adas, cdn):
    """A public picture of ada's with its copies drawn, and so published."""
    told = upload(adas, jpeg(300, 200), visibility="public")["id"]
    render_image.call(told)
    return told


def shown():
    return sorted(published().names())


def drawn(**which):
    return sorted(Rendition.objects.filter(**which).values_list("stored_name", flat=True))


def told(client, image_id):
    return {size: each["url"] for size, each in client.get(f"/api/images/{image_id}").json()["thumbnails"].items()}


def change(client, image_id, visibility):
    assert client.patch(f"/api/images/{image_id}", {"visibility": visibility}).status_code == 200


def test_what_is_drawn_of_a_public_picture_is_published(image_id):
    assert shown() == drawn() == drawn(is_published=True)
    render_avif.call(image_id)
    assert shown() == drawn(is_published=True)
    assert drawn(is_published=True, format="avif")


def test_nothing_is_published_of_a_private_one(adas, cdn):
    render_image.call(upload(adas, visibility="private")["id"])
    assert (shown(), drawn(is_published=True)) == ([], [])


def test_answers_tell_the_published_copies_and_lists_do_too(adas, visitor, image_id):
    names = dict(Rendition.objects.filter(format="webp").values_list("size", "stored_name"))
    expected = {size: f"{CDN}/{place(name)}" for size, name in names.items()}
    assert told(visitor, image_id) == told(adas, image_id) == expected
    (listed,) = visitor.get("/api/images").json()["results"]
    assert {size: each["url"] for size, each in listed["thumbnails"].items()} == expected


def test_what_is_not_published_is_told_at_our_own_address(adas, cdn):
    image_id = upload(adas, visibility="public")["id"]
    assert told(adas, image_id)["small"] == f"http://testserver/api/images/{image_id}/thumbnail?size=small"


def test_pages_show_the_published_copies(visitor, image_id):
    medium = Rendition.objects.get(size="medium", format="webp").stored_name
    for page in ("/", f"/images/{image_id}"):
        assert f'src="{CDN}/{place(medium)}"' in visitor.get(page).content.decode()


def test_becoming_private_withdraws_at_once(adas, image_id, committed):
    with committed():
        change(adas, image_id, "private")
    assert (shown(), drawn(is_published=True)) == ([], [])
    assert told(adas, image_id)["small"].startswith("http://testserver/api/")
    assert renditions().size(drawn()[0])


def test_becoming_public_publishes_what_is_drawn(adas, image_id, committed):
    with committed():
        change(adas, image_id, "private")
    change(adas, image_id, "public")
    assert shown() == []
    assert settle_publication.call([image_id]) == len(drawn())
    assert shown() == drawn(is_published=True) == drawn()
    assert settle_publication.call([image_id]) == 0


def test_an_album_publishes_what_it_holds_and_withdraws_it_when_it_is_closed(adas, cdn, committed):
    image_id = upload(adas, visibility="private")["id"]
    render_image.call(image_id)
    album = make(adas, privacy_setting="public")["id"]
    add(adas, album, image_id)
    settle_publication.call([image_id])
    assert shown() == drawn(is_published=True) == drawn()
    with committed():
        adas.patch(f"/api/albums/{album}", {"privacy_setting": "private"})
    assert (shown(), drawn(is_published=True)) == ([], [])


def test_deleting_a_picture_withdraws_its_copies(adas, image_id, committed):
    with committed():
        assert adas.delete(f"/api/images/{image_id}").status_code == 200
    assert shown() == []


def test_a_copy_that_is_drawn_anew_takes_the_place_of_the_old_one(adas, image_id, committed):
    before = shown()
    assert adas.patch(f"/api/images/{image_id}", {"copyright_notice": "© ada and ben"}).status_code == 200
    with committed():
        render_image.call(image_id)
    assert shown() == drawn(is_published=True)
    assert set(shown()).isdisjoint(before)


def test_what_became_private_while_it_was_published_goes_again(adas, image_id):
    """Its bytes are copied before it is looked at again, under its lock."""
    published().delete_many(shown())
    put = publishing.put_there(publishing.due_copies(image_id))
    Image.objects.filter(pk=image_id).update(visibility="private")
    Image.objects.filter(pk=image_id, is_public=True).update(is_public=False)
    assert publishing.conclude(image_id, *put) == 0
    assert shown() == []


def test_a_crash_between_is_found_and_mended(adas, image_id, capsys):
    Image.objects.filter(pk=image_id).update(visibility="private", is_public=False)
    Rendition.objects.update(is_published=False)
    assert len(shown()) == len(drawn())
    settle_publication.call([image_id])
    assert shown() == []


def test_a_copy_that_is_lost_is_published_again_by_the_repair(image_id, capsys):
    published().delete(shown()[0])
    with pytest.raises(SystemExit):
        call_command("verify_storage")
    call_command("verify_storage", repair=True)
    assert "a published copy is missing" in capsys.readouterr().out
    assert shown() == drawn()


def test_without_a_cdn_nothing_is_published_and_what_was_is_withdrawn(settings, adas, image_id):
    settings.CDN_URL = ""
    render_image.call(upload(adas, jpeg(50, 40), visibility="public")["id"])
    call_command("publish_copies")
    assert (shown(), drawn(is_published=True)) == ([], [])


def test_pictures_of_before_are_published_by_the_command(settings, adas, capsys, cdn):
    settings.CDN_URL = ""
    for side in (50, 60):
        render_image.call(upload(adas, jpeg(side, 40), visibility="public")["id"])
    settings.CDN_URL = CDN
    call_command("publish_copies")
    assert f"{len(drawn())} copies published." in capsys.readouterr().out
    assert shown() == drawn(is_published=True)
    call_command("publish_copies")
    assert "0 copies published." in capsys.readouterr().out


def test_what_was_published_is_published_in_the_bucket_too_once_storage_has_moved(settings, adas, s3_server):
    settings.CDN_URL = CDN
    render_image.call(upload(adas, visibility="public")["id"])
    settings.OBJECT_STORAGE = s3_server.options()
    call_command("move_storage", to="s3")
    call_command("verify_storage", repair=True)
    assert shown() == drawn() == drawn(is_published=True)


def test_a_published_copy_on_the_disk_takes_no_room_of_its_own(settings, adas):
    settings.CDN_URL = CDN
    render_image.call(upload(adas, visibility="public")["id"])
    name = shown()[0]
    assert published().path(name).samefile(renditions().path(name))


def test_withdrawing_while_storage_is_away_is_made_up_for(settings, s3, adas, committed, django_user_model):
    settings.CDN_URL = CDN
    image_id = upload(adas, visibility="public")["id"]
    render_image.call(image_id)
    with s3.away(), committed():
        change(adas, image_id, "private")
    assert (len(shown()), drawn(is_published=True)) == (len(drawn()), [])
    settle_publication.call([image_id])
    assert shown() == []
