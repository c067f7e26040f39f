"""Filters that look for a part of a word read an index of trigrams on PostgreSQL."""

import pytest
from django.db import connection

from gallery.tests.library import new_image, titles

on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL has trigrams")


def plan(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}")
        return "\n".join(line for (line,) in cursor.fetchall())


@on_postgresql
@pytest.mark.parametrize(
    ("table", "column", "index"),
    [
        ("gallery_image", "camera_make", "image_camera_make_part"),
        ("gallery_image", "camera_model", "image_camera_model_part"),
        ("gallery_album", "name", "album_name_part"),
    ],
)
def test_a_part_of_a_word_is_looked_up(db, table, column, index):
    assert index in plan(f"SELECT 1 FROM {table} WHERE UPPER({column}::text) LIKE UPPER('%mark%')")


def test_a_camera_is_found_by_a_part_of_its_name(ada, visitor):
    new_image(ada, "Sea", camera_make="Nikon", camera_model="COOLPIX P6000")
    new_image(ada, "Snow", camera_make="Canon", camera_model="EOS 40D")
    assert titles(visitor, camera="coolp") == ["Sea"]
