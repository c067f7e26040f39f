import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL.TiffImagePlugin import IFDRational

from gallery.imaging.place import location
from gallery.imaging.sources import Sources
from gallery.imaging.taken import date_taken, moment
from gallery.tests import pictures

NAN = IFDRational(0, 0)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2008:10:22 16:28:39", "2008-10-22T16:28:39"),
        ("2008-10-22T16:28:39.123Z", "2008-10-22T16:28:39+00:00"),
        ("2008:10:22 16:28:39+05:30", "2008-10-22T16:28:39+05:30"),
        ("2008:10:22 16:28", "2008-10-22T16:28:00"),
        ("2008:10:22", "2008-10-22T00:00:00"),
        ("0000:00:00 00:00:00", None),
        ("2023:02:29 10:00:00", None),
        ("2023:01:01 25:00:00", None),
        ("2023:01:01 10:00:60", None),
        ("0001:01:01 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("yesterday", None),
        ("٢٠٢٣:٠١:٠١", None),
        (b"2008:10:22", None),
        (None, None),
    ],
)
def test_moments_are_understood_or_passed_over(text, iso):
    assert moment(text) == iso


@pytest.mark.parametrize(("offset", "end"), [("+02:00", "+02:00"), ("-0330", "-03:30"), ("Z", "+00:00")])
def test_the_offset_from_utc_is_kept(offset, end):
    assert moment("2024:05:17 14:30:59", offset) == f"2024-05-17T14:30:59{end}"


@pytest.mark.parametrize("offset", ["+99:00", "   :  ", 7])
def test_an_absurd_offset_harms_nobody(offset):
    assert moment("2024:05:17 14:30:59", offset) in (None, "2024-05-17T14:30:59")


@given(st.text() | st.from_regex(r"[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}([+-][0-9]{4})?"))
def test_any_text_is_a_moment_or_none(text):
    assert isinstance(moment(text), str | None)


@pytest.mark.parametrize(
    ("sources", "year"),
    [
        (Sources(exif={0x9003: "2001:01:01 00:00:00", 0x9004: "2002:01:01 00:00:00"}), "2001"),
        (Sources(exif={0x9003: "0000:00:00 00:00:00", 0x9004: "2002:01:01 00:00:00"}), "2002"),
        (Sources(xmp={"photoshop:DateCreated": ["2003-01-01"]}, exif={0x0132: "2009:01:01 00:00:00"}), "2003"),
        (Sources(iptc={(2, 55): [b"20040101"]}), "2004"),
        (Sources(exif={0x0132: "2005:01:01 00:00:00"}), "2005"),
        (Sources(), ""),
    ],
)
def test_the_best_date_wins(sources, year):
    assert (date_taken(sources) or "")[:4] == year


@pytest.mark.parametrize("place", [(48.8583701, 2.2944813), (-33.8567844, 151.2152967), (-22.95, -43.21), (0.5, -0.5)])
def test_hemispheres_give_the_sign(place):
    assert location(Sources(gps=pictures.gps_tags(*place))) == pytest.approx(place, abs=1e-6)


@pytest.mark.parametrize(
    "gps",
    [
        {1: "N", 2: (NAN, NAN, NAN), 3: "E", 4: (NAN, NAN, NAN)},
        {1: "N", 2: (IFDRational(91), 0, 0), 3: "E", 4: (IFDRational(1), 0, 0)},
        {1: "N", 2: (IFDRational(10), 75, 0), 3: "E", 4: (IFDRational(1), 0, 0)},
        {1: "N", 2: (IFDRational(10), 0, 0)},
        {1: "N", 2: (-10.0, 0, 0), 3: "E", 4: (1.0, 0, 0)},
        {2: "north", 4: "east"},
        {2: (), 4: ()},
    ],
)
def test_no_place_is_made_up(gps):
    assert location(Sources(gps=gps)) == (None, None)


def test_decimal_degrees_alone_are_understood():
    assert location(Sources(gps={1: "S", 2: 10.5, 3: "E", 4: (20.25,)})) == (-10.5, 20.25)


@pytest.mark.parametrize("text", ["43,28.0468N", "43,28,2.81N"])
def test_xmp_tells_the_place_too(text):
    found = location(Sources(xmp={"exif:GPSLatitude": [text], "exif:GPSLongitude": ["11,53.1W"]}))
    assert found == pytest.approx((43.46745, -11.885), abs=1e-4)
