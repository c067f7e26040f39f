"""Reading the API's errors."""


def errors_of(response) -> dict[str | None, str]:
    """{attr: code} of an error answer."""
    return {error["attr"]: error["code"] for error in response.json()["errors"]}


def only_code(response) -> str:
    """The code of an answer with one error."""
    (code,) = errors_of(response).values()
    return code
