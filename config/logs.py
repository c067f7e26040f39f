"""Logs as lines of JSON, each with the id of the request it belongs to."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

request_id: ContextVar[str] = ContextVar("request_id", default="")

STANDARD = set(vars(logging.makeLogRecord({}))) | {
    "message",
    "asctime",
    "request_id",
    "request",
    "taskName",
    "server_time",
}


# Behind a letter or a digit the same words are part of another path.
TOKENS = re.compile(r"(?<![\w-])(/(?:reset|verify|unsubscribe|s|api/shares)/).+")


def without_tokens(text: str) -> str:
    """A text as logs may keep it: the token of a mailed or shared link opens something for whoever reads it."""
    return TOKENS.sub(r"\1…", text)


class RequestIdFilter(logging.Filter):
    """Marks each record with the request that is being answered in this thread, if any."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, request_id, whatever `extra` held, and the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # Django's own loggers name the path of what they refuse.
            "message": without_tokens(record.getMessage()),
        }
        if identifier := getattr(record, "request_id", ""):
            entry["request_id"] = identifier
        entry |= {key: value for key, value in vars(record).items() if key not in STANDARD}
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, default=str, ensure_ascii=False)
