"""Take a whole project along, and bring one in."""
