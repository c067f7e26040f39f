"""Writing to the other party: what is kept, what is told, who is told of it."""

from datetime import timedelta

import pytest

from accounts.actions import set_active
from gallery.models import File, Image
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import named, some_text
from portfolio.models import Attachment, Commission, CommissionStatus, Message
from portfolio.tests.messaging import address, commission_of, read, sent, write
from social.actions.blocks import set_block
from social.models import Notification


@pytest.fixture
def commission(ada, ben):
    return commission_of(ben, ada)


@pytest.mark.parametrize("form", ["json", "multipart"])
def test_a_message_is_told_as_it_was_written(ben, client_of, commission, form):
    answer = client_of(ben).post(address(commission), {"text": "  Could it be\nblue? "}, format=form)
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert told.pop("created_at").endswith("Z")
    assert told == {
        "id": str(Message.objects.get().pk),
        "author": {"id": str(ben.pk), "username": "ben", "artist_name": "ben"},
        "text": "Could it be\nblue?",
        "files": [],
        "removed_files": [],
    }


def test_files_are_told_in_the_order_in_which_they_came(ben, client_of, commission):
    told = sent(client_of(ben), commission, "", ("b.txt", some_text()), ("a.jpg", jpeg(60, 40)), ("c.txt", some_text()))
    assert [file["name"] for file in told["files"]] == ["b.txt", "a.jpg", "c.txt"]
    assert [file["image"] and (file["image"]["width"], file["image"]["height"]) for file in told["files"]] == [
        None,
        (60, 40),
        None,
    ]
    assert list(Attachment.objects.values_list("name", "position")) == [("b.txt", 0), ("a.jpg", 1), ("c.txt", 2)]


def test_what_is_sent_lies_private_in_the_authors_library(ben, client_of, commission):
    ben.default_visibility = "public"
    ben.save()
    (told,) = sent(client_of(ben), commission, "", ("a.jpg", jpeg(60, 40)))["files"]
    image = Image.objects.get(pk=told["id"])
    assert (image.owner, image.visibility, image.is_public, image.is_shown) == (ben, "private", False, False)


def test_files_of_ones_library_come_before_those_that_are_sent(ben, client_of, commission):
    bens = client_of(ben)
    (first,) = sent(bens, commission, "", ("a.txt", some_text()))["files"]
    told = sent(bens, commission, "again", ("b.txt", some_text()), file_ids=[first["id"]])
    assert [file["name"] for file in told["files"]] == ["a.txt", "b.txt"]
    asked = bens.post(address(commission), {"file_ids": [first["id"], first["id"]]}, format="json")
    assert [file["id"] for file in asked.json()["files"]] == [first["id"]]


def test_the_same_bytes_again_are_the_file_that_is_there(ben, client_of, commission):
    bens, data = client_of(ben), some_text()
    first = sent(bens, commission, "one", ("a.txt", data))
    second = sent(bens, commission, "two", ("b.txt", data), ("c.txt", data))
    assert [file["id"] for file in second["files"]] == [file["id"] for file in first["files"]]
    assert (File.objects.count(), Message.objects.count()) == (1, 2)


def test_the_other_is_told_what_a_file_was_sent_as_and_not_its_name_in_the_library(ada, ben, client_of, commission):
    bens, data = client_of(ben), some_text()
    upload = bens.post("/api/upload", {"files": named("family matters.txt", data)}, format="multipart").json()
    (own,) = sent(bens, commission, "look", ("notes.txt", data))["files"]
    (told,) = read(client_of(ada), commission)["results"][0]["files"]
    assert own["id"] == told["id"] == upload["results"][0]["id"]
    assert (own["name"], told["name"], told["original_filename"]) == ("family matters.txt", "notes.txt", "notes.txt")
    answer = client_of(ada).get(f"/api/files/{told['id']}/download")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="notes.txt"'


@pytest.mark.parametrize("status", CommissionStatus.values)
def test_one_may_write_whatever_its_status(ada, ben, client_of, status):
    commission = commission_of(ben, ada, status=status)
    sent(client_of(ada), commission)
    sent(client_of(ben), commission)
    assert read(client_of(ada), commission)["count"] == 2


def test_the_other_is_told_once_of_several_messages(ada, ben, client_of, commission):
    for text in ("one", "two", "three"):
        sent(client_of(ben), commission, text)
    line = Notification.objects.get()
    assert (line.recipient, line.kind, line.target_id) == (ada, "commission_message", commission.pk)
    told = client_of(ada).get("/api/notifications").json()["results"][0]
    assert (told["actor_count"], told["url"]) == (1, f"http://testserver/commissions/{commission.pk}")


def test_a_message_moves_the_commission_and_nothing_else(ben, client_of, commission):
    before = Commission.objects.values().get()
    sent(client_of(ben), commission)
    after = Commission.objects.values().get()
    assert after.pop("updated_at") > before.pop("updated_at")
    assert after == before


def test_the_same_within_half_a_minute_is_one_message(ben, client_of, commission):
    bens, data = client_of(ben), some_text()
    told = [sent(bens, commission, "Hello", ("a.txt", data))["id"] for _ in range(2)]
    assert told[0] == told[1]
    assert sent(bens, commission, "Hello")["id"] != told[0]
    Message.objects.update(created_at=Message.objects.first().created_at - timedelta(seconds=31))
    assert sent(bens, commission, "Hello", ("a.txt", data))["id"] not in told


def test_both_may_say_the_same(ada, ben, client_of, commission):
    assert sent(client_of(ada), commission)["id"] != sent(client_of(ben), commission)["id"]


@pytest.mark.parametrize("who", ["cyn", "mo"])
def test_others_can_neither_read_nor_write(who, request, client_of, commission):
    client = client_of(request.getfixturevalue(who))
    assert client.get(address(commission)).status_code == 404
    assert write(client, commission, "Hello", ("a.txt", some_text())).status_code == 404
    assert not Message.objects.exists()
    assert not File.objects.exists()


def test_a_visitor_is_asked_who_they_are(visitor, commission):
    assert visitor.get(address(commission)).status_code == write(visitor, commission).status_code == 401


@pytest.mark.parametrize(("blocker", "blocked"), [("ada", "ben"), ("ben", "ada")])
def test_who_is_blocked_does_not_write_and_leaves_no_file(request, client_of, commission, blocker, blocked):
    keeps_away, kept_away = (request.getfixturevalue(name) for name in (blocker, blocked))
    set_block(artist_id=kept_away.pk, by=keeps_away, blocked=True)
    answer = write(client_of(kept_away), commission, "Hello", ("a.txt", some_text()))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (403, "blocked")
    assert not File.objects.exists()
    assert sent(client_of(keeps_away), commission)
    assert read(client_of(kept_away), commission)["count"] == 1


def test_nobody_writes_to_an_account_that_is_gone(ben, client_of, commission):
    Commission.objects.update(artist=None)
    answer = write(client_of(ben), commission, "Hello", ("a.txt", some_text()))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (409, "no_other_party")
    assert not File.objects.exists()


def test_an_author_who_is_shut_out_is_not_named_meanwhile(ada, ben, mo, client_of, commission):
    sent(client_of(ben), commission, "Hello", ("a.txt", some_text()))
    set_active(user=ben, is_active=False, by=mo)
    (told,) = read(client_of(ada), commission)["results"]
    assert (told["author"], told["text"], told["files"], told["removed_files"]) == (None, "Hello", [], ["a.txt"])
    set_active(user=ben, is_active=True, by=mo)
    (told,) = read(client_of(ada), commission)["results"]
    assert (told["author"]["username"], len(told["files"])) == ("ben", 1)
