"""A server of one site on this machine, with the strictest policy its pages claim to bear."""

import functools
import http.server
import threading

# Nothing inline, nothing from elsewhere: what docgen promises of every page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'"
)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Gives files with the policy, and the site's own page where there is none."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        """Says nothing: the report names what matters."""


class SiteServer:
    """Serves a folder on a free port of the loopback address while it is entered."""

    def __init__(self, site):
        handler = functools.partial(Handler, directory=str(site))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}/"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
