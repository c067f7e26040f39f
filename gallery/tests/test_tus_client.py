"""A client that others wrote (tuspy) against a server that listens: the protocol is theirs as well as ours."""

import io

import pytest
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError, TusUploadFailed

from accounts.actions import create_token
from gallery.models import File, Image
from gallery.tests.pictures import jpeg
from gallery.tests.uploading import some_text

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # tuspy leaves its connections for the garbage collector to close.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
PICTURE = jpeg(300, 200)


@pytest.fixture
def tus(ada, live_server) -> TusClient:
    _token, secret = create_token(by=ada, name="tuspy")
    return TusClient(f"{live_server.url}/api/uploads", headers={"Authorization": f"Bearer {secret}"})


def sending(tus: TusClient, data: bytes, name: str = "a.jpg", **options):
    return tus.uploader(file_stream=io.BytesIO(data), metadata={"filename": name, "title": "Sea"}, **options)


@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize("chunk", [1000, 10**6])
def test_it_uploads(tus, chunk, checked):
    uploader = sending(tus, PICTURE, chunk_size=chunk, upload_checksum=checked)
    uploader.upload()
    image = Image.objects.get()
    assert uploader.request.response_headers["upload-result-id"] == str(image.pk)
    assert (image.title, image.file_size, image.width) == ("Sea", len(PICTURE), 300)


def test_it_goes_on_where_it_was(tus):
    first = sending(tus, PICTURE, chunk_size=1000)
    first.upload_chunk()
    again = sending(tus, PICTURE, chunk_size=1000, url=first.url)
    assert again.offset == 1000
    again.upload()
    assert Image.objects.get().file_size == len(PICTURE)


def test_it_learns_that_a_file_is_refused(tus):
    with pytest.raises(TusUploadFailed) as refused:
        sending(tus, some_text(), "a.jpg").upload()
    assert refused.value.status_code == 415
    assert not File.objects.exists()


def test_it_learns_that_a_file_is_too_large(tus, settings):
    settings.MAX_UPLOAD_SIZE = 1000
    with pytest.raises(TusCommunicationError) as refused:
        sending(tus, PICTURE).upload()
    assert refused.value.status_code == 413
