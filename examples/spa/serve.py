"""Serves the example on an origin of its own, under a strict policy: `python serve.py [--port 5006] [--site http://localhost:5005]`.

It is files and nothing else; any server of files does as well, given these headers.
"""

import argparse
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' {site}; img-src data: {site}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class AppHandler(SimpleHTTPRequestHandler):
    """Files of this folder; the policy lets them speak to `site` alone."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript; charset=utf-8"}

    def __init__(self, *args: Any, site: str, **kwargs: Any) -> None:
        self.site = site
        super().__init__(*args, directory=HERE, **kwargs)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY.format(site=self.site))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "strict-origin")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def app_server(*, port: int, site: str) -> ThreadingHTTPServer:
    """A server of the app on this port of localhost (0: one that is free), which may speak to the API at `site`."""
    return ThreadingHTTPServer(("localhost", port), partial(AppHandler, site=site))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=5006)
    parser.add_argument("--site", default="http://localhost:5005", help="where Atelier is")
    told = parser.parse_args()
    sys.stdout.write(f"http://localhost:{told.port}/?api={told.site}\n")
    app_server(port=told.port, site=told.site).serve_forever()


if __name__ == "__main__":
    main()
