"""What programs that collect pictures are told of an artist's answer to AI training, beside the bytes.

`TDM-Reservation` is of the TDM Reservation Protocol (W3C Community Group report, 2024): 1 reserves the right to text and data
mining, 0 does not. `noai` and `noimageai` are a convention of artists' sites that several collectors heed.
"""

from accounts.models import AiTraining

NO_TRAINING = "noai, noimageai"
RESERVATIONS: dict[str, str] = {AiTraining.ALLOWED: "0", AiTraining.DISALLOWED: "1"}


def reservation_headers(ai_training: str) -> dict[str, str]:
    """The headers for an answer that is in force; none where it was not given."""
    headers = {"TDM-Reservation": RESERVATIONS[ai_training]} if ai_training in RESERVATIONS else {}
    return headers | ({"X-Robots-Tag": NO_TRAINING} if ai_training == AiTraining.DISALLOWED else {})
