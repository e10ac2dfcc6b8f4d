"""The one map element: all places of an article as one JSON array, drawn by static/map.js.

The script that this renders must be byte-identical from rerun to rerun: streamlit-folium remounts the frame at any
change, and zoom, position and clicks are lost. So it holds only what the article fixes. Selection, filter, theme and
pan come in as a command beside it.
"""

import folium
from branca.element import MacroElement
from folium.template import Template

from dashboard.maps.assets import SCRIPTS, STYLES, address
from dashboard.maps.encode import Encodable, encode

MAX_ZOOM = 12  # the basemap is 1:50 million; closer than this it is bare ground
MIN_ZOOM = 1


class _Script(MacroElement):
    """A line of script in the map's scope: a call with encoded arguments, never free text."""

    _template = Template("{% macro script(this, kwargs) %}{{ this.call }}{% endmacro %}")

    def __init__(self, call: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Script"
        self.call = call


def place_map(scene: Encodable, *, base_path: str = "") -> folium.Map:
    """A Leaflet map without tiles or outside addresses that draws a scene's places when `command` says which.

    scene: built by `maps.scene`. base_path: Streamlit's server.baseUrlPath.
    """
    a_map = folium.Map(
        location=[20, 10],
        zoom_start=2,
        tiles=None,
        zoom_control=False,
        minZoom=MIN_ZOOM,
        maxZoom=MAX_ZOOM,
        zoomSnap=0.25,
    )
    # Lists of this object's own: folium's add_js_link would change the class for every map of the process.
    a_map.default_js = [(name, address(name, base_path)) for name in SCRIPTS]
    a_map.default_css = [(name, address(name, base_path)) for name in STYLES]
    a_map.add_child(_Script(f"gazetteMap.mount({a_map.get_name()}, {encode(scene)});"))
    return a_map


def command(show: Encodable, *, nonce: int) -> folium.FeatureGroup:
    """What the map should show now, as the feature group that streamlit-folium runs without a remount.

    nonce: a number that changes when the same command must run again.
    """
    group = folium.FeatureGroup(name="command")
    group.add_child(_Script(f"gazetteMap.show({encode(show)}, {nonce});"))
    return group
