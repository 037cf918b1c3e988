import { z } from 'zod';
import {
  defineConnector,
  defineManifest,
  email,
  oneOf,
  plainDate,
  proven,
  statusOf,
  bankAccount,
  text,
  type Authentication,
  type Connector,
  type ConnectorDefinition,
  type ConnectOptions,
  type EmployeeDraft,
  type HttpClient,
  type Manifest,
  type MapContext,
} from '../../src/index.ts';

const capabilities: Manifest['capabilities'] = { get: false, changes: 'none', webhook: false, push: false };

export const acmeManifest = defineManifest({
  slug: 'acme',
  name: 'Acme People',
  category: 'hris',
  docsUrl: 'https://docs.acme.test',
  api: { version: '2', checked: '2026-11' },
  maturity: 'documented',
  delivery: 'pull',
  config: {
    token: { label: 'API token', help: 'Settings, API', example: 'tok-1234', secret: true, pattern: 'tok-[a-z0-9-]+' },
  },
  hosts: ['api.acme.test'],
  baseUrl: 'https://api.acme.test',
  endpoints: { reads: ['GET /people', 'GET /people/{id}'] },
  limits: { concurrency: 1 },
  pageSize: 2,
  requests: 'ceil(n / 2)',
  permissions: [
    { name: 'Read people', gives: ['firstName', 'workEmail'], required: true },
    { name: 'Read jobs', gives: ['jobTitle', 'department'] },
    { name: 'Read bank details', gives: ['bankAccount'] },
  ],
  fields: ['id', 'status', 'firstName', 'workEmail', 'terminationDate', 'employmentType', 'bankAccount'],
  capabilities,
  setup: ['Make an API token.'],
});

export type AcmeManifest = typeof acmeManifest;
type AcmeContext = MapContext<AcmeManifest>;
type Config = ConnectOptions<{ readonly token: string }, Record<never, never>>;

export const AcmePerson = z.object({
  id: z.string(),
  first: z.string().nullish(),
  mail: z.string().nullish(),
  state: z.string().nullish(),
  kind: z.string().nullish(),
  left: z.string().nullish(),
  iban: z.string().nullish(),
});
export type AcmePerson = z.infer<typeof AcmePerson>;

export function toEmployee(record: AcmePerson, report: AcmeContext): EmployeeDraft {
  return {
    id: record.id,
    firstName: text(record.first, report, 'firstName'),
    workEmail: email(record.mail, report, 'workEmail'),
    status: statusOf(record.state, { active: 'active', away: 'leave', left: 'terminated' }, report),
    employmentType: oneOf(record.kind, { staff: 'full_time', temp: 'temporary' }, report, 'employmentType'),
    terminationDate: plainDate(record.left, report, 'terminationDate'),
    bankAccount: record.iban === undefined ? undefined : bankAccount({ iban: record.iban }, report),
  };
}

/** What the fictional vendor answers: one entry per page, in order. An Error is thrown instead. */
export type Answers = readonly (readonly unknown[] | Error)[];

export interface Vendor {
  readonly auth: Authentication<{ readonly token: string }, Record<never, never>>;
  /** Numbers of the pages that were asked for. */
  readonly asked: number[];
  /** What `connect` was given. */
  readonly connected: Config[];
}

/** A vendor in memory, which answers `GET /people?page=n`. `before` is awaited ahead of every answer. */
export function createVendor(answers: Answers, before: (page: number) => Promise<void> = () => Promise.resolve()): Vendor {
  const asked: number[] = [];
  const connected: Config[] = [];
  return {
    asked,
    connected,
    auth: {
      kind: 'fake',
      connect(options) {
        connected.push(options);
        const answer = async (page: number): Promise<unknown> => {
          options.onRequest();
          asked.push(page);
          await before(page);
          const people = answers[page] ?? [];
          if (people instanceof Error) throw people;
          return { people, more: page < answers.length - 1 };
        };
        return { get: (_path, request) => answer(Number(request?.query?.page ?? 0)) } as HttpClient;
      },
    },
  };
}

interface Page {
  readonly people: readonly unknown[];
  readonly more: boolean;
}

export async function* listPages({ http }: { readonly http: HttpClient }): ReturnType<AcmeDefinition['list']> {
  for (let page = 0; ; page += 1) {
    const { people, more } = await http.get<Page>('/people', { query: { page } });
    yield people;
    if (!more) return proven({ by: 'last_page_signal', detail: 'more is false' });
  }
}

export type AcmeDefinition = ConnectorDefinition<AcmeManifest, AcmePerson>;

/** The fictional connector; what it can do beyond `list` is claimed as it is given. */
export function acme(vendor: Vendor, parts: Partial<AcmeDefinition> = {}): Connector<AcmeManifest, AcmePerson> {
  return defineConnector({
    auth: vendor.auth,
    record: AcmePerson,
    list: listPages,
    map: toEmployee,
    ...parts,
    manifest: {
      ...acmeManifest,
      capabilities: {
        get: parts.get !== undefined,
        changes: parts.changes === undefined ? 'none' : 'hint',
        webhook: parts.webhook !== undefined,
        push: false,
      },
    },
  });
}

export const config = { token: 'tok-1234' };

export const noon = new Date('2026-11-05T12:00:00Z');
export const clock = { now: () => noon };

/** People of the fictional vendor with these ids. */
export function people(...ids: readonly string[]): AcmePerson[] {
  return ids.map((id) => ({ id, first: `First ${id}`, mail: `${id}@acme.test`, state: 'active', left: null }));
}

/** Lets everything run that is ready to run. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** The error that a walk ends with; fails when it does not. */
export async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new TypeError('expected an error');
}
