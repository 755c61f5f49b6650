"""How service users and carers are involved, how it is for them, and what they say about the end."""
