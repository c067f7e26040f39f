"""The recipes as imagekit's specs, registered as `atelier:<size>:<format>`, so that imagekit can draw single ones.

Importing this needs Django's settings and takes half a second; the cascade in `renditions` needs neither.
"""

import io
import shutil
import tempfile
from pathlib import Path
from typing import Any, ClassVar

from imagekit import ImageSpec, register

from gallery.imaging.credits import Credit
from gallery.imaging.limits import Limits
from gallery.imaging.recipes import RECIPES, Recipe
from gallery.imaging.renditions import Wanted, draw


class RenditionSpec(ImageSpec):
    """A recipe in imagekit's words: `processors`, `format` and `options` are those of the recipe.

    `source` is a Django file; `credit` goes into the metadata, and with the options into imagekit's file name.
    """

    recipe: ClassVar[Recipe]
    autoconvert = False  # imagekit's own conversion turns 16-bit grey white

    def __init__(self, source: Any, credit: Credit | None = None) -> None:
        super().__init__(source)
        self.credit = credit or Credit()
        self.processors = list(self.recipe.processors)
        self.format = self.recipe.format.upper()
        self.options = self.recipe.options(self.credit)

    def generate(self) -> io.BytesIO:
        """The encoded rendition. Decoded by the house's own rules: imagekit's open would take any decoder's bait.

        Raises `PictureRefused` for what cannot be decoded and imagekit's `MissingSource` for no file.
        """
        if not self.source:
            raise self.MissingSource(f"The spec {self} has no source file.")
        with tempfile.TemporaryDirectory() as folder:
            original = Path(folder) / "original"
            with self.source.open("rb") as stream, original.open("wb") as copy:
                shutil.copyfileobj(stream, copy)
            wanted = Wanted(self.recipe.size, self.recipe.format)
            (drawn,) = draw(original, limits=Limits(), wanted=[wanted], into=Path(folder), credit=self.credit)
            return io.BytesIO(drawn.path.read_bytes())


def spec_name(recipe: Recipe) -> str:
    """The id under which imagekit knows a recipe: `atelier:small:webp`."""
    return f"atelier:{recipe.size}:{recipe.format}"


SPECS: dict[str, type[RenditionSpec]] = {
    spec_name(recipe): type(f"{recipe.size.title()}{recipe.format.title()}", (RenditionSpec,), {"recipe": recipe})
    for recipe in RECIPES.values()
}
for name, spec in SPECS.items():
    register.generator(name, spec)
