"""Messages that are refused: told why, by field, and leaving nothing behind."""

from contextlib import contextmanager

import pytest

from accounts.models import Statistics
from gallery.tests.library import codes, new_file, upload
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import leaving_nothing, refusals, some_text
from portfolio.models import Message
from portfolio.tests.messaging import address, commission_of, write

GOOD = ("good.txt", b"A good text.")
# name, bytes, code, status where it comes alone
BAD = {
    "empty": ("a.txt", b"", "empty", 400),
    "no picture under its name": ("a.jpg", b"just words, no picture", "type_mismatch", 415),
    "html": ("a.html", b"<!doctype html><script>alert(1)</script>", "unsupported_type", 415),
    "svg": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "unsupported_type", 415),
    "program": ("a.exe", b"MZ" + bytes(200), "unsupported_type", 415),
    "cut off": ("a.jpg", jpeg(400, 300)[:2000], "corrupt_image", 400),
    "picture with script": ("a.jpg", jpeg(40, 30) + b"<script>alert(1)</script>", "malicious", 400),
}
NOWHERE = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def commission(ada, ben):
    return commission_of(ben, ada)


@pytest.fixture
def bens(ben, client_of):
    return client_of(ben)


@pytest.fixture
def leaving_no_byte(django_capture_on_commit_callbacks):
    """What happens within leaves nothing, once it is committed."""

    @contextmanager
    def watched():
        with leaving_nothing(), django_capture_on_commit_callbacks(execute=True):
            yield

    return watched


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_as_an_upload_refuses_it(bens, commission, kind):
    name, data, code, status = BAD[kind]
    with leaving_nothing():
        answer = write(bens, commission, "Look", (name, data))
    assert (answer.status_code, refusals(answer)) == (status, [("files.0", code)])
    assert not Message.objects.exists()


@pytest.mark.parametrize("kind", BAD)
def test_one_bad_file_refuses_the_whole(bens, commission, kind, leaving_no_byte):
    name, data, code, _status = BAD[kind]
    with leaving_no_byte():
        answer = write(bens, commission, "Look", GOOD, (name, data), ("c.txt", some_text()))
    assert (answer.status_code // 100, refusals(answer)) == (4, [("files.1", code)])
    assert not Message.objects.exists()


def test_every_bad_file_is_named(bens, commission, leaving_no_byte):
    with leaving_no_byte():
        answer = write(bens, commission, "", ("a.txt", b""), GOOD, ("c.html", BAD["html"][1]))
    assert (answer.status_code, refusals(answer)) == (400, [("files.0", "empty"), ("files.2", "unsupported_type")])


def test_a_file_that_was_there_before_stays_where_another_is_refused(bens, commission):
    kept = upload(bens, some_text(), name="a.txt")
    again = bens.get(f"/api/files/{kept['id']}/download").getvalue()
    with leaving_nothing():
        assert write(bens, commission, "", ("a.txt", again), ("b.txt", b"")).status_code == 400
    assert bens.get(f"/api/files/{kept['id']}").status_code == 200


def test_files_that_are_too_large_are_a_413(settings, bens, commission):
    settings.MAX_UPLOAD_SIZE = 1000
    with leaving_nothing():
        answer = write(bens, commission, "", ("a.txt", some_text(2000)))
    assert (answer.status_code, refusals(answer)) == (413, [("files.0", "too_large")])


def test_what_there_is_no_room_for_is_refused(ben, bens, commission, leaving_no_byte):
    Statistics.objects.filter(pk=ben.pk).update(storage_limit=1500)
    with leaving_no_byte():
        answer = write(bens, commission, "", ("a.txt", some_text(1000)), ("b.txt", some_text(1000)))
    assert (answer.status_code, refusals(answer)) == (400, [("files.1", "quota_exceeded")])
    assert write(bens, commission, "", ("a.txt", some_text(1000))).status_code == 201


@pytest.mark.parametrize(
    ("said", "attr", "code"),
    [
        ({}, "text", "required"),
        ({"text": ""}, "text", "required"),
        ({"text": " \n\u200b "}, "text", "required"),
        ({"text": None, "file_ids": None}, "text", "required"),
        ({"text": "a" * 5001}, "text", "max_length"),
        ({"text": ["a"]}, "text", "invalid"),
        ({"text": "a\0b"}, "text", "null_characters_not_allowed"),
        ({"file_ids": ["no id"]}, "file_ids", "invalid"),
        ({"file_ids": [NOWHERE]}, "file_ids", "does_not_exist"),
        ({"file_ids": {"a": 1}}, "file_ids", "not_a_list"),
    ],
)
def test_what_is_no_message_is_refused_by_field(bens, commission, said, attr, code):
    answer = bens.post(address(commission), said, format="json")
    assert (answer.status_code, codes(answer)) == (400, {attr: code})
    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["ada", "cyn"])
def test_only_ones_own_files_are_sent(request, bens, commission, who):
    foreign = new_file(request.getfixturevalue(who))
    answer = bens.post(address(commission), {"text": "Look", "file_ids": [str(foreign.pk)]}, format="json")
    assert (answer.status_code, codes(answer)) == (400, {"file_ids": "does_not_exist"})


def test_a_message_brings_ten_files_at_most(ben, bens, commission):
    files = [(f"{number}.txt", some_text()) for number in range(11)]
    with leaving_nothing():
        answer = write(bens, commission, "", *files)
    assert (answer.status_code, codes(answer)) == (400, {"files": "max_length"})
    own = [str(new_file(ben).pk) for _ in range(10)]
    assert codes(write(bens, commission, "", files[0], file_ids=own)) == {"files": "max_length"}
    assert write(bens, commission, "", *files[:10]).status_code == 201


def test_messages_and_files_are_limited(settings, bens, commission):
    settings.RATE_LIMITS = {"message": (2, 3600), "upload": (1, 3600)}
    assert write(bens, commission, "one").status_code == 201
    assert write(bens, commission, "two").status_code == 429
    settings.RATE_LIMITS = {"message": (2, 3600)}
    assert bens.post(address(commission), {"text": "three"}, format="json").status_code == 429
    assert bens.get(address(commission)).status_code == 200
