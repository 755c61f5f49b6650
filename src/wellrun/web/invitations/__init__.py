"""Inviting people, and taking an invitation back: for administrators."""
