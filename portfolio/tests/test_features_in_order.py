"""What staff put forward, in their order."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from gallery.models import Artwork, Gallery
from gallery.tests.works import new_work
from portfolio.actions.features import feature, order_features
from portfolio.models import Feature

PAGE = "/admin/portfolio/feature/home/"


@pytest.fixture
def picks(ada, mo):
    """Three works, of which the last one comes first."""
    works = [new_work(ada, title) for title in ("Dune", "Harbour", "Mill")]
    return [feature(target_type="artwork", target_id=work.pk, by=mo)[0] for work in works]


def shown(client):
    told = client.get("/api/featured").json()["artworks"]
    return [each["title"] for each in told if each["reason"]["code"] == "staff_pick"]


def put(client, ids):
    return client.put("/api/featured/order", {"feature_ids": ids})


def test_they_are_shown_in_the_order_that_staff_give_them(picks, mo, client_of):
    client = client_of(mo)
    assert shown(client) == ["Mill", "Harbour", "Dune"]
    ids = [picks[1].pk, picks[0].pk, picks[2].pk]
    assert put(client, ids).json() == {"feature_ids": ids}
    assert shown(client) == ["Harbour", "Dune", "Mill"]
    page = client.get("/").content.decode()
    assert page.index("Harbour") < page.index("Dune") < page.index("Mill")


def test_what_comes_later_comes_first_and_what_was_over_too(picks, ada, mo, visitor):
    order_features(feature_ids=[pick.pk for pick in picks], by=mo)
    Feature.objects.filter(pk=picks[2].pk).update(until=timezone.now() - timedelta(days=1))
    feature(target_type="artwork", target_id=picks[2].target_id, by=mo)
    feature(target_type="artwork", target_id=new_work(ada, "Snow").pk, by=mo)
    assert shown(visitor) == ["Snow", "Mill", "Dune", "Harbour"]


def test_another_note_changes_no_place(picks, mo, visitor):
    order_features(feature_ids=[pick.pk for pick in picks], by=mo)
    feature(target_type="artwork", target_id=picks[1].target_id, by=mo, note="Light")
    assert shown(visitor) == ["Dune", "Harbour", "Mill"]


def test_an_order_is_noted_once_in_words(picks, mo):
    LogEntry.objects.all().delete()
    order_features(feature_ids=[pick.pk for pick in picks], by=mo)
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_repr) == (mo, "Home page: artwork")
    assert entry.change_message == "Put in order: Dune, Harbour, Mill."


def test_an_order_names_each_pick_of_one_kind_once(picks, ada, mo):
    room = Gallery.objects.create(owner=ada, name="Room", slug="room")
    other = feature(target_type="gallery", target_id=room.pk, by=mo)[0].pk
    first, second, third = (pick.pk for pick in picks)
    wrong = [[], [first, second], [first, second, second], [first, second, third, other], [first, second, third + 99]]
    wrong += [[10**30, second, third]]
    for ids in wrong:
        with pytest.raises(ValidationError) as refused:
            order_features(feature_ids=ids, by=mo)
        assert "feature_ids" in refused.value.message_dict
    assert set(Feature.objects.values_list("position", flat=True)) == {0}


def test_staff_alone_put_in_order(picks, ada, visitor, client_of):
    ids = [pick.pk for pick in picks]
    assert [put(client, ids).status_code for client in (visitor, client_of(ada))] == [401, 403]
    with pytest.raises(PermissionDenied):
        order_features(feature_ids=ids, by=ada)


def test_an_order_that_is_no_longer_so_is_refused_where_it_is_made(picks, mo, client_of):
    answer = put(client_of(mo), [picks[0].pk])
    assert (answer.status_code, answer.json()["errors"][0]["attr"].split(".")[0]) == (400, "feature_ids")


def post(client, path, **told):
    return client.post(f"{PAGE}{path}", told, format="multipart", follow=True)


def test_without_script_numbers_put_in_order(picks, mo, client_of):
    client = client_of(mo)
    ids = [pick.pk for pick in picks]
    page = post(
        client, "order/", feature_ids=ids, **{f"place-{pk}": place for pk, place in zip(ids, "213", strict=True)}
    )
    assert "Put in order." in page.content.decode()
    assert shown(client) == ["Harbour", "Dune", "Mill"]


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5_000, "x"])
def test_a_number_that_is_no_pick_s_is_refused_in_words(picks, mo, client_of, number):
    page = post(client_of(mo), "order/", feature_ids=[number])
    assert "Name each pick of one kind" in page.content.decode()


def test_a_search_finds_what_can_be_put_forward(picks, ada, mo, client_of):
    new_work(ada, "Dune at night")
    new_work(ada, "Dune in sin", is_mature=True)
    new_work(ada, "Dune unseen", status="draft")
    page = client_of(mo).get(PAGE, {"kind": "artwork", "words": "dune"}).content.decode()
    found = page.split('id="desk-add"')[1]
    assert "Dune at night" in found
    assert not any(title in found for title in ("Dune in sin", "Dune unseen", "Dune, ada"))


def test_it_is_put_forward_and_taken_back_on_the_page(picks, ada, mo, client_of):
    client, work = client_of(mo), new_work(ada, "Snow")
    post(client, "add/", kind="artwork", target_id=str(work.pk))
    assert shown(client)[0] == "Snow"
    pick = Feature.objects.get(target_id=work.pk)
    post(client, f"{pick.pk}/end/")
    assert "Snow" not in shown(client)
    assert post(client, f"{pick.pk}/end/").status_code == 200


def test_what_is_hidden_since_is_said_not_to_be_shown_and_has_no_picture(picks, mo, client_of):
    address = f"/api/artworks/{picks[0].target_id}/thumbnail"
    assert address in client_of(mo).get(PAGE).content.decode()
    Artwork.objects.filter(pk=picks[0].target_id).update(is_public=False, status="draft")
    page = client_of(mo).get(PAGE).content.decode()
    assert address not in page
    assert "Not shown: not everyone may see it" in page


def test_the_page_costs_the_same_for_more_picks(picks, ada, mo, client_of, django_assert_max_num_queries):
    client = client_of(mo)
    client.get(PAGE)
    with django_assert_max_num_queries(12) as before:
        client.get(PAGE)
    for number in range(4):
        feature(target_type="artwork", target_id=new_work(ada, f"Snow {number}").pk, by=mo)
    with django_assert_max_num_queries(len(before)):
        client.get(PAGE)


@pytest.mark.parametrize("path", ["", "order/", "add/", "1/end/"])
def test_the_page_is_for_staff_alone(ada, client_of, path):
    assert post(client_of(ada), path).redirect_chain[0][0].startswith("/admin/login/")


def test_whoever_may_curate_is_led_to_the_page_without_any_other_right(mo, client_of):
    client = client_of(mo)
    assert PAGE in client.get("/admin/").content.decode()
    assert client.get("/admin/portfolio/feature/").status_code == 200
    assert client.get("/admin/portfolio/feature/add/").status_code == 403
