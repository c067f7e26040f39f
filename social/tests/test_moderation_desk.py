"""The moderation desk: the queue, what a case's page shows, and whom."""

import pytest

from accounts.actions import delete_account
from gallery.actions.artworks import change_artwork, delete_artwork
from gallery.models import Image
from gallery.tests.library import new_image, upload
from gallery.tests.works import new_work
from social.models import Appeal, Entry
from social.tests.moderation import KINDS, appealed, decided, moderator, report, thing_of

QUEUE = "/admin/social/case/"


@pytest.fixture
def max_(db):
    return moderator()


@pytest.fixture
def desk(client_of, max_):
    return client_of(max_)


def page_of(desk, case):
    answer = desk.get(f"{QUEUE}{case.pk}/change/")
    assert answer.status_code == 200, answer.content
    return answer.content.decode()


def in_queue(desk, **query):
    answer = desk.get(QUEUE, query)
    assert answer.status_code == 200, answer.content
    return [case.title for case in answer.context["cl"].result_list]


def test_open_cases_come_first_then_what_most_object_to_then_the_oldest(ada, ben, cyn, desk, max_):
    works = {title: new_work(ada, title) for title in ("Decided", "Old", "Young", "Many")}
    cases = {title: report(work, ben) for title, work in works.items()}
    report(works["Many"], cyn)
    decided(cases["Decided"], max_)
    assert in_queue(desk) == ["Many", "Old", "Young", "Decided"]


def test_the_queue_is_filtered_and_searched(ada, ben, cyn, desk, max_):
    decided(report(new_work(ada, "Dune"), ben), max_)
    report(new_work(cyn, "Sea"), ben, reason="spam", detail="They sell pills")
    report(ada.artist, ben, "artist", reason="other", detail="Odd.")
    assert in_queue(desk, status__exact="decided") == ["Dune"]
    assert in_queue(desk, target_type__exact="artist") == ["ada"]
    assert in_queue(desk, reports__reason__exact="spam") == ["Sea"]
    assert in_queue(desk, q="pills") == in_queue(desk, q="cyn") == ["Sea"]


def test_a_longer_queue_costs_no_more_queries(ada, ben, cyn, desk, django_assert_max_num_queries):
    for more in (1, 2, 7):
        for _ in range(more):
            work = new_work(ada)
            for person in (ben, cyn):
                report(work, person)
        with django_assert_max_num_queries(9):
            assert "Somebody else&#x27;s work (2)" in desk.get(QUEUE).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_case_shows_what_was_seen_and_leads_to_it(ada, ben, desk, kind):
    thing = thing_of(ada, kind)
    page = page_of(desk, report(thing, ben, kind, detail="Look at <b>this</b>"))
    words = {"comment": "Rubbish!", "artist": "ada", "gallery": "Dunes"}
    assert words.get(kind, "Dune") in page
    assert "Look at &lt;b&gt;this&lt;/b&gt;" in page
    paths = {
        "artwork": "/artworks/",
        "comment": "/comments/",
        "artist": "/@ada",
        "image": "/images/",
        "gallery": "/galleries/",
    }
    assert paths[kind] in page


def test_what_was_seen_stands_beside_what_stands_now(ada, ben, desk):
    work = new_work(ada, "Dune", description="Stolen!")
    case = report(work, ben)
    assert "<del>" not in page_of(desk, case)
    change_artwork(artwork=work, by=ada, description="Lovely.")
    page = page_of(desk, case)
    assert "<del>Stolen!</del>" in page
    assert "<ins>Lovely.</ins>" in page


def test_what_an_artist_writes_for_themselves_moderators_do_not_read(ada, ben, desk):
    work = new_work(ada, description="Stolen!")
    case = report(work, ben)
    change_artwork(artwork=work, by=ada, description="My secret", status="draft")
    page = page_of(desk, case)
    assert "My secret" not in page
    assert "Only its owner sees it" in page
    assert "Stolen!" in page


@pytest.mark.parametrize("verdict", ["hide", "suspend"])
def test_what_moderators_withhold_they_can_still_look_at(ada, ben, desk, max_, verdict):
    work = new_work(ada, description="Stolen!")
    case = report(work, ben)
    decided(case, max_, verdict)
    change_artwork(artwork=work, by=ada, description="Lovely.")
    assert "<ins>Lovely.</ins>" in page_of(desk, case)


def test_a_case_says_what_is_gone(ada, ben, cyn, desk):
    work = new_work(ada)
    case = report(work, ben)
    delete_artwork(artwork=work, by=ada)
    assert "It is gone." in page_of(desk, case)
    for person in (ada, ben):
        delete_account(user=person, by=person)
    page = page_of(desk, case)
    assert "Their account is gone." in page
    assert "an account that is gone" in page


def test_a_case_shows_what_was_decided_before_about_its_owner(ada, ben, cyn, desk, max_):
    decided(report(new_work(ada, "Earlier"), ben), max_)
    decided(report(new_work(cyn, "Another"), ben), max_)
    page = page_of(desk, report(new_work(ada, "Later"), ben))
    assert "work: Earlier" in page
    assert "Another" not in page


def test_a_longer_case_costs_no_more_queries(ada, ben, cyn, mo, desk, django_assert_max_num_queries):
    work = new_work(ada)
    for person in (ben, cyn, mo):
        case = report(work, person)
        with django_assert_max_num_queries(20):
            page_of(desk, case)


def test_a_moderator_looks_at_the_pictures_that_were_reported_and_no_others(ada, ben, client_of, desk, max_):
    shown, other = (upload(client_of(ada), visibility="public")["id"], new_image(ada, visibility="private").pk)
    case = report(Image.objects.get(pk=shown), ben, "image")
    decided(case, max_)
    answer = desk.get(f"{QUEUE}{case.pk}/picture/{shown}/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/webp")
    assert "private" in answer.headers["Cache-Control"]
    assert desk.get(f"{QUEUE}{case.pk}/picture/{other}/").status_code == 404
    assert desk.get(f"{QUEUE}{other}/picture/{shown}/").status_code == 404
    assert client_of(ben).get(f"{QUEUE}{case.pk}/picture/{shown}/").status_code == 302


def test_staff_without_the_right_see_nothing_of_it(ada, ben, mo, client_of):
    case = report(new_work(ada), ben)
    clerk = client_of(mo)
    addresses = [QUEUE, f"{QUEUE}{case.pk}/change/", f"{QUEUE}{case.pk}/picture/{case.pk}/", "/admin/social/appeal/",
                 "/admin/social/entry/"]  # fmt: skip
    assert [clerk.get(address).status_code for address in addresses] == [403] * 5
    assert "social/case" not in clerk.get("/admin/").content.decode()


def test_appeals_wait_in_a_queue_the_oldest_first(ada, ben, desk, max_):
    for title in ("First", "Second", "Third"):
        appealed(decided(report(new_work(ada, title), ben), max_), ada)
    Appeal.objects.filter(decision__case__title="Second").update(outcome="upheld")
    answer = desk.get("/admin/social/appeal/")
    told = [appeal.decision.case.title for appeal in answer.context["cl"].result_list]
    assert told == ["First", "Third", "Second"]


def test_the_log_is_read_and_nothing_else(ada, ben, desk):
    case = report(new_work(ada), ben)
    assert str(case.pk) in desk.get("/admin/social/entry/").content.decode()
    entry = f"/admin/social/entry/{Entry.objects.get().pk}"
    assert desk.get(f"{entry}/change/").status_code == 200
    body = {"deed": "shown"}
    assert [desk.post(f"{entry}/{way}/", body, format="multipart").status_code for way in ("change", "delete")] == [
        403,
        403,
    ]
    assert desk.get("/admin/social/entry/add/").status_code == 403


@pytest.mark.parametrize("model", ["case", "appeal"])
def test_nothing_is_added_or_deleted_at_the_desk(ada, ben, desk, max_, model):
    appeal = appealed(decided(report(new_work(ada), ben), max_), ada)
    thing = appeal if model == "appeal" else appeal.decision.case
    base = f"/admin/social/{model}/"
    assert desk.get(f"{base}add/").status_code == 403
    assert desk.post(f"{base}{thing.pk}/delete/", {"post": "yes"}, format="multipart").status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [str(thing.pk)], "post": "yes"}
    desk.post(base, chosen, format="multipart")
    assert type(thing).objects.filter(pk=thing.pk).exists()
