"""Albums changed by several at the same time."""

import pytest
from rest_framework.test import APIClient

from accounts.exceptions import Conflict
from accounts.models import User
from gallery.actions.shares import share_with_person
from gallery.models import Album, AlbumImage, AlbumLineage, AlbumShare, Image, Tag
from gallery.tests.albums import add, album_of, follow, held, share
from gallery.tests.library import new_image

pytestmark = pytest.mark.django_db(transaction=True)


def statuses(answers):
    return sorted(answer.status_code for answer in answers)


def test_two_moves_at_once_never_close_a_circle(ada, client_of, at_once):
    for _round in range(3):
        pair = [album_of(ada, name="a"), album_of(ada, name="b")]

        def move(index, pair=pair):
            body = {"parent_id": str(pair[1 - index].pk)}
            return client_of(ada).patch(f"/api/albums/{pair[index].pk}", body)

        assert statuses(at_once(2, move)) == [200, 409]
    assert AlbumLineage.objects.filter(depth=1).count() == 3


def test_adding_while_the_album_turns_private_leaves_nothing_open(ada, client_of, at_once):
    images = [new_image(ada, visibility="private", tags=("sea",)) for _ in range(6)]
    album = album_of(ada, *images[:2], privacy_setting="public")

    def deed(index):
        client = client_of(ada)
        if index == 0:
            return client.patch(f"/api/albums/{album.pk}", {"privacy_setting": "private"})
        return add(client, album.pk, images[index + 1].pk)

    assert statuses(at_once(5, deed)) == [200] * 5
    assert not Image.objects.filter(is_public=True).exists()
    assert Tag.objects.get().public_count == 0
    assert (len(held(album)), Album.objects.get().image_count) == (6, 6)


def test_adding_while_it_turns_public_opens_all(ada, client_of, at_once):
    images = [new_image(ada, visibility="private") for _ in range(4)]
    album = album_of(ada, images[0])

    def deed(index):
        client = client_of(ada)
        if index == 0:
            return client.patch(f"/api/albums/{album.pk}", {"privacy_setting": "public"})
        return add(client, album.pk, images[index].pk)

    assert statuses(at_once(4, deed)) == [200] * 4
    assert Image.objects.filter(is_public=True).count() == 4


def test_pictures_added_at_once_have_places_of_their_own(ada, client_of, at_once):
    images, album = [new_image(ada) for _ in range(6)], album_of(ada)
    at_once(6, lambda index: add(client_of(ada), album.pk, images[index].pk, images[index - 1].pk))
    assert sorted(AlbumImage.objects.values_list("position", flat=True)) == list(range(6))
    assert Album.objects.get().image_count == 6


def test_a_person_who_is_invited_twice_at_once_has_one_share(ada, ben, at_once):
    album = album_of(ada)
    answers = at_once(4, lambda _: share_with_person(album=album, by=ada, user=ben)[1])
    assert sorted(answers) == [False] * 3 + [True]
    assert AlbumShare.objects.count() == 1


def test_a_person_who_left_meanwhile_is_not_invited(ada, ben):
    album = album_of(ada)
    User.objects.filter(pk=ben.pk).delete()
    with pytest.raises(Conflict):
        share_with_person(album=album, by=ada, user=ben)
    assert Album.objects.get().privacy_setting == "private"


def test_a_link_is_revoked_while_people_follow_it(ada, client_of, at_once):
    album = album_of(ada, new_image(ada, visibility="private"))
    for _round in range(3):
        told = share(client_of(ada), album.pk, link=True)

        def deed(index, told=told):
            if index == 0:
                return client_of(ada).delete(f"/api/albums/{album.pk}/shares/{told['id']}")
            return follow(APIClient(), told)

        first, *others = at_once(5, deed)
        assert first.status_code == 200
        assert {answer.status_code for answer in others} <= {200, 404}
    assert not AlbumShare.objects.exists()


def test_an_album_deleted_while_pictures_come_in_is_gone_for_good(ada, client_of, at_once):
    images, album = [new_image(ada) for _ in range(4)], album_of(ada, privacy_setting="public")

    def deed(index):
        client = client_of(ada)
        return client.delete(f"/api/albums/{album.pk}") if index == 0 else add(client, album.pk, images[index].pk)

    assert set(statuses(at_once(4, deed))) <= {200, 404}
    assert (Album.objects.count(), AlbumImage.objects.count(), Image.objects.count()) == (0, 0, 4)
