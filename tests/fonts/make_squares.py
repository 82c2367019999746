"""Makes Squares-Regular.otf, a font with CFF outlines for tests: kana and ASCII, each a square of its own size.

    pip install fonttools && python3 make_squares.py

Drawn here, so that nobody's licence has to come along. The same every time.
"""

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.timeTools import timestampSinceEpoch
from fontTools.pens.t2CharStringPen import T2CharStringPen

NAME = "Squares-Regular"
EM = 1000
NARROW = range(0x20, 0x7F)
WIDE = [*range(0x3001, 0x3003), *range(0x3041, 0x3097), *range(0x30A1, 0x30FF)]


def square(width, size):
    pen = T2CharStringPen(width, None)
    if size:
        left = (width - size) / 2
        pen.moveTo((left, 0))
        for point in [(left + size, 0), (left + size, size), (left, size)]:
            pen.lineTo(point)
        pen.closePath()
    return pen.getCharString()


def make():
    widths = {".notdef": EM, **{f"uni{c:04X}": EM // 2 for c in NARROW}, **{f"uni{c:04X}": EM for c in WIDE}}
    names = list(widths)
    font = FontBuilder(EM, isTTF=False)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({c: f"uni{c:04X}" for c in [*NARROW, *WIDE]})
    shapes = {
        name: square(width, 0 if name == "uni0020" else width * (3 + at % 5) // 10)
        for at, (name, width) in enumerate(widths.items())
    }
    font.setupCFF(NAME, {"FullName": NAME}, shapes, {})
    font.setupHorizontalMetrics({name: (width, 0) for name, width in widths.items()})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": NAME})
    font.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    font.setupPost()
    font.updateHead(created=timestampSinceEpoch(0), modified=timestampSinceEpoch(0))
    font.font.recalcTimestamp = False
    font.save(f"{NAME}.otf")


make()
