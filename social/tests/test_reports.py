"""Objecting to what others show and say."""

import pytest

from accounts.actions import set_active
from conftest import person
from gallery.actions.artworks import change_artwork
from gallery.models import Artwork
from gallery.tests.library import codes, new_image
from gallery.tests.works import new_work
from social.models import Case, Report
from social.tests.moderation import KINDS, decided, moderator, report, thing_of

NOTHING = "01890000-0000-7000-8000-000000000000"


def send(client, thing, kind="artwork", **facts):
    body = {"target_type": kind, "target_id": str(thing.pk), "reason": "stolen"} | facts
    return client.post("/api/reports", body)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_one_sees_one_can_report(ada, ben, client_of, kind):
    thing = thing_of(ada, kind)
    answer = send(client_of(ben), thing, kind, detail=" I made this. ")
    told = answer.json()
    assert answer.status_code == 201
    assert {name: told[name] for name in ("target_type", "target_id", "reason", "detail", "status")} == {
        "target_type": kind, "target_id": str(thing.pk), "reason": "stolen", "detail": "I made this.", "status": "open",
    }  # fmt: skip
    assert set(told) - {"id", "created_at"} == {"target_type", "target_id", "reason", "detail", "status"}
    case = Case.objects.get()
    assert (case.owner, case.report_count, case.status) == (ada, 1, "open")


def test_a_second_report_while_the_first_is_open_gives_that_one(ada, ben, client_of):
    work = new_work(ada)
    first = send(client_of(ben), work).json()
    again = send(client_of(ben), work, reason="spam")
    assert (again.status_code, again.json()) == (200, first)
    assert Case.objects.get().report_count == Report.objects.count() == 1


def test_reports_by_several_people_are_one_case(ada, ben, cyn):
    work = new_work(ada)
    assert report(work, ben) == report(work, cyn, reason="spam")
    assert Case.objects.get().report_count == 2


def test_what_was_decided_can_be_reported_anew_as_a_new_case(ada, ben):
    work = new_work(ada)
    first = report(work, ben)
    decided(first, moderator(), "dismiss")
    assert report(work, ben) != first
    assert sorted(Case.objects.values_list("status", "report_count")) == [("decided", 1), ("open", 1)]


@pytest.mark.parametrize("detail", [None, "", "  \n "])
def test_another_reason_needs_words(ada, ben, client_of, detail):
    facts = {} if detail is None else {"detail": detail}
    answer = send(client_of(ben), new_work(ada), reason="other", **facts)
    assert (answer.status_code, codes(answer)) == (400, {"detail": "required"})
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("target_type", "album"), ("target_type", ""), ("reason", "boring"), ("reason", None), ("detail", "x" * 2_001),
     ("detail", "a\0b"), ("target_id", "seven"), ("target_id", 7), ("target_id", None), ("target_id", NOTHING)],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(ada, ben, client_of, field, value):
    answer = send(client_of(ben), new_work(ada), **{field: value})
    assert (answer.status_code, list(codes(answer))) == (400, [field])
    assert not Report.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_is_not_found_by_the_id_of_another(ada, ben, client_of, kind):
    thing = thing_of(ada, kind)
    for other in set(KINDS) - {kind}:
        assert codes(send(client_of(ben), thing, other)) == {"target_id": "does_not_exist"}


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_reports_themselves(ada, client_of, kind):
    assert codes(send(client_of(ada), thing_of(ada, kind), kind)) == {"target_id": "own"}


def test_an_unseen_thing_and_an_absent_one_are_answered_alike(ada, ben, client_of):
    work = new_work(ada, status="draft")
    answers = [send(client_of(ben), work), send(client_of(ben), work, target_id=NOTHING)]
    assert answers[0].status_code == answers[1].status_code == 400
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_suspended_person_has_cannot_be_reported(ada, ben, mo, client_of, kind):
    thing = thing_of(ada, kind)
    set_active(user=ada, is_active=False, by=mo)
    assert codes(send(client_of(ben), thing, kind)) == {"target_id": "does_not_exist"}


def test_a_picture_that_is_seen_through_a_work_alone_can_be_reported(ada, ben):
    image = new_image(ada, visibility="private")
    work = new_work(ada, images=(image,))
    assert report(image, ben, "image").title == image.original_filename
    change_artwork(artwork=work, by=ada, status="draft")
    assert image.owner == ada


def test_a_visitor_reports_nothing(ada, visitor):
    assert send(visitor, new_work(ada)).status_code == 401


def test_reports_are_limited(ada, ben, client_of, settings):
    settings.RATE_LIMITS = {"report": (1, 3600)}
    works = [new_work(ada), new_work(ada)]
    assert [send(client_of(ben), work).status_code for work in works] == [201, 429]


def test_a_hundred_reports_hide_nothing(ada, visitor):
    work = new_work(ada)
    for number in range(100):
        report(work, person(f"person{number}"), reason="illegal")
    assert Case.objects.get().report_count == 100
    assert Artwork.objects.get().is_public
    assert visitor.get(f"/api/artworks/{work.pk}").status_code == 200


def test_each_sees_their_own_reports_and_what_became_of_them(ada, ben, cyn, visitor, client_of):
    cases = [report(new_work(ada), ben), report(new_work(ada), ben)]
    decided(cases[0], moderator())
    told = client_of(ben).get("/api/reports").json()
    assert [each["status"] for each in told["results"]] == ["open", "decided"]
    assert client_of(cyn).get("/api/reports").json()["count"] == 0
    assert visitor.get("/api/reports").status_code == 401
    first = client_of(ben).get("/api/reports?cursor=&page_size=1").json()
    assert client_of(ben).get(first["next"]).json()["results"][0]["id"] == told["results"][1]["id"]


def test_a_longer_list_costs_no_more_queries(ada, ben, client_of, django_assert_num_queries):
    client = client_of(ben)
    for more in (1, 2, 7):
        for _ in range(more):
            report(new_work(ada), ben)
        with django_assert_num_queries(3):
            client.get("/api/reports")
