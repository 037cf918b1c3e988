import type { SandboxRoute, Twin, TwinPerson } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { listPage, reference } from './envelope.ts';
import { hasScope } from './token.ts';

const unchanged = { createdAt: '2024-01-01T08:00:00.0001Z', lastUpdatedAt: '2024-01-01T08:00:00.0001Z' };

/** The account defines these; Lucca knows for whom each is and whether it has a term. */
const templates = [
  { id: 'full_time', title: 'CDI', term: 'permanent', audience: 'employee' },
  { id: 'part_time', title: 'CDI à temps partiel', term: 'permanent', audience: 'employee' },
  { id: 'fixed_term', title: 'CDD', term: 'fixed', audience: 'employee' },
  { id: 'apprentice', title: "Contrat d'apprentissage", term: 'fixed', audience: 'employee' },
  { id: 'intern', title: 'Convention de stage', term: 'fixed', audience: 'student' },
  { id: 'contractor', title: 'Prestation', term: 'fixed', audience: 'external' },
];

const alpha3: Readonly<Record<string, string>> = {
  DE: 'DEU',
  GB: 'GBR',
  NO: 'NOR',
  GR: 'GRC',
  JP: 'JPN',
  US: 'USA',
  UA: 'UKR',
  FR: 'FRA',
  IL: 'ISR',
  IN: 'IND',
  PL: 'POL',
  ES: 'ESP',
  KR: 'KOR',
  AE: 'ARE',
  TH: 'THA',
  TW: 'TWN',
};

/** The job titles of those whose position has a qualification only, as a list of qualifications. */
export function qualifications(twin: Twin): readonly string[] {
  return [...new Set(twin.people.filter(({ id }) => id % 4 === 0).map(({ jobTitle }) => jobTitle))].sort();
}

const titleIds = new WeakMap<Twin, { readonly revision: number; readonly titles: readonly string[] }>();

export function qualificationId({ id, jobTitle }: TwinPerson, twin: Twin): string | null {
  if (id % 4 !== 0) return null;
  const known = titleIds.get(twin);
  const titles = known?.revision === twin.revision ? known.titles : qualifications(twin);
  if (titles !== known?.titles) titleIds.set(twin, { revision: twin.revision, titles });
  return String(titles.indexOf(jobTitle) + 1);
}

interface CustomValue {
  readonly person: TwinPerson;
  readonly definition: string;
  readonly value: string | { readonly id: string };
}

/** One badge each; every third person has two languages, which are choices and come one by one. */
export function customValues({ people }: Pick<Twin, 'people'>): readonly CustomValue[] {
  return people.flatMap((person) => {
    const badge = { person, definition: 'e_badgeNumber', value: `B-${String(person.id)}` };
    const languages = ['fr', 'br'].map((id) => ({ person, definition: 'e_languages', value: { id } }));
    return person.id % 3 === 0 ? [badge, ...languages] : [badge];
  });
}

type IsAsked<Item> = (item: Item, asked: (name: string, value: string) => boolean) => boolean;

function list<Item>(
  type: string,
  itemsOf: (twin: Twin) => readonly Item[],
  toJson: (item: Item) => object,
  isAsked: IsAsked<Item> = () => true,
): SandboxRoute {
  return {
    method: 'GET',
    path: `/lucca-api/${type}`,
    kind: 'lookup',
    handle(request, company) {
      if (!hasScope(request, company, `${type}.readonly`)) return answers.forbidden;
      const asked = (name: string, value: string): boolean => request.query.get(name)?.split(',').includes(value) ?? true;
      const filters = [request.query.get('employee.id'), request.query.get('definition.id')].join();
      const narrow = (): readonly Item[] => itemsOf(company.twin).filter((item) => isAsked(item, asked));
      return listPage(request, company, { type, items: company.cached(`items ${type} ${filters}`, narrow), toJson });
    },
  };
}

export const organisationRoutes: readonly SandboxRoute[] = [
  list(
    'departments',
    ({ departments }) => departments,
    ({ id, name }) => ({
      ...reference('department', String(id)),
      remoteId: null,
      isArchived: false,
      name,
      description: null,
      parent: null,
      level: 1,
      manager: null,
      sortOrder: 0,
      links: {},
    }),
  ),
  list(
    'business-establishments',
    ({ locations }) => locations,
    ({ id, name, city, country, timeZone, entityId }) => ({
      ...reference('business-establishment', String(id)),
      name,
      remoteId: null,
      isArchived: false,
      legalEntity: reference('legal-entity', String(entityId), 'legal-entities'),
      isHeadquarters: false,
      taxIdentificationNumber: null,
      industryCode: null,
      address: { addressLines: ['1'], postalCode: null, locality: city, administrativeArea: null, countryCode: alpha3[country] },
      timezoneId: timeZone,
      lastArchivedAt: null,
      ...unchanged,
      links: {},
    }),
  ),
  list(
    'legal-entities',
    ({ entities }) => entities,
    ({ id, name, country, currency }) => ({
      ...reference('legal-entity', String(id), 'legal-entities'),
      legalName: name,
      remoteId: null,
      isArchived: false,
      countryCode: alpha3[country],
      currencyCode: currency,
      taxIdentificationNumber: null,
      industryCode: null,
      ...unchanged,
      lastArchivedAt: null,
      links: {},
    }),
  ),
  list(
    'employment-templates',
    () => templates,
    ({ id, ...template }) => ({
      ...reference('employment-template', id),
      ...template,
      legalEntities: [],
      t9n: {},
      ...unchanged,
      links: {},
    }),
  ),
  list(
    'job-qualifications',
    (twin) => [...qualifications(twin).entries()],
    ([index, title]) => ({
      ...reference('job-qualification', String(index + 1)),
      title,
      profession: reference('profession', '1'),
      rank: 1,
      t9n: {},
      ...unchanged,
      links: {},
    }),
  ),
  list(
    'employee-personal-records',
    ({ people }) => people,
    ({ id, personalEmail, iban }) => ({
      ...reference('employee-personal-record', `${String(id)}8`),
      employee: reference('employee', String(id)),
      title: 'unknown',
      legalGender: 'unknown',
      birthDate: null,
      insuranceNumber: null,
      nationalitiesCountryCodes: [],
      bankAccount: { format: 'iban', bankName: null, accountIdentifier: iban, bankIdentifier: null },
      phoneNumber: null,
      email: personalEmail,
      ...unchanged,
      links: {},
    }),
    ({ id }, asked) => asked('employee.id', String(id)),
  ),
  list(
    'employee-attributes',
    customValues,
    ({ person, definition, value }) => ({
      ...reference('employee-attribute', `${String(person.id)}${definition}`),
      definition: reference('employee-attribute-definition', definition),
      employee: reference('employee', String(person.id)),
      applicability: null,
      value: typeof value === 'string' ? value : reference('taxonomy-label', value.id),
      ...unchanged,
      links: {},
    }),
    ({ person, definition }, asked) => asked('employee.id', String(person.id)) && asked('definition.id', definition),
  ),
];
