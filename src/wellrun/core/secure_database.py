"""Writes the second lock into PostgreSQL: a role that owns nothing, its rights, each table's rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from psycopg import sql

from wellrun.core.second_lock import RowRule

_FUNCTIONS = """
CREATE OR REPLACE FUNCTION wellrun_is_system() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('wellrun.system', true), '') = 'on' $$;
CREATE OR REPLACE FUNCTION wellrun_person() RETURNS bigint LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('wellrun.person', true), '')::bigint $$;
CREATE OR REPLACE FUNCTION wellrun_organisations() RETURNS bigint[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('wellrun.organisations', true), ''), '{}')::bigint[] $$;
CREATE OR REPLACE FUNCTION wellrun_units() RETURNS bigint[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('wellrun.units', true), ''), '{}')::bigint[] $$;
CREATE OR REPLACE FUNCTION wellrun_projects() RETURNS bigint[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('wellrun.projects', true), ''), '{}')::bigint[] $$;
CREATE OR REPLACE FUNCTION wellrun_presented() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('wellrun.presented', true), '') $$;
"""
_MAY = {
    "core_auditrecord": "SELECT, INSERT",
    "core_auditwords": "SELECT, INSERT, UPDATE",
    "core_audithead": "SELECT, INSERT, UPDATE",
    "django_migrations": "SELECT",
}
"""What the role may do with a table, where that is not everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """The role that the pages and the background work connect as."""

    name: str
    password: str


class CannotSecure(ValueError):  # noqa: N818 - it reads as a sentence where it is raised
    """The second lock cannot be set up; the text says what to do."""


def row_rules() -> list[RowRule]:
    """The rules that the domains declare beside their apps."""
    return [rule for app in apps.get_app_configs() for rule in getattr(app, "row_rules", ())]


def lock_functions() -> list[str]:
    """Functions that these rules ask, as SQL that can be said again."""
    return [each for app in apps.get_app_configs() for each in getattr(app, "lock_functions", ())]


def open_tables() -> dict[str, str]:
    """Tables that need no rule, each with the reason."""
    return {
        table: why for app in apps.get_app_configs() for table, why in getattr(app, "open_tables", {}).items()
    }


def secure(role: Role) -> int:
    """Set the second lock up, or bring it up to date. Returns how many tables it guards. Repeating it does
    no harm.

    The connection must own the tables. Raises `CannotSecure` where the role owns them itself.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        if cursor.fetchone() == (role.name,):
            raise CannotSecure(
                "WELLRUN_DATABASE_URL and WELLRUN_DATABASE_OWNER_URL name the same role."
                " Give the pages a role of their own: an owner is above the rules."
            )
        for statement in _statements(role):
            cursor.execute(statement)
    return len({rule.table for rule in row_rules()})


def _statements(role: Role) -> Iterator[sql.Composable]:
    yield from _role(role)
    yield from _leave(role)
    yield sql.SQL(_FUNCTIONS)
    yield from (sql.SQL(each) for each in lock_functions())
    yield from _without_policies()
    for table in sorted({rule.table for rule in row_rules()}):
        yield sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(sql.Identifier(table))
    for rule in row_rules():
        yield from _policies(rule)


def _role(role: Role) -> Iterator[sql.Composable]:
    """Made where it is missing; in either case it owns nothing and stands above nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role.name])
        verb = "ALTER" if cursor.fetchone() else "CREATE"
    yield sql.SQL(
        verb + " ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD {}"
    ).format(sql.Identifier(role.name), sql.Literal(role.password or None))


def _leave(role: Role) -> Iterator[sql.Composable]:
    """What the role may do: work with rows, and nothing with tables."""
    name = sql.Identifier(role.name)
    yield sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(name)
    yield sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(name)
    yield sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(name)
    yield sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(name)
    for table, leave in _MAY.items():
        both = {"table": sql.Identifier(table), "name": name}
        yield sql.SQL("REVOKE ALL ON {table} FROM {name}").format(**both)
        yield sql.SQL("GRANT " + leave + " ON {table} TO {name}").format(**both)


def _without_policies() -> Iterator[sql.Composable]:
    """Rules of an earlier version go, also those that have another name by now: they would show more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public'")
        for name, table in cursor.fetchall():
            yield sql.SQL("DROP POLICY {} ON {}").format(sql.Identifier(name), sql.Identifier(table))


def _policies(rule: RowRule) -> Iterator[sql.Composable]:
    names = {"name": sql.Identifier(rule.name), "table": sql.Identifier(rule.table)}
    condition = sql.SQL(f"({rule.condition})")
    for_what = " FOR SELECT" if rule.reads_only else ""
    yield sql.SQL("CREATE POLICY {name} ON {table}" + for_what + " USING ").format(**names) + condition
    if rule.anybody_adds:
        names["name"] = sql.Identifier(f"{rule.name}_added")
        yield sql.SQL("CREATE POLICY {name} ON {table} FOR INSERT WITH CHECK (true)").format(**names)
