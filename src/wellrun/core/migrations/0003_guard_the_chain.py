"""The database itself refuses to change or remove audit records, whoever asks.

Words may be erased, which must be written down with them; and the head moves on by one record at a time.
"""

from django.db import migrations

_RECORD = "An audit record is kept as it was written."
_WORDS = "Words of an audit record can be erased, never changed."
_HEAD = "The chain of audit records only grows."

SQLITE = [
    f"""CREATE TRIGGER audit_record_{event.lower()} BEFORE {event} ON core_auditrecord
    BEGIN SELECT RAISE(ABORT, '{_RECORD}'); END"""
    for event in ("UPDATE", "DELETE")
] + [
    f"""CREATE TRIGGER audit_words_delete BEFORE DELETE ON core_auditwords
    BEGIN SELECT RAISE(ABORT, '{_RECORD}'); END""",
    f"""CREATE TRIGGER audit_words_update BEFORE UPDATE ON core_auditwords
    WHEN NEW.record_id <> OLD.record_id OR NEW.erased IS NULL OR NEW.erased IS OLD.erased
    BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END""",
    f"""CREATE TRIGGER audit_head_delete BEFORE DELETE ON core_audithead
    BEGIN SELECT RAISE(ABORT, '{_HEAD}'); END""",
    f"""CREATE TRIGGER audit_head_update BEFORE UPDATE ON core_audithead
    WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number + 1
    BEGIN SELECT RAISE(ABORT, '{_HEAD}'); END""",
]

POSTGRESQL = [
    """CREATE FUNCTION wellrun_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE TRIGGER audit_record_change BEFORE UPDATE OR DELETE ON core_auditrecord
    FOR EACH ROW EXECUTE FUNCTION wellrun_refuse('{_RECORD}')""",
    f"""CREATE TRIGGER audit_words_delete BEFORE DELETE ON core_auditwords
    FOR EACH ROW EXECUTE FUNCTION wellrun_refuse('{_RECORD}')""",
    f"""CREATE TRIGGER audit_words_update BEFORE UPDATE ON core_auditwords
    FOR EACH ROW WHEN (NEW.record_id <> OLD.record_id OR NEW.erased IS NULL
                       OR NEW.erased IS NOT DISTINCT FROM OLD.erased)
    EXECUTE FUNCTION wellrun_refuse('{_WORDS}')""",
    f"""CREATE TRIGGER audit_head_delete BEFORE DELETE ON core_audithead
    FOR EACH ROW EXECUTE FUNCTION wellrun_refuse('{_HEAD}')""",
    f"""CREATE TRIGGER audit_head_update BEFORE UPDATE ON core_audithead
    FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW.number <> OLD.number + 1)
    EXECUTE FUNCTION wellrun_refuse('{_HEAD}')""",
] + [
    f"""CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION wellrun_refuse('{_RECORD}')"""
    for table in ("core_auditrecord", "core_auditwords", "core_audithead")
]


def guard(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_chain")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop, elidable=False)]
