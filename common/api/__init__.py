"""The REST layer every endpoint stands on; see docs/api/writing-endpoints.md."""
