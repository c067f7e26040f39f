"""What tests of the darkroom share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from gallery.imaging.credits import Credit
from gallery.imaging.decode import Header, load_scaled, open_picture, read_header
from gallery.imaging.develop import Development, develop
from gallery.imaging.limits import Limits
from gallery.imaging.metadata import Metadata, read_metadata
from gallery.tests.pictures import place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that nothing else writes to, for tests of what is left behind."""
    path = tmp_path / "folder"
    path.mkdir()
    return path


@pytest.fixture
def header_of(tmp_path: Path) -> Callable[..., Header]:
    return lambda data, **limits: read_header(place(tmp_path, data), Limits(**limits))


@pytest.fixture
def decoded(tmp_path: Path) -> Callable[..., Image.Image]:
    """The pixels of a file, at least `edge` long."""

    def decode(data: bytes, edge: int = 10_000) -> Image.Image:
        with open_picture(place(tmp_path, data), Limits()) as image:
            return load_scaled(image, edge)

    return decode


@pytest.fixture
def metadata_of(tmp_path: Path) -> Callable[[bytes], Metadata]:
    def read(data: bytes) -> Metadata:
        with open_picture(place(tmp_path, data), Limits()) as image:
            return read_metadata(image)

    return read


@pytest.fixture
def developed(tmp_path: Path) -> Callable[[bytes], Development]:
    """A file developed in this process, its thumbnail at `tmp_path / "thumbnail"`."""

    def run(data: bytes) -> Development:
        path = place(tmp_path, data)
        return develop(path, limits=Limits(), thumbnail=tmp_path / "thumbnail", credit=Credit(creator="Ada"))

    return run
