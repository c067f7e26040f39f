"""What programs that read the web are told."""

from urllib.robotparser import RobotFileParser

import pytest


@pytest.fixture
def robots(visitor) -> RobotFileParser:
    response = visitor.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


@pytest.mark.parametrize("path", ["/", "/images/1", "/register", "/api/docs"])
def test_pages_may_be_read(robots, path):
    assert robots.can_fetch("*", path)


@pytest.mark.parametrize("path", ["/api/images/1/download", "/admin/", "/reset/a/b", "/verify/a/b"])
def test_originals_and_private_rooms_are_left_alone(robots, path):
    assert not robots.can_fetch("*", path)
