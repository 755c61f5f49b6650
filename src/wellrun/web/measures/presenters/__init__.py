"""Presenters turn measures into frozen pages of plain words: templates cannot ask or reckon."""
