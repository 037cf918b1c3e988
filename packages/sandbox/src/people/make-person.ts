import type { Day } from '../calendar/day.ts';
import { Random } from '../random/random.ts';
import type { Seed } from '../random/seed.ts';
import type { Structure } from '../structure/make-structure.ts';
import type { AddressBook } from './address-book.ts';
import { makeDates } from './employment-dates.ts';
import { makeIban } from './iban.ts';
import { jobTitle } from './job-titles.ts';
import { makeName, toLocalPart } from './names.ts';
import type { TwinEmploymentType, TwinPerson } from './person.ts';
import { makePhone } from './phone.ts';
import { groupsOf, somePlace } from './place.ts';
import type { TwinState } from './state-of.ts';
import { makeUuid } from './uuid.ts';

/** What the company needs somebody to be. */
export interface Role {
  readonly state: TwinState;
  /** Employed, with the last day ahead. */
  readonly notice: boolean;
  /** Level in the tree, 1 at the top. */
  readonly level: number;
  readonly leads: boolean;
  readonly managerId: number | null;
  readonly departmentIndex: number;
}

/** What everyone shares. */
export interface Surroundings {
  readonly seed: Seed;
  readonly structure: Structure;
  readonly addresses: AddressBook;
}

/** The first id; the others count on. */
export const firstId = 1_001;
const personStream = 1;
const without = { number: 0.01, email: 0.01, emailAhead: 0.6, phone: 0.3 };

/** Somebody new. Their facts follow from the seed, the id and the role; only a repeated name's address depends on who came before. */
export function makePerson(surroundings: Surroundings, id: number, role: Role, today: Day): TwinPerson {
  const { seed, structure, addresses } = surroundings;
  const random = new Random(seed, personStream, id);
  const place = somePlace(structure, random);
  const country = structure.entities.find((entity) => entity.id === place.entityId)?.country ?? '';
  const name = makeName(random, country);
  const local = toLocalPart(name.given, name.family);
  const dates = makeDates(random, role.state, role.notice, today);
  const groups = groupsOf(structure, random, role.departmentIndex);
  // Field by field: spreading would cost half of the time and a third of the memory of a large company.
  return {
    id,
    uuid: makeUuid(random),
    number: random.chance(without.number) ? null : `N-${String(id - firstId + 1).padStart(4, '0')}`,
    firstName: name.given.written,
    lastName: name.family.written,
    preferredName: name.preferred,
    email: hasEmail(random, role) ? addresses.give(local) : null,
    personalEmail: [local, '.', String(id), '@post.example'].join(''),
    phone: random.chance(without.phone) ? null : makePhone(random, country),
    hireDate: dates.hireDate,
    originalHireDate: dates.originalHireDate,
    terminationDate: dates.terminationDate,
    leave: dates.leave,
    jobTitle: jobTitle(random, role.level, role.leads),
    departmentId: groups.departmentId,
    teamId: groups.teamId,
    divisionId: groups.divisionId,
    entityId: place.entityId,
    locationId: place.locationId,
    costCenterId: groups.costCenterId,
    managerId: role.managerId,
    employmentType: makeEmploymentType(random, role),
    iban: makeIban(random, country),
    updatedAt: dates.updatedAt,
    stints: dates.stints,
  };
}

function hasEmail(random: Random, role: Role): boolean {
  const missing = random.chance(role.state === 'preboarding' ? without.emailAhead : without.email);
  return role.level === 1 || !missing;
}

function makeEmploymentType(random: Random, role: Role): TwinEmploymentType {
  const share = random.fraction();
  if (role.leads || share < 0.76) return 'full_time';
  if (share < 0.87) return 'part_time';
  if (share < 0.91) return 'contractor';
  if (share < 0.95) return 'fixed_term';
  return share < 0.98 ? 'intern' : 'apprentice';
}
