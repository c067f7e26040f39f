import json
from pathlib import Path

import pytest
from PIL import Image

from gallery.imaging.credits import Credit
from gallery.imaging.develop import Development, develop
from gallery.imaging.errors import PictureRefused
from gallery.imaging.limits import Limits
from gallery.tests import hostile, pictures

KINDS = {
    "JPEG": pictures.camera_jpeg,
    "CMYK JPEG": pictures.cmyk_jpeg,
    "16-bit PNG": pictures.grey16_png,
    "transparent PNG": pictures.transparent_png,
    "palette PNG": pictures.palette_picture,
    "animated GIF": pictures.animation,
    "animated WebP": lambda: pictures.animation("WEBP"),
    "AVIF": pictures.avif,
    "HEIC": pictures.heic,
    "TIFF": pictures.tiff,
    "BMP": pictures.bmp,
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_picture_develops(developed, tmp_path, name):
    found = developed(KINDS[name]())
    with Image.open(tmp_path / "thumbnail") as small:
        assert (small.format, small.size) == ("WEBP", (found.thumbnail.width, found.thumbnail.height))
    assert found.thumbnail.bytes == (tmp_path / "thumbnail").stat().st_size
    assert found.colors
    assert len(found.perceptual_hash) == 16


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
def test_turned_pictures_are_upright_in_size_and_thumbnail(developed, tmp_path, kind, orientation):
    found = developed(pictures.turned(orientation, kind))
    assert (found.width, found.height) == (400, 300)
    with Image.open(tmp_path / "thumbnail") as small:
        corners = [small.getpixel(at) for at in ((20, 20), (300, 20), (300, 220), (20, 220))]
    red, green, blue, white = corners
    assert max(red) == red[0]
    assert max(green) == green[1]
    assert max(blue) == blue[2]
    assert min(white) > 200


def test_a_development_travels_as_json(developed):
    found = developed(pictures.camera_jpeg())
    assert Development.from_json(json.loads(json.dumps(found.to_json()))) == found
    assert found.redactions


def test_without_a_thumbnail_nothing_is_written(folder):
    path = pictures.place(folder, pictures.jpeg())
    found = develop(path, limits=Limits(), thumbnail=None, credit=Credit())
    assert found.thumbnail is None
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_a_refused_picture_leaves_no_thumbnail(developed, tmp_path, name):
    make, code = hostile.HOSTILE[name]
    with pytest.raises(PictureRefused) as refused:
        developed(make())
    assert refused.value.code == code
    assert not (tmp_path / "thumbnail").exists()


def test_a_thumbnail_that_cannot_be_written_is_not_the_pictures_fault(tmp_path):
    path = pictures.place(tmp_path, pictures.jpeg())
    with pytest.raises(FileNotFoundError):
        develop(path, limits=Limits(), thumbnail=Path(tmp_path / "absent" / "t"), credit=Credit())
