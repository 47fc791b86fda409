"""What it looks like: Plotly figures from the tables of analytics. A chart computes nothing but geometry."""
