"""The registry of what can be told: rooms add theirs by the settings."""

import pytest
from django.db.models import QuerySet
from django.utils.translation import ngettext_lazy

from accounts.models.preferences import NOTIFICATION_KINDS
from gallery.models import Gallery
from gallery.tests.galleries import gallery_of
from social.models import Notification
from social.notifying import notify
from social.notifying.kinds import BY_ACTOR, Kind, Line, Place, Target, kinds, targets
from social.tests.telling import texts


def galleries(seen: QuerySet):
    return ((pk, Place(name, f"/galleries/{pk}")) for pk, name in seen.values_list("pk", "name"))


MORE_KINDS = (Kind("exhibition_opened", "gallery", "%(name)s opened “%(title)s”", preference="exhibition"),)
MORE_TARGETS = (Target("gallery", Gallery, galleries),)


@pytest.fixture
def another_room(settings):
    settings.NOTIFICATION_KINDS = [*settings.NOTIFICATION_KINDS, f"{__name__}.MORE_KINDS"]
    settings.NOTIFICATION_TARGETS = [*settings.NOTIFICATION_TARGETS, f"{__name__}.MORE_TARGETS"]


def test_another_room_tells_of_its_own(ada, ben, client_of, another_room):
    room = gallery_of(ada, name="Spring")
    deed = {"target_type": "gallery", "target_id": room.pk}
    notify("exhibition_opened", recipient_id=ben.pk, actor=ada, **deed)
    assert texts(client_of(ben)) == ["ada opened “Spring”"]


def test_what_a_room_told_that_is_gone_is_not_told(ada, ben, client_of, settings, another_room):
    room = gallery_of(ada, name="Spring")
    notify("exhibition_opened", recipient_id=ben.pk, actor=ada, target_type="gallery", target_id=room.pk)
    settings.NOTIFICATION_KINDS = settings.NOTIFICATION_KINDS[:1]
    settings.NOTIFICATION_TARGETS = settings.NOTIFICATION_TARGETS[:1]
    assert (texts(client_of(ben)), Notification.objects.count()) == ([], 1)


def test_every_kind_is_about_a_known_target_and_has_a_known_preference(db):
    for kind in kinds().values():
        assert kind.target_type in targets()
        assert kind.preference is None or kind.preference in NOTIFICATION_KINDS


def test_decisions_of_moderators_alone_cannot_be_turned_off(db):
    assert [name for name, kind in kinds().items() if kind.preference is None] == ["moderation"]


@pytest.mark.parametrize(("actors", "deeds", "grouped"), [(1, 5, ""), (5, 9, "target"), (1, 5, BY_ACTOR)])
def test_a_text_counts_people_or_things(actors, deeds, grouped):
    several = ngettext_lazy("%(name)s and %(count)d other", "%(name)s and %(count)d others", "count")
    kind = Kind("like", "artwork", "%(name)s", several, grouped=grouped)
    line = Line("50 % ben", "ben", actors, deeds, None, "Dune", "/")
    assert kind.text(line) == ("50 % ben and 4 others" if grouped else "50 % ben")
