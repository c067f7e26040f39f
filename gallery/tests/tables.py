"""Tables of cases that only look: the rows that they look at are made once for all of them."""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import Parameter, signature
from typing import Any


def in_turn(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, but within one test, each case a subtest that fails by itself. For cases that change nothing
    and whose fixtures cost much more than they do: making four works takes 150 ms, asking for them 20."""
    columns = (names,) if isinstance(names, str) else names
    rows = [dict(zip(columns, (case,) if isinstance(names, str) else case, strict=True)) for case in cases]

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        asked = signature(test)
        fixtures = [each for name, each in asked.parameters.items() if name not in {*columns, "subtests"}]
        fixtures.append(Parameter("subtests", Parameter.POSITIONAL_OR_KEYWORD))

        @wraps(test)
        def whole(subtests: Any, **given: Any) -> None:
            given |= {"subtests": subtests} if "subtests" in asked.parameters else {}
            for row in rows:
                with subtests.test(**row):
                    test(**given, **row)

        whole.__signature__ = asked.replace(parameters=fixtures)
        return whole

    return decorate
