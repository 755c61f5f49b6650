"""Django's registration of search. The domains say what is searched in `settings.SEARCHED`."""

from __future__ import annotations

from typing import ClassVar

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.utils.module_loading import import_string

from wellrun.core.search.registry import register


class SearchConfig(AppConfig):
    name = "wellrun.core.search"
    label = "search"
    open_tables: ClassVar = {
        "search_searchentry": "says which rows to look for; what is found is read from the guarded tables"
    }

    def ready(self) -> None:
        """Follow every save and removal of what is searched, inside its own transaction."""
        for path in settings.SEARCHED:
            searchable = import_string(path)
            register(searchable)
            keep = import_string("wellrun.core.search.index.keep_in_step")
            drop = import_string("wellrun.core.search.index.drop_from_index")
            post_save.connect(keep, sender=searchable.model, dispatch_uid=f"search-{searchable.kind}")
            post_delete.connect(drop, sender=searchable.model, dispatch_uid=f"unsearch-{searchable.kind}")
