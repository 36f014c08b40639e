"""One learner over time: sessions, attempts, schedule, SQLite store."""
