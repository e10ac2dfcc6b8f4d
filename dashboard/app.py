"""The dashboard: streamlit run dashboard/app.py. Pages and navigation, no logic."""

import sys
from pathlib import Path

# `streamlit run` puts this folder first on the path; the package must be found from a bare checkout, too.
if str(Path(__file__).resolve().parent.parent) not in sys.path:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import streamlit as st

from dashboard.views import read

st.set_page_config(page_title="Gazette", page_icon=None, layout="wide", initial_sidebar_state="collapsed")
read.page()
