"""Behind a real nginx with deploy/nginx.conf: who sends which bytes, and to whom."""

from datetime import timedelta
from itertools import product
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings as site
from django.test import Client
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from gallery.models import File, Image, Rendition
from gallery.storage import published
from gallery.storage.shelves import place
from gallery.tasks import render_image, renew_credit, settle_publication
from gallery.tests.albums import album_of, share
from gallery.tests.library import upload
from gallery.tests.nginx import BINARY, free_port, nginx
from gallery.tests.pictures import jpeg

pytestmark = [
    pytest.mark.skipif(not BINARY, reason="nginx is not installed (Debian's nginx-light): its part is not tried"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def application(settings, transactional_db):
    """The application on a port of its own; `stop()` ends it."""
    settings.ACCEL_REDIRECT, settings.CDN_URL = "/protected", "https://cdn.example/copies"
    settings.MEDIA_SIGNING_KEY, settings.ALLOWED_HOSTS = "k" * 40, ["*"]
    settings.MEDIA_URL = "/nowhere/"  # Django's own server for tests would hand out MEDIA_ROOT at the root
    server = LiveServer("127.0.0.1")
    yield server
    server.stop()


@pytest.fixture
def front(application, tmp_path):
    with nginx(tmp_path / "nginx", upstream=application.thread.port) as running:
        yield running


@pytest.fixture
def photo():
    return jpeg(900, 600)


@pytest.fixture
def image_id(application, adas, photo):
    """A private picture of ada's, all its copies drawn."""
    told = upload(adas, photo, visibility="private")["id"]
    render_image.call(told)
    return told


def cookie_of(user):
    browser = Client()
    browser.force_login(user)
    return {"Cookie": f"{site.SESSION_COOKIE_NAME}={browser.cookies[site.SESSION_COOKIE_NAME].value}"}


def told_address(client, image_id, size="small"):
    """The path at which this client is told that a copy is."""
    url = client.get(f"/api/images/{image_id}").json()["thumbnails"][size]["url"]
    return urlsplit(url)._replace(scheme="", netloc="").geturl()


def make_public(client, image_id, visibility="public"):
    assert client.patch(f"/api/images/{image_id}", {"visibility": visibility}).status_code == 200
    settle_publication.call([image_id])


def test_an_original_is_sent_by_nginx_with_all_that_the_application_says_of_it(front, ada, image_id, photo):
    answer = front.get(f"/api/images/{image_id}/download", **cookie_of(ada))
    assert (answer.status, answer.body == photo, answer.headers["Server"]) == (200, True, "nginx")
    expected = {
        "ETag": f'"{File.objects.get().checksum[:32]}"',
        "Content-Type": "image/jpeg",
        "Content-Disposition": 'attachment; filename="photo.jpg"',
        "Cache-Control": "private, max-age=300",
        "X-Content-Type-Options": "nosniff",
        "Vary": "Authorization, Cookie, origin",
        "Accept-Ranges": "bytes",
    }
    assert {name: answer.headers[name] for name in expected} == expected
    assert "X-Accel-Redirect" not in answer.headers
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_it_is_nginx_that_sends_it(application, ada, image_id, client_of):
    answer = client_of(ada).get(f"/api/images/{image_id}/download")
    assert answer["X-Accel-Redirect"] == f"/protected/originals/{place(File.objects.get().stored_name)}"
    assert answer.content == b""


def test_a_range_is_cut_by_nginx(front, ada, image_id, photo):
    url, cookie = f"/api/images/{image_id}/download", cookie_of(ada)
    tag = front.get(url, **cookie).headers["ETag"]
    part = front.get(url, Range="bytes=10-19", If_Range=tag, **cookie)
    assert (part.status, part.body, part.headers["ETag"]) == (206, photo[10:20], tag)
    assert part.headers["Content-Range"] == f"bytes 10-19/{len(photo)}"
    assert front.get(url, Range="bytes=10-19", If_Range='"another"', **cookie).status == 200
    assert front.get(url, Range=f"bytes={len(photo)}-", **cookie).status == 416


@pytest.mark.parametrize(
    ("name", "right", "wrong"), [("If-None-Match", 304, 200), ("If-Match", 200, 412)], ids=["unless", "only if"]
)
def test_conditions_are_judged_by_the_application(front, ada, image_id, name, right, wrong):
    url, cookie = f"/api/images/{image_id}/download", cookie_of(ada)
    tag = front.get(url, **cookie).headers["ETag"]
    assert front.get(url, **{name: tag}, **cookie).status == right
    assert front.get(url, **{name: '"another"'}, **cookie).status == wrong


def test_what_is_not_for_a_viewer_is_404_as_without_nginx(front, cyn, image_id):
    for headers in ({}, cookie_of(cyn)):
        assert front.get(f"/api/images/{image_id}/download", **headers).status == 404
        assert front.get(f"/api/images/{image_id}/thumbnail", **headers).status == 404


def test_nothing_below_the_internal_location_is_reached_from_outside(front, image_id):
    name = place(File.objects.get().stored_name)
    for path in (
        f"/protected/originals/{name}",
        "/protected/",
        "/protected/renditions/",
        f"/copies/../originals/{name}",
    ):
        assert front.get(path).status in {400, 404}, path


UPWARDS = ["../", "%2e%2e/", "..%2f", "%2e%2e%2f", "..%5c", "//../", "./.../../", "%00../"]


@pytest.mark.parametrize("start", ["/copies/", "/static/", "/protected/renditions/", "/media/"])
def test_no_way_up_leads_out_of_a_shelf(settings, tmp_path, house, start):
    settings.MEDIA_SIGNING_KEY = "k" * 40
    secret = house / "originals" / "ab" / "cd" / "abcdef"
    secret.parent.mkdir(parents=True)
    secret.write_bytes(b"secret")
    with nginx(tmp_path / "nginx", upstream=free_port()) as front:
        for up, times, target in product(
            UPWARDS, (1, 2, 3), ("originals/ab/cd/abcdef", "media/originals/ab/cd/abcdef")
        ):
            answer = front.get(f"{start}{up * times}{target}")
            # 503: it was no file of nginx's, and the application is not there to be asked.
            assert (answer.status in {400, 403, 404, 503}, b"secret" in answer.body) == (True, False)


def test_a_public_copy_is_sent_without_the_application(front, application, adas, image_id):
    make_public(adas, image_id)
    path = told_address(adas, image_id)
    application.stop()
    answer = front.get(path)
    row = Rendition.objects.get(size="small", format="webp")
    assert (path, answer.status) == (f"/copies/{place(row.stored_name)}", 200)
    assert (len(answer.body), answer.headers["Content-Type"]) == (row.bytes, "image/webp")
    assert answer.headers["Cache-Control"] == "public, max-age=86400, immutable"
    away = front.get("/api/images")
    assert (away.status, away.headers["Retry-After"], b'"unavailable"' in away.body) == (503, "10", True)


@pytest.mark.parametrize("visibility", ["public", "private"])
@pytest.mark.parametrize(("answered", "told"), [("disallowed", ("1", "noai, noimageai")), ("allowed", ("0", None))])
def test_the_answer_to_ai_training_is_told_without_the_application(
    front, application, adas, image_id, visibility, answered, told
):
    adas.patch(f"/api/images/{image_id}", {"ai_training": answered})
    renew_credit.call(image_id)
    make_public(adas, image_id, visibility)
    path = told_address(adas, image_id)
    application.stop()
    headers = front.get(path).headers
    assert (headers["TDM-Reservation"], headers["X-Robots-Tag"]) == told
    assert path.startswith("/copies/" if visibility == "public" else "/media/")


def test_what_is_withdrawn_is_gone_at_once(front, adas, image_id):
    make_public(adas, image_id)
    path = told_address(adas, image_id)
    assert front.get(path).status == 200
    adas.patch(f"/api/images/{image_id}", {"visibility": "private"})
    assert (front.get(path).status, list(published().names())) == (404, [])


def test_a_private_copy_is_sent_under_a_signed_address_without_the_application(front, application, adas, image_id):
    path = told_address(adas, image_id)
    application.stop()
    answer = front.get(path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/webp")
    assert len(answer.body) == Rendition.objects.get(size="small", format="webp").bytes
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.fixture
def old_path(adas, image_id):
    """An address whose minute is over."""
    with time_machine.travel(timezone.now() - timedelta(seconds=61)):
        return told_address(adas, image_id)


def test_an_address_whose_minute_is_over_asks_the_application(front, ada, cyn, old_path):
    assert front.get(old_path, **cookie_of(ada)).status == 200
    for headers in ({}, cookie_of(cyn)):
        assert front.get(old_path, **headers).status == 404


@pytest.mark.parametrize("part", ["signature", "expires", "image", "size", "name"])
def test_a_forged_address_opens_nothing(front, ada, adas, image_id, part):
    _, media, signature, expires, image, size, *kept = told_address(adas, image_id).split("/")
    other = Rendition.objects.get(size="xlarge", format="webp").stored_name
    changed = {
        "signature": [signature[::-1], expires, image, size, *kept],
        "expires": [signature, str(int(expires) + 3600), image, size, *kept],
        "image": [signature, expires, image[::-1], size, *kept],
        "size": [signature, expires, image, "xlarge", *kept],
        "name": [signature, expires, image, size, *place(other).split("/")],
    }[part]
    assert front.get("/".join(["", media, *changed])).status == 404


def test_without_a_key_no_signed_address_is_taken(application, settings, ada, adas, image_id, tmp_path):
    settings.MEDIA_SIGNING_KEY = ""
    from gallery.serving.signing import signed_path

    path = signed_path(image_id, "small", Rendition.objects.get(size="small", format="webp").stored_name)
    with nginx(tmp_path / "nginx", upstream=application.thread.port) as front:
        assert front.get(path, **cookie_of(ada)).status == 404
    assert told_address(adas, image_id).startswith("/api/images/")


def test_who_is_no_longer_shared_with_loses_the_copies_within_a_minute(front, ada, adas, ben, client_of, image_id):
    album = album_of(ada, Image.objects.get(pk=image_id), privacy_setting="shared")
    told = share(adas, album.pk, username="ben")
    path = told_address(client_of(ben), image_id)
    assert front.get(path, **cookie_of(ben)).status == 200
    with time_machine.travel(timezone.now() - timedelta(seconds=61)):
        old = told_address(client_of(ben), image_id)
    assert front.get(old, **cookie_of(ben)).status == 200
    assert adas.delete(f"/api/albums/{album.pk}/shares/{told['id']}").status_code == 200
    assert front.get(old, **cookie_of(ben)).status == 404


def test_pages_and_style_sheets_come_through_and_plain_http_leads_to_https(front, application, settings):
    (settings.STATIC_ROOT / "a.0123456789ab.css").write_text("a{}")
    style = front.get("/static/a.0123456789ab.css")
    assert (style.status, style.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    assert front.get("/healthz").body == b"ok\n"
    moved = front.get("/images?x=1", port=front.plain, Host="atelier.example")
    assert (moved.status, moved.headers["Location"]) == (308, "https://atelier.example/images?x=1")
