"""Whether what an app declares to send and read (`examples/spa/operations.json`) is what an OpenAPI description tells."""

from collections.abc import Iterable, Iterator
from typing import Any

Schema = dict[str, Any]


def disagreements(table: Schema, schema: Schema) -> list[str]:
    """A line for each thing that the app does otherwise than the description says; empty where they agree."""
    return [
        f"{name}: {fault}"
        for name, operation in table["operations"].items()
        for fault in Contract(table["shapes"], schema).faults_of(operation)
    ]


class Contract:
    """The shapes of an app beside the description of an API."""

    def __init__(self, shapes: Schema, schema: Schema) -> None:
        self.shapes = shapes
        self.schema = schema

    def faults_of(self, operation: Schema) -> Iterator[str]:
        """What is wrong with one operation of the app."""
        described = self.schema["paths"].get(operation["path"], {}).get(operation["method"].lower())
        if described is None:
            yield f"there is no {operation['method']} {operation['path']}"
            return
        yield from self.sent_wrongly(operation, described)
        yield from self.asked_wrongly(operation, described)
        statuses = {str(operation["answers"]), *map(str, operation["refusals"])}
        yield from (f"never answers {status}" for status in sorted(statuses - set(described["responses"])))
        if answer := described["responses"].get(str(operation["answers"])):
            content = answer["content"]["application/json"]["schema"]
            yield from self.mismatches(operation["reads"], content, where="answer")

    def sent_wrongly(self, operation: Schema, described: Schema) -> Iterator[str]:
        contents = described.get("requestBody", {}).get("content", {})
        kind = operation.get("as", "application/json")
        body = self.resolved(contents[kind]["schema"]) if kind in contents else {"properties": {}}
        sends = operation.get("sends", {})
        yield from self.fields(sends, body["properties"], where="body")
        yield from (f"body.{name} is required" for name in left_out(body.get("required", []), sends))

    def asked_wrongly(self, operation: Schema, described: Schema) -> Iterator[str]:
        for part, place in (("query", "query"), ("headers", "header")):
            known = {each["name"]: each for each in described.get("parameters", []) if each["in"] == place}
            given = operation.get(part, {})
            yield from self.fields(given, {name: each["schema"] for name, each in known.items()}, where=part)
            required = (name for name, each in known.items() if each.get("required"))
            yield from (f"{part}.{name} is required" for name in left_out(required, given))

    def fields(self, told: dict[str, str], known: Schema, *, where: str) -> Iterator[str]:
        for name, kind in told.items():
            if name not in known:
                yield f"{where}.{name} is unknown"
            else:
                # What may be left out need not be one that may be null.
                yield from self.mismatches(kind.rstrip("?"), known[name], where=f"{where}.{name}", sent=True)

    def mismatches(self, kind: str, described: Schema, *, where: str, sent: bool = False) -> Iterator[str]:
        """Where a value declared as `kind` ("string", "integer?", "card[]") is described otherwise."""
        found = self.resolved(described)
        if found.get("nullable") and not kind.endswith("?") and not sent:
            yield f"{where} may be null"
        plain = kind.rstrip("?")
        if plain.endswith("[]"):
            inner = found.get("items")
            yield from (
                self.mismatches(plain[:-2], inner, where=f"{where}[]", sent=sent) if inner else [f"{where} is no list"]
            )
        elif plain in self.shapes:
            for name, each in self.shapes[plain].items():
                if name in found.get("properties", {}):
                    yield from self.mismatches(each, found["properties"][name], where=f"{where}.{name}")
                else:
                    yield f"{where}.{name} is unknown"
        elif plain != type_of(found):
            yield f"{where} is {type_of(found)}, not {plain}"

    def resolved(self, described: Schema) -> Schema:
        """References followed, and what is said in several parts said in one."""
        if "$ref" in described:
            return self.resolved(self.schema["components"]["schemas"][described["$ref"].rsplit("/", 1)[1]])
        whole = {name: value for name, value in described.items() if name != "allOf"}
        for part in map(self.resolved, described.get("allOf", [])):
            whole = part | whole | {"properties": part.get("properties", {}) | whole.get("properties", {})}
        return whole


def left_out(required: Iterable[str], told: dict[str, str]) -> list[str]:
    """Those required that are not sent, or that may be left out."""
    return [name for name in required if told.get(name, "?").endswith("?")]


def type_of(described: Schema) -> str:
    return "file" if described.get("format") == "binary" else str(described.get("type"))
