"""The page on which people choose what they are told of, and how."""

import pytest

from accounts.models import User
from social.notifying.kinds import kinds

PATH = "/notifications/settings"


@pytest.fixture
def adas(client_of, ada):
    return client_of(ada)


def whole(page) -> dict[str, str]:
    """The form as a browser would send it, with the first choice of each list."""
    return {field["name"]: "on" for field in page.all("input", type="checkbox") if "checked" in field.attributes} | {
        field["name"]: "never" for field in page.all("select")
    }


def test_every_kind_that_can_be_turned_off_stands_there(read, adas):
    wanted = {kind.preference for kind in kinds().values()} - {None}
    page = read(adas, PATH)
    assert {field["name"] for field in page.all("select")} == {f"mail_{name}" for name in wanted}
    assert {field["name"] for field in page.all("input", type="checkbox")} == {f"site_{name}" for name in wanted}
    assert len(page.all("legend")) == len(wanted)


def test_what_is_chosen_is_kept_and_the_page_says_so(read, adas, ada):
    sent = whole(read(adas, PATH)) | {"mail_follow": "immediate", "mail_reply": "digest"}
    del sent["site_like"]
    assert adas.post(PATH, sent, format="multipart").headers["Location"] == PATH
    kept = User.objects.get(pk=ada.pk)
    assert (kept.notifications["like"], kept.notifications["follow"]) == (False, True)
    assert [kept.notification_mails[name] for name in ("like", "follow", "reply")] == ["never", "immediate", "digest"]
    page = read(adas, PATH)
    assert page.one("p", role="status").text == "Saved."
    assert "checked" not in page.one("input", name="site_like").attributes


def test_kinds_of_rooms_that_are_not_there_keep_what_they_had(read, adas, ada, settings):
    settings.NOTIFICATION_KINDS = ["social.notifying.own_kinds.KINDS"]
    adas.post(PATH, whole(read(adas, PATH)), format="multipart")
    assert User.objects.get(pk=ada.pk).notification_mails["exhibition"] == "immediate"


def test_a_choice_that_there_is_not_is_refused_and_nothing_changes(read, adas, ada):
    answer = adas.post(PATH, whole(read(adas, PATH)) | {"mail_like": "hourly"}, format="multipart")
    assert 'class="errors"' in answer.content.decode()
    assert User.objects.get(pk=ada.pk).notification_mails == ada.notification_mails


@pytest.mark.parametrize("is_verified", [True, False])
def test_who_has_no_verified_address_reads_that_no_mail_goes_out(read, adas, ada, is_verified):
    User.objects.filter(pk=ada.pk).update(is_verified=is_verified)
    assert ("is not verified yet" in read(adas, PATH).text) is not is_verified
