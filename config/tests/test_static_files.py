"""Static files as they are installed: collected, named by their bytes, compressed."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command

HASHED = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]+$")
NAMED_IN_CSS = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')]+)""")
NAMED_IN_MODULES = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")


@pytest.fixture
def collected(settings) -> Path:
    """The folder of Atelier's own static files, collected as `make run` does it; others' would take long, and are as they are."""
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "config.static_files.HashedStaticFiles"}}
    call_command("collectstatic", verbosity=0, interactive=False)
    return settings.STATIC_ROOT


def hashed(folder: Path, kind: str) -> list[Path]:
    """The files of this kind under their hashed names, of which there are some."""
    files = [path for path in sorted((folder / kind).glob(f"*.{kind}")) if HASHED.search(path.name)]
    assert files
    return files


@pytest.mark.parametrize(("kind", "pattern"), [("css", NAMED_IN_CSS), ("js", NAMED_IN_MODULES)])
def test_files_name_each_other_by_hashed_names(collected, kind, pattern):
    assert HASHED.search(staticfiles_storage.url("css/base.css"))
    for path in hashed(collected, kind):
        for name in pattern.findall(path.read_text()):
            assert HASHED.search(name.partition("#")[0]), f"{path.name} names {name}"
            assert (path.parent / name.partition("#")[0]).is_file()


def test_each_stands_beside_itself_compressed(collected):
    for path in hashed(collected, "css") + hashed(collected, "js"):
        assert gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) == path.read_bytes()
