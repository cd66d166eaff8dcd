# Words of the pages and of the built-in chat. Those beginning with webchat- go to the page's script and take no arguments; the script puts a number for #.


## Everywhere

web-name = Lianxin
web-demo = Demo
web-back-to-chat = Back to the chat
web-old-browser = This browser is too old for the chat. Please update it, or open the same link on another phone.
web-no-script = The chat needs JavaScript to be switched on in this browser.

## For who is not signed in

web-door-title = You enter here with a personal link
web-door-how = Your branch secretary sends you a personal link. Open it once on your phone; from then on this phone knows you, and this page opens straight away.
web-door-lost = If the link is lost or you have a new phone, ask the branch secretary for a new one; the old one stops working.
web-door-stranger = If you do not know the branch secretary, please ask at the town organisation office.

## The personal link

web-invitation-title = Use Lianxin on this device
web-invitation-for = Name
web-invitation-role = Role
web-invitation-org = Unit
web-invitation-name = Please type your name to confirm
web-invitation-yes = That is me, enter
web-invitation-device = After this the device remembers you. The link works once. On a borrowed phone, sign out from the menu when you are done.
web-invitation-not-me = If this is not you, please do not enter; give the link back to whoever sent it.

## My devices

web-devices-title = My devices
web-devices-why = On these devices Lianxin opens as you. Sign out the ones you do not know or no longer use.
web-devices-this = this one
web-devices-unknown = Unknown device
web-devices-seen = Last used: { $when }
web-devices-end = Sign out

## The demo: pick a person

web-picker-title = Pick a person and try it as them
web-picker-how = This is an invented county. Whoever you pick, you talk with Lianxin as that person; what you send can be seen by switching to who reviews it.
web-picker-invented = People, places, telephone numbers and records are all made up: try anything.
web-picker-go-on = Go on as { $name }
web-picker-search = Name, post or village
web-picker-find = Find
web-picker-found = { $count } found
web-picker-switch = Try another person
web-picker-change = Switch
web-picker-all = Everybody, and search

## Files

web-paper-open = Open
web-paper-save = Save on this device
web-paper-part = Only the first { $rows } rows are shown here; save the file for the rest.
web-paper-none = This kind of file cannot be shown here; save it and open it.
web-paper-wechat = If WeChat will not save it, tap ··· at the top right and choose to open it in a browser.

## Trouble

web-problem-title = That did not work
web-problem-back = Back to the start
web-problem-missing = There is no such page, or you may not see it.
web-problem-ours = The system could not do this just now. Please try again in a while. (No. { $number })
error-not_signed_in = Nobody is signed in on this device. Please open the personal link your branch secretary sent you.
error-foreign_request = This did not come from a page of Lianxin and was not carried out. Please go back to Lianxin and try again there.
error-bad_request = This address or form is not right, and nothing was done. Please start again from the first page.
error-bad_action = That step was not understood and nothing was done. Please try it again.
error-too_slow = The connection was too slow and not everything arrived, so nothing was done. Please try again where the signal is better.
error-file_too_big = The file is larger than { $limit_mb } MB and was not taken. Please send a smaller one, or several parts.
error-file_unreadable = This photo cannot be opened and was not taken. Please take it again, or send it as a file.
error-file_empty = The file is empty and was not taken. Please choose another.
error-invitation_gone--unknown = There is no such link; perhaps it was not copied whole. Please ask for it again.
error-invitation_gone--used = This link has been used; each works once. If you have a new phone, ask the branch secretary for a new link.
error-invitation_gone--ended = This link has been withdrawn. Please ask for a new one.
error-invitation_gone--expired = This link has expired. Please ask for a new one.
error-name_wrong = That is not the name this link was made for. Please type your full name as the branch has it; if it still fails, ask whoever sent the link.
error-too_many_guesses = Too many tries. Please wait { $minutes } minutes.
error-role_unknown = There is no role “{ $role }”. Known ones: { $known }
error-org_unknown = There is no unit with the code “{ $org }”.
error-invite_ambiguous = { $count } people hold the role { $role } at “{ $org }”; please give the name.

## The chat page (for its script)

webchat-log = Conversation
webchat-you = Me
webchat-bot = Lianxin
webchat-sign = 连
webchat-placeholder = Write here
webchat-send = Send
webchat-photo = Photo
webchat-file = File
webchat-place = Place
webchat-menu = Menu
webchat-mode-text = ABC
webchat-mode-number = 123
webchat-buttons = Answers to choose from
webchat-connecting = Connecting…
webchat-offline = No connection. What you write is kept and sent when it is back.
webchat-signed-out = You are signed out on this device.
webchat-reload = Enter again
webchat-sending = Sending
webchat-unsent = Not sent
webchat-again = Try again
webchat-later = The system could not do this just now. What you sent is kept and will be tried again by itself.
webchat-typing = Working on it
webchat-earlier = Earlier messages
webchat-new = New messages
webchat-yesterday = Yesterday
webchat-location = Place
webchat-accuracy = within about # m
webchat-location-denied = The place could not be found. Allow location in the phone's settings, or just write where you are.
webchat-too-big = The file is larger than 20 MB; please choose a smaller one.
webchat-upload-failed = Not uploaded
webchat-ok = OK
webchat-close = Close
webchat-copied = Copied
webchat-size-large = Larger text
webchat-size-normal = Normal text
webchat-devices = My devices
webchat-leave = Sign out on this device
