"""How far confidence can be believed, as a picture: a reliability diagram in SVG."""

from collections.abc import Sequence

from dashboard.evaluation.report import Bin

_SIDE, _EDGE = 320, 44  # pixels: of the square, and of the margin that holds the numbers
_TICKS = 5
_LARGEST = 15.0  # pixels; the radius of the dot with the most answers
_INK, _FAINT, _DOT = "#444", "#bbb", "#2f6f9f"


def reliability_svg(bins: Sequence[Bin], title: str) -> str:
    """Dots at (confidence, share that is right), the larger the more answers; on the diagonal is well calibrated."""
    size = _SIDE + 2 * _EDGE
    most = max((one.answers for one in bins), default=1)
    dots = [
        f'<circle cx="{_across(one.confidence):.1f}" cy="{_down(one.right):.1f}" '
        f'r="{max(2.0, _LARGEST * (one.answers / most) ** 0.5):.1f}" fill="{_DOT}" fill-opacity=".7">'
        f"<title>{one.answers:,} answers, {one.confidence:.2f} sure, {one.right:.2f} right</title></circle>"
        for one in bins
    ]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" '
            f'font-family="sans-serif" font-size="12" fill="{_INK}">',
            f'<rect width="{size}" height="{size}" fill="#fff"/>',
            *map(_tick, range(_TICKS + 1)),
            f'<path d="M{_across(0)} {_down(0)}L{_across(1)} {_down(1)}" stroke="{_FAINT}" stroke-dasharray="4 3"/>',
            *dots,
            f'<text x="{size / 2}" y="{_EDGE - 18}" text-anchor="middle" font-weight="bold">{title}</text>',
            f'<text x="{size / 2}" y="{size - 8}" text-anchor="middle">confidence</text>',
            f'<text transform="translate(12 {size / 2}) rotate(-90)" text-anchor="middle">share that is right</text>',
            "</svg>\n",
        )
    )


def _tick(number: int) -> str:
    """A line across and one down, with their numbers."""
    at = number / _TICKS
    x, y = _across(at), _down(at)
    return (
        f'<path d="M{x} {_down(0)}V{_down(1)}M{_across(0)} {y}H{_across(1)}" stroke="#eee"/>'
        f'<text x="{x}" y="{_down(0) + 16}" text-anchor="middle">{at:g}</text>'
        f'<text x="{_across(0) - 6}" y="{y + 4}" text-anchor="end">{at:g}</text>'
    )


def _across(share: float) -> float:
    return round(_EDGE + share * _SIDE, 1)


def _down(share: float) -> float:
    return round(_EDGE + (1 - share) * _SIDE, 1)
