import subprocess
import sys

import pytest

from gallery.imaging.colour import SRGB_PROFILE
from gallery.imaging.credits import Credit
from gallery.imaging.geometry import NAMES
from gallery.imaging.processors import Fit, MiddleSquare, OnWhite
from gallery.imaging.recipes import FORMATS, RECIPES, Recipe


def test_every_size_has_a_recipe_in_every_format():
    assert set(RECIPES) == {(size, kind) for size in NAMES for kind in FORMATS}


@pytest.mark.parametrize(("size", "kind"), [("huge", "webp"), ("small", "gif"), ("", ""), ("small", "WEBP")])
def test_there_is_no_recipe_for_anything_else(size, kind):
    with pytest.raises(ValueError, match="There is no rendition"):
        Recipe(size, kind)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=str)
def test_every_rendition_carries_the_srgb_profile(recipe):
    assert recipe.options(Credit())["icc_profile"] == SRGB_PROFILE


def test_large_webps_are_encoded_in_half_the_time():
    methods = {size: RECIPES[size, "webp"].options(Credit())["method"] for size in NAMES}
    assert methods == {"small": 4, "medium": 4, "square": 4, "large": 2, "xlarge": 2}


def test_options_of_one_rendition_are_not_those_of_the_next():
    RECIPES["xlarge", "webp"].options(Credit())["quality"] = 1
    assert RECIPES["xlarge", "webp"].options(Credit())["quality"] > 1


def test_jpegs_are_progressive_and_have_no_transparency():
    recipe = RECIPES["large", "jpeg"]
    assert recipe.options(Credit())["progressive"]
    assert list(recipe.processors) == [Fit(1280), OnWhite()]


def test_squares_are_cut_and_the_others_fitted():
    assert list(RECIPES["square", "webp"].processors) == [MiddleSquare()]
    assert list(RECIPES["small", "png"].processors) == [Fit(320)]


def test_a_file_is_named_for_its_size_and_format():
    assert RECIPES["small", "webp"].file_name == "small.webp"
    assert RECIPES["square", "jpeg"].file_name == "square.jpg"


def test_the_cascade_is_loaded_without_django_and_its_secrets():
    code = (
        "import sys, gallery.imaging.renditions; sys.exit(any(name.startswith('django.conf') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
