"""Commissions, and all that is written and sent in them, are their parties' alone: beside them every answer to others stays byte
for byte what it was (Q11).

ada has a published work. ben has asked her for another: one commission that is finished, with everything that a commission can
have, and one that she has not answered.
"""

from decimal import Decimal

import pytest

from gallery.models import Image
from gallery.tests.library import upload
from gallery.tests.pictures import camera_jpeg
from portfolio.actions.commission_works import make_artwork
from portfolio.actions.commissions import change_commission, request_commission
from portfolio.actions.messages import write_message
from portfolio.actions.quotes import answer_quote, make_quote
from portfolio.models import Commission, Portfolio
from portfolio.tasks import remind_of_commissions, renew_trends
from portfolio.tests.messaging import sent
from portfolio.tests.test_hidden_works_leave_no_trace import CSRF_TOKEN, World, look, told

OF_COMMISSIONS = [
    "/commissions",
    "/@ada/commissions",
    "/api/commissions",
    "/api/commissions?role=artist",
    "/api/commissions/{commission}",
    "/api/commissions/{commission}/messages",
    "/api/commissions/{commission}/quotes",
    "/commissions/{commission}",
    "/commissions/{commission}/messages",
    "/api/files",
    "/api/files?search=zephyr",
    "/api/folders",
    "/api/images?search=zephyr",
    "/api/search?query=zephyr",
    "/api/search?query=zephyr&type=image",
    "/search?query=zephyr",
    "/api/tags?prefix=zeph",
    "/api/notifications",
    "/api/feed",
    "/api/exhibitions",
    "/@ben",
    "/api/artists/ben",
]
NOWHERE = "01890000-0000-7000-8000-000000000000"


@pytest.fixture
def world(ada, ben, cyn, mo, client_of):
    Portfolio.objects.filter(pk=ada.pk).update(commissions_open=True)
    world = World(ada, ben, mo, client_of)
    world.bens = client_of(ben)
    return world


def answers(client, world, commission=NOWHERE):
    """Everything that a client is told: {path: (status, bytes)}."""
    return told(client, world) | answers_about(client, commission)


def answers_about(client, commission=NOWHERE):
    """The same of what is about commissions, what is told of this one as if it were told of none."""
    found = {}
    for path in OF_COMMISSIONS:
        answer = client.get(path.format(commission=commission))
        body = CSRF_TOKEN.sub(b"", answer.getvalue()).replace(str(commission).encode(), NOWHERE.encode())
        found[path] = (answer.status_code, body)
    return found


def ask(world):
    return request_commission(
        by=world.ben, artist_id=world.ada.pk, title="Zephyr harbour", description="A zephyr, at dawn."
    )


def send(client, commission, number):
    """A message with a photograph that tells of itself, tagged in its author's library, and a text."""
    photo = upload(
        client, camera_jpeg(80 + number, 60), name="zephyr.jpg", visibility="private", tags=["zephyr", "sea"]
    )
    sent(
        client,
        commission,
        f"Zephyr {number}",
        (f"zephyr{number}.txt", f"A zephyr {number}".encode()),
        file_ids=photo["id"],
    )
    return photo["id"]


def live_through(world):
    """From a request to a work that is made of it, with all that two people can do there."""
    commission = ask(world)
    quote = make_quote(commission=commission, by=world.ada, amount=Decimal(300), currency="EUR", terms="Zephyr.")
    answer_quote(quote=quote, by=world.ben, accept=True)
    photos = [send(client, commission, number) for number, client in enumerate((world.bens, world.adas))]
    for status in ("in_progress", "completed"):
        commission.refresh_from_db()
        change_commission(commission=commission, by=world.ada, status=status, progress_notes="Zephyr.")
    for client, photo in ((world.adas, photos[0]), (world.bens, photos[1])):
        assert client.get(f"/api/images/{photo}/download").status_code == 200
        assert client.get(f"/api/files/{photo}/preview").status_code == 200
    commission.refresh_from_db()
    make_artwork(commission=commission, by=world.ada, image_ids=[photos[1]])
    return commission


@pytest.mark.parametrize("who", ["visitor", "cyn"])
def test_a_commission_changes_no_byte_of_what_others_are_told(who, world, request, client_of):
    client = request.getfixturevalue("visitor") if who == "visitor" else client_of(request.getfixturevalue(who))
    look(client, world)
    before = answers(client, world)
    commission = live_through(world)
    ask(world)
    remind_of_commissions.call()
    renew_trends.call()
    after = answers(client, world, commission.pk)
    assert {path for path in before if before[path] != after[path]} == set()


def test_sending_the_picture_of_a_public_work_changes_none_either(world, visitor):
    look(visitor, world)
    commission = ask(world)
    before = answers(visitor, world)
    write_message(commission=commission, by=world.ada, text="This one?", files=[Image.objects.get().pk])
    assert world.bens.get(f"/api/images/{Image.objects.get().pk}/thumbnail").status_code == 200
    after = answers(visitor, world)
    assert {path for path in before if before[path] != after[path]} == set()


def test_the_two_parties_are_told(world):
    before = [answers_about(client) for client in (world.adas, world.bens)]
    commission = live_through(world)
    assert Commission.objects.get() == commission
    for client, told_before in zip((world.adas, world.bens), before, strict=True):
        after = answers_about(client, commission.pk)
        changed = {path for path, answer in after.items() if told_before[path] != answer}
        assert {"/api/commissions", "/commissions", "/api/commissions/{commission}", "/api/notifications"} <= changed
