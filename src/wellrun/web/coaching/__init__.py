"""Coaching: progress with its evidence, the coaching log, and a coach's teams."""
