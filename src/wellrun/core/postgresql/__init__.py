"""Django's PostgreSQL, which also tells the database who is asking. Named as ENGINE in the settings."""
