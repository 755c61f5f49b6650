"""Pages about the product itself: accessibility, health, what robots may do."""
