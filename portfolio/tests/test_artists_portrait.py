"""The picture that an artist shows of themselves: given, shown to all, taken away."""

from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Statistics
from conftest import PASSWORD
from gallery.actions.watermarks import change_watermark
from gallery.models import File, Image, Rendition
from gallery.storage import originals
from gallery.tests.library import codes, new_image, upload
from gallery.tests.pictures import jpeg
from portfolio.models import Portfolio
from portfolio.tests.artists import change, own_portrait, told

URL = "/api/artists/ada/portrait"


def send(client, data: bytes | None = None, name: str = "me.jpg", **fields):
    """The answer to a form that brings a portrait."""
    sent = SimpleUploadedFile(name, jpeg() if data is None else data)
    return client.put("/api/artists/me", {"profile_image": sent, **fields}, format="multipart")


def bytes_of(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a JPEG, from its frame header (ITU T.81, B.2.2)."""
    frame = next(data.index(marker) for marker in (b"\xff\xc0", b"\xff\xc2") if marker in data)
    return int.from_bytes(data[frame + 7 : frame + 9]), int.from_bytes(data[frame + 5 : frame + 7])


def nothing_is_left() -> bool:
    """Whether no file, picture, room or portrait came of a request."""
    room = Statistics.objects.values_list("file_count", "image_count", "storage_used", "storage_reserved").get()
    return not (any(room) or any(originals().names()) or File.objects.exists() or Portfolio.objects.exists())


def test_there_is_none_at_first(visitor, ada):
    assert told(visitor)["profile_image_url"] is None
    assert visitor.get(URL).status_code == 404


def test_a_file_becomes_a_private_picture_of_the_library_and_the_portrait(client_of, visitor, ada):
    ada.default_visibility = "public"
    ada.save()
    answer = send(client_of(ada), bio="With a face.")
    assert (answer.status_code, answer.json()["bio"]) == (200, "With a face.")
    image = Image.objects.get()
    assert (image.owner, image.visibility, image.is_public) == (ada, "private", False)
    assert visitor.get(f"/api/images/{image.pk}").status_code == 404
    assert visitor.get(answer.json()["profile_image_url"]).status_code == 200


@pytest.mark.parametrize(("size", "edge"), [("small", 320), ("medium", 640), ("large", 1280), ("square", 256)])
def test_anyone_gets_it_in_every_size(client_of, visitor, ada, size, edge):
    send(client_of(ada), jpeg(1600, 1200))
    answer = visitor.get(URL, {"size": size, "format": "jpeg"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert max(size_of(bytes_of(answer))) == edge


def test_it_bears_no_watermark(client_of, visitor, ada):
    client = client_of(ada)
    image_id = own_portrait(client)
    plain = sha256(bytes_of(client.get(f"/api/images/{image_id}/thumbnail?size=small&format=webp"))).digest()
    change_watermark(by=ada, enabled=True, text="© Ada")
    assert sha256(bytes_of(visitor.get(f"{URL}?size=small&format=webp"))).digest() == plain


def test_caches_keep_it_for_a_minute_and_ask_again_by_its_etag(client_of, visitor, ada):
    own_portrait(client_of(ada))
    answer = visitor.get(URL, headers={"Accept": "image/webp"})
    assert answer["Cache-Control"] == "public, max-age=60"
    assert "Accept" in answer["Vary"].split(", ")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert visitor.get(URL, headers={"Accept": "image/webp", "If-None-Match": answer["ETag"]}).status_code == 304


def test_a_copy_that_is_lost_is_drawn_again(client_of, visitor, ada):
    own_portrait(client_of(ada))
    first = visitor.get(URL)
    Rendition.objects.all().delete()
    assert bytes_of(visitor.get(URL)) == bytes_of(first)


@pytest.mark.parametrize("query", [{"size": "xlarge"}, {"size": "huge"}, {"format": "gif"}])
def test_another_size_or_format_is_refused(client_of, visitor, ada, query):
    own_portrait(client_of(ada))
    assert codes(visitor.get(URL, query)) == dict.fromkeys(query, "invalid_choice")


def test_another_picture_has_another_address(client_of, visitor, ada):
    client = client_of(ada)
    first = send(client).json()["profile_image_url"]
    assert first.startswith("http://testserver/api/artists/")
    assert send(client, jpeg(300, 300)).json()["profile_image_url"] != first
    assert send(client).json()["profile_image_url"] == first


def test_a_picture_of_the_library_is_taken_by_its_id_and_keeps_its_visibility(client_of, ada):
    client = client_of(ada)
    image_id = upload(client, visibility="public")["id"]
    assert change(client, profile_image_id=image_id)["profile_image_url"]
    assert Image.objects.get().visibility == "public"


@pytest.mark.parametrize("key", ["profile_image", "profile_image_id"])
@pytest.mark.parametrize("none", [None, ""])
def test_null_takes_the_portrait_away_and_leaves_the_picture(client_of, visitor, ada, key, none):
    client = client_of(ada)
    own_portrait(client)
    assert change(client, **{key: none})["profile_image_url"] is None
    assert visitor.get(URL).status_code == 404
    assert Image.objects.count() == 1


def test_deleting_the_picture_takes_the_portrait_away(client_of, visitor, ada):
    client = client_of(ada)
    image_id = own_portrait(client)
    assert client.delete(f"/api/images/{image_id}").status_code == 200
    assert told(visitor)["profile_image_url"] is None
    assert visitor.get(URL).status_code == 404


def test_what_is_here_already_is_not_stored_twice(client_of, ada):
    client = client_of(ada)
    image_id = upload(client)["id"]
    assert send(client).status_code == 200
    assert Portfolio.objects.get().portrait_id == Image.objects.get().pk
    assert str(Image.objects.get().pk) == image_id


REFUSED = {
    "empty": (b"", "me.jpg", 400),
    "type_mismatch": (b"hello there", "me.jpg", 415),
    "unsupported_type": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "me.svg", 415),
    "corrupt_image": (jpeg()[:600], "me.jpg", 400),
    "too_large": (jpeg(1600, 1200, quality=95), "me.jpg", 413),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_an_upload_refuses_is_refused_alike_and_nothing_changes(client_of, ada, settings, code):
    settings.MAX_UPLOAD_SIZE = 100_000
    data, name, status = REFUSED[code]
    answer = send(client_of(ada), data, name, bio="changed")
    assert (answer.status_code, codes(answer)) == (status, {"profile_image": code})
    assert nothing_is_left()
    assert told(client_of(ada))["bio"] == ""


def test_a_full_library_has_no_room_for_a_portrait(client_of, ada, settings):
    settings.STORAGE_QUOTA = 100
    answer = send(client_of(ada))
    assert (answer.status_code, codes(answer)) == (400, {"profile_image": "quota_exceeded"})
    assert nothing_is_left()


def test_a_file_that_is_no_picture_is_no_portrait(client_of, ada, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(client_of(ada), b"Only words.", "notes.txt")
    assert (answer.status_code, codes(answer)) == (415, {"profile_image": "unsupported_type"})
    assert nothing_is_left()


@pytest.mark.parametrize(
    ("fields", "attr"),
    [
        ({"artist_name": " "}, "artist_name"),
        ({"portfolio": '{"watermark": {"enabled": true}}'}, "portfolio.watermark.enabled"),
        ({"shoe_size": "42"}, "shoe_size"),
    ],
)
def test_a_bad_key_beside_a_good_picture_leaves_neither(
    client_of, ada, django_capture_on_commit_callbacks, fields, attr
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(client_of(ada), **fields)
    assert (answer.status_code, list(codes(answer))) == (400, [attr])
    assert nothing_is_left()


def test_a_picture_that_was_here_before_survives_a_bad_key_beside_it(client_of, ada):
    client = client_of(ada)
    upload(client)
    assert send(client, portfolio='{"watermark": {"enabled": true}}').status_code == 400
    assert Image.objects.count() == 1


def test_two_files_are_one_too_many(client_of, ada):
    files = [SimpleUploadedFile(f"{side}.jpg", jpeg(side, side)) for side in (80, 90)]
    answer = client_of(ada).put("/api/artists/me", {"profile_image": files}, format="multipart")
    assert (answer.status_code, codes(answer)) == (400, {"profile_image": "invalid"})
    assert nothing_is_left()


def test_others_cannot_send_one(client_of, visitor, ada, ben):
    for client, status in ((visitor, 401), (client_of(ben), 403)):
        sent = {"profile_image": SimpleUploadedFile("me.jpg", jpeg())}
        assert client.put("/api/artists/ada", sent, format="multipart").status_code == status
    assert not File.objects.exists()


def test_a_file_counts_as_an_upload(client_of, ada, settings):
    settings.RATE_LIMITS = {"upload": (1, 3600)}
    client = client_of(ada)
    assert send(client).status_code == 200
    assert send(client).status_code == 429


def test_a_portrait_whose_bytes_are_missing_is_unavailable(client_of, visitor, ada):
    change(client_of(ada), profile_image_id=str(new_image(ada).pk))
    visitor.raise_request_exception = False
    assert visitor.get(URL).status_code == 503


def test_an_account_goes_with_its_portrait(client_of, visitor, ada):
    client = client_of(ada)
    own_portrait(client)
    assert client.delete("/api/auth/user", {"password": PASSWORD}).status_code == 200
    assert visitor.get(URL).status_code == 404
    assert not Portfolio.objects.exists()
