"""What `manage.py check` says of a wrong installation."""

import pytest

from config.checks import cookies_are_secure_behind_a_proxy, what_is_set_has_an_effect


@pytest.mark.parametrize("name", ["S3_BUCKET", "S3_ENDPOINT_URL", "CDN_URL"])
def test_a_variable_that_does_nothing_yet_is_an_error_with_a_hint(settings, name):
    settings.ENV = {name: "something"}
    (error,) = what_is_set_has_an_effect()
    assert (error.id, name in error.msg, "Unset" in error.hint) == ("config.E001", True, True)


def test_a_house_with_nothing_set_is_right(settings):
    settings.ENV = {}
    assert what_is_set_has_an_effect() == cookies_are_secure_behind_a_proxy() == []


@pytest.mark.parametrize(("environment", "warned"), [({}, True), ({"COOKIE_SECURE": "false"}, False)])
def test_cookies_without_https_behind_a_proxy_are_noted_unless_they_are_meant(settings, environment, warned):
    settings.ENV, settings.TRUSTED_PROXIES, settings.SESSION_COOKIE_SECURE = environment, ["127.0.0.1"], False
    assert bool(cookies_are_secure_behind_a_proxy()) is warned
