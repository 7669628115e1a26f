"""The editors' screens of meetings: their list, their facts, what comes next."""
