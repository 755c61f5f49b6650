"""Tools as pages: plain values for templates."""
