"""No page asks for anything from elsewhere, and nothing it asks for is missing or refused."""

import views


def failures(browser, server, pages):
    """Requests that leave the site, files that are not there, complaints of the console."""
    found = []
    with views.opened(browser) as window:
        current = [""]
        note = lambda text: found.append(f"{current[0]}: {text}")
        window.on("request", lambda r: note(f"asks for {r.url}") if leaves(r.url, server) else None)
        window.on("response", lambda r: note(f"{r.url} gives {r.status}") if r.status >= 400 else None)
        window.on("console", lambda m: note(f"console: {m.text}") if m.type == "error" else None)
        window.on("pageerror", lambda error: note(f"script: {error}"))
        for path in pages:
            current[0] = path
            window.goto(server.base + path, wait_until="networkidle")
    return found


def leaves(url, server):
    """Whether an address is outside the site."""
    return not url.startswith((server.base, "data:", "blob:"))
