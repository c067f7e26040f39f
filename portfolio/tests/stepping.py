"""The steps of an entry for tests: what their forms send."""

from dataclasses import dataclass
from typing import Any

from rest_framework.test import APIClient

from gallery.models import Artwork
from portfolio.models import Exhibition
from portfolio.tests.reading import Page


@dataclass
class Steps:
    """`client` on the way to `exhibition`."""

    client: APIClient
    exhibition: Exhibition

    def path(self, step: str = "") -> str:
        base = f"/exhibitions/{self.exhibition.pk}/submit"
        return f"{base}/{step}" if step else base

    def choose(self, *works: Artwork, shown: Any = None, at: str = "", **pressed: str) -> Any:
        """Ticks these works on a page on which all of the artist's are `shown`, unless said otherwise."""
        page = Page(self.client.get(at or self.path()).content.decode())
        there = [box["value"] for box in page.all("input", name="shown")]
        sent = {
            "shown": there if shown is None else [str(work.pk) for work in shown],
            "artwork_ids": [str(work.pk) for work in works],
            "query": "",
            "do": "on",
        }
        return self.client.post(at or self.path(), sent | pressed, format="multipart")

    def write(self, text: str, do: str = "on") -> Any:
        return self.client.post(self.path("statement"), {"artist_statement": text, "do": do}, format="multipart")

    def send(self) -> Any:
        return self.client.post(self.path("send"), format="multipart")

    @property
    def draft(self) -> list[str]:
        """The works that are chosen, in their order."""
        kept = self.client.session.get(f"entry {self.exhibition.pk}")
        return kept["works"] if kept else []
