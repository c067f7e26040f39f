"""Many works at once: all of it or nothing."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Statistics
from gallery.models import Artwork, ArtworkTag, Gallery, GalleryArtwork, Image, Tag
from gallery.tests.albums import album_of
from gallery.tests.library import codes, new_image
from gallery.tests.works import new_work


def send(client, operation, *things, **said):
    name = "image_ids" if operation == "create" else "artwork_ids"
    return client.post("/api/artworks/batch", {"operation": operation, name: [str(t.pk) for t in things], **said})


def outcome(answer):
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert told["processed"] == len(told["results"])
    return [result["status"] for result in told["results"]]


def rows():
    """All that a batch may change."""
    tables = (Artwork, ArtworkTag, GalleryArtwork, Image, Tag, Gallery, Statistics)
    return [list(table.objects.order_by("pk").values()) for table in tables]


@pytest.fixture
def room(ada):
    return Gallery.objects.create(owner=ada, name="Room", slug="room")


@pytest.fixture
def works(ada):
    return [new_work(ada, f"{n}", tags=["sea"]) for n in range(3)]


def test_each_picture_becomes_a_work(ada, adas, room):
    images = [
        new_image(ada, "Named", visibility="private"),
        new_image(ada, original_filename="DSC_01.final.jpg", visibility="private"),
    ]
    answer = send(adas, "create", *images, medium="Oil", tags=["Sea"], gallery_id=str(room.pk), status="published")
    assert outcome(answer) == ["created", "created"]
    told = answer.json()["results"]
    assert [each["image_id"] for each in told] == [str(image.pk) for image in images]
    hung = GalleryArtwork.objects.order_by("position")
    assert [(row.artwork.title, row.artwork.medium, str(row.artwork_id)) for row in hung] == [
        ("Named", "Oil", told[0]["id"]),
        ("DSC_01.final", "Oil", told[1]["id"]),
    ]
    assert (Tag.objects.get().public_count, Image.objects.filter(is_shown=True).count()) == (2, 2)
    statistics = Statistics.objects.get()
    assert (statistics.artwork_count, statistics.public_artwork_count) == (2, 2)


def test_one_title_may_be_given_to_all(ada, adas):
    send(adas, "create", new_image(ada, "A"), new_image(ada, "B"), title="Studies")
    assert list(Artwork.objects.values_list("title", flat=True)) == ["Studies"] * 2


def test_all_are_changed_alike_and_told_which_were(ada, adas, works):
    Artwork.objects.filter(pk=works[0].pk).update(medium="Oil")
    assert outcome(send(adas, "update", *works, medium="Oil")) == ["unchanged", "changed", "changed"]
    assert set(Artwork.objects.values_list("medium", flat=True)) == {"Oil"}


def test_tags_become_exactly_those_sent(adas, works):
    assert outcome(send(adas, "update", *works, tags=["sky"])) == ["changed"] * 3
    assert dict(Tag.objects.values_list("name", "public_count")) == {"sea": 0, "sky": 3}
    assert outcome(send(adas, "update", *works, tags=["sky"])) == ["unchanged"] * 3


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_what_is_not_sent_stays_as_it_was_in_a_form_too(ada, adas, form):
    work = new_work(ada, is_mature=True, medium="Oil")
    body = {"operation": "update", "artwork_ids": [str(work.pk)], "title": "Dusk"}
    assert outcome(adas.post("/api/artworks/batch", body, format=form)) == ["changed"]
    work.refresh_from_db()
    assert (work.title, work.medium, work.is_mature) == ("Dusk", "Oil", True)


def test_hiding_many_hides_them_everywhere(adas, works, visitor):
    assert outcome(send(adas, "update", *works[:2], status="draft")) == ["changed"] * 2
    assert visitor.get("/api/artworks").json()["count"] == 1
    assert (Tag.objects.get().public_count, Statistics.objects.get().public_artwork_count) == (1, 1)
    assert outcome(send(adas, "update", *works, status="published")) == ["changed", "changed", "unchanged"]
    assert not Artwork.objects.filter(published_at=None).exists()


def test_each_is_judged_by_what_it_says_already(ada, adas, works):
    priced = new_work(ada, price=5, currency="EUR")
    before = rows()
    answer = send(adas, "update", *works, priced, currency="")
    assert (answer.status_code, codes(answer)) == (400, {"currency": "required"})
    assert rows() == before
    assert outcome(send(adas, "update", priced, price="6")) == ["changed"]


def test_they_go_with_their_pictures_but_for_what_others_show(ada, adas):
    images = [new_image(ada, visibility="private") for _ in range(3)]
    works = [new_work(ada, images=(images[0], images[1])), new_work(ada, images=(images[1], images[2]))]
    album_of(ada, images[2])
    assert outcome(send(adas, "delete", *works)) == ["deleted"] * 2
    assert list(Image.objects.values_list("pk", flat=True)) == [images[2].pk]
    statistics = Statistics.objects.get()
    assert (statistics.artwork_count, statistics.public_artwork_count) == (0, 0)


def test_their_pictures_may_be_kept(adas, works):
    assert outcome(send(adas, "delete", *works, image="keep")) == ["deleted"] * 3
    assert Image.objects.filter(is_shown=False).count() == 3


def test_they_are_hung_behind_what_hangs_there(ada, adas, works, room):
    GalleryArtwork.objects.create(gallery=room, artwork=works[2], position=0)
    assert outcome(send(adas, "gallery", *works, gallery_id=str(room.pk))) == ["hung", "hung", "unchanged"]
    order = GalleryArtwork.objects.order_by("position").values_list("artwork__title", "position")
    assert list(order) == [("2", 0), ("0", 1), ("1", 2)]
    room.refresh_from_db()
    assert room.artwork_count == 3


@pytest.mark.parametrize("operation", ["create", "update", "delete", "gallery"])
def test_a_dry_run_answers_alike_and_changes_nothing(ada, adas, works, room, operation):
    things = [new_image(ada, f"{n}") for n in range(2)] if operation == "create" else works
    said = {"gallery_id": str(room.pk), "medium": "Oil", "tags": ["new"]}
    before = rows()
    tried = send(adas, operation, *things, dry_run=True, **said).json()
    assert rows() == before
    done = send(adas, operation, *things, **said).json()
    if operation == "create":
        assert {each.pop("id") for each in tried["results"]} == {None}
        assert all(each.pop("id") for each in done["results"])
    assert tried == done


@pytest.mark.parametrize("operation", ["create", "update", "delete", "gallery"])
def test_one_unknown_or_foreign_refuses_all(ada, adas, ben, works, room, operation):
    is_new = operation == "create"
    mine = [new_image(ada)] if is_new else works
    seen = new_image(ben) if is_new else new_work(ben)
    hidden = new_image(ben, visibility="private") if is_new else new_work(ben, status="draft")
    before = rows()
    for other, status in ((seen, 403), (hidden, 404), (Artwork(pk=uuid4()), 404)):
        answer = send(adas, operation, *mine, other, gallery_id=str(room.pk), medium="Oil")
        assert answer.status_code == status
    assert rows() == before


@pytest.mark.parametrize(
    ("said", "complaints"),
    [
        ({}, {"operation": "required"}),
        ({"operation": "burn"}, {"operation": "invalid_choice"}),
        ({"operation": "create"}, {"image_ids": "required"}),
        ({"operation": "update"}, {"artwork_ids": "required"}),
        ({"operation": "gallery"}, {"artwork_ids": "required", "gallery_id": "required"}),
        ({"operation": "delete", "artwork_ids": []}, {"artwork_ids": "empty"}),
        ({"operation": "delete", "artwork_ids": ["x"]}, {"artwork_ids": "invalid"}),
        ({"operation": "delete", "artwork_ids": [str(uuid4()) for _ in range(501)]}, {"artwork_ids": "max_length"}),
        ({"operation": "delete", "artwork_ids": [str(uuid4())], "image": "burn"}, {"image": "invalid_choice"}),
        ({"operation": "create", "image_ids": [str(uuid4())], "price": "1"}, {"currency": "required"}),
        ({"operation": "update", "artwork_ids": [str(uuid4())], "title": ""}, {"title": "blank"}),
    ],
)
def test_what_cannot_be_done_is_a_400_on_the_field(adas, said, complaints):
    answer = adas.post("/api/artworks/batch", said)
    assert (answer.status_code, codes(answer)) == (400, complaints)


@pytest.mark.parametrize("operation", ["create", "update", "delete", "gallery"])
def test_many_cost_hardly_more_statements_than_few(ada, adas, room, operation):
    images = [new_image(ada, f"{n}", visibility="private") for n in range(40)]
    things = images if operation == "create" else [new_work(ada, images=(image,)) for image in images]
    said = {"gallery_id": str(room.pk), "tags": ["sea", "sky"], "medium": "Oil", "dry_run": True}
    costs = []
    for number in (2, 40):
        with CaptureQueriesContext(connection) as captured:
            assert len(outcome(send(adas, operation, *things[:number], **said))) == number
        costs.append(len(captured))
    assert costs[1] <= costs[0] + 4
