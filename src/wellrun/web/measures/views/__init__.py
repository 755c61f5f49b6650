"""Views read the request, ask one question, make at most one change, and answer."""
