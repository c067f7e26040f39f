"""Messages that are sent again, and messages whose sending fails half-way."""

import pytest
from django.db import OperationalError, connection

from gallery.models import File, UploadAnswer
from gallery.tests.library import codes
from gallery.tests.uploading import leaving_nothing, some_text
from portfolio.models import Attachment, Commission, Message
from portfolio.tests.messaging import address, commission_of, write
from social.models import Cause, Notification

TEXT = ("a.txt", b"Some words.")


@pytest.fixture
def commission(ada, ben):
    return commission_of(ben, ada)


@pytest.fixture
def bens(ben, client_of):
    client = client_of(ben)
    client.raise_request_exception = False
    return client


def rows():
    return [model.objects.count() for model in (Message, Attachment, File, UploadAnswer, Notification, Cause)]


@pytest.mark.parametrize("files", [(), (TEXT,)])
def test_under_the_same_key_the_first_answer_is_given_again(bens, commission, files):
    first = write(bens, commission, "Hello", *files, key="one")
    Message.objects.update(created_at="2026-01-01T00:00:00Z")  # no longer the same within half a minute
    before = rows()
    second = write(bens, commission, "Hello", *files, key="one")
    assert (first.status_code, second.status_code, second.json()) == (201, 201, first.json())
    assert rows() == before


def test_a_message_as_json_is_repeated_likewise(bens, commission):
    said = {
        "path": address(commission),
        "data": {"text": "Hello"},
        "format": "json",
        "headers": {"Idempotency-Key": "a"},
    }
    assert bens.post(**said).json() == bens.post(**said).json()
    said["data"] = {"text": "Goodbye"}
    assert codes(bens.post(**said)) == {"Idempotency-Key": "idempotency_key_reused"}


@pytest.mark.parametrize("other", ["text", "file", "commission"])
def test_another_message_under_the_same_key_is_a_conflict(ada, ben, bens, commission, other):
    write(bens, commission, "Hello", TEXT, key="one")
    to = commission_of(ben, ada) if other == "commission" else commission
    text, file = ("Bye" if other == "text" else "Hello"), ("a.txt", some_text()) if other == "file" else TEXT
    with leaving_nothing():
        answer = write(bens, to, text, file, key="one")
    assert (answer.status_code, codes(answer)) == (409, {"Idempotency-Key": "idempotency_key_reused"})


def test_a_refusal_is_not_remembered(bens, commission):
    assert write(bens, commission, "", key="one").status_code == 400
    assert write(bens, commission, "Hello", key="one").status_code == 201


def test_a_first_answer_is_told_to_nobody_who_is_no_party_any_more(bens, commission):
    write(bens, commission, "Hello", key="one")
    Commission.objects.update(client=None)
    assert write(bens, commission, "Hello", key="one").status_code == 404


@pytest.fixture
def failing():
    """`failing('INSERT INTO "portfolio_message"')`: the database fails at every such statement; `failing("")` heals it."""
    beginning = ""

    def begin(statement):
        nonlocal beginning
        beginning = statement

    def fail(execute, sql, *call):
        if beginning and sql.replace(" OR IGNORE", "").startswith(beginning):
            raise OperationalError("the disk of the database is gone")
        return execute(sql, *call)

    with connection.execute_wrapper(fail):
        yield begin
        begin("")


@pytest.mark.parametrize("key", ["", "one"])
@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO "portfolio_message"',
        'INSERT INTO "portfolio_attachment"',
        'UPDATE "portfolio_commission"',
        'INSERT INTO "social_cause"',
        'INSERT INTO "social_notification"',
    ],
)
def test_a_failure_anywhere_leaves_neither_message_nor_file(
    bens, commission, failing, django_capture_on_commit_callbacks, statement, key
):
    before = rows()
    failing(statement)
    with leaving_nothing(), django_capture_on_commit_callbacks(execute=True):
        assert write(bens, commission, "Hello", TEXT, key=key).status_code == 503
    assert rows() == before
    failing("")
    assert write(bens, commission, "Hello", TEXT, key=key).status_code == 201


def test_what_came_before_a_failure_of_the_answer_alone_is_taken_back(
    bens, commission, failing, django_capture_on_commit_callbacks
):
    failing('INSERT INTO "gallery_uploadanswer"')
    with leaving_nothing(), django_capture_on_commit_callbacks(execute=True):
        assert write(bens, commission, "Hello", TEXT, key="one").status_code == 503
    assert not Message.objects.exists()
