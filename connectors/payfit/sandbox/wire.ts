import type { Twin, TwinPerson } from '@rollcall/sandbox';

/** The company of the key. Ids look like those of the vendor's examples: 24 hexadecimal digits. */
export const companyId = '5f2b8c1e9a7d4e0012f00a01';

export const collaboratorId = (id: number): string => `64aa0c3f9b1d2e00${String(id).padStart(8, '0')}`;
const contractId = (id: number, index: number): string =>
  `64cc0c3f9b1d${String(index).padStart(4, '0')}${String(id).padStart(8, '0')}`;

interface Wire {
  readonly id: string;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'PENDING';
}

/** Each employment is a contract, oldest first. */
export function contractsOf(person: TwinPerson, today: string): readonly Wire[] {
  const present = { from: person.hireDate, until: person.terminationDate };
  return [...person.stints, present].map(({ from, until }, index) => ({
    id: contractId(person.id, index),
    startDate: from,
    endDate: until,
    status: from > today ? 'PENDING' : until !== null && until < today ? 'ARCHIVED' : 'ACTIVE',
  }));
}

export function collaborator(person: TwinPerson, twin: Twin): object {
  const professional = person.email === null ? [] : [{ email: person.email, type: 'professional' }];
  return {
    id: collaboratorId(person.id),
    firstName: person.firstName,
    lastName: person.lastName,
    secondLastName: null,
    birthName: person.lastName,
    matricule: person.number,
    birthDate: '1990-01-01',
    gender: null,
    nationality: 'FR',
    countryOfBirth: 'FRANCE',
    socialSecurityNumber: null,
    temporaryTechnicalNumber: null,
    iban: person.iban,
    bic: null,
    emails: [...professional, { email: person.personalEmail, type: 'personal' }],
    phoneNumbers: person.phone === null ? [] : [{ phoneNumber: person.phone, type: 'personal' }],
    addresses: [],
    managerId: person.managerId === null ? null : collaboratorId(person.managerId),
    teamName: twin.teams.find(({ id }) => id === person.teamId)?.name ?? null,
    terminationDate: person.terminationDate,
    contracts: contractsOf(person, twin.today),
  };
}

/** What a key without the scopes beside `collaborators:read` is shown. */
export function withoutScopes(record: object): object {
  const hidden = ['contracts', 'managerId', 'teamName', 'phoneNumbers', 'addresses', 'iban', 'bic'];
  return Object.fromEntries(Object.entries(record).filter(([member]) => !hidden.includes(member)));
}

/** Codes of the DSN norm; there is none for somebody who is not employed, and apprentices have a fixed term. */
export const natures = { full_time: '01', part_time: '01', contractor: '90', intern: '29', fixed_term: '02', apprentice: '02' };

/** The lists of contracts leave out what was archived more than a year ago. */
export function isListed({ endDate }: Pick<Wire, 'endDate'>, today: string): boolean {
  return endDate === null || endDate >= `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4)}`;
}

/** The rows of the lists of contracts for one person. */
export function listedContracts(person: TwinPerson, today: string, isFrench: boolean): readonly object[] {
  const isFullTime = person.employmentType !== 'part_time';
  const french = {
    natureContratDsn: natures[person.employmentType],
    statutConventionnelDsn: '04',
    idcc: null,
    motifRuptureDeContratDsn: null,
    estCadreDirigeant: false,
    healthInsuranceContractIds: null,
    providentFundContractIds: null,
    numeroSecuriteSociale: null,
    numeroTechniqueTemporaire: null,
  };
  return contractsOf(person, today)
    .filter((contract) => isListed(contract, today))
    .map(({ id, ...days }) => ({
      contractId: id,
      companyId,
      collaboratorId: collaboratorId(person.id),
      jobName: person.jobTitle,
      ...days,
      probationEndDate: null,
      standardWeeklyHours: isFullTime ? 35 : 20,
      fullTimeEquivalent: isFullTime ? 1 : 0.57,
      isFullTime,
      firstName: person.firstName,
      lastName: person.lastName,
      birthName: person.lastName,
      birthDate: '1990-01-01',
      managerContractId: null,
      contactEmail: 'nobody@payfit-contact.example',
      ...(isFrench && french),
    }));
}
