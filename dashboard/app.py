"""The dashboard: streamlit run dashboard/app.py. Pages and navigation, no logic."""

import sys
from pathlib import Path

# `streamlit run` puts this folder first on the path; the package must be found from a bare checkout, too.
if str(Path(__file__).resolve().parent.parent) not in sys.path:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import streamlit as st

from dashboard.views import gazetteer, read, state

st.set_page_config(page_icon=None, layout="wide", initial_sidebar_state="collapsed")
room = st.Page(read.page, title="Gazette", default=True)
places = st.Page(gazetteer.page, title="Gazetteer · Gazette", url_path="gazetteer")
state.put_pages({state.ROOM: room, state.GAZETTEER: places})
st.navigation([room, places], position="hidden").run()
