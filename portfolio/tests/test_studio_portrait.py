"""The page on which artists choose the picture that they show of themselves."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from gallery.models import File, Image
from gallery.tests.library import new_image
from gallery.tests.pictures import jpeg, truncated
from portfolio.models import Portfolio
from portfolio.studio.portrait import portrait_of
from portfolio.tests.commission_rooms import post

PATH = "/studio/profile/portrait"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def brought(data: bytes, name: str = "me.jpg") -> dict:
    return {"profile_image": SimpleUploadedFile(name, data)}


def test_a_file_becomes_a_private_picture_and_the_portrait(read, adas, ada):
    answer = post(adas, PATH, image="", **brought(jpeg()))
    assert (answer.status_code, answer.headers["Location"]) == (303, "/studio/profile")
    image = Image.objects.get()
    assert (portrait_of(ada), image.is_public, image.owner_id) == (image.pk, False, ada.pk)
    assert "Your portrait is saved." in read(adas, "/studio/profile").text
    assert read(adas, PATH).one("input", id=f"image-{image.pk}")["value"] == str(image.pk)


def test_a_picture_of_the_library_may_be_it_and_none_again(adas, ada):
    image = new_image(ada, visibility="private")
    post(adas, PATH, image=str(image.pk))
    assert portrait_of(ada) == image.pk
    post(adas, PATH, image="")
    assert portrait_of(ada) is None


@pytest.mark.parametrize("data", [b"no picture at all", truncated(jpeg()), b""])
def test_a_file_that_is_no_picture_is_refused_with_words_and_leaves_nothing(adas, data):
    answer = post(adas, PATH, image="", **brought(data))
    assert answer.status_code == 200
    assert 'class="errors"' in answer.content.decode()
    assert not File.objects.exists()
    assert not Portfolio.objects.exists()


@pytest.mark.parametrize("image", ["x", "00000000-0000-0000-0000-000000000000", "bens"])
def test_no_picture_of_anothers_is_it(adas, ada, ben, image):
    image = str(new_image(ben).pk) if image == "bens" else image
    assert 'class="errors"' in post(adas, PATH, image=image).content.decode()
    assert portrait_of(ada) is None


def test_the_form_is_refused_without_its_token(ada):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(ada)
    assert post(client, PATH, image="", **brought(jpeg())).status_code == 403
    assert not File.objects.exists()


@pytest.mark.parametrize("number", [1, 4])
def test_the_page_costs_the_same_queries_however_many_pictures_there_are(
    django_assert_max_num_queries, adas, ada, number
):
    for _ in range(number):
        new_image(ada)
    adas.get(PATH)
    with django_assert_max_num_queries(6):
        adas.get(PATH)


def test_a_visitor_signs_in_first(visitor):
    assert visitor.get(PATH).headers["Location"] == f"/login?next={PATH}"
