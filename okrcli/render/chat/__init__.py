"""Short messages for chats, from reports and reminders."""
