"""Sets the formulas of a built page beside KaTeX's own HTML and compares their ink.

Usage: gallery.py --output DIR [--font FILE] PAGE

Both are drawn in the same design, Computer Modern: MathML in Latin Modern Math (Debian's fonts-lmodern),
KaTeX in its own fonts (libjs-katex). What differs is then spacing. Pictures of all pairs and a table of
measures are left in DIR; the exit status is 1 where a formula differs by more than is allowed.
"""

import argparse
import base64
import html
import json
import pathlib
import re
import sys

from playwright.sync_api import sync_playwright

import browsers

LATIN_MODERN = "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf"
KATEX = pathlib.Path("/usr/share/javascript/katex")
# Pixels to the em: large enough that a pixel is 1/40 em.
EM = 40
# How many pairs one picture holds.
PAIRS = 21
# What two settings may differ by, in em and as a share of the width: ink across, above and below the baseline.
WIDTH_SHARE, WIDTH_LEAST, HEIGHT = 0.04, 0.13, 0.24
# What no markup can mend: how often each occurs in the TeX, the em it may add across, above and below.
ALLOWED = [
    # Browsers give a delimiter or root that may grow the width of its widest form, and choose among the
    # forms of the font where KaTeX takes a smaller one; around one line they do not grow.
    (r"\\left|\\right(?!arrow)|\\[bB]ig|\\begin\{[pbBvV]", 0.22, 0.41),
    (r"dbinom", 0.15, 0.35),
    (r"\\sqrt", 0.3, 0.4),
    # Shapes that differ between the fonts.
    (r"dots", 0.4, 0.35),
    (r"brace|\\vec", 0.15, 0.35),
    (r"\\xrightarrow", 0.5, 0),
    # KaTeX adds the slant of a letter to its width; MathML has no such correction.
    (r"[FPTVWYX](?![A-Za-z])|f\b", 0.16, 0),
    (r"\\(i|o)?int", 0.45, 0),
    # KaTeX sets a plain bar as a letter, and space outside arrays.
    (r"(?<!\\)\||\\mid", 0.2, 0),
    (r"\{array\}", 0.5, 0),
]
# A tag is set at the end of the line.
LEFT_OUT = r"\\tag"

# A display carries its TeX; a formula in a table has it as code in its row.
FORMULAS = """() => [...document.querySelectorAll('article math')]
  .map(m => ({
    tex: (m.querySelector('annotation') ?? m.closest('tr')?.querySelector('code'))?.textContent,
    display: m.getAttribute('display') === 'block',
    markup: m.outerHTML,
  }))
  .filter(formula => formula.tex)"""

# The ink of the picture within each cell, by the cell's baseline: left, right, above, below, in pixels.
INK = """async ([picture, cells]) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', {willReadFrequently: true});
  context.drawImage(image, 0, 0);
  return cells.map(({x, y, width, height, baseline}) => {
    const data = context.getImageData(x, y, width, height).data;
    let left = width, right = -1, top = height, bottom = -1;
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const at = 4 * (row * width + column);
        if (data[at] + data[at + 1] + data[at + 2] > 570) continue;
        left = Math.min(left, column); right = Math.max(right, column);
        top = Math.min(top, row); bottom = Math.max(bottom, row);
      }
    return {across: right - left + 1, above: baseline - top, below: bottom + 1 - baseline};
  });
}"""

CELLS = """() => [...document.querySelectorAll('.cell')].map(cell => {
  const box = cell.getBoundingClientRect();
  const mark = cell.querySelector('.mark').getBoundingClientRect();
  return {
    x: Math.floor(box.x + mark.width), y: Math.floor(box.y), width: Math.ceil(box.width),
    height: Math.ceil(box.height), baseline: Math.round(mark.bottom - Math.floor(box.y)),
  };
})"""


def sheet(pairs, first, styles):
    """A page of pairs, each with its number."""
    rows = "".join(
        f"<tr><th>{first + index}</th>"
        f"<td><div class='cell'><span class='mark'></span>{pair['markup']}</div></td>"
        f"<td><div class='cell'><span class='mark'></span><span class='katex-place'></span></div></td></tr>"
        for index, pair in enumerate(pairs)
    )
    given = html.escape(json.dumps([[p["tex"], p["display"]] for p in pairs]), quote=False)
    return (
        f"<!DOCTYPE html><meta charset='utf-8'><title>MathML and KaTeX</title>{styles}"
        f"<table class='pairs'>{rows}</table><script type='application/json'>{given}</script>"
        "<script>const given = new DOMParser().parseFromString("
        "document.querySelector('script[type]').textContent, 'text/html').documentElement.textContent;"
        "const places = document.querySelectorAll('.katex-place');"
        "JSON.parse(given).forEach(([tex, display], i) => places[i].innerHTML = "
        "katex.renderToString(tex, {displayMode: display, output: 'html', throwOnError: false, strict: false}));"
        "</script>"
    )


def styles(font, stylesheet):
    """What a sheet needs: docgen's rules, KaTeX, the font, one size for both."""
    data = base64.b64encode(pathlib.Path(font).read_bytes()).decode()
    return (
        f"<link rel='stylesheet' href='{(KATEX / 'katex.css').as_uri()}'>"
        f"<link rel='stylesheet' href='{stylesheet.resolve().as_uri()}'>"
        f"<script src='{(KATEX / 'katex.js').as_uri()}'></script>"
        "<style>@font-face { font-family: 'Gallery'; src: url(data:font/otf;base64," + data + "); }"
        ":root, body { background: #fff; color: #000; } body { margin: 0 0 8px; font: 20px serif; }"
        "table.pairs { width: 100%; table-layout: fixed; } .pairs th { width: 3rem; vertical-align: middle; }"
        ".pairs > tbody > tr > td { padding: 0; vertical-align: middle; overflow: hidden; }"
        ".pairs > tbody > tr > * { border: 0 !important; }"
        f".cell {{ display: inline-block; padding: 8px 0; font-size: {EM}px; line-height: 1.2;"
        " white-space: nowrap; width: max-content; }"
        ".mark { display: inline-block; width: 8px; height: 0; }"
        ".cell math { font-family: 'Gallery'; font-size: 1em; } .cell math[display=block] { display: inline math; }"
        ".cell math[display=block] { math-style: normal; }"
        ".cell .katex { font-size: 1em; } .cell .katex-display { display: inline-block; margin: 0; }"
        ".cell .katex .tag { position: static; padding-left: 1em; }</style>"
    )


def measure(window, pairs, styles, output):
    """The ink of every pair, MathML's first; leaves the sheets and their pictures."""
    measured = []
    for number, first in enumerate(range(0, len(pairs), PAIRS), 1):
        path = output / f"pairs-{number}.html"
        path.write_text(sheet(pairs[first : first + PAIRS], first + 1, styles))
        window.goto(path.resolve().as_uri())
        window.evaluate("document.fonts.ready")
        cells = window.evaluate(CELLS)
        picture = window.screenshot(path=path.with_suffix(".png"), full_page=True)
        ink = window.evaluate(INK, [base64.b64encode(picture).decode(), cells])
        measured += list(zip(ink[0::2], ink[1::2]))
    return measured


def limits(tex, width):
    """What a formula may differ by: across, and above and below the baseline."""
    found = [(len(re.findall(pattern, tex)), across, high) for pattern, across, high in ALLOWED]
    across = max(WIDTH_LEAST, WIDTH_SHARE * width) + sum(count * more for count, more, _ in found)
    return across, max([HEIGHT] + [high for count, _, high in found if count])


def differences(tex, ours, theirs):
    """Which measures differ by more than is allowed, each as text."""
    across, high = limits(tex, theirs["across"] / EM)
    told = []
    for name in ("across", "above", "below"):
        gap = (ours[name] - theirs[name]) / EM
        if abs(gap) > (across if name == "across" else high):
            told.append(f"{name} {ours[name] / EM:.2f} em, KaTeX {theirs[name] / EM:.2f} em ({gap:+.2f})")
    return told


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--font", default=LATIN_MODERN)
    parser.add_argument("page", type=pathlib.Path, metavar="PAGE")
    options = parser.parse_args()
    if not pathlib.Path(options.font).exists():
        sys.exit(f"gallery.py: {options.font} is not there; install fonts-lmodern or give --font")
    options.output.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = browsers.launch(playwright)
        window = browser.new_page(viewport={"width": 2400, "height": 900})
        window.goto(options.page.resolve().as_uri())
        pairs = window.evaluate(FORMULAS)
        stylesheet = next(f for f in (p / "docgen.css" for p in options.page.resolve().parents) if f.exists())
        measured = measure(window, pairs, styles(options.font, stylesheet), options.output)
        browser.close()
    failed = 0
    for number, (pair, (ours, theirs)) in enumerate(zip(pairs, measured), 1):
        told = [] if re.search(LEFT_OUT, pair["tex"]) else differences(pair["tex"], ours, theirs)
        failed += bool(told)
        for text in told:
            print(f"{number}: {' '.join(pair['tex'].split())}: {text}")
    (options.output / "measures.json").write_text(json.dumps(measured))
    print(f"{len(pairs)} formulas compared, {failed} differ")
    sys.exit(1 if failed or not pairs else 0)


if __name__ == "__main__":
    main()
