"""The arithmetic of fingers on a picture (`static/js/gestures.js`), asked in the browser that runs it."""

import pytest

# The picture, the room, and what is fitted into it: a quarter as large.
SIZES = "const picture = {width: 1600, height: 1200}, room = {width: 400, height: 400}, shown = fitted(picture, room);"
TABLE = [
    ("shown", {"width": 400, "height": 300}),
    ("fitted({width: 40, height: 30}, room)", {"width": 40, "height": 30}),
    ("detailScale(picture, shown)", 4),
    ("detailScale({width: 400, height: 300}, shown)", 2),
    ("zoomed(WHOLE, 2, {x: 100, y: 50}, 8)", {"scale": 2, "x": -100, "y": -50}),
    ("zoomed({scale: 2, x: -100, y: -50}, 0.5, {x: 100, y: 50}, 8)", {"scale": 1, "x": 0, "y": 0}),
    ("zoomed(WHOLE, 20, {x: 0, y: 0}, 8).scale", 8),
    ("bounded({scale: 2, x: 900, y: -900}, shown, room)", {"scale": 2, "x": 200, "y": -100}),
    ("bounded({scale: 1, x: 50, y: 50}, shown, room)", {"scale": 1, "x": 0, "y": 0}),
    ("spread([{x: 0, y: 0}, {x: 60, y: 80}])", {"x": 30, "y": 40, "distance": 50}),
    ("turnOf({x: -120, time: 900, width: 400})", 1),
    ("turnOf({x: 30, time: 50, width: 400})", -1),
    ("turnOf({x: 90, time: 900, width: 400})", 0),
    ("turnOf({x: -20, time: 10, width: 400})", 0),
]


@pytest.mark.django_db
def test_what_fingers_do_is_reckoned_as_the_table_says(site):
    page = site.open("/login")
    asked = ", ".join(question for question, _ in TABLE)
    names = "WHOLE, bounded, detailScale, fitted, spread, turnOf, zoomed"
    script = (
        f"async () => {{ const {{ {names} }} = await import('/static/js/gestures.js'); {SIZES} return [{asked}]; }}"
    )
    told = page.evaluate(script)
    assert dict(zip([question for question, _ in TABLE], told, strict=True)) == dict(TABLE)
