"""What the address of a page asks for, and the addresses of the same page that ask for something else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.http import HttpRequest

from portfolio.finding.sheets import address


@dataclass(frozen=True)
class Asked:
    """The parameters that a page knows, as they were given; those that are empty are left out, and so is `page`."""

    path: str
    names: Sequence[str]
    given: dict[str, str]

    @classmethod
    def of(cls, request: HttpRequest, names: Sequence[str]) -> Self:
        """Of this request, as far as the names are among these, in their order."""
        given = {name: value for name in names if (value := request.GET.get(name, "").strip())}
        return cls(request.path, names, given)

    def to(self, *, page: int = 1, **changes: str) -> str:
        """The page with these changed, an empty text for none: each address in one form, in whatever order it was asked for."""
        wanted = self.given | changes
        told = {name: wanted.get(name, "") for name in self.names}
        return address(self.path, told | ({"page": str(page)} if page > 1 else {}))

    def without(self, name: str) -> str:
        """The page with all but this."""
        return self.only(**{each: value for each, value in self.given.items() if each != name})

    def only(self, **values: str) -> str:
        """The page with nothing but these."""
        return Asked(self.path, self.names, values).to()
