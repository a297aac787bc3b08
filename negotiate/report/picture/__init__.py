"""Pictures of a domain, drawn in characters."""
