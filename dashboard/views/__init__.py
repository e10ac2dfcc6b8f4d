"""The pages: load, compute, draw. Streamlit lives here and in app.py only."""
