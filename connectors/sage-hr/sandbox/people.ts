import { stateOf, type Twin, type TwinPerson } from '@rollcall/sandbox';

/** Labels of the account's own list of employment statuses. */
const contracts: Readonly<Record<TwinPerson['employmentType'], string>> = {
  full_time: 'Full-time',
  part_time: 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  fixed_term: 'Fixed term',
  apprentice: 'Apprentice',
};

/** Everybody but those whose last day has passed, future starters included. */
export function activePeople({ people, today }: Twin): readonly TwinPerson[] {
  return people.filter((person) => stateOf(person, today) !== 'terminated');
}

/** Whoever has a last day is on the report at once; inactive they are only after it. */
export function terminatedPeople({ people }: Twin): readonly TwinPerson[] {
  return people.filter(({ terminationDate }) => terminationDate !== null);
}

/** A record of `/employees`. Every third person has a mobile phone only. */
export function toActive(person: TwinPerson, { teams }: Twin): object {
  const hasMobile = person.id % 3 === 0;
  return {
    ...toCommon(person),
    email: person.email,
    team: teams.find(({ id }) => id === person.teamId)?.name ?? null,
    team_id: person.teamId,
    position_id: 300,
    reports_to_employee_id: person.managerId,
    work_phone: hasMobile ? null : person.phone,
    home_phone: '01632 960999',
    mobile_phone: hasMobile ? person.phone : null,
    gender: 'Female',
    street_first: 'Mill Lane 1',
    street_second: 'Unit 2',
    city: 'Leeds',
    post_code: 4021,
    country: 'GB',
    employment_status: contracts[person.employmentType],
  };
}

/** A record of `/terminated-employees`: neither team, manager nor phone, and a private address. */
export function toTerminated(person: TwinPerson): object {
  return { ...toCommon(person), email: person.personalEmail, termination_date: person.terminationDate };
}

function toCommon({ id, firstName, lastName, hireDate, jobTitle, number }: TwinPerson): object {
  return {
    id,
    first_name: firstName,
    last_name: lastName,
    picture_url: `https://sandbox.sage.hr/pictures/${String(id)}.png`,
    employment_start_date: hireDate,
    date_of_birth: '1985-05-05',
    position: jobTitle,
    employee_number: number,
  };
}

/** The custom fields of one active employee. */
export function toCustomFields({ id, locationId }: TwinPerson): readonly object[] {
  return [
    { id: 1, label: 'Badge number', type: 'CustomTextField', value: `B-${String(id)}`, options: null },
    { id: 2, label: 'Languages', type: 'CustomTags', value: ['English', 'Latvian'].slice(locationId % 2), options: null },
  ];
}
