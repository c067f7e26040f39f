"""The page by which something is reported."""

from uuid import uuid4

import pytest

from gallery.tests.works import new_work
from social.models import Report
from social.tests.moderation import KINDS, decided, moderator, thing_of


@pytest.fixture
def bens(client_of, ben):
    return client_of(ben)


def address(kind, thing) -> str:
    return f"/report/{kind}/{thing.pk}"


def send(client, path, **sent):
    return client.post(path, {"reason": "stolen", "detail": ""} | sent, format="multipart")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_thing_is_named_reported_and_then_said_to_be(read, bens, ben, ada, kind):
    path = address(kind, thing_of(ada, kind))
    page = read(bens, path)
    assert len(page.all("input", name="reason")) == len(Report.Reason)
    assert "ada" in page.text
    answer = send(bens, path, detail="It is by my aunt.")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}?sent")
    kept = Report.objects.get()
    assert (kept.reporter, kept.target_type, kept.reason, kept.detail) == (ben, kind, "stolen", "It is by my aunt.")
    assert read(bens, f"{path}?sent").one("h1").text == "Thank you"
    assert read(bens, path).one("h1").text == "You have reported this already"
    assert not read(bens, path).all("input", name="reason")


def test_a_second_report_while_the_first_waits_is_none(bens, ada):
    path = address("artwork", new_work(ada))
    for _ in range(2):
        assert send(bens, path).status_code == 302
    assert Report.objects.count() == 1


def test_what_was_decided_can_be_reported_again(read, bens, ada):
    path = address("artwork", new_work(ada))
    send(bens, path)
    decided(Report.objects.get().case, moderator(), "dismiss")
    assert read(bens, path).all("input", name="reason")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"reason": ""}, "Choose a reason."),
        ({"reason": "dull"}, "dull"),
        ({"reason": "other"}, "Please say something here."),
        ({"detail": "x" * 2_001}, "2000"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(bens, ada, sent, words):
    answer = send(bens, address("artwork", new_work(ada)), **sent)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert words in html
    assert 'class="errors"' in html
    assert not Report.objects.exists()


def test_what_one_does_not_see_and_what_there_is_not_are_not_found(bens, ada):
    draft = new_work(ada, status="draft")
    paths = [address("artwork", draft), f"/report/artwork/{uuid4()}", f"/report/album/{draft.pk}"]
    assert [bens.get(path).status_code for path in paths] == [404, 404, 404]
    assert [send(bens, path).status_code for path in paths] == [404, 404, 404]


def test_ones_own_things_are_not_for_reporting(client_of, ada):
    path = address("artwork", new_work(ada))
    assert client_of(ada).get(path).status_code == 403
    assert send(client_of(ada), path).status_code == 403


def test_reports_are_limited_together_with_those_of_the_api(settings, bens, ada):
    settings.RATE_LIMITS = {"report": (1, 60)}
    send(bens, address("artwork", new_work(ada)))
    answer = send(bens, address("artwork", new_work(ada)))
    assert answer.status_code == 429
    assert answer.headers["Retry-After"]


def test_pictures_and_galleries_link_to_it_but_not_ones_own(read, visitor, client_of, ada, show):
    room, image = thing_of(ada, "gallery"), show(ada)
    for path, reported in (("/@ada/galleries/dunes", ("gallery", room)), (f"/images/{image.pk}", ("image", image))):
        assert read(visitor, path).one("a", href=address(*reported))["rel"] == "nofollow"
        assert not read(client_of(ada), path).all("a", href=address(*reported))


def test_markup_in_a_comment_that_is_reported_is_inert(bens, ada, ben):
    from social.actions.comments import write_comment

    said = write_comment(artwork_id=new_work(ben).pk, by=ada, comment_text="<script>alert(1)</script>")
    assert "<script>alert" not in bens.get(address("comment", said)).content.decode()
