"""How submissions are told: as described, in pages, with a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actions import set_active
from gallery.tests.works import new_work
from portfolio.api.exhibitions.submission_descriptions import NamelessWorkSerializer, SubmissionSerializer
from portfolio.api.exhibitions.submission_telling import tell_submissions
from portfolio.models import Exhibition, Juror, Score
from portfolio.tests.entries import at, crowd, listed, new_exhibition, new_juror, new_submission, path, told

pytestmark = pytest.mark.django_db

BASE = "http://testserver"


def keys(serializer):
    return set(serializer().fields)


@pytest.fixture
def call(ben, cyn):
    """What is submitted to it is judged, by cyn among others."""
    call = new_exhibition(ben, status="jurying")
    new_juror(call, cyn)
    return call


def test_the_description_names_what_is_told(ada, ben, cyn, client_of, call):
    entry = new_submission(call, ada)
    for viewer in (ada, ben, cyn):
        answer = told(client_of(viewer), entry)
        assert set(answer) == keys(SubmissionSerializer)
        for name in ("works", "score", "my_score"):
            part = answer[name][0] if name == "works" else answer[name]
            field = SubmissionSerializer().fields[name]
            assert part is None or set(part) == set(getattr(field, "child", field).fields)


def test_the_description_names_what_a_blind_jury_is_told(ada, cyn, client_of, call):
    Exhibition.objects.update(blind=True)
    (work,) = told(client_of(cyn), new_submission(call, ada))["artworks"]
    assert set(work) == keys(NamelessWorkSerializer)
    assert set(work["image"]) == set(NamelessWorkSerializer().fields["image"].fields)


@pytest.mark.parametrize("who", ["ben", "cyn"])
@pytest.mark.parametrize("blind", [False, True])
def test_a_list_takes_the_same_number_of_queries_whatever_is_in_it(request, client_of, call, who, blind):
    Exhibition.objects.update(blind=blind)
    client, counts, artists = client_of(request.getfixturevalue(who)), [], crowd(8)
    for number in (1, 3, 8):
        for artist in artists[call.submissions.count() : number]:
            entry = new_submission(call, artist, new_work(artist), new_work(artist))
            Score.objects.create(juror=Juror.objects.get(), work=entry.works.first(), score=5)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(listed(client, call)) == number
        counts.append(len(queries))
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 24


def test_what_an_artist_submitted_everywhere_takes_the_same_number_of_queries(ada, ben):
    counts, entries = [], []
    for number in (1, 3, 8):
        entries += [new_submission(new_exhibition(ben), ada) for _ in range(number - len(entries))]
        with CaptureQueriesContext(connection) as queries:
            rows = tell_submissions([entry.pk for entry in entries], viewer=ada, base=BASE)
        assert [row["id"] for row in rows] == [entry.pk for entry in entries]
        counts.append(len(queries))
    assert len(set(counts)) == 1, counts


def test_an_organiser_with_several_jurors_is_told_of_each_once(ada, ben, mo, client_of, call):
    new_juror(call, mo)
    entry = new_submission(call, ada)
    assert client_of(ben).get(path(call)).json()["count"] == 1
    assert told(client_of(ben), entry)["id"] == str(entry.pk)


def test_a_list_is_walked_by_cursor(ada, ben, mo, client_of, call):
    entries = [new_submission(call, artist) for artist in (ada, mo)]
    seen, address = [], f"{path(call)}?cursor=&page_size=1"
    while address:
        answer = client_of(ben).get(address).json()
        seen += [row["id"] for row in answer["results"]]
        address = answer["next"]
    assert seen == [str(entry.pk) for entry in entries]


def test_of_somebody_who_is_shut_out_only_they_know(ada, ben, cyn, mo, client_of, call):
    entry = new_submission(call, ada)
    set_active(user=ada, is_active=False, by=mo)
    for viewer in (ben, cyn):
        assert listed(client_of(viewer), call) == []
        assert client_of(viewer).get(at(entry)).status_code == 404


def test_what_is_told_to_nobody_is_nothing(ada, mo, call):
    entry = new_submission(call, ada)
    assert tell_submissions([entry.pk], viewer=mo, base=BASE) == []
    assert tell_submissions([], viewer=ada, base=BASE) == []


@pytest.mark.parametrize("status", ["open", "announced", "running"])
def test_a_jury_is_told_of_nothing_but_while_jurying(ada, cyn, client_of, call, status):
    new_submission(call, ada)
    Exhibition.objects.update(status=status)
    assert listed(client_of(cyn), call) == []


def test_a_submission_of_another_exhibition_is_not_there(ada, ben, client_of, call):
    entry, elsewhere = new_submission(call, ada), new_exhibition(ben)
    for address in (path(elsewhere, f"submissions/{entry.pk}"), path(elsewhere, f"submissions/{entry.pk}/score")):
        assert client_of(ada).put(address, {"score": 1}).status_code == 404
