"""Django's registration of conversations."""

from __future__ import annotations

from django.apps import AppConfig

from wellrun.core.second_lock import IS_SYSTEM, PERSON, RowRule

_OF_THE_COMMENT = "EXISTS (SELECT FROM conversations_comment AS comment WHERE comment.id = comment_id)"


class ConversationsConfig(AppConfig):
    """The rules of `comment` and `follow` come from the domains: see `values.rules_for`."""

    name = "wellrun.conversations"
    row_rules = (
        RowRule(table="conversations_comment", name="of_the_installation", condition=IS_SYSTEM),
        RowRule(
            table="conversations_follow",
            name="of_the_person",
            condition=f"{IS_SYSTEM} OR person_id = {PERSON}",
        ),
        *(
            RowRule(table=f"conversations_{part}", name="of_the_comment", condition=_OF_THE_COMMENT)
            for part in ("edition", "mention", "reaction")
        ),
    )

    def ready(self) -> None:
        """A person who is forgotten is forgotten here as well."""
        from wellrun.conversations.services.erasure import forget_words  # noqa: PLC0415 - models are loaded now
        from wellrun.core.erasure import also_forget  # noqa: PLC0415

        also_forget(forget_words)
