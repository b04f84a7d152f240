"""What a page weighs, and what the main kinds of pages look like."""

import views

# HTML, CSS and JavaScript of one page, without fonts and images, in bytes.
WEIGHT_LIMIT = 150_000


def failures(browser, server, site, pages, output):
    """Pages of tutorials that are too heavy; screenshots and weights are left in the output folder."""
    told, lines = [], []
    with views.opened(browser) as window:
        for path in pages:
            weight = weigh(window, server, path)
            lines.append(f"{weight:8d} bytes  {path}")
            if path.startswith("tutorials/") and path == first_tutorial(pages) and weight > WEIGHT_LIMIT:
                told.append(f"{path}: weighs {weight} bytes, more than {WEIGHT_LIMIT}")
    total = sum(p.stat().st_size for p in site.rglob("*") if p.is_file())
    lines.append(f"{total:8d} bytes  the whole site of {len(pages)} pages")
    (output / "weights.txt").write_text("\n".join(lines) + "\n")
    photograph(browser, server, pages, output)
    return told


def first_tutorial(pages):
    """The first page under tutorials/."""
    return next((p for p in pages if p.startswith("tutorials/")), None)


def weigh(window, server, path):
    """The bytes of markup, styles and scripts that a page loads."""
    responses = []
    def listen(response):
        responses.append(response)

    window.on("response", listen)
    window.goto(server.base + path, wait_until="networkidle")
    window.remove_listener("response", listen)
    kinds = ("html", "css", "javascript")
    counted = [r for r in responses if any(k in r.headers.get("content-type", "") for k in kinds)]
    return sum(len(response.body()) for response in counted)


def photograph(browser, server, pages, output):
    """One picture of each kind of page in each view: home, tutorial, reference, missing page."""
    kinds = {}
    for path in pages:
        kinds.setdefault(path.split("/")[0], path)
    for size, scheme in views.ALL:
        with views.opened(browser, size, scheme) as window:
            for kind, path in kinds.items():
                window.goto(server.base + path)
                name = f"{kind.removesuffix('.html')}-{size}-{scheme}.png"
                window.screenshot(path=output / name, full_page=True)
