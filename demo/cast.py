"""Who lives on the demo site, and what they made: read from `artists.toml`, the rest decided by seeds that never change."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from demo.painting.fields import Size

WORKS_EACH = 17
DOMAIN = "demo.example"
"""Of every address of the demo site: nobody can have one there (RFC 2606), and so what is of the demo is known again."""
SHAPES: tuple[Size, ...] = ((1600, 1200), (1200, 1600), (1500, 1500), (1680, 1050), (1120, 1600), (1600, 1000))
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Person:
    """An artist of the demo site, as the file tells of them."""

    username: str
    name: str
    location: str
    bio: str
    specialties: list[str]
    links: dict[str, str]
    styles: list[str]
    palettes: list[list[str]]
    media: list[str]
    category: str
    currency: str
    prices: list[int]
    license: str
    tags: list[str]
    first: list[str]
    second: list[str]
    galleries: list[str]
    theme: str
    typeface: str
    layout: str

    @property
    def email(self) -> str:
        return f"{self.username}@{DOMAIN}"


@dataclass(frozen=True)
class Plan:
    """One work that is to be: how it is painted, what is said of it, and in which of its artist's galleries it hangs."""

    title: str
    style: str
    palette: list[str]
    size: Size
    has_detail: bool
    tags: list[str]
    gallery: int | None
    facts: dict[str, Any]


def people() -> list[Person]:
    """The artists, in the order of the file."""
    told = tomllib.loads((HERE / "artists.toml").read_text(encoding="utf-8"))
    return [Person(**person) for person in told["artist"]]


def categories() -> Iterator[tuple[str, str, str]]:
    """Name, description and the name of the category above (or nothing): those above come first."""
    told = tomllib.loads((HERE / "categories.toml").read_text(encoding="utf-8"))
    for name, about in told.items():
        yield name, about["description"], ""
        for below, description in about["below"].items():
            yield below, description, name


def works_of(person: Person) -> list[Plan]:
    """What a person made, always the same: the last two are a draft and one that is yet to appear."""
    rng = Random(person.username)  # noqa: S311  nothing secret
    titles = [f"{first} {second}" for first, second in product(person.first, person.second)]
    rng.shuffle(titles)
    return [plan(rng, person, number, title) for number, title in enumerate(titles[:WORKS_EACH])]


def plan(rng: Random, person: Person, number: int, title: str) -> Plan:
    size = rng.choice(SHAPES)
    year = rng.randint(2014, 2025)
    month = rng.randint(1, 12)
    is_known_to_the_day = rng.random() < 0.4
    broad = rng.choice((30, 45, 60, 80, 100, 140))
    facts = {
        "medium": rng.choice(person.media),
        "creation_date": date(year, month, rng.randint(1, 28)) if is_known_to_the_day else date(year, 1, 1),
        "creation_precision": "day" if is_known_to_the_day else "year",
        "width_cm": broad,
        "height_cm": round(broad * size[1] / size[0]),
        "price": priced(rng, person, broad),
        "currency": person.currency,
        "availability_status": rng.choices(("available", "sold", "exhibition", "private"), (66, 20, 10, 4))[0],
        "license": person.license,
        "alt_text": f"{title}: {rng.choice(person.media).lower()}, {person.styles[number % len(person.styles)]}",
        "description": rng.choice(("", f"From the series “{person.galleries[0]}”.", f"Made in {person.location}.")),
        "status": {WORKS_EACH - 1: "draft", WORKS_EACH - 2: "scheduled"}.get(number, "published"),
    }
    return Plan(
        title=title,
        style=person.styles[number % len(person.styles)],
        palette=rng.choice(person.palettes),
        size=size,
        has_detail=rng.random() < 0.15,
        tags=rng.sample(person.tags, rng.randint(2, min(4, len(person.tags)))),
        gallery=hung if (hung := number % (len(person.galleries) + 1)) < len(person.galleries) else None,
        facts=facts,
    )


def priced(rng: Random, person: Person, broad: int) -> int | None:
    """By size, rounded as people do; one in eight is on request."""
    least, most = person.prices
    if rng.random() < 0.12:
        return None
    price = least + (most - least) * (broad / 140) * rng.uniform(0.7, 1.0)
    step = 10 ** max(0, len(str(round(price))) - 2)
    return max(step, round(price / step) * step)
