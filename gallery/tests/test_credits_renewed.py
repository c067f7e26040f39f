"""What a person changes of their rights reaches the copies that were drawn before."""

import io
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult
from PIL import Image as Picture

from accounts.actions import change_preferences
from accounts.models import User
from gallery.models import Image, Rendition
from gallery.storage import originals, renditions
from gallery.tasks import render_image, renew_credits
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg

RENEW = "gallery.tasks.renew_credits"


def asked():
    """Whose renewals wait to be run."""
    return [row.args_kwargs["args"][0] for row in DBTaskResult.objects.filter(task_path=RENEW)]


def notices():
    """What each copy on the shelf says of its copyright."""
    files = [renditions().path(name).read_bytes() for name in Rendition.objects.values_list("stored_name", flat=True)]
    return {Picture.open(io.BytesIO(data)).getexif()[0x8298].encode("latin-1").decode() for data in files}


@pytest.fixture
def drawn(adas):
    """A picture that says nothing of its rights, with nine copies."""
    image_id = upload(adas)["id"]
    render_image.call(image_id)
    return image_id


@pytest.mark.parametrize("change", [{"copyright_notice": "© Ada Ltd"}, {"ai_training": "disallowed"}])
def test_a_change_of_rights_asks_for_a_renewal_once(ada, change):
    change_preferences(user=ada, changes=change)
    change_preferences(user=ada, changes=change)
    change_preferences(user=ada, changes={"language": "de"})
    assert asked() == [str(ada.pk)]


def test_a_change_of_the_name_at_the_moderators_desk_asks_too(ada):
    desk = Client()
    desk.force_login(User.objects.create_superuser("root", "root@example.org", "correct horse battery"))
    address = f"/admin/accounts/artist/{ada.artist.pk}/change/"
    form = desk.get(address).context["adminform"].form
    body = {name: "" if value is None else value for name, value in form.initial.items() if name != "avatar"}
    assert desk.post(address, body | {"artist_name": "Ada Lovelace"}).status_code == 302
    assert asked() == [str(ada.pk)]


def test_every_copy_is_drawn_anew_and_the_old_ones_are_gone(ada, drawn, django_capture_on_commit_callbacks):
    before = set(renditions().names())
    change_preferences(user=ada, changes={"copyright_notice": "© Ada Ltd"})
    with django_capture_on_commit_callbacks(execute=True):
        assert renew_credits.call(str(ada.pk)) == len(before)
    assert notices() == {"© Ada Ltd"}
    assert set(renditions().names()) == set(Rendition.objects.values_list("stored_name", flat=True))
    assert before.isdisjoint(renditions().names())
    assert renew_credits.call(str(ada.pk)) == 0


def test_a_picture_keeps_what_it_says_of_itself(ada, adas):
    upload(adas, camera_jpeg())
    change_preferences(user=ada, changes={"copyright_notice": "© Ada Ltd"})
    renew_credits.call(str(ada.pk))
    assert notices() == {"(c) 2024 Ada"}


def test_one_that_cannot_be_drawn_keeps_its_copies_and_holds_up_no_other(ada, adas, drawn):
    originals().delete(Image.objects.get(pk=drawn).file.stored_name)
    upload(adas, camera_jpeg())
    change_preferences(user=ada, changes={"ai_training": "allowed"})
    assert renew_credits.call(str(ada.pk)) == 1
    assert all(renditions().size(row.stored_name) for row in Rendition.objects.filter(image_id=drawn))


def test_pictures_of_others_stay_as_they_are(ben, drawn):
    before = list(Rendition.objects.order_by("pk").values())
    change_preferences(user=ben, changes={"copyright_notice": "© Ben"})
    assert renew_credits.call(str(ben.pk)) == 0
    assert list(Rendition.objects.order_by("pk").values()) == before


def test_what_is_outdated_counts_as_missing(ada, drawn):
    change_preferences(user=ada, changes={"copyright_notice": "© Ada Ltd"})
    said = StringIO()
    call_command("render_missing", stdout=said, stderr=StringIO())
    assert "10 renditions drawn" in said.getvalue()
    assert notices() == {"© Ada Ltd"}
