from services.models.need import Need

__all__ = ["Need"]
