"""`python -m benchmarks.reference.wagtail.people` makes an administrator and prints the session's cookie and CSRF token."""

import json

import django


def main() -> None:
    django.setup()
    from django.contrib.auth import get_user_model
    from django.middleware.csrf import _get_new_csrf_string
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.create_superuser("ada", "ada@example.org", "correct horse battery"))
    token = _get_new_csrf_string()
    cookie = f"sessionid={client.cookies['sessionid'].value}; csrftoken={token}"
    print(json.dumps({"Cookie": cookie, "X-CSRFToken": token}))


if __name__ == "__main__":
    main()
