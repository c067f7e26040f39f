"""What answers about exhibitions hold is what the OpenAPI description says of them, key by key."""

import pytest

from gallery.models import Artwork
from gallery.tests.library import new_image
from gallery.tests.test_images_answer_shape import differences
from gallery.tests.works import upload_work
from portfolio.api.exhibitions import descriptions
from portfolio.tests.calls import ROUTE
from portfolio.tests.entries import new_exhibition, new_juror, new_submission

pytestmark = pytest.mark.django_db
DESCRIPTIONS = {
    "": descriptions.ExhibitionSerializer(many=True),
    "?cursor=": descriptions.ExhibitionSerializer(many=True),
    "/{id}": descriptions.WholeExhibitionSerializer(),
    "/{id}/jurors": descriptions.JurorSerializer(many=True),
    "/{id}/conflicts": descriptions.ConflictsSerializer(),
}


@pytest.fixture
def exhibition(ada, ben, cyn, client_of):
    """One of ada's that shows cyn's work; ben is on its jury, and cyn as well, who is close to ben."""
    exhibition = new_exhibition(ada, status="running", cover=new_image(ada))
    new_juror(exhibition, cyn, close_to=(ben,))
    new_juror(exhibition, ben, close_to=(cyn,))
    work = Artwork.objects.get(pk=upload_work(client_of(cyn))["id"])
    new_submission(exhibition, cyn, work, status="accepted")
    return exhibition


@pytest.mark.parametrize("path", DESCRIPTIONS)
@pytest.mark.parametrize("who", ["organiser", "juror", "artist", "visitor"])
def test_an_answer_holds_what_is_described(ada, ben, cyn, client_of, visitor, exhibition, path, who):
    client = visitor if who == "visitor" else client_of({"organiser": ada, "juror": ben, "artist": cyn}[who])
    answer = client.get(ROUTE + path.format(id=exhibition.pk))
    if answer.status_code == 200:
        told = answer.json()
        told = told.get("results", told)
        assert told
        assert differences(DESCRIPTIONS[path], told) == {}
    else:
        assert answer.status_code in {401, 403}
        assert "jurors" in path or "conflicts" in path
