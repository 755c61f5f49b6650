"""Who is this, and what may they see: `actor_of(request)`."""

from wellrun.access.requests import actor_of

__all__ = ["actor_of"]
