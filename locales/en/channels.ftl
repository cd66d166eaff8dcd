# What is said when something unexpected goes wrong (bot/channels/inbox.py)

trouble = This step could not be done just now; what you sent has been kept. Please wait a little and tap “Try again”. (No. { $id })
