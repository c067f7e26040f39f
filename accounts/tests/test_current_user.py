"""Who is signed in, as they see themselves."""

import pytest

from accounts import actions
from accounts.tests.answers import errors_of

STATISTICS = {
    "total_images",
    "total_albums",
    "total_files",
    "total_artworks",
    "total_galleries",
    "storage_used",
    "storage_quota",
    "total_views",
    "total_downloads",
    "follower_count",
    "following_count",
}


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_a_visitor_is_asked_to_sign_in(visitor, method):
    assert getattr(visitor, method)("/api/auth/user").status_code == 401


def test_everything_the_contract_names_is_told(client_of, ada):
    user = client_of(ada).get("/api/auth/user").json()
    assert {"id", "username", "email", "is_verified", "created_at", "statistics", "preferences", "artist"} <= set(user)
    assert set(user["statistics"]) == STATISTICS
    assert user["created_at"].endswith("Z")
    assert user["artist"]["id"] == user["id"] == str(ada.pk)


def test_the_answer_is_kept_nowhere_on_its_way(client_of, ada):
    cache_control = client_of(ada).get("/api/auth/user").headers["Cache-Control"]
    assert {"private", "no-store"} <= set(cache_control.split(", "))


def test_the_numbers_are_those_that_were_counted(client_of, ada, settings):
    settings.STORAGE_QUOTA = 1000
    actions.count(ada.pk, image_count=3, storage_used=700, follower_count=2)
    told = client_of(ada).get("/api/auth/user").json()["statistics"]
    assert (told["total_images"], told["storage_used"], told["storage_quota"], told["follower_count"]) == (
        3,
        700,
        1000,
        2,
    )


def test_the_portfolio_is_published_with_the_first_public_artwork_and_counts_them_all(client_of, ada):
    client = client_of(ada)
    actions.count(ada.pk, artwork_count=2, gallery_count=2)
    told = client.get("/api/auth/user").json()["portfolio"]
    assert told == {"status": "empty", "artwork_count": 2, "gallery_count": 2, "url": "/@ada"}
    actions.count(ada.pk, public_artwork_count=1)
    assert client.get("/api/auth/user").json()["portfolio"] == told | {"status": "published"}


def test_a_limit_of_ones_own_replaces_everyones(client_of, ada):
    ada.statistics.storage_limit = 5
    ada.statistics.save()
    assert client_of(ada).get("/api/auth/user").json()["statistics"]["storage_quota"] == 5


@pytest.mark.parametrize("key", ["username", "is_staff", "is_verified", "statistics", "shoe_size"])
def test_what_may_not_be_changed_is_refused_by_name(client_of, ada, key):
    response = client_of(ada).put("/api/auth/user", {key: "x"})
    assert response.status_code == 400
    assert errors_of(response) == {key: "unknown_key"}
