"""What developers' words in the Makefile are made of. Not part of the product."""
