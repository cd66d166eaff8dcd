# Names of the roles (bot/people.py)

role-member = Member
role-village_cadre = Village cadre
role-branch_secretary = Branch secretary
role-information_officer = Information officer
role-convener = Convener
role-supervisor = Supervision group member
role-contact_cadre = Contact cadre
role-dispatched_secretary = Dispatched secretary
role-host_contact = Host-side contact
role-town_clerk = Town organisation office
role-town_committee = Town organisation committee member
role-county = County organisation department
role-city = City organisation department
role-admin = Administrator

## Who acted because the record names or concerns them

role-named = in person
role-filler = the filler
