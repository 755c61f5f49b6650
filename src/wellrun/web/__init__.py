"""The pages: one folder for each domain, the shell around them, and the parts they are made of."""
