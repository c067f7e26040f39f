import io

import pytest
from django.core.files.base import ContentFile
from imagekit.exceptions import MissingSource
from imagekit.registry import generator_registry
from PIL import Image

from gallery.imaging.credits import Credit
from gallery.imaging.errors import PictureRefused
from gallery.imaging.limits import Limits
from gallery.imaging.recipes import RECIPES
from gallery.imaging.renditions import Wanted, draw
from gallery.imaging.specs import SPECS, RenditionSpec, spec_name
from gallery.tests import pictures

RECIPE = RECIPES["small", "webp"]


def spec_of(recipe, data, **options):
    return generator_registry.get(spec_name(recipe), source=ContentFile(data, "original"), **options)


def test_every_recipe_is_registered_as_a_spec():
    assert {spec_name(recipe) for recipe in RECIPES.values()} <= set(generator_registry.get_ids())
    assert all(issubclass(spec, RenditionSpec) for spec in SPECS.values())


def test_a_spec_has_the_processors_format_and_options_of_its_recipe():
    spec, credit = spec_of(RECIPE, b"", credit=Credit(creator="Ada")), Credit(creator="Ada")
    assert spec.processors == list(RECIPE.processors)
    assert spec.format == "WEBP"
    assert spec.options == RECIPE.options(credit)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=str)
def test_imagekit_gives_the_very_bytes_of_the_cascade(recipe, tmp_path):
    data, credit = pictures.jpeg(500, 300), Credit(creator="Ada")
    wanted = Wanted(recipe.size, recipe.format)
    path = pictures.place(tmp_path, data)
    (drawn,) = draw(path, limits=Limits(), wanted=[wanted], into=tmp_path, credit=credit)
    assert spec_of(recipe, data, credit=credit).generate().read() == drawn.path.read_bytes()


def test_a_picture_on_its_side_is_upright():
    with Image.open(spec_of(RECIPE, pictures.turned(6)).generate()) as image:
        assert image.size == (320, 240)


def test_no_source_is_imagekits_own_error():
    with pytest.raises(MissingSource):
        generator_registry.get(spec_name(RECIPE), source=None).generate()


def test_a_postscript_in_disguise_starts_no_interpreter():
    with pytest.raises(PictureRefused):
        spec_of(RECIPE, b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n").generate()


def test_the_credit_is_part_of_imagekits_name_for_the_file():
    class Named(io.BytesIO):
        name = "original.jpg"

    one, other = (SPECS[spec_name(RECIPE)](Named(b"x"), credit=Credit(creator=name)) for name in ("Ada", "Ben"))
    assert one.get_hash() != other.get_hash()
