"""One module for each thing a person does on the pages of projects."""
