"""Plain charts as SVG, with no package: bars, and lines on logarithmic axes."""

import html
import math

FONT = 'font-family="sans-serif" font-size="13"'
COLORS = ["#1b6ac9", "#d1495b", "#2e8b57", "#b8860b", "#7b4fb0", "#008b8b", "#8b4513", "#555555"]


def text(x, y, words, anchor="start", extra=""):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" {extra}>{html.escape(str(words))}</text>'


def line(x1, y1, x2, y2, color="#cccccc", extra=""):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}" {extra}/>'


def page(width, height, title, parts):
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" {FONT}>'
    ground = f'<rect width="{width}" height="{height}" fill="white"/>'
    name = text(16, 26, title, extra='font-size="16" font-weight="bold"')
    return "\n".join([head, f"<title>{html.escape(title)}</title>", ground, name, *parts, "</svg>"]) + "\n"


def ticks(least, most):
    """Round numbers of a logarithmic axis: 1, 2, 5, 10, ..."""
    found, power = [], math.floor(math.log10(least))
    while 10**power <= most:
        found += [step * 10**power for step in [1, 2, 5] if least <= step * 10**power <= most]
        power += 1
    return found


def short(number):
    for unit, size in [("G", 1e9), ("M", 1e6), ("k", 1e3)]:
        if number >= size:
            return f"{number / size:.3g} {unit}"
    return f"{number:.3g}"


def bars(title, caption, rows, marks=()):
    """`rows` are (name, value, words, color index); `marks` are (value, words) drawn across. Bars begin at zero."""
    left, right, top, step, width = 230, 90, 78, 24, 900
    most = 1.02 * max([row[1] for row in rows] + [mark[0] for mark in marks])
    bottom = top + step * len(rows)

    def x(value):
        return left + (width - left - right) * value / most

    parts = [text(16, 46, caption, extra='fill="#555555"')]
    for tick in even_ticks(most):
        parts += [line(x(tick), top, x(tick), bottom), text(x(tick), bottom + 18, f"{tick:g}", "middle")]
    for number, (name, value, words, color) in enumerate(rows):
        y = top + step * number
        shape = f'x="{left}" y="{y + 4}" width="{max(1, x(value) - left):.1f}" height="{step - 8}"'
        parts += [text(left - 8, y + 17, name, "end"), f'<rect {shape} fill="{COLORS[color]}"/>']
        parts.append(text(x(value) + 6, y + 17, words))
    for value, words in marks:
        parts.append(line(x(value), top - 4, x(value), bottom, "#d1495b", 'stroke-dasharray="5 3"'))
        parts.append(text(x(value), top - 8, words, "middle", 'fill="#d1495b" font-size="11"'))
    return page(width, bottom + 34, title, parts)


def even_ticks(most):
    """Five to ten round numbers from zero on."""
    step = 10 ** math.floor(math.log10(most))
    step = next(size for size in [step, step / 2, step / 5, step / 10] if most / size >= 5)
    return [step * number for number in range(int(most / step) + 1)]


def lines(title, caption, across, up, series):
    """`series` are (name, [(x, y)]); both axes are logarithmic."""
    left, right, top, bottom, width, height = 70, 230, 60, 50, 960, 520
    points = [point for _, data in series for point in data]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    (x0, x1), (y0, y1) = (min(xs), max(xs)), (min(ys) / 1.3, max(ys) * 1.3)

    def x(value):
        return left + (width - left - right) * math.log(value / x0) / math.log(max(x1 / x0, 1.001))

    def y(value):
        return height - bottom - (height - top - bottom) * math.log(value / y0) / math.log(y1 / y0)

    parts = [text(16, 46, caption, extra='fill="#555555"')]
    for tick in [tick for tick in ticks(x0, x1) if f"{tick:e}"[0] == "1"]:
        parts += [line(x(tick), top, x(tick), height - bottom), text(x(tick), height - bottom + 18, short(tick), "middle")]
    for tick in ticks(y0, y1):
        parts += [line(left, y(tick), width - right, y(tick)), text(left - 6, y(tick) + 4, f"{tick:g}", "end")]
    parts.append(text((left + width - right) / 2, height - 10, across, "middle"))
    parts.append(text(16, top - 2, up, extra='font-size="11"'))
    for number, (name, data) in enumerate(series):
        color = COLORS[number % len(COLORS)]
        drawn = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in data)
        parts.append(f'<polyline points="{drawn}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="3" fill="{color}"/>' for a, b in data]
        label = top + 16 + 20 * number
        parts += [line(width - right + 16, label - 4, width - right + 40, label - 4, color, 'stroke-width="3"')]
        parts.append(text(width - right + 46, label, name))
    return page(width, height, title, parts)
