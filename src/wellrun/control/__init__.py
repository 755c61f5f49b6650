"""What stays: closing reviews, and the gains that daily work looks after."""
