"""How passwords are kept: Argon2id with the memory that OWASP recommends first (46 MiB, one pass, one lane).

Django's own setting takes 100 MiB and 8 threads for each sign-in: a few could stop a small machine.
"""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    time_cost = 1
    memory_cost = 46 * 1024
    parallelism = 1
