"""The vendored files of the map: what is served from /app/static, and in which order it loads."""

from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"

SCRIPTS = ("leaflet.js", "basemap.js", "glyphs.js", "map.js")
STYLES = ("leaflet.css", "palette.css", "map.css")


def address(name: str, base_path: str = "") -> str:
    """Where the browser finds the static file `name`; base_path: Streamlit's server.baseUrlPath.

    >>> address("map.js"), address("map.js", "/news/")
    ('/app/static/map.js', '/news/app/static/map.js')
    """
    prefix = base_path.strip("/")
    return f"/{prefix}/app/static/{name}" if prefix else f"/app/static/{name}"
