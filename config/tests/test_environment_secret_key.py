"""The secret key: given, or made once and kept."""

import stat
from concurrent.futures import ThreadPoolExecutor

from config.secret import secret_key


def test_a_key_that_is_given_is_used_and_none_is_kept(tmp_path):
    path = tmp_path / "key"
    assert secret_key({"SECRET_KEY": " given "}, path) == "given"
    assert not path.exists()


def test_without_one_a_key_is_made_and_kept(tmp_path):
    path = tmp_path / "key"
    made = secret_key({}, path)
    assert len(made) >= 50
    assert secret_key({"SECRET_KEY": "  "}, path) == made
    assert [each for each in tmp_path.iterdir() if each.is_file()] == [path]


def test_only_its_owner_may_read_it(tmp_path):
    secret_key({}, tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_each_house_has_its_own(tmp_path):
    assert secret_key({}, tmp_path / "a") != secret_key({}, tmp_path / "b")


def test_whoever_starts_at_once_agrees(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: secret_key({}, tmp_path / "key"), range(16)))
    assert len(keys) == 1
    assert keys == {(tmp_path / "key").read_text()}
