"""What the pictures lie on that a jury looks at."""

import re

import pytest

from gallery.tests.library import new_image
from gallery.tests.works import new_work
from portfolio.tests.entries import new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db
DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


@pytest.fixture
def frames(client_of, ada, ben, cyn):
    """`frames(blind=…)`: the frames, as cyn of the jury gets them, of a solid picture and of a transparent one."""

    def page_of(*, blind):
        call = new_exhibition(ben, status="jurying", blind=blind)
        new_juror(call, cyn)
        solid = new_image(ada, "Dunes", visibility="private", placeholder=DOT)
        clear = new_image(ada, "A leaf", visibility="private", has_alpha=True, placeholder="")
        works = [new_work(ada, name, images=(picture,)) for name, picture in (("Dunes", solid), ("A leaf", clear))]
        submission = new_submission(call, ada, *works)
        page = client_of(cyn).get(f"/exhibitions/{call.pk}/jury/{submission.pk}").content.decode()
        return re.findall(r'<div class="frame[^>]*>.*?</div>', page)

    return page_of


@pytest.mark.parametrize("blind", [True, False])
def test_what_is_transparent_lies_on_paper_and_nothing_else_does(frames, blind):
    solid, clear = frames(blind=blind)
    assert solid.startswith('<div class="frame">')
    assert clear.startswith('<div class="frame clear">')


@pytest.mark.parametrize("blind", [True, False])
def test_a_placeholder_is_shown_unless_it_would_lead_to_the_work(frames, blind):
    solid, _ = frames(blind=blind)
    assert (DOT in solid) is not blind
