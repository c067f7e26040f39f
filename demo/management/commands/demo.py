"""Fills the site with a dozen artists who do not exist, some 200 works, galleries, categories, prices and likes. Every picture is
painted by code, always the same. Can be stopped and run again; `--remove` takes it all away."""

import secrets
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from demo.cast import DOMAIN, WORKS_EACH, people
from demo.filling import Demo, leave, settle
from gallery.models import Image, Processing
from gallery.tasks import render_image
from gallery.upkeep.progress import with_progress


def positive(text: str) -> int:
    """A number from 1 on. Raises ValueError."""
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--password", help="of the artists of the demo; a random one where none is given")
        parser.add_argument("--artists", type=positive, default=len(people()), help="how many, for a smaller demo")
        parser.add_argument("--works", type=positive, default=WORKS_EACH, help="of each artist, for a smaller demo")
        parser.add_argument("--remove", action="store_true", help="take the demo away again")

    def handle(self, *args: Any, remove: bool, password: str | None, artists: int, works: int, **options: Any) -> None:
        try:
            if remove:
                list(with_progress(leave(), what="accounts", out=self.stderr))
            else:
                self.fill(Demo(password or secrets.token_urlsafe(12), artists, works))
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again to go on where it was.")

    def fill(self, demo: Demo) -> None:
        is_new = not Image.objects.filter(owner__email__endswith=f"@{DOMAIN}").exists()
        for _step in with_progress(settle(demo), what="steps", total=demo.steps, out=self.stderr):
            pass
        self.draw()
        if is_new:
            names = ", ".join(person.username for person in people()[:3])
            self.stdout.write(f"The demo stands. Sign in as any of its artists ({names}, …), password {demo.password}")
        else:
            self.stdout.write("The demo stands.")

    def draw(self) -> None:
        """The renditions, so that the first look is quick: here, as many at a time as the darkroom draws."""
        pending = Image.objects.filter(owner__email__endswith=f"@{DOMAIN}", processing=Processing.PENDING).order_by(
            "pk"
        )
        ids = [str(image_id) for image_id in pending.values_list("pk", flat=True)]
        with ThreadPoolExecutor(settings.DARKROOM_PROCESSES) as hands:
            drawn = hands.map(self.draw_one, ids)
            for _number in with_progress(drawn, what="pictures drawn", total=len(ids), out=self.stderr):
                pass

    @staticmethod
    def draw_one(image_id: str) -> int:
        try:
            drawn: int = render_image.call(image_id)
            return drawn
        finally:
            connections.close_all()  # a thread's own
