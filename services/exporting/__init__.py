"""The public directory as files: what comes out is what comes in again."""
