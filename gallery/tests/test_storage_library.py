"""The library in object storage: whatever it does on the disk, and what there is when storage is away."""

import urllib.request
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from gallery.models import File, Image, Rendition
from gallery.storage import originals, renditions
from gallery.tasks import forget_bytes, render_image
from gallery.tests.library import codes, upload
from gallery.tests.pictures import CAMERA, camera_jpeg, jpeg
from gallery.tests.uploading import leaving_nothing, results, send

pytestmark = pytest.mark.usefixtures("s3")
SERIAL = CAMERA["serial"].encode()


@pytest.fixture
def photo():
    return camera_jpeg()


@pytest.fixture
def image_id(adas, photo):
    return upload(adas, photo, visibility="public")["id"]


@pytest.fixture
def streaming(settings):
    """Everything through the application, nothing by redirect."""
    settings.OBJECT_STORAGE = settings.OBJECT_STORAGE | {"redirect": False}


@pytest.fixture(autouse=True)
def answered(adas, visitor):
    """Troubles are told by their answers, not raised through the client."""
    adas.raise_request_exception = visitor.raise_request_exception = False


def fetched(answer, **headers):
    """What a browser gets that follows the redirect: (status, headers, bytes)."""
    assert answer.status_code == 302, answer.content
    request = urllib.request.Request(answer["Location"], headers=headers)
    with urllib.request.urlopen(request) as there:
        return there.status, there.headers, there.read()


def verify(**options):
    out = StringIO()
    call_command("verify_storage", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_nothing_of_an_upload_stays_on_the_disk(house, image_id, photo):
    assert [path for path in house.rglob("*") if path.is_file()] == []
    assert originals().size(File.objects.get().stored_name) == len(photo)


def test_its_owner_is_sent_to_the_original_under_its_name(adas, image_id, photo):
    answer = adas.get(f"/api/images/{image_id}/download")
    status, headers, data = fetched(answer)
    assert (status, data == photo, headers["Content-Type"]) == (200, True, "image/jpeg")
    assert headers["Content-Disposition"] == 'attachment; filename="photo.jpg"'
    assert (answer["Cache-Control"], headers["Cache-Control"]) == ("private, no-store", "private, max-age=300")
    assert "X-Amz-Expires=60" in answer["Location"]


def test_a_range_is_the_business_of_storage(adas, image_id, photo):
    answer = adas.get(f"/api/images/{image_id}/download", headers={"Range": "bytes=5-9"})
    status, _, data = fetched(answer, Range="bytes=5-9")
    assert (status, data) == (206, photo[5:10])


def test_who_has_the_bytes_is_told_so_without_a_redirect(adas, image_id):
    tag = f'"{File.objects.get().checksum[:32]}"'
    assert adas.get(f"/api/images/{image_id}/download", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("wanted", [slice(0, None), slice(100, 2000)])
def test_a_stranger_gets_through_us_what_is_not_private(visitor, image_id, photo, wanted):
    header = f"bytes={wanted.start}-{'' if wanted.stop is None else wanted.stop - 1}"
    answer = visitor.get(f"/api/images/{image_id}/download", headers={"Range": header})
    data = answer.getvalue()
    assert (answer.status_code, len(data)) == (206, len(photo[wanted]))
    assert SERIAL in photo
    assert SERIAL not in data


def test_a_thumbnail_is_drawn_from_storage_and_kept_there(adas, visitor, image_id):
    answer = visitor.get(f"/api/images/{image_id}/thumbnail?size=large&format=webp")
    _, headers, data = fetched(answer)
    assert (headers["Content-Type"], data[8:12], answer["Cache-Control"]) == (
        "image/webp",
        b"WEBP",
        "public, max-age=30",
    )
    row = Rendition.objects.get(size="large")
    assert (renditions().size(row.stored_name), row.bytes) == (len(data), len(data))


def test_all_of_it_may_go_through_the_application(adas, image_id, photo, streaming):
    whole = adas.get(f"/api/images/{image_id}/download")
    part = adas.get(f"/api/images/{image_id}/download", headers={"Range": "bytes=10-19"})
    assert (whole.status_code, whole.getvalue() == photo) == (200, True)
    assert (part.status_code, part.getvalue()) == (206, photo[10:20])


def test_a_download_in_pieces_from_storage_counts_once(bens, adas):
    image_id = upload(adas, jpeg(), visibility="public")["id"]
    for header in ("bytes=0-99", "bytes=100-199", "bytes=200-"):
        bens.get(f"/api/images/{image_id}/download", headers={"Range": header})
    assert File.objects.get().download_count == 1


def test_the_same_bytes_are_kept_once_and_put_back_where_storage_lost_them(adas, image_id, photo):
    name = File.objects.get().stored_name
    originals().delete(name)
    assert results(send(adas, ("again.jpg", photo))) == [("duplicate", None)]
    assert originals().size(name) == len(photo)


def test_a_thumbnail_that_storage_lost_is_drawn_again(adas, image_id):
    url = f"/api/images/{image_id}/thumbnail?size=small&format=webp"
    _, _, data = fetched(adas.get(url))
    renditions().delete(Rendition.objects.get().stored_name)
    assert fetched(adas.get(url))[2] == data


def test_deleting_takes_everything_with_it(adas, image_id, django_capture_on_commit_callbacks):
    render_image.call(image_id)
    with django_capture_on_commit_callbacks(execute=True):
        assert adas.delete(f"/api/images/{image_id}").status_code == 200
    assert (list(originals().names()), list(renditions().names())) == ([], [])


def test_rows_and_storage_are_held_against_each_other(image_id, tmp_path):
    render_image.call(image_id)
    assert verify(deep=True) == "Rows and files agree.\n"
    renditions().delete(Rendition.objects.filter(size="large").first().stored_name)
    assert "will be drawn again" in verify(repair=True)
    render_image.call(image_id)
    assert verify() == "Rows and files agree.\n"


def test_nothing_is_concluded_from_a_bucket_that_is_empty_or_missing(settings, s3, image_id):
    for options in (s3.options(), settings.OBJECT_STORAGE | {"bucket": "nobody-made-it"}):
        settings.OBJECT_STORAGE = options
        with pytest.raises(CommandError):
            verify(repair=True)
    assert (File.objects.count(), Rendition.objects.count()) == (1, 1)


def test_an_upload_while_storage_is_away_is_asked_to_come_again(adas, s3):
    with leaving_nothing(), s3.away():
        answer = send(adas, ("one.jpg", jpeg()))
        assert (answer.status_code, codes(answer), answer["Retry-After"]) == (503, {None: "unavailable"}, "5")
    assert results(send(adas, ("one.jpg", jpeg()))) == [("created", None)]


def test_what_is_fetched_while_storage_is_away_is_503_and_heals(adas, visitor, s3, image_id, house):
    urls = [f"/api/images/{image_id}/download", f"/api/images/{image_id}/thumbnail?size=small&format=webp"]
    with s3.away():
        answers = [client.get(url) for client in (adas, visitor) for url in urls]
        assert visitor.get("/readyz").json()["storage"] == "unavailable"
    assert {answer.status_code for answer in answers} == {503}
    assert all(answer["Retry-After"] for answer in answers)
    assert visitor.get("/readyz").json()["storage"] == "ok"
    assert visitor.get(urls[0]).status_code == 200


def test_what_is_deleted_while_storage_is_away_goes_when_it_is_back(
    adas, s3, image_id, django_capture_on_commit_callbacks
):
    with s3.away(), django_capture_on_commit_callbacks(execute=True):
        assert adas.delete(f"/api/images/{image_id}").status_code == 200
    assert (Image.objects.count(), len(list(originals().names()))) == (0, 1)
    job = DBTaskResult.objects.get(task_path="gallery.tasks.forget_bytes")
    forget_bytes.call(*job.args_kwargs["args"])
    assert (list(originals().names()), list(renditions().names())) == ([], [])
