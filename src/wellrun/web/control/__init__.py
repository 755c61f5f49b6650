"""Control: what daily work looks after."""
