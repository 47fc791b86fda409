"""What it means: pure functions, tables in, tables out. No Streamlit, no Plotly, no files."""
