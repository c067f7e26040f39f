"""A blind jury, which is told nothing that says whose a work is: no answer that a juror gets holds any of it."""

import subprocess

import pytest

from conftest import person
from gallery.actions.artworks import change_artwork
from gallery.copies import forget_outdated
from gallery.models import Artwork, File, Image, Rendition
from gallery.tests.pictures import camera_exif, jpeg
from gallery.tests.showing import opened
from gallery.tests.works import upload_work
from portfolio.exhibitions.ahead import draw_for
from portfolio.models import Exhibition
from portfolio.tests.entries import at, listed, new_exhibition, new_juror, new_submission, path, signing, told

pytestmark = pytest.mark.django_db

NAME, USERNAME, MARK = "Adelaide Quillwright", "inkfeather", "SOLD-BY-AQ"
TELLING = (
    f"A pier, painted by {NAME} (@{USERNAME}) in Quillwright's studio; https://inkfeather.example/pier,"
    " see also quillwright.example/works and mail@quillwright.example."
)
SIZES = ("small", "medium", "large", "xlarge")


@pytest.fixture
def artist(db):
    quill = person(USERNAME)
    quill.artist.artist_name = NAME
    quill.artist.save()
    signing(quill, MARK)
    return quill


@pytest.fixture
def entry(artist, ben, client_of):
    """What the artist submitted: a work whose every word and byte is theirs."""
    words = {
        "title": "Quillwright: Pier",
        "description": TELLING,
        "alt_text": f"By {NAME}",
        "medium": "Ink by Adelaide",
    }
    photo = jpeg(1400, 900, exif=camera_exif(), comment=NAME.encode())
    work = upload_work(client_of(artist), photo, dimensions="30 cm, see www.inkfeather.example", **words)
    call = new_exhibition(ben, blind=True)
    submission = new_submission(call, artist, Artwork.objects.get(pk=work["id"]))
    submission.artist_statement = TELLING
    submission.save()
    Exhibition.objects.filter(pk=call.pk).update(status="jurying")
    File.objects.update(name=f"{USERNAME} 001.jpg", original_filename=f"{USERNAME} 001.jpg")
    return submission


@pytest.fixture
def cyns(cyn, entry, client_of):
    """The client of cyn, who is on the jury."""
    new_juror(entry.exhibition, cyn)
    return client_of(cyn)


def secrets(artist):
    """All that says whose it is, or leads there, in small letters."""
    images = Image.objects.filter(owner=artist)
    said = [artist.pk, artist.pk.hex, USERNAME, *NAME.split(), artist.email, MARK, "Ada Lovelace", "Ateliercam"]
    said += [*Artwork.objects.values_list("pk", flat=True), *images.values_list("pk", flat=True)]
    said += [*File.objects.values_list("stored_name", flat=True), *File.objects.values_list("checksum", flat=True)]
    said += images.values_list("placeholder", flat=True)
    plain = Rendition.objects.exclude(size__startswith="nameless-")
    return [str(each).lower().encode() for each in [*said, *plain.values_list("stored_name", flat=True)]]


def body_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def scanned(answer):
    """An answer as one text: headers and body; of a picture what exiftool finds in it too."""
    body = body_of(answer)
    if answer.headers["Content-Type"].startswith("image/"):
        found = subprocess.run(["exiftool", "-a", "-u", "-G1", "-"], input=body, capture_output=True, check=True)
        body += found.stdout
    return str(dict(answer.headers)).lower().encode() + body.lower()


def everything(client, entry):
    """Every answer that a juror of this exhibition can get about what is submitted."""
    call, work = entry.exhibition, entry.works.get()
    yield client.get(path(call))
    yield client.get(path(call), {"ordering": "-date", "status": "submitted", "cursor": ""})
    yield client.get(at(entry))
    yield client.put(at(entry, "/score"), {"score": 5, "note": "Strong."})
    for address in ("/api/exhibitions", path(call, "").rstrip("/"), path(call, "conflicts"), "/api/notifications"):
        yield client.get(address)
    for size in SIZES:
        for kind in ("webp", "jpeg", "png"):
            yield client.get(at(entry, f"/works/{work.pk}/image"), {"size": size, "format": kind})
    yield client.get(f"/exhibitions/{call.pk}/jury")
    yield client.get(at(entry, f"/works/{work.artwork_id}/image"))
    yield client.put(at(entry), {"status": "accepted"})
    yield client.put(at(entry, "/score"), {"score": 99})


def test_no_answer_that_a_juror_gets_says_whose_a_work_is(artist, cyns, entry):
    answers = [(answer.request["PATH_INFO"], scanned(answer)) for answer in everything(cyns, entry)]
    assert len(answers) > 20
    found = [(address, each) for address, text in answers for each in secrets(artist) if each in text]
    assert found == []


def test_the_scan_finds_what_an_open_jury_is_told(artist, cyns, entry):
    Exhibition.objects.update(blind=False)
    text = scanned(cyns.get(at(entry)))
    assert {USERNAME.encode(), b"quillwright", str(artist.pk).encode()} <= {
        each for each in secrets(artist) if each in text
    }


def test_the_words_are_masked_and_the_facts_are_told(cyns, entry):
    (seen,) = listed(cyns, entry.exhibition)
    (work,) = seen["artworks"]
    assert (seen["artist"], seen["works"][0]["artwork_id"]) == (None, None)
    assert (work["title"], work["medium"], work["dimensions"]) == ("█: Pier", "Ink by █", "30 cm, see █")
    assert seen["artist_statement"].startswith("A pier, painted by █ (█) in █'s studio; █")
    assert work["id"] == seen["works"][0]["id"] == str(entry.works.get().pk)
    assert (work["image"]["width"], work["image"]["thumbnails"]["large"]["width"]) == (1400, 1280)


def test_the_addresses_of_the_pictures_lead_to_them(cyns, entry):
    work = told(cyns, entry)["artworks"][0]
    for size, thumbnail in work["image"]["thumbnails"].items():
        answer = cyns.get(thumbnail["url"])
        assert opened(body_of(answer)).size == (thumbnail["width"], thumbnail["height"]), size
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "Content-Disposition" not in answer.headers


def test_no_watermark_lies_over_what_a_juror_sees(artist, client_of, cyns, entry):
    work = entry.works.get()
    seen = cyns.get(at(entry, f"/works/{work.pk}/image"), {"format": "png"})
    bare, marked = (
        client_of(artist).get(
            f"/api/artworks/{work.artwork_id}/image", {"size": "large", "format": "png", "watermark": mark}
        )
        for mark in ("false", "true")
    )
    pixels = [opened(body_of(answer)).tobytes() for answer in (seen, bare, marked)]
    assert pixels[0] == pixels[1] != pixels[2]
    assert seen.headers["ETag"] != bare.headers["ETag"]


def test_all_pictures_of_a_work_are_told_by_their_place(artist, cyns, entry, client_of):
    work = Artwork.objects.get()
    other = upload_work(client_of(artist), jpeg(300, 500), title="Other")["images"][0]["id"]
    change_artwork(artwork=work, by=artist, image_ids=[work.images.get().pk, other])
    images = told(cyns, entry)["artworks"][0]["images"]
    assert [(image["width"], image["height"]) for image in images] == [(1400, 900), (300, 500)]
    assert opened(body_of(cyns.get(images[1]["url"]))).size == (300, 500)


@pytest.mark.parametrize(
    ("query", "status"),
    [("view=1", 404), ("view=x", 400), ("view=-1", 400), ("size=original", 400), ("format=gif", 400)],
)
def test_what_is_no_picture_of_it_is_refused(cyns, entry, query, status):
    assert cyns.get(at(entry, f"/works/{entry.works.get().pk}/image?{query}")).status_code == status


def test_a_picture_that_a_moderator_hid_is_not_sent(cyns, entry):
    Image.objects.update(is_hidden=True)
    assert cyns.get(at(entry, f"/works/{entry.works.get().pk}/image")).status_code == 404


def test_others_get_no_picture(mo, visitor, client_of, entry):
    address = at(entry, f"/works/{entry.works.get().pk}/image")
    assert [client.get(address).status_code for client in (visitor, client_of(mo))] == [401, 404]


def test_when_jurying_is_over_the_pictures_are_gone_for_the_jury(cyns, entry):
    Exhibition.objects.update(status="announced")
    assert cyns.get(at(entry, f"/works/{entry.works.get().pk}/image")).status_code == 404


def test_the_pictures_are_drawn_before_the_jury_looks_and_once(entry):
    assert (draw_for(entry.exhibition_id), draw_for(entry.exhibition_id)) == (4, 0)
    Exhibition.objects.update(blind=False)
    Rendition.objects.all().delete()
    assert draw_for(entry.exhibition_id) == 0


def test_another_name_of_its_artist_leaves_them_as_they_are(entry):
    draw_for(entry.exhibition_id)
    image = Image.objects.select_related("file", "owner__artist").get()
    assert forget_outdated(image) == 0
    assert Rendition.objects.filter(size__startswith="nameless-").count() == 4
