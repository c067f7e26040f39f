"""Writing in the room of a commission: messages with files, notes, quotes and their answers."""

import pytest
from django.test import Client

from accounts.models import User
from gallery.models import File
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import named
from portfolio.models import Message, Note
from portfolio.tests.commission_rooms import asked, fresh, post, quoted, room
from social.actions.blocks import set_block


@pytest.fixture
def commission(ada, ben):
    return asked(ben, ada)


def write(client, commission, text="", *files):
    return post(client, room(commission, "messages"), text=text, files=[named(name, data) for name, data in files])


def test_a_message_with_files_is_read_by_the_other_with_pictures_to_open(read, client_of, ada, ben, commission):
    answer = write(client_of(ben), commission, "Like this.\r\nOr so.", ("wall.jpg", jpeg()), ("plan.txt", b"60 by 180"))
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{room(commission)}#latest")
    adas = client_of(ada)
    page = read(adas, room(commission))
    assert "Like this." in page.text
    image, file = File.objects.order_by("pk")
    (full,) = [link["href"] for link in page.all("a") if link.attributes.get("class") == "brought-picture"]
    assert full == f"/api/images/{image.pk}/thumbnail?size=xlarge"
    assert page.one("a", href=f"/api/files/{file.pk}/download").text.startswith("plan.txt")
    assert [adas.get(path).status_code for path in (full, f"/api/files/{file.pk}/download")] == [200, 200]


def test_files_alone_are_a_message_and_nothing_is_none(client_of, ada, commission):
    assert write(client_of(ada), commission, "", ("wall.jpg", jpeg())).status_code == 303
    refused = write(client_of(ada), commission, " \n")
    assert refused.status_code == 200
    assert 'id="message-text_error"' in refused.content.decode()
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([("page.html", b"<script>alert(1)</script>")], "page.html: "),
        ([("wall.jpg", jpeg()), ("torn.jpg", jpeg()[:2000])], "torn.jpg: "),
        ([("empty.txt", b"")], "empty.txt: "),
        ([(f"{number}.txt", b"%d" % number) for number in range(11)], "at most 10 files"),
    ],
)
def test_one_bad_file_refuses_the_whole_is_named_beside_the_field_and_the_text_stays(
    client_of, ada, commission, files, words
):
    answer = write(client_of(ada), commission, "See the wall.", *files)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert words in html.partition('id="message-files_error"')[2]
    assert "See the wall.</textarea>" in html
    assert not Message.objects.exists()
    assert not File.objects.exists()


def test_a_file_larger_than_files_may_be_is_refused(settings, client_of, ada, commission):
    settings.MAX_UPLOAD_SIZE = 1000
    html = write(client_of(ada), commission, "Large.", ("large.txt", b"x" * 1001)).content.decode()
    assert "large.txt: " in html.partition('id="message-files_error"')[2]
    assert 'data-largest="1000"' in html


def test_without_the_token_of_the_form_nothing_is_written_and_no_file_stays(ada, commission, house):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)
    told = {"text": "Hello", "files": [named("wall.jpg", jpeg())]}
    assert client.post(room(commission, "messages"), told).status_code == 403
    token = client.get(room(commission)).context["csrf_token"]
    assert not File.objects.exists()
    assert not [path for path in (house / "staging").rglob("*") if path.is_file()]
    sent = {"csrfmiddlewaretoken": str(token), "text": "Hello"}
    assert client.post(room(commission, "messages"), sent).status_code == 303


def test_a_form_that_a_lost_connection_cut_off_is_refused(client_of, ada, commission):
    body = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nHel'
    answer = client_of(ada).post(room(commission, "messages"), body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 400
    assert client_of(ada).post(room(commission, "messages"), {"text": "x"}, format="json").status_code == 400
    assert not Message.objects.exists()


def test_who_is_kept_away_is_told_so_and_keeps_what_they_wrote(client_of, ada, ben, commission):
    set_block(artist_id=ben.pk, by=ada, blocked=True)
    answer = write(client_of(ben), commission, "Please.", ("wall.jpg", jpeg()))
    assert "You have been blocked from this." in answer.content.decode()
    assert "Please.</textarea>" in answer.content.decode()
    assert not File.objects.exists()


def test_a_spent_limit_has_a_page_of_its_own_before_the_body_is_read(settings, client_of, ada, commission):
    settings.RATE_LIMITS = {"upload": (1, 3600)}
    assert write(client_of(ada), commission, "One.").status_code == 303
    answer = write(client_of(ada), commission, "Two.")
    assert (answer.status_code, "Retry-After" in answer.headers) == (429, True)
    assert Message.objects.count() == 1


def test_a_note_is_added_by_either_and_an_empty_one_is_refused(read, client_of, ada, ben, commission):
    for person, text in ((ada, "Primed."), (ben, "Fine.")):
        answer = post(client_of(person), room(commission, "notes"), progress_notes=text)
        assert answer.headers["Location"] == f"{room(commission)}#latest"
    assert "noted how far it is" in read(client_of(ben), room(commission)).text
    refused = post(client_of(ada), room(commission, "notes"), progress_notes="x" * 5001).content.decode()
    assert 'id="note-progress_notes_error"' in refused
    assert "x" * 5001 in refused
    assert Note.objects.count() == 2


def test_a_quote_is_made_by_the_artist_and_answered_by_the_client(read, client_of, ada, ben, commission):
    answer = post(client_of(ada), room(commission, "quotes"), amount="1200", currency="EUR", terms="Half now.")
    assert answer.headers["Location"] == f"{room(commission)}#quote"
    assert "€1,200.00 offered" in read(client_of(ada), room(commission)).text
    bens = client_of(ben)
    page = read(bens, room(commission))
    assert [button["value"] for button in page.all("button", name="accept")] == ["true", "false"]
    way = next(form["action"] for form in page.all("form") if form["action"].endswith("/answer"))
    assert post(bens, way, accept="true").headers["Location"] == room(commission)
    page = read(bens, room(commission))
    assert page.one("p", **{"class": "told"}).text == "You accepted the quote."
    assert "€1,200.00 accepted" in page.text
    assert not page.all("button", name="accept")


def test_what_is_wrong_in_a_quote_stands_beside_it_with_what_was_typed(client_of, ada, commission):
    refused = post(client_of(ada), room(commission, "quotes"), amount="0", currency="EUR", terms="Half now.")
    html = refused.content.decode()
    assert 'id="quote-amount_error"' in html
    assert "Half now.</textarea>" in html
    assert not commission.quotes.exists()


def test_an_answer_that_comes_too_late_is_told_above_the_room(read, client_of, ada, ben, commission):
    first, _second = quoted(commission), quoted(fresh(commission), amount="900")
    bens = client_of(ben)
    answer = post(bens, room(commission, f"quotes/{first.pk}/answer"), accept="true")
    assert answer.headers["Location"] == f"{room(commission)}#told"
    assert "waits for no answer any more" in read(bens, room(commission)).text


def test_a_quote_of_another_commission_is_not_there_and_no_answer_is_none(client_of, ada, ben, cyn, commission):
    other = quoted(asked(cyn, ada))
    assert post(client_of(ben), room(commission, f"quotes/{other.pk}/answer"), accept="true").status_code == 404
    own = quoted(commission)
    for said in ("", "perhaps"):
        assert post(client_of(ben), room(commission, f"quotes/{own.pk}/answer"), accept=said).status_code == 200
    assert fresh(commission).quote_status == "offered"


@pytest.mark.parametrize("part", ["notes", "messages", "quotes", "quotes/{}/answer"])
def test_the_address_of_a_form_opened_again_leads_to_the_room(client_of, ada, commission, part):
    answer = client_of(ada).get(room(commission, part.format(quoted(commission).pk)))
    assert answer.headers["Location"] == room(commission)


def test_markup_that_is_written_stands_there_as_text(read, client_of, ada, ben, commission):
    mark = "<script>alert(1)</script>"
    User.objects.get(pk=ben.pk).artist.__class__.objects.filter(pk=ben.pk).update(artist_name=mark)
    write(client_of(ben), commission, mark, (f"{mark[:8]}.txt", b"x"))
    post(client_of(ada), room(commission, "quotes"), amount="5", currency="EUR", terms=mark)
    page = read(client_of(ada), room(commission))
    assert mark in page.text
    assert not [script for script in page.all("script") if "alert" in script.text]
