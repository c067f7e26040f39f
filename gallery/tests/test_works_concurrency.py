"""Works changed and deleted by several at the same time."""

import pytest

from accounts.models import Statistics
from gallery.models import Artwork, ArtworkImage, Category, Gallery, GalleryArtwork, Image, Tag, UploadAnswer
from gallery.tests.library import new_image
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import named
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db(transaction=True)


def statuses(answers):
    return sorted(answer.status_code for answer in answers)


def counts():
    statistics = Statistics.objects.get()
    return (
        statistics.artwork_count,
        statistics.public_artwork_count,
        sum(Tag.objects.values_list("public_count", flat=True)),
    )


def test_changes_at_once_all_come_through_and_counts_stay_right(ada, client_of, at_once):
    categories = [Category.objects.create(name=f"{n}", slug=f"{n}") for n in range(2)]
    work = new_work(ada)

    def deed(index):
        said = {
            "category": categories[index % 2].pk,
            "tags": [f"tag {index}"],
            "status": "draft" if index == 3 else "published",
        }
        return client_of(ada).patch(f"/api/artworks/{work.pk}", said)

    assert statuses(at_once(6, deed)) == [200] * 6
    work.refresh_from_db()
    seen = int(work.status == "published")
    assert counts() == (1, seen, seen)
    assert sum(Category.objects.values_list("public_count", flat=True)) == seen


def test_pictures_exchanged_at_once_leave_one_of_the_orders(ada, client_of, at_once):
    images = [new_image(ada, visibility="private") for _ in range(4)]
    work, ids = new_work(ada, images=tuple(images)), [str(image.pk) for image in images]

    def deed(index):
        return client_of(ada).patch(f"/api/artworks/{work.pk}", {"image_ids": ids[index:] + ids[:index]})

    assert statuses(at_once(4, deed)) == [200] * 4
    places = ArtworkImage.objects.order_by("position").values_list("position", flat=True)
    assert list(places) == [0, 1, 2, 3]


def test_a_work_deleted_while_it_is_changed_is_gone_for_good(ada, client_of, at_once):
    for _round in range(3):
        work, room = new_work(ada), Gallery.objects.create(owner=ada, name="Room", slug=f"room-{_round}")

        def deed(index, work=work, room=room):
            client, path = client_of(ada), f"/api/artworks/{work.pk}"
            said = {"gallery_id": str(room.pk), "tags": ["sea"]}
            return client.delete(path) if index == 0 else client.patch(path, said)

        first, *others = at_once(4, deed)
        assert first.status_code == 200
        assert set(statuses(others)) <= {200, 404}
    assert (Artwork.objects.count(), Image.objects.count(), GalleryArtwork.objects.count()) == (0, 0, 0)
    assert counts() == (0, 0, 0)
    assert set(Gallery.objects.values_list("artwork_count", flat=True)) == {0}


def test_what_two_delete_at_once_is_counted_once(ada, client_of, at_once):
    work = new_work(ada)
    answers = at_once(4, lambda _: client_of(ada).delete(f"/api/artworks/{work.pk}"))
    assert statuses(answers) == [200, 404, 404, 404]
    assert counts() == (0, 0, 0)


def test_works_that_share_a_picture_deleted_at_once_take_it_along(ada, client_of, at_once):
    image = new_image(ada, visibility="private")
    works = [new_work(ada, images=(image,)) for _ in range(4)]
    answers = at_once(4, lambda index: client_of(ada).delete(f"/api/artworks/{works[index].pk}"))
    assert statuses(answers) == [200] * 4
    assert not Image.objects.exists()


def test_a_picture_goes_or_is_shown_never_both(ada, client_of, at_once):
    for _round in range(3):
        image, first = new_image(ada, visibility="private"), new_work(ada)

        def deed(index, image=image, first=first):
            if index == 0:
                return client_of(ada).delete(f"/api/images/{image.pk}")
            return client_of(ada).patch(f"/api/artworks/{first.pk}", {"image_id": str(image.pk)})

        gone, shown = at_once(2, deed)
        assert (gone.status_code, shown.status_code) in {(200, 400), (409, 200), (200, 409)}


def test_a_request_repeated_while_it_is_under_way_makes_one_work(ada, client_of, at_once):
    def deed(_index):
        body = {"title": "Harbour", "image_file": named("a.jpg", jpeg(70, 50))}
        headers = {"Idempotency-Key": "one"}
        return client_of(ada).post("/api/artworks/upload", body, format="multipart", headers=headers)

    answers = at_once(4, deed)
    assert statuses(answers) == [201] * 4
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert (Artwork.objects.count(), Image.objects.count(), UploadAnswer.objects.count()) == (1, 1, 1)


def test_batches_at_once_on_the_same_works_all_come_through(ada, client_of, at_once):
    works = [new_work(ada, f"{n}") for n in range(8)]

    def deed(index):
        order = [str(work.pk) for work in works[:: (-1) ** index]]
        said = {"operation": "update", "artwork_ids": order, "tags": [f"tag {index}", "sea"]}
        return client_of(ada).post("/api/artworks/batch", said)

    assert statuses(at_once(4, deed)) == [200] * 4
    assert counts() == (8, 8, 16)
