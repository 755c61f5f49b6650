"""Forms turn what people typed into values, and say kindly what is wrong with the text.

What is allowed, services say.
"""
