"""What a picture says of its rights: its own word before its file's, its file's before its owner's."""

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image as Picture

from accounts.actions import change_preferences
from gallery.imaging.recipes import FORMATS
from gallery.tests.library import codes, upload
from gallery.tests.pictures import camera_jpeg

PROHIBITED, ALLOWED = "DMI-PROHIBITED-AIMLTRAINING", "DMI-ALLOWED"
NO_TRAINING = "No use for the training of generative models."
RESERVED = {"TDM-Reservation": "1", "X-Robots-Tag": "noai, noimageai"}
OPEN = {"TDM-Reservation": "0", "X-Robots-Tag": None}
SILENT = {"TDM-Reservation": None, "X-Robots-Tag": None}
# What the owner says of all, what they say of this picture: what is in force, in the answer, in the copy, in the headers.
TABLE = [
    ("unspecified", "", "unspecified", None, SILENT),
    ("unspecified", "allowed", "allowed", ALLOWED, OPEN),
    ("unspecified", "disallowed", "disallowed", PROHIBITED, RESERVED),
    ("allowed", "", "allowed", ALLOWED, OPEN),
    ("allowed", "disallowed", "disallowed", PROHIBITED, RESERVED),
    ("allowed", "unspecified", "unspecified", None, SILENT),
    ("disallowed", "", "disallowed", PROHIBITED, RESERVED),
    ("disallowed", "allowed", "allowed", ALLOWED, OPEN),
    ("disallowed", "unspecified", "unspecified", None, SILENT),
]


@pytest.fixture
def said(ada, adas) -> Callable[[str, str], str]:
    """`said(owner, image)`: the address of a public picture of ada's, once both answers are given."""

    def say(owner: str, image: str) -> str:
        address = f"/api/images/{upload(adas, visibility='public')['id']}"
        change_preferences(user=ada, changes={"ai_training": owner})
        assert adas.patch(address, {"ai_training": image}).status_code == 200
        return address

    return say


def packet(response) -> str:
    """The XMP of a picture that was sent."""
    return Picture.open(io.BytesIO(response.content)).info.get("xmp", b"").decode()


@pytest.mark.parametrize(("owner", "image", "told", "written", "headers"), TABLE)
def test_the_answer_to_training_is_told_everywhere_alike(said, visitor, owner, image, told, written, headers):
    address = said(owner, image)
    copy = visitor.get(f"{address}/thumbnail", {"size": "small", "format": "jpeg"})
    assert visitor.get(address).json()["rights"]["ai_training"] == told
    assert re.findall(r"DMI-[\w-]+", packet(copy)) == [written] * bool(written)
    assert (NO_TRAINING in packet(copy)) == (told == "disallowed")
    for answer in (copy, visitor.get(f"{address}/download")):
        assert {name: answer.headers.get(name) for name in headers} == headers


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_bears_it(said, visitor, kind):
    copy = visitor.get(f"{said('disallowed', '')}/thumbnail", {"size": "square", "format": kind})
    data = copy.content.decode("latin-1")
    assert PROHIBITED in data
    assert NO_TRAINING in data


@pytest.mark.parametrize("path", ["thumbnail", "rendition?width=100", "download"])
def test_an_answer_without_bytes_says_it_too(said, visitor, path):
    address = f"{said('disallowed', '')}/{path}"
    etag = visitor.get(address).headers["ETag"]
    unchanged = visitor.get(address, headers={"if-none-match": etag})
    assert unchanged.status_code == 304
    for answer in (unchanged, visitor.head(address)):
        assert answer.headers["TDM-Reservation"] == "1"


def test_the_owner_is_told_of_the_reservation_on_their_own_picture_and_preview(said, adas):
    address = said("disallowed", "")
    for path in (f"{address}/download", address.replace("images", "files") + "/preview"):
        assert adas.get(path).headers["TDM-Reservation"] == "1"


@pytest.mark.parametrize(
    ("by_image", "by_file", "by_owner", "told"),
    [
        ("", False, "", "© ada"),
        ("", False, "© Ada Ltd", "© Ada Ltd"),
        ("", True, "© Ada Ltd", "(c) 2024 Ada"),
        ("© the museum", True, "© Ada Ltd", "© the museum"),
    ],
)
def test_the_notice_is_the_pictures_own_then_its_files_then_its_owners(ada, adas, by_image, by_file, by_owner, told):
    change_preferences(user=ada, changes={"copyright_notice": by_owner})
    address = f"/api/images/{upload(adas, camera_jpeg() if by_file else None)['id']}"
    rights = adas.patch(address, {"copyright_notice": by_image}).json()["rights"]
    assert (rights["copyright_notice"], rights["credit_line"]) == (told, "ada")
    assert rights["creator"] == ("Ada Lovelace" if by_file else "ada")
    copy = Picture.open(io.BytesIO(adas.get(f"{address}/thumbnail?format=webp").content))
    assert copy.getexif()[0x8298].encode("latin-1").decode() == told


def test_what_is_set_for_a_picture_is_told_to_its_owner_alone(said, adas, bens):
    address = said("allowed", "disallowed")
    overrides = {"ai_training": "disallowed", "copyright_notice": ""}
    assert adas.get(address).json()["rights"]["overrides"] == overrides
    assert adas.get("/api/images").json()["results"][0]["rights"]["overrides"] == overrides
    assert bens.get(address).json()["rights"]["overrides"] is None


@pytest.mark.parametrize("nothing", ["", None])
def test_an_override_is_taken_back(said, adas, nothing):
    address = said("allowed", "disallowed")
    rights = adas.put(address, {"ai_training": nothing, "copyright_notice": nothing}).json()["rights"]
    assert rights["ai_training"] == "allowed"
    assert rights["overrides"] == {"ai_training": "", "copyright_notice": ""}


@pytest.mark.parametrize(
    ("body", "code"), [({"ai_training": "perhaps"}, "invalid_choice"), ({"copyright_notice": "©" * 501}, "max_length")]
)
def test_what_cannot_be_an_override_is_refused_on_its_field(said, adas, body, code):
    answer = adas.patch(said("allowed", ""), body)
    assert answer.status_code == 400
    assert codes(answer) == {next(iter(body)): code}


def test_the_page_of_a_picture_is_named_where_the_site_knows_its_address(adas, settings):
    settings.SITE_URL = "https://atelier.example"
    image_id = upload(adas)["id"]
    copies = [adas.get(f"/api/images/{image_id}/thumbnail?format=webp&size={size}") for size in ("small", "medium")]
    statement = f"<xmpRights:WebStatement>https://atelier.example/images/{image_id}</xmpRights:WebStatement>"
    assert [statement in packet(copy) for copy in copies] == [True, True]
