"""Copies made to order: what is not understood, and who asks too much."""

import threading
import time

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery.api.rendition_query import RenditionQuerySerializer
from gallery.imaging.turns import strangers
from gallery.models import Image, Rendition
from gallery.tests.library import codes, upload
from gallery.tests.ordering import order

WRONG = [
    ("width", "0"), ("width", "-5"), ("width", "65501"), ("width", "wide"), ("width", "1e3"), ("width", ""),
    ("width", "9" * 2000), ("height", "0"), ("height", "1.5"), ("height", "\x00"), ("fit", "stretch"), ("fit", ""),
    ("format", "gif"), ("format", "jpg"), ("quality", "0"), ("quality", "101"), ("quality", "good"),
    ("watermark", "perhaps"), ("crop", ""), ("crop", "1,2,3"), ("crop", "1,2,3,4,5"), ("crop", "a,b,c,d"),
    ("crop", "0,0,0,10"), ("crop", "0,0,10,0"), ("crop", "-1,0,10,10"), ("crop", "0,0,401,300"), ("crop", "400,0,1,1"),
    ("crop", "0,299,10,2"), ("crop", "0,0,9999999,1"), ("crop", "0.5,0,10,10"), ("crop", "٠,٠,١,١"),
]  # fmt: skip


@pytest.fixture
def picture(adas):
    return upload(adas, visibility="public")["id"]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_what_makes_no_sense_names_its_field(adas, visitor, picture, field, value):
    for client in (adas, visitor):
        answer = order(client, picture, **{field: value})
        assert (answer.status_code, list(codes(answer))) == (400, [field])
    assert not Rendition.objects.exclude(used_at=None).exists()


def test_to_crop_needs_a_region(adas, picture):
    assert codes(order(adas, picture, fit="crop", width=10)) == {"crop": "required"}


def test_what_a_format_cannot_hold_is_refused_before_anything_is_drawn(adas, picture):
    Image.objects.filter(pk=picture).update(width=17_000, height=10)
    assert codes(order(adas, picture, format="webp")) == {"width": "too_large"}


@hypothesis.settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["width", "height", "fit", "crop", "format", "quality"]), st.text(max_size=30)))
def test_any_text_is_read_or_refused(values):
    query = RenditionQuerySerializer(data=values)
    if query.is_valid():
        assert all(1 <= query.validated_data.get(name, 1) <= 65_500 for name in ("width", "height", "quality"))
    else:
        assert set(query.errors) <= {*values, "crop"}


@hypothesis.settings(deadline=None)
@given(st.tuples(*[st.integers(0, 999_999)] * 4))
def test_a_region_is_read_as_it_was_written(region):
    query = RenditionQuerySerializer(data={"crop": ",".join(map(str, region))})
    assert query.is_valid() == (region[2] > 0 and region[3] > 0)
    if query.is_valid():
        assert query.validated_data["crop"] == region


@pytest.mark.parametrize(("who", "scope"), [("owner", "rendition_owner"), ("visitor", "rendition")])
def test_too_much_drawing_is_refused_and_what_is_kept_costs_nothing(adas, visitor, settings, picture, who, scope):
    settings.RATE_LIMITS = {scope: (2, 3600)}
    client = adas if who == "owner" else visitor
    for width in (100, 200, 100, 200, 100):
        assert order(client, picture, width=width).status_code == 200
    refused = order(client, picture, width=300)
    assert (refused.status_code, codes(refused)) == (429, {None: "throttled"})
    assert 0 < int(refused.headers["Retry-After"]) <= 3600
    assert order(client, picture, width=200).status_code == 200


def test_strangers_spend_each_their_own(bens, visitor, settings, picture):
    settings.RATE_LIMITS = {"rendition": (1, 3600)}
    assert order(visitor, picture, width=100).status_code == 200
    assert order(visitor, picture, width=200).status_code == 429
    assert order(bens, picture, width=200).status_code == 200


def test_where_strangers_have_their_share_the_next_is_asked_to_wait_and_the_owner_is_not(
    adas, visitor, picture, settings
):
    settings.RATE_LIMITS = {"rendition": (1, 3600)}
    leave, entered = threading.Event(), []

    def stay():
        with strangers().take():
            entered.append(True)
            leave.wait(20)

    staying = [threading.Thread(target=stay) for _ in range(strangers().at_once)]
    try:
        for thread in staying:
            thread.start()
        while len(entered) < len(staying):
            time.sleep(0.01)
        refused = order(visitor, picture, width=100)
        assert (refused.status_code, codes(refused)) == (429, {None: "busy"})
        assert int(refused.headers["Retry-After"]) > 0
        assert order(adas, picture, width=100).status_code == 200
    finally:
        leave.set()
        for thread in staying:
            thread.join()
    # What was refused so cost nothing of the one that is allowed.
    assert order(visitor, picture, width=200).status_code == 200
