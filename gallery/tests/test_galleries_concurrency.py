"""Galleries changed by several at the same time."""

import pytest

from accounts.models import Statistics
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.models import Artwork, Gallery, GalleryArtwork
from gallery.tests.galleries import counts, gallery_of, hanging, place
from gallery.tests.works import new_work

pytestmark = pytest.mark.django_db(transaction=True)


def statuses(answers):
    return sorted(answer.status_code for answer in answers)


def test_works_hung_at_once_have_places_of_their_own(ada, client_of, at_once):
    works, gallery = [new_work(ada) for _ in range(4)], gallery_of(ada)
    answers = at_once(4, lambda index: place(client_of(ada), gallery, works[index].pk, position=0))
    assert statuses(answers) == [200] * 4
    assert set(hanging(gallery)) == {work.pk for work in works}
    assert counts(gallery) == (4, 4)


def test_one_work_hung_twice_at_once_hangs_once(ada, client_of, at_once):
    works = [new_work(ada) for _ in range(3)]
    gallery = gallery_of(ada, *works[:2])
    answers = at_once(4, lambda index: place(client_of(ada), gallery, works[2].pk, position=index))
    assert statuses(answers) == [200] * 4
    assert set(hanging(gallery)) == {work.pk for work in works}


def test_two_orders_at_once_leave_one_of_them(ada, client_of, at_once):
    ids = [new_work(ada).pk for _ in range(3)]
    gallery = gallery_of(ada, *Artwork.objects.filter(pk__in=ids))
    orders = [ids, ids[::-1]]

    def deed(index):
        body = {"artwork_ids": [str(each) for each in orders[index]]}
        return client_of(ada).put(f"/api/galleries/{gallery.pk}/artworks/order", body)

    assert statuses(at_once(2, deed)) == [200, 200]
    assert hanging(gallery) in orders


def test_a_gallery_deleted_while_works_come_in_is_gone_for_good(ada, client_of, at_once):
    works, gallery = [new_work(ada) for _ in range(3)], gallery_of(ada)

    def deed(index):
        client = client_of(ada)
        return client.delete(f"/api/galleries/{gallery.pk}") if index == 3 else place(client, gallery, works[index].pk)

    assert set(statuses(at_once(4, deed))) <= {200, 404}
    assert (Gallery.objects.count(), GalleryArtwork.objects.count(), Artwork.objects.count()) == (0, 0, 3)
    assert Statistics.objects.get(pk=ada.pk).gallery_count == 0


def test_a_work_deleted_while_it_is_hung_hangs_nowhere(ada, client_of, at_once):
    work, gallery = new_work(ada), gallery_of(ada, new_work(ada))

    def deed(index):
        if index == 0:
            return delete_artwork(artwork=work, by=ada)
        return place(client_of(ada), gallery, work.pk, position=0)

    pictures_deleted, *answers = at_once(3, deed)
    assert pictures_deleted == 1
    assert set(statuses(answers)) <= {200, 400}
    assert (len(hanging(gallery)), counts(gallery)) == (1, (1, 1))


def test_a_work_hidden_while_it_is_hung_is_counted_as_hidden(ada, client_of, at_once):
    for _round in range(3):
        work, gallery = new_work(ada), gallery_of(ada)

        def deed(index, work=work, gallery=gallery):
            if index == 0:
                return change_artwork(artwork=work, by=ada, status="draft")
            return place(client_of(ada), gallery, work.pk)

        at_once(2, deed)
        assert (hanging(gallery), counts(gallery)) == ([work.pk], (1, 0))


def test_galleries_of_one_name_made_at_once_have_addresses_of_their_own(ada, client_of, at_once):
    answers = at_once(4, lambda _: client_of(ada).post("/api/galleries", {"name": "Sea"}))
    assert statuses(answers) == [201] * 4
    assert set(Gallery.objects.values_list("slug", flat=True)) == {"sea", "sea-2", "sea-3", "sea-4"}
    assert Statistics.objects.get(pk=ada.pk).gallery_count == 4
