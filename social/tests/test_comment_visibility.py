"""Who reads what is said below a work; and the moderators' list of it."""

from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command

from gallery.actions.artworks import change_artwork
from gallery.models import Artwork
from gallery.tests.works import new_work
from social.actions.comments import write_comment
from social.actions.threads import set_comment_hidden
from social.models import Comment
from social.tests.conversing import heard, is_true
from social.threads import tell_below, tell_threads

NOWHERE = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def work(ada):
    return new_work(ada)


@pytest.fixture
def talk(ben, cyn, work):
    top = write_comment(artwork_id=work.pk, by=ben, comment_text="thread")
    return top, write_comment(artwork_id=work.pk, by=cyn, comment_text="answer", parent_id=top.pk)


@pytest.fixture
def desk(mo, client_of):
    mo.is_superuser = True
    mo.save()
    return client_of(mo)


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"availability_status": "private"}])
def test_below_what_one_may_not_see_one_reads_nothing(ada, ben, visitor, client_of, work, talk, hidden):
    change_artwork(artwork=work, by=ada, **hidden)
    for client, status in ((visitor, 404), (client_of(ben), 404), (client_of(ada), 200)):
        for query in ({}, {"parent": talk[0].pk}, {"cursor": ""}):
            assert client.get(f"/api/artworks/{work.pk}/comments", query).status_code == status
    assert visitor.get(f"/api/artworks/{NOWHERE}/comments").status_code == 404
    with pytest.raises(Artwork.DoesNotExist):
        tell_threads(work.pk, viewer=AnonymousUser())
    with pytest.raises(Artwork.DoesNotExist):
        tell_below(talk[0].pk, viewer=ben)


def test_comments_are_visible_with_their_works_alone(ada, ben, cyn, work, talk):
    def seen_by(viewer):
        return set(Comment.objects.visible_to(viewer).values_list("comment_text", flat=True))

    everybody = [AnonymousUser(), ada, ben, cyn]
    assert [seen_by(each) for each in everybody] == [{"thread", "answer"}] * 4
    set_comment_hidden(comment_id=talk[1].pk, is_hidden=True)
    assert [seen_by(each) for each in everybody] == [{"thread"}, {"thread"}, {"thread"}, {"thread", "answer"}]
    change_artwork(artwork=work, by=ada, status="draft")
    assert [seen_by(each) for each in everybody] == [set(), {"thread"}, set(), set()]


def test_moderators_look_through_comments_and_delete_them_as_their_authors_would(desk, visitor, work, talk):
    page = desk.get("/admin/social/comment/?q=thread")
    assert (b"thread" in page.content, b"answer" in page.content) == (True, False)
    assert desk.get(f"/admin/social/comment/{talk[0].pk}/change/").status_code == 200
    body = {"action": "delete_comments", "_selected_action": [str(each.pk) for each in talk]}
    assert desk.post("/admin/social/comment/", body, format="multipart").status_code == 302
    assert (Comment.objects.count(), heard(visitor, work)["comment_count"]) == (0, 0)


def test_moderators_delete_no_row_by_itself_and_write_none(desk, work, talk):
    for page in (f"{talk[0].pk}/delete/", "add/"):
        assert desk.post(f"/admin/social/comment/{page}", {"post": "yes"}).status_code == 403
    body = {"action": "delete_selected", "_selected_action": [str(talk[0].pk)], "post": "yes"}
    desk.post("/admin/social/comment/", body, format="multipart")
    assert (Comment.objects.count(), is_true(work)) == (2, True)


def test_recount_sets_right_what_is_kept_of_comments(work, talk):
    Artwork.objects.filter(pk=work.pk).update(comment_count=9)
    Comment.objects.filter(pk=talk[0].pk).update(reply_count=5)
    Comment.objects.filter(pk=talk[1].pk).update(is_live=False)
    out = StringIO()
    call_command("recount", stdout=out, stderr=StringIO())
    assert f"artworks: comment_count of {work.pk}: 9 → 2" in out.getvalue()
    assert f"artworks: reply_count of comment {talk[0].pk} of {work.pk}: 5 → 1" in out.getvalue()
    assert f"artworks: is_live of comment {talk[1].pk} of {work.pk}: 0 → 1" in out.getvalue()
    assert is_true(work)
    out = StringIO()
    call_command("recount", stdout=out, stderr=StringIO())
    assert "0 numbers set right." in out.getvalue()
