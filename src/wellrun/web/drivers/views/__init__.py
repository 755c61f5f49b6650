"""One module for each thing a person does with the driver diagram."""
