"""People as they are named beside what they did."""

from typing import Any


def columns_of(path: str) -> tuple[str, str, str]:
    """What `tell_person` reads of the person that a row names by `path`, for `values()`."""
    return (f"{path}_id", f"{path}__username", f"{path}__artist__artist_name")


def tell_person(row: dict[str, Any], path: str) -> dict[str, Any]:
    """`{id, username, artist_name}`, of the columns of `columns_of`."""
    return dict(zip(("id", "username", "artist_name"), (row[column] for column in columns_of(path)), strict=True))
