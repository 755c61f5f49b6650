"""What a person says of themselves, and how they want pages to speak, look and bring news."""
