"""A person's own account: password, second step, devices, other services."""
