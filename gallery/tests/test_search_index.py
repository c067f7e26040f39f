"""What is found follows every change in the change's own transaction."""

from io import StringIO

from django.core.management import call_command
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from accounts.models import Artist
from gallery import tasks
from gallery.actions.albums import change_album, delete_album
from gallery.actions.files import delete_library_of
from gallery.actions.images import change_image, delete_image
from gallery.models import Image, SearchEntry
from gallery.search import rebuilding
from gallery.search.describing.library import describe_images
from gallery.search.index import add, rename_artist
from gallery.tasks import index_what_is_missing
from gallery.tests.albums import album_of
from gallery.tests.library import new_image, upload
from gallery.tests.searching import found


def test_what_is_uploaded_is_found_at_once(adas):
    upload(adas, title="Lighthouse", tags=["storm"])
    assert found(adas, "lighthouse tag:storm") == ["Lighthouse"]


def test_what_is_changed_is_found_by_what_it_says_now(ada, visitor):
    image = new_image(ada, "Sea", tags=("gull",))
    change_image(image=image, by=ada, title="Snow", tags=["crow"])
    assert found(visitor, "sea OR gull") == []
    assert found(visitor, "snow tag:crow") == ["Snow"]


def test_an_entry_keeps_its_place_when_it_changes(ada):
    image = new_image(ada, "Sea")
    place = SearchEntry.objects.get(kind="image").pk
    change_image(image=image, by=ada, title="Snow")
    assert SearchEntry.objects.get(kind="image").pk == place


def test_a_change_that_is_taken_back_was_never_found(ada, visitor):
    image = new_image(ada, "Sea")
    with transaction.atomic():
        change_image(image=image, by=ada, title="Snow")
        new_image(ada, "Storm")
        transaction.set_rollback(True)
    assert found(visitor, "snow OR storm") == []
    assert found(visitor, "sea") == ["Sea"]


def test_what_is_deleted_is_found_no_more(ada, visitor):
    delete_image(image=new_image(ada, "Sea"), by=ada)
    assert found(visitor, "sea") == []
    assert not SearchEntry.objects.filter(kind="image").exists()


def test_an_album_is_followed_as_a_picture_is(ada, visitor):
    album = album_of(ada, new_image(ada, "Gull"), name="Sea", privacy_setting="public")
    assert found(visitor, "sea") == ["Sea"]
    change_album(album=album, by=ada, name="Snow", description="and ice")
    assert (found(visitor, "sea"), found(visitor, "snow ice")) == ([], ["Snow"])
    delete_album(album=album, by=ada)
    assert found(visitor, "snow") == []


def test_a_batch_of_tags_is_followed(ada, adas, visitor):
    images = [str(new_image(ada, title).pk) for title in ("Sea", "Snow")]
    answer = adas.post("/api/images/batch", {"operation": "tag", "image_ids": images, "tags": ["storm"]})
    assert answer.status_code == 200
    assert set(found(visitor, "tag:storm")) == {"Sea", "Snow"}


def test_who_has_another_name_is_found_by_that(ada, visitor):
    new_image(ada, "Sea")
    Artist.objects.filter(pk=ada.pk).update(artist_name="Lovelace")
    rename_artist(ada)
    assert found(visitor, "artist:lovelace") == ["Sea"]
    assert found(visitor, "artist:ada") == ["Sea"]  # the username


def test_a_library_that_goes_leaves_nothing_to_find(ada, ben, visitor):
    album_of(ada, new_image(ada, "Sea"), name="Days", privacy_setting="public")
    new_image(ben, "Snow")
    delete_library_of(ada)
    assert found(visitor) == ["Snow"]
    assert SearchEntry.objects.exclude(kind="artist").count() == 1


def test_things_of_one_microsecond_all_find_a_place(ada):
    images = [new_image(ada, f"Sea {number}").pk for number in range(5)]
    SearchEntry.objects.all().delete()
    described = describe_images(images)
    # The same slot is wished for by each: they are numbered by what is left of their ids.
    same = {described[pk][1].object_id: described[pk] for pk in images}
    add("image", same)
    assert SearchEntry.objects.count() == 5
    assert len({entry.pk for _, entry in same.values()}) == 5


def rebuilt() -> str:
    out = StringIO()
    call_command("rebuild_search", stdout=out, stderr=StringIO())
    return out.getvalue()


def test_rebuilding_sets_right_what_is_missing_wrong_or_lost(ada, visitor, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    images = [new_image(ada, f"Sea {number}") for number in range(5)]
    album_of(ada, name="Sea album", privacy_setting="public")
    assert rebuilt() == "0 entries set right.\n"
    SearchEntry.objects.filter(object_id=images[0].pk).delete()
    SearchEntry.objects.filter(object_id=images[1].pk).update(title="snow")
    Image.objects.filter(pk=images[2].pk).delete()
    assert rebuilt() == "3 entries set right.\n"
    assert set(found(visitor, "sea")) == {"Sea 0", "Sea 1", "Sea 3", "Sea 4", "Sea album"}
    assert found(visitor, "snow") == []


def test_rebuilding_can_be_stopped_and_run_again(ada, visitor, monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    for number in range(3):
        new_image(ada, f"Sea {number}")
    SearchEntry.objects.all().delete()
    steps = rebuilding.rebuild()
    assert next(steps) == 1
    steps.close()
    assert len(found(visitor, "sea")) == 1
    assert rebuilt() == "3 entries set right.\n"  # two pictures, and their artist
    assert len(found(visitor, "sea")) == 3


def test_what_was_there_before_the_index_is_found_once_the_worker_has_been(ada, visitor):
    images = [new_image(ada, f"Sea {number}") for number in range(3)]
    album_of(ada, *images, name="Sea", privacy_setting="public")
    SearchEntry.objects.all().delete()
    assert found(visitor, "sea") == []
    assert index_what_is_missing.call() == 5  # their artist too
    assert len(found(visitor, "sea")) == 4
    assert index_what_is_missing.call() == 0


def test_more_than_one_turn_is_asked_for_where_one_is_not_enough(ada, monkeypatch):
    monkeypatch.setattr(tasks, "INDEXED_AT_ONCE", 2)
    for number in range(3):
        new_image(ada, f"Sea {number}")
    SearchEntry.objects.filter(kind="image").delete()
    assert index_what_is_missing.call() == 2
    assert DBTaskResult.objects.filter(task_path="gallery.tasks.index_what_is_missing").count() == 1
