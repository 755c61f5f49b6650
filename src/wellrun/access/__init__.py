"""Who is this, and what may they see: `actor_of(request)`."""

from wellrun.access.actors import actor_for
from wellrun.access.requests import actor_of, profile_of_request

__all__ = ["actor_for", "actor_of", "profile_of_request"]
