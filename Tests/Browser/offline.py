"""Every page can be read from the disk, with scripts off, by following its links alone."""

import pathlib
from urllib.parse import unquote, urlsplit

import behaviour
import views

# The text that is shown, without controls that only a script could serve.
TEXT = "document.querySelector('article').innerText.trim().length"
LINKS = (
    "[...document.querySelectorAll('a[href], link[href], img[src], script[src]')]"
    ".map(e => new URL(e.getAttribute('href') ?? e.getAttribute('src'), e.baseURI).href)"
)
FLAT = (
    "[...document.querySelectorAll('article math')]"
    ".filter(m => m.checkVisibility() && m.getBoundingClientRect().height < 1).length"
)
# The rules of derivations that are folded up on paper.
FOLDED = (
    "[...document.querySelectorAll('.derivation .rule')]"
    ".filter(rule => !rule.checkVisibility()).length"
)
# The layers of drawings that have the focus without their rows being marked.
UNMARKED = """() => [...document.querySelectorAll('.network a[data-layer]')].filter(layer => {
  const row = layer.closest('.network').querySelector(`tr[data-layer="${layer.dataset.layer}"]`);
  layer.focus({focusVisible: true});
  return row && getComputedStyle(row.cells[0]).backgroundColor === 'rgba(0, 0, 0, 0)';
}).length"""


def failures(browser, site, pages):
    """Pages without text or navigation, flat formulas, and links to files that are not there."""
    found, reached = [], {"index.html"}
    with views.opened(browser, java_script_enabled=False) as window:
        for path in pages:
            window.goto((site.resolve() / path).as_uri())
            found += [f"{path} (from disk): {text}" for text in complaints(window)]
            targets = [local(link, site) for link in window.evaluate(LINKS)]
            # A host shows it at any address: with a known one its links begin at the top.
            if path == "404.html":
                targets = [target and target.lstrip("/") for target in targets]
            for target in filter(None, targets):
                reached.add(target)
                if not (site / target).is_file():
                    found.append(f"{path} (from disk): leads to {target}, which is no file")
    lost = set(pages) - reached - {"404.html"}
    return found + [f"{path} (from disk): no link leads here" for path in sorted(lost)]


def complaints(window):
    """What a reader without scripts would miss."""
    told = []
    if window.evaluate(TEXT) < 20:
        told.append("there is no text")
    if not window.locator("nav a[href]").locator("visible=true").count():
        told.append("no link of the navigation is visible")
    if flat := window.evaluate(FLAT):
        told.append(f"{flat} formulas have no height")
    if unmarked := window.evaluate(UNMARKED):
        told.append(f"{unmarked} layers mark no row when they have the focus")
    window.emulate_media(media="print")
    if not behaviour.becomes(window, f"{FOLDED} === 0"):
        told.append("rules of derivations are folded up on paper")
    window.emulate_media(media="screen")
    return told


def local(link, site):
    """The path within the site that a `file:` address means; None for any other address."""
    parts = urlsplit(link)
    if parts.scheme != "file":
        return None
    path = pathlib.Path(unquote(parts.path))
    return path.relative_to(site.resolve()).as_posix() if path.is_relative_to(site.resolve()) else str(path)
