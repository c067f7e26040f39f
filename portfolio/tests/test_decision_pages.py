"""What an owner reads of what moderators decided, and their appeal."""

import pytest

from gallery.tests.works import new_work
from social.actions.deciding import judge_appeal
from social.models import Appeal
from social.moderating.links import decision_path
from social.tests.moderation import age, appealed, decided, moderator, report, thing_of


@pytest.fixture
def max_(db):
    return moderator()


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def decide_about(owner, by, kind="artwork", verdict="hide", reporter=None):
    from conftest import person

    return decided(report(thing_of(owner, kind), reporter or person("reporter"), kind), by, verdict)


@pytest.mark.parametrize(
    ("verdict", "heading"),
    [("hide", "Hidden from others"), ("remove", "Taken down"), ("suspend", "Your account is suspended")],
)
def test_it_says_what_was_done_why_and_until_when_one_may_appeal(read, visitor, ada, max_, verdict, heading):
    page = read(visitor, decision_path(decide_about(ada, max_, verdict=verdict)))
    assert page.one("h1").text == heading
    assert "It is not yours." in page.text
    assert "Appeal until" in page.text
    assert ("Deleted for good" in page.text) == (verdict == "remove")
    assert not any(name in page.text for name in ("max", "reporter"))


@pytest.mark.parametrize("kind", ["artwork", "comment"])
@pytest.mark.parametrize("verdict", ["hide", "remove"])
def test_of_what_is_hidden_it_is_said_that_others_see_it_no_more(read, adas, ada, max_, kind, verdict):
    """A comment is hidden from its author too, a work is not."""
    page = read(adas, f"/decisions/{decide_about(ada, max_, kind, verdict).pk}")
    assert "Others do not see it any more" in page.text
    assert "Nobody but you" not in page.text


def test_the_list_names_each_with_the_way_to_it(read, adas, ada, max_):
    assert "Nothing was ever decided" in read(adas, "/decisions").text
    decision = decide_about(ada, max_)
    assert read(adas, "/decisions").one("a", href=f"/decisions/{decision.pk}").text == "Hidden from others: Dune"


def test_the_way_to_the_list_is_current_on_it_and_less_so_below_it(read, adas, ada, max_):
    paths = {"page": "/decisions", "true": f"/decisions/{decide_about(ada, max_).pk}"}
    for current, path in paths.items():
        assert read(adas, path).one("a", href="/decisions")["aria-current"] == current


def test_an_appeal_is_sent_once_and_its_state_told(read, adas, ada, max_):
    decision = decide_about(ada, max_)
    path = f"/decisions/{decision.pk}"
    answer = adas.post(path, {"text": "It is mine."}, format="multipart")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}#appeal")
    page = read(adas, path)
    assert "It is mine." in page.text
    assert "Another moderator than the one who decided looks at it." in page.text
    assert not page.all("textarea")
    assert (
        "You have appealed against this already." in adas.post(path, {"text": "x"}, format="multipart").content.decode()
    )
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize(
    ("outcome", "heading", "words"),
    [("upheld", "Hidden from others", "The decision stands."), ("overturned", "Taken back", "You were right")],
)
def test_the_answer_to_an_appeal_is_told(read, adas, ada, max_, outcome, heading, words):
    decision = decide_about(ada, max_)
    judge_appeal(appeal=appealed(decision, ada), by=moderator("maria"), outcome=outcome, answer="We looked again.")
    page = read(adas, f"/decisions/{decision.pk}")
    assert page.one("h1").text == heading
    assert words in page.text
    assert "We looked again." in page.text


@pytest.mark.parametrize("text", ["", "   ", "x" * 5_001])
def test_an_appeal_without_words_or_with_too_many_is_refused(adas, ada, max_, text):
    answer = adas.post(f"/decisions/{decide_about(ada, max_).pk}", {"text": text}, format="multipart")
    assert answer.status_code == 200
    assert 'class="errors"' in answer.content.decode()
    assert not Appeal.objects.exists()


def test_when_it_is_too_late_there_is_no_form(read, adas, ada, max_):
    decision = decide_about(ada, max_)
    age(decision, days=14)
    page = read(adas, f"/decisions/{decision.pk}")
    assert not page.all("textarea")
    assert "The time to appeal against this is over." in page.text
    sent = adas.post(f"/decisions/{decision.pk}", {"text": "x"}, format="multipart")
    assert "too late" in sent.content.decode()


def test_nobody_else_finds_it_and_a_visitor_signs_in_first(visitor, client_of, ada, ben, max_):
    decision = decide_about(ada, max_)
    path = f"/decisions/{decision.pk}"
    assert [client_of(who).get(path).status_code for who in (ben, max_)] == [404, 404]
    assert visitor.get(path).headers["Location"] == f"/login?next={path}"
    assert visitor.get(f"{path}?key=x").headers["Location"] == f"/login?next={path}"
    assert client_of(ben).get("/decisions").content.decode().count("Dune") == 0


def test_a_dismissal_is_told_to_nobody(adas, ada, max_):
    decision = decide_about(ada, max_, verdict="dismiss")
    assert adas.get(f"/decisions/{decision.pk}").status_code == 404


def test_who_is_shut_out_appeals_by_the_link_of_their_mail(read, visitor, ada, max_):
    decision = decide_about(ada, max_, "artist", "suspend")
    path = decision_path(decision)
    answer = visitor.post(path, {"text": "That was my brother."}, format="multipart")
    assert answer.headers["Location"] == f"{path}#appeal"
    assert Appeal.objects.get().decision == decision
    assert "That was my brother." in read(visitor, path).text


def test_the_address_with_its_key_is_told_to_nobody(read, visitor, ada, max_):
    path = decision_path(decide_about(ada, max_, "artist", "suspend"))
    answer = visitor.get(path)
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer.headers["Cache-Control"]
    assert read(visitor, path).one("link", rel="canonical")["href"] == f"http://testserver{path.split('?')[0]}"


@pytest.mark.parametrize("kind", ["artwork", "image", "gallery"])
def test_on_the_page_of_what_is_hidden_its_owner_finds_the_way(read, adas, ada, ben, max_, kind):
    thing = thing_of(ada, kind)
    path = {"artwork": f"/artworks/{thing.pk}", "image": f"/images/{thing.pk}", "gallery": "/@ada/galleries/dunes"}[
        kind
    ]
    assert not read(adas, path).all("p", **{"class": "note"})
    decision = decided(report(thing, ben, kind), max_)
    page = read(adas, path)
    assert "Hidden by a moderator" in page.one("p", **{"class": "note"}).text
    assert page.one("a", href=f"/decisions/{decision.pk}").text == "Read why, and answer"


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_queries(django_assert_num_queries, adas, ada, ben, max_, number):
    for _ in range(number):
        decided(report(new_work(ada), ben), max_)
    with django_assert_num_queries(3):
        adas.get("/decisions")
