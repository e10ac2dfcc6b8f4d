"""The one way text gets into a script.

folium compiles what it has rendered as Jinja a second time, so `{{ … }}` from an article would run on the server, and
`</script>` or a template literal in the browser. Nothing but what this module returns may stand in a script.
"""

import json
from collections.abc import Mapping, Sequence

# Marks that mean something to HTML, Jinja, a template or string literal; U+2028 and U+2029 end a line in old engines.
_UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&{}`$'\u2028\u2029"}

Encodable = None | bool | int | float | str | Sequence["Encodable"] | Mapping[str, "Encodable"]


def encode_text(text: str) -> str:
    r"""`text` as a JavaScript string literal that is inert to HTML, Jinja and template literals; pure ASCII.

    >>> encode_text("{{7*7}}</script>")
    '"\\u007b\\u007b7*7\\u007d\\u007d\\u003c/script\\u003e"'
    """
    return json.dumps(text, ensure_ascii=True).translate(_UNSAFE)


def encode(value: Encodable) -> str:
    """`value` as a JavaScript literal; every string in it, keys too, through `encode_text`. Raises ValueError for NaN.

    A space stands between brackets, so that no two braces ever meet.
    """
    if isinstance(value, str):
        return encode_text(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{encode_text(key)}: {encode(item)}" for key, item in value.items()) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(encode, value)) + "]"
    return json.dumps(value, allow_nan=False)
