"""The pages of a jury that is not told whose the works are."""

import pytest

from accounts.models import Artist
from gallery.models import Image
from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.models import Exhibition, Submission, SubmittedWork
from portfolio.tests.entries import new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db

STATEMENT = "I am Ada Lovelace (@ada), see https://ada.example.org or write to ada@example.org. LOVELACE."


@pytest.fixture
def call(ben):
    return new_exhibition(ben, status="jurying", blind=True)


@pytest.fixture
def juror(call, cyn):
    return new_juror(call, cyn)


@pytest.fixture
def submission(ada, call):
    """Works of ada's that name her wherever one can."""
    Artist.objects.filter(pk=ada.pk).update(artist_name="Ada Lovelace")
    picture = new_image(ada, "Self-portrait of Lovelace", visibility="private", original_filename="lovelace.jpg")
    facts = {"description": "Lovelace at home", "alt_text": "Ada Lovelace", "medium": "Oil by Ada", "is_mature": True}
    works = [new_work(ada, "Ada Lovelace, myself", images=(picture,), **facts), new_work(ada, "Dunes")]
    made = new_submission(call, ada, *works)
    Submission.objects.update(artist_statement=STATEMENT)
    return made


def identities(ada) -> set[str]:
    """What would tell whose a work is."""
    ids = {str(ada.pk), *map(str, ada.artworks.values_list("pk", flat=True))}
    return ids | {str(pk) for pk in Image.objects.filter(owner=ada).values_list("pk", flat=True)}


def pages(call, submission) -> list[str]:
    base = f"/exhibitions/{call.pk}"
    return [f"{base}/jury", f"{base}/jury/{submission.pk}", f"{base}/conflicts", base]


def test_no_page_of_it_tells_whose_a_work_is(subtests, client_of, juror, ada, call, submission):
    client = client_of(juror.user)
    for path in pages(call, submission):
        with subtests.test(path):
            answer = client.get(path)
            said = " ".join([answer.content.decode(), *map(str, answer.headers.values())])
            assert answer.status_code == 200
            assert not [each for each in identities(ada) if each in said]
            assert "lovelace" not in said.casefold()
            assert "@ada" not in said
            assert "ada.example" not in said


def test_its_pictures_go_by_ids_that_lead_nowhere_else(read, client_of, juror, ada, submission):
    page = read(client_of(juror.user), f"/exhibitions/{submission.exhibition_id}/jury/{submission.pk}")
    works = [str(pk) for pk in SubmittedWork.objects.order_by("position").values_list("pk", flat=True)]
    shown = [image["src"] for image in page.all("img")]
    assert all(f"/submissions/{submission.pk}/works/{pk}/image" in src for pk, src in zip(works, shown, strict=True))
    assert not [link for link in page.all("a") if "/artworks/" in link.attributes.get("href", "")]
    assert [page.one("h2", id=f"work-{pk}").text for pk in works] == ["█, myself", "Dunes"]


def test_what_comes_back_with_an_error_tells_nothing_either(client_of, juror, ada, submission):
    path = f"/exhibitions/{submission.exhibition_id}/jury/{submission.pk}"
    note = {f"note-{work.pk}": "A note alone." for work in submission.works.all()}
    said = client_of(juror.user).post(path, note, format="multipart").content.decode()
    assert "the note is kept with it" in said
    assert "lovelace" not in said.casefold()
    assert not [each for each in identities(ada) if each in said]


def test_a_conflict_leaves_no_gap(read, client_of, juror, ada, mo, call, submission):
    juror.conflicts.create(artist=ada)
    own = new_submission(call, juror.user)
    other = new_submission(call, mo)
    client = client_of(juror.user)
    assert read(client, f"/exhibitions/{call.pk}/jury").text.count("0 of 1") == 2
    assert read(client, f"/exhibitions/{call.pk}/jury/{other.pk}").one("h1").text == "Submission 1 of 1"
    for hidden in (submission, own):
        assert client.get(f"/exhibitions/{call.pk}/jury/{hidden.pk}").status_code == 404


def test_a_score_is_taken(client_of, juror, submission):
    work = submission.works.first()
    path = f"/exhibitions/{submission.exhibition_id}/jury/{submission.pk}"
    client_of(juror.user).post(path, {f"score-{work.pk}": "8"}, format="multipart")
    assert list(work.scores.values_list("score", flat=True)) == [8]


def test_when_it_is_announced_the_jury_sees_no_submission_any_more(client_of, juror, submission):
    Exhibition.objects.update(status="announced")
    path = f"/exhibitions/{submission.exhibition_id}/jury"
    assert client_of(juror.user).get(f"{path}/{submission.pk}").headers["Location"] == path
