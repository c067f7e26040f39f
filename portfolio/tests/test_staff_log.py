"""The log of what staff did."""

import pytest

from gallery.actions.maturity import set_maturity
from gallery.tests.works import new_work
from portfolio.actions.features import feature, unfeature
from social.tests.moderation import moderator

LOG = "/admin/admin/logentry/"


@pytest.fixture
def desk(db, client_of):
    return client_of(moderator())


def test_what_staff_did_is_told_with_who_and_to_what(desk, ada, mo):
    work = new_work(ada, "Dune")
    feature(target_type="artwork", target_id=work.pk, by=mo)
    set_maturity(artwork=work, is_mature=True, by=mo)
    page = desk.get(LOG).content.decode()
    assert page.count(f"/admin/gallery/artwork/{work.pk}/change/") == 2
    assert "Featured." in page
    assert "moe" in page


def test_it_is_searched_and_filtered_by_person_deed_and_sort(desk, ada, mo):
    pick = feature(target_type="artwork", target_id=new_work(ada, "Dune").pk, by=mo)[0]
    feature(target_type="artist", target_id=ada.pk, by=mo)
    unfeature(pick=pick, by=mo)
    kinds = {text: desk.get(LOG, asked).context["cl"].result_count for text, asked in ASKED.items()}
    assert kinds == {"search": 1, "deed": 3, "none": 0}
    person = desk.get(LOG, {"user__id__exact": str(mo.pk)}).context["cl"]
    assert person.result_count == 3
    assert "Portfolio |" not in desk.get(LOG).content.decode()


ASKED = {"search": {"q": "no longer"}, "deed": {"deed": "2"}, "none": {"deed": "3"}}


def test_the_three_logs_lead_to_each_other(desk):
    paths = [LOG, "/admin/social/entry/", "/admin/portfolio/statuschange/"]
    for path in paths:
        page = desk.get(path).content.decode()
        assert all(f'href="{other}"' in page for other in paths)


def test_nothing_in_it_is_changed_or_deleted_by_anyone(ada, mo, client_of):
    feature(target_type="artist", target_id=ada.pk, by=mo)
    mo.is_superuser = True
    mo.save()
    client = client_of(mo)
    entry = client.get(LOG).context["cl"].result_list[0]
    addresses = ("add/", f"{entry.pk}/delete/", f"{entry.pk}/change/")
    assert [client.post(LOG + address).status_code for address in addresses] == [403, 403, 403]
    assert "action" not in client.get(LOG).content.decode().split('id="changelist-form"')[1].split("<table")[0]


def test_staff_who_may_not_moderate_do_not_read_it(mo, client_of):
    assert client_of(mo).get(LOG).status_code == 403


def test_it_costs_the_same_for_more(desk, ada, mo, django_assert_max_num_queries):
    feature(target_type="artist", target_id=ada.pk, by=mo)
    desk.get(LOG)
    with django_assert_max_num_queries(20) as few:
        desk.get(LOG)
    for title in ("Dune", "Mill", "Snow"):
        feature(target_type="artwork", target_id=new_work(ada, title).pk, by=mo)
    with django_assert_max_num_queries(len(few) + 1):
        desk.get(LOG)
