"""From a click in the menu to the last chart, in a real browser, beside a bare Streamlit page with the same figures."""
