"""What `wellrun serve` is made of: its address, getting ready, the demo, the pages, the background work."""
