"""The whole record as one web page: read-only, offline, with every picture and the words beside it."""
