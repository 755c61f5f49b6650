"""What stands around every page: layout, rooms, errors, and how a page is sent."""
