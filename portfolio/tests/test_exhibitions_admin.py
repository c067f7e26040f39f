"""The desk of staff for exhibitions: to look at, to withhold, to call off."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from portfolio.actions.exhibitions import change_exhibition
from portfolio.actions.submissions import withdraw_submission
from portfolio.actions.withholding import move_exhibition, withhold_exhibition
from portfolio.models import Exhibition, StatusChange
from portfolio.tests.entries import new_exhibition, new_submission
from social.tests.moderation import moderator

LIST = "/admin/portfolio/exhibition/"


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def judge(db):
    return moderator()


@pytest.fixture
def desk(judge):
    return signed_in(judge)


def press(desk, button, *exhibitions):
    chosen = {"action": button, "_selected_action": [str(each.pk) for each in exhibitions]}
    return desk.post(LIST, chosen, follow=True).content.decode()


def test_all_but_drafts_are_listed_with_their_state_and_how_many_submitted(desk, ada, ben):
    new_submission(new_exhibition(ada, title="Chalk"), ben)
    new_exhibition(ada, title="Withheld", is_hidden=True)
    new_exhibition(ada, title="Secret", status="draft")
    page = desk.get(LIST).content.decode()
    assert "Open for entry" in page
    assert "Withheld" in page
    assert '<td class="field-submissions">1</td>' in page
    assert "Secret" not in page


def test_what_was_given_up_as_a_draft_stays_its_organisers(desk, ada):
    draft = new_exhibition(ada, title="Secret", status="draft")
    change_exhibition(exhibition=draft, by=ada, status="cancelled")
    assert "Secret" not in desk.get(LIST).content.decode()
    assert desk.get(f"{LIST}{draft.pk}/change/").status_code == 302


def test_the_log_tells_of_submissions_once_it_is_announced(desk, ada, ben):
    call = new_exhibition(ada, blind=True)
    withdraw_submission(submission=new_submission(call, ben), by=ben)
    log = "/admin/portfolio/statuschange/"
    step = StatusChange.objects.get()
    assert str(step.thing_id) not in desk.get(log).content.decode()
    assert desk.get(f"{log}{step.pk}/change/").status_code == 302
    Exhibition.objects.update(status="announced", announced_at=timezone.now())
    assert str(step.thing_id) in desk.get(log).content.decode()


def test_one_is_read_and_neither_added_changed_nor_deleted(desk, ada):
    exhibition = new_exhibition(ada, description="Made in winter.")
    page = desk.get(f"{LIST}{exhibition.pk}/change/").content.decode()
    assert "Made in winter." in page
    assert 'name="_save"' not in page
    assert [desk.get(f"{LIST}{path}").status_code for path in ("add/", f"{exhibition.pk}/delete/")] == [403, 403]
    assert desk.post(f"{LIST}{exhibition.pk}/change/", {"title": "Other"}).status_code == 403


def test_a_cover_is_shown_of_what_anyone_may_see(desk, ada, show):
    cover = show(ada, visibility="private")
    seen, withheld = new_exhibition(ada, cover=cover), new_exhibition(ada, cover=cover, is_hidden=True)
    page = desk.get(LIST).content.decode()
    assert f"/api/exhibitions/{seen.pk}/cover" in page
    assert f"/api/exhibitions/{withheld.pk}/cover" not in page


def test_withholding_and_showing_again_are_noted_and_said(desk, judge, visitor, ada):
    first, second = new_exhibition(ada), new_exhibition(ada, is_hidden=True)
    assert "Changed: 1." in press(desk, "withhold", first, second)
    assert visitor.get(f"/exhibitions/{first.pk}").status_code == 404
    assert "Changed: 2." in press(desk, "show_again", first, second)
    assert visitor.get(f"/exhibitions/{first.pk}").status_code == 200
    notes = LogEntry.objects.filter(object_id=str(first.pk)).order_by("pk")
    assert list(notes.values_list("change_message", "user")) == [("Withheld.", judge.pk), ("Shown again.", judge.pk)]


def test_the_one_move_of_the_workflow_that_staff_have_is_a_button(desk, ada):
    new_exhibition(ada)
    page = desk.get(LIST).content.decode()
    assert "move_cancelled" in page
    assert "move_announced" not in page


def test_calling_off_says_of_each_what_became_of_it(desk, judge, ada):
    running, over = (
        new_exhibition(ada, title="Salt", status="running"),
        new_exhibition(ada, title="Old", status="closed"),
    )
    page = press(desk, "move_cancelled", running, over)
    assert "Salt: Cancelled" in page
    assert "Old: From" in page
    assert sorted(Exhibition.objects.values_list("title", "status")) == [("Old", "closed"), ("Salt", "cancelled")]
    change = StatusChange.objects.get()
    assert (change.thing_id, change.role, change.actor_name) == (running.pk, "staff", judge.username)
    assert LogEntry.objects.get().change_message == "Moved to cancelled."


def test_staff_without_the_right_to_moderate_may_look_and_feature_alone(mo, ada):
    exhibition = new_exhibition(ada)
    mo.user_permissions.add(Permission.objects.get(codename="view_exhibition"))
    page = signed_in(mo).get(LIST).content.decode()
    assert "feature_for_a_week" in page
    assert not [button for button in ("withhold", "show_again", "move_cancelled") if f'value="{button}"' in page]
    for refused in (
        lambda: withhold_exhibition(exhibition=exhibition, by=mo, is_hidden=True),
        lambda: move_exhibition(exhibition=exhibition, by=mo, target="cancelled"),
    ):
        with pytest.raises(PermissionDenied):
            refused()


def test_who_is_no_staff_is_sent_away(client_of, ada):
    assert client_of(ada).get(LIST).status_code == 302


def test_more_exhibitions_cost_no_more_queries(desk, ada, show, django_assert_max_num_queries):
    for _ in range(6):
        new_exhibition(ada, cover=show(ada))
    with django_assert_max_num_queries(12):
        desk.get(LIST)
