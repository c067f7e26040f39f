"""Who may open an organiser's pages: the organiser. To all others they are not there."""

import pytest

from portfolio.models import Exhibition, Submission
from portfolio.tests.entries import new_exhibition, new_juror, new_submission
from portfolio.tests.organising import page_of

PAGES = [
    "edit",
    "delete",
    "move/jurying",
    "jurors",
    "jurors/{ben}/remove",
    "submissions",
    "submissions.csv",
    "announce",
]
DEEDS = [
    ("move", {"status": "cancelled"}),
    ("move/jurying", {"status": "jurying"}),
    ("delete", {}),
    ("edit", {"title": "Mine"}),
    ("jurors", {"username": "cyn"}),
    ("jurors/{ben}/remove", {}),
    ("announce", {"reject_rest": "on"}),
    ("submissions/decide", {"status": "accepted", "submission": "{submission}"}),
    ("submissions/decide/one", {"decision": "accepted {submission}"}),
    ("submissions/choose", {"choose": "{submission}"}),
    ("submissions/fee", {"fee": "paid {submission}"}),
]


@pytest.fixture(params=["draft", "open", "jurying", "running"])
def exhibition(request, ada, ben, cyn):
    """Hers, with ben on the jury and a submission of cyn's."""
    made = new_exhibition(ada, status=request.param)
    new_juror(made, ben)
    new_submission(made, cyn)
    return made


@pytest.fixture
def fill(ben, exhibition):
    ids = {"ben": ben.pk, "submission": Submission.objects.get().pk}
    return lambda text: text.format(**ids)


def stands(exhibition):
    """All that a deed could change."""
    rows = Submission.objects.values_list("status", "fee_paid_at"), exhibition.jurors.values_list("user")
    return Exhibition.objects.values().get(), *map(list, rows)


def test_a_page_is_there_for_its_organiser_alone(exhibition, fill, client_of, ada, ben, cyn, mo):
    for page in PAGES:
        path = page_of(exhibition, fill(page))
        assert client_of(ada).get(path).status_code in (200, 302), path
        assert {client_of(who).get(path).status_code for who in (ben, cyn, mo)} == {404}, path


def test_a_deed_of_anyone_else_finds_nothing_and_changes_nothing(exhibition, fill, client_of, ben, cyn, mo):
    before = stands(exhibition)
    for page, sent in DEEDS:
        filled = {name: fill(value) for name, value in sent.items()}
        for who in (ben, cyn, mo):
            answer = client_of(who).post(page_of(exhibition, fill(page)), filled, format="multipart")
            assert answer.status_code == 404, (page, who)
    assert stands(exhibition) == before


def test_a_visitor_signs_in_first(exhibition, fill, visitor):
    before = stands(exhibition)
    for path in [page_of(exhibition, fill(page)) for page in PAGES] + ["/exhibitions/new", "/exhibitions/yours"]:
        assert visitor.get(path).headers["Location"] == f"/login?next={path}"
    for page, sent in DEEDS:
        answer = visitor.post(page_of(exhibition, fill(page)), sent, format="multipart")
        assert answer.headers["Location"].startswith("/login?next=")
    assert stands(exhibition) == before


def test_what_is_done_by_a_button_is_not_done_by_a_link(exhibition, fill, client_of, ada):
    for page, _sent in DEEDS:
        if "submissions/" in page or page == "move":
            assert client_of(ada).get(page_of(exhibition, fill(page))).status_code == 405
