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

## Usual titles: written so in a roster they follow the language; any other wording is data and stays as it is

title-secretary = Secretary
title-deputy = Deputy secretary
title-committee = Committee member
title-officer = Information officer
title-convener = Convener
title-supervisor = Head of the supervision group
title-contact = Contact cadre
title-town_clerk = Organisation office clerk
title-town_committee = Organisation committee member
title-county = Organisation department officer
title-admin = System administrator
title-mobile = Mobile member
title-member = Member
