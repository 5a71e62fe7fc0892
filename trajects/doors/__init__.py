"""How somebody comes in: by a personal link, by a phone in the room, at the moderator's desk."""
