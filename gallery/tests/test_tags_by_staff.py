"""Tags renamed, merged and deleted by staff: right on every picture, counted, and noted."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.exceptions import Conflict
from gallery.actions.vocabulary import merge_tags, rename_tag
from gallery.models import ImageTag, Tag
from gallery.tests.library import new_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(mo):
    """A client of mo's, who may change and delete tags."""
    codenames = ["change_tag", "view_tag", "delete_tag"]
    mo.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(mo)
    return client


def counts():
    return dict(Tag.objects.values_list("name", "public_count"))


def tag(name):
    return Tag.objects.get(name=name)


def test_a_tag_is_renamed_everywhere_and_its_address_with_it(ada, mo, visitor):
    image = new_image(ada, tags=("teh sea",))
    renamed = rename_tag(tag=tag("teh sea"), name=" The  SEA", by=mo)
    assert (renamed.name, renamed.slug, renamed.public_count) == ("the sea", "the-sea", 1)
    assert visitor.get(f"/api/images/{image.pk}").json()["tags"] == ["the sea"]


def test_a_name_that_is_taken_is_refused(ada, mo):
    new_image(ada, tags=("sea", "see"))
    with pytest.raises(Conflict) as refusal:
        rename_tag(tag=tag("see"), name="SEA", by=mo)
    assert (refusal.value.code, refusal.value.attr) == ("name_taken", "name")
    assert set(counts()) == {"sea", "see"}


@pytest.mark.parametrize("name", ["", " \x00 ", "x" * 51, "sea, sky"])
def test_what_can_be_no_tag_is_no_new_name(ada, mo, name):
    new_image(ada, tags=("sea",))
    with pytest.raises(ValidationError) as refusal:
        rename_tag(tag=tag("sea"), name=name, by=mo)
    assert set(refusal.value.error_dict) == {"name"}


def test_the_same_name_again_changes_and_notes_nothing(ada, mo):
    new_image(ada, tags=("sea",))
    rename_tag(tag=tag("sea"), name="Sea", by=mo)
    assert not LogEntry.objects.exists()


def test_merging_leaves_one_tag_once_on_each_picture_and_counts_it(ada, mo):
    for names in (("sea",), ("see", "sky"), ("sea", "see", "meer"), ("meer", "see")):
        new_image(ada, tags=names)
    hidden = new_image(ada, tags=("meer",), visibility="private")
    merged = merge_tags(into=tag("sea"), others=[tag("see"), tag("meer")], by=mo)
    assert (counts(), merged.public_count) == ({"sea": 4, "sky": 1}, 4)
    assert ImageTag.objects.filter(tag=merged).count() == 5
    assert ImageTag.objects.get(image=hidden).uploaded_at == hidden.uploaded_at


def test_a_tag_merged_with_itself_stays(ada, mo):
    new_image(ada, tags=("sea",))
    merge_tags(into=tag("sea"), others=[tag("sea")], by=mo)
    assert counts() == {"sea": 1}


def test_a_tag_that_is_gone_is_not_merged(ada, mo):
    new_image(ada, tags=("sea", "see"))
    gone = tag("see")
    gone.delete()
    with pytest.raises(Conflict):
        merge_tags(into=tag("sea"), others=[gone], by=mo)


def test_each_deed_is_noted_with_who_did_it(ada, mo):
    new_image(ada, tags=("sea", "see"))
    merge_tags(into=tag("sea"), others=[tag("see")], by=mo)
    rename_tag(tag=tag("sea"), name="ocean", by=mo)
    noted = LogEntry.objects.order_by("pk").values_list("user", "object_repr", "change_message")
    assert list(noted) == [
        (mo.pk, "see", "Merged into “sea”."),
        (mo.pk, "sea", "Merged with “see”."),
        (mo.pk, "sea", "Renamed from “sea” to “ocean”."),
    ]


def test_merging_a_common_tag_costs_no_query_for_each_picture(ada, mo, django_assert_max_num_queries):
    for number in range(60):
        new_image(ada, tags=("see", f"tag {number}"))
    new_image(ada, tags=("sea",))
    with django_assert_max_num_queries(40):
        merge_tags(into=tag("sea"), others=[tag("see")], by=mo)
    assert counts()["sea"] == 61


def test_the_admin_renames_by_its_form_and_notes_it_once(ada, desk):
    new_image(ada, tags=("teh sea",))
    answer = desk.post(f"/admin/gallery/tag/{tag('teh sea').pk}/change/", {"name": "The sea"})
    assert (answer.status_code, counts()) == (302, {"the sea": 1})
    assert LogEntry.objects.count() == 1


def test_the_admin_offers_to_merge_where_the_name_is_taken(ada, desk):
    new_image(ada, tags=("sea", "see"))
    answer = desk.post(f"/admin/gallery/tag/{tag('see').pk}/change/", {"name": "sea"})
    address = f"/admin/gallery/tag/merge/?chosen={tag('sea').pk}&amp;chosen={tag('see').pk}"
    assert address in answer.content.decode()
    assert set(counts()) == {"sea", "see"}


def test_the_admin_asks_which_one_is_kept_and_merges_the_others(ada, desk):
    new_image(ada, tags=("sea", "see"))
    new_image(ada, tags=("see",))
    chosen = [tag("sea").pk, tag("see").pk]
    page = desk.post("/admin/gallery/tag/", {"action": "merge", "_selected_action": chosen}, follow=True)
    assert page.content.count(b'type="radio"') == 2
    done = desk.post(page.redirect_chain[-1][0], {"kept": tag("sea").pk}, follow=True)
    assert counts() == {"sea": 2}
    assert "Merged into “sea”." in done.content.decode()


@pytest.mark.parametrize("other", ["x", "-1", "99999999999999999999", "9" * 5_000])
def test_one_tag_alone_is_not_merged(ada, desk, other):
    new_image(ada, tags=("sea",))
    answer = desk.get(f"/admin/gallery/tag/merge/?chosen={tag('sea').pk}&chosen={other}", follow=True)
    assert "Choose two or more." in answer.content.decode()


def test_the_admin_deletes_a_tag_from_every_picture(ada, desk, visitor):
    image = new_image(ada, tags=("sea", "spam"))
    desk.post(f"/admin/gallery/tag/{tag('spam').pk}/delete/", {"post": "yes"})
    assert visitor.get(f"/api/images/{image.pk}").json()["tags"] == ["sea"]


def test_staff_without_the_right_to_change_tags_merge_none(ada, desk, mo):
    new_image(ada, tags=("sea", "see"))
    mo.user_permissions.clear()
    address = f"/admin/gallery/tag/merge/?chosen={tag('sea').pk}&chosen={tag('see').pk}"
    assert desk.get(address).status_code == 403
    assert desk.post(address, {"kept": tag("sea").pk}).status_code == 403
    assert len(counts()) == 2
