import { bodyOf, defineSandbox, json, raw, type SandboxAnswer, type SandboxAnswers } from '@rollcall/sandbox';
import type { SandboxCompany, SandboxRequest } from '@rollcall/sandbox';
import { toPerson, type Person } from './people.ts';

const interfaceName = 'RollcallEmployees';
const config = {
  apiKey: '5a11b0c5f1c710aa',
  apiSecret: 'sympa-sandbox-secret',
  interfaceName,
  statusWords: ['Perhevapaa=leave'],
} as const;

const failed = (status: number, code: string, message: string): SandboxAnswer => json(status, { error: { code, message } });

const answers: SandboxAnswers = {
  unauthorised: raw(401, ''),
  forbidden: failed(403, 'Forbidden', 'The interface does not belong to the API key.'),
  rateLimited: (seconds) => json(429, {}, { 'retry-after': String(seconds) }),
  serverError: failed(500, 'InternalError', 'An error has occurred.'),
  notFound: failed(404, 'NotFound', 'There is no such resource.'),
  errorIn200: failed(200, 'InternalError', 'An error has occurred.'),
};

/**
 * Sympa, one interface with the aliases of the set-up. Address, log-in, documents of the service and `value` after the vendor
 * (documenter.getpostman.com/view/33639379/2sA3kXG1vX) and public clients, query options after Nepton (2026-11); the rest of
 * OData is assumed. Sympa publishes no limits, and gives everybody in one answer as far as is known.
 */
export const sympaSandbox = defineSandbox({
  slug: 'sympa',
  origins: ['https://api.sympahr.net'],
  credentials: { config, platform: {} },
  authenticate: ({ headers }) => {
    const expected = Buffer.from(`${config.apiKey}:${config.apiSecret}`).toString('base64');
    return headers['authorization'] === `Basic ${expected}` ? undefined : answers.unauthorised;
  },
  answers,
  routes: [
    { method: 'GET', path: '/api', kind: 'lookup', handle: serviceDocument },
    {
      method: 'GET',
      path: '/api/$metadata',
      kind: 'lookup',
      handle: (_, company) => raw(200, metadataOf(company), 'application/xml'),
    },
    { method: 'GET', path: `/api/${interfaceName}`, kind: 'page', handle: people },
  ],
  emptyPage: (answer) => json(200, { ...(bodyOf(answer) as object), value: [] }),
  withoutPermission: () => answers.forbidden,
  singlePage: true,
  // Everybody, and the question whether somebody comes after them.
  minimumRequests: () => 2,
});

export default sympaSandbox;

function serviceDocument({ origin }: SandboxRequest): SandboxAnswer {
  const value = [{ name: interfaceName, kind: 'EntitySet', url: interfaceName }];
  return json(200, { '@odata.context': `${origin}/api/$metadata`, value });
}

function everybody(company: SandboxCompany): readonly Person[] {
  return company.cached('people', () => company.twin.people.map((person) => toPerson(person, company.twin)));
}

/** Fields are texts; those of the table are a type of their own. */
function metadataOf(company: SandboxCompany): string {
  const [card = {}] = everybody(company);
  const { employment, ...fields } = card;
  const propertiesOf = (row: object): string =>
    Object.keys(row)
      .map((name) => `<Property Name="${name}" Type="Edm.String"/>`)
      .join('');
  const table = Array.isArray(employment) ? (employment as readonly object[])[0] : undefined;
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Sympa" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityType Name="${interfaceName}">${propertiesOf(fields)}<Property Name="employment" Type="Collection(Sympa.${interfaceName}_employment)"/></EntityType><ComplexType Name="${interfaceName}_employment">${propertiesOf(table ?? {})}</ComplexType><EntityContainer Name="Container"><EntitySet Name="${interfaceName}" EntityType="Sympa.${interfaceName}"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
}

/** `$filter` takes one comparison with a field of the card. */
function people({ origin, query }: SandboxRequest, company: SandboxCompany): SandboxAnswer {
  const unknown = [...query.keys()].find((name) => !['$top', '$skip', '$orderby', '$filter'].includes(name));
  const filter = query.get('$filter');
  const [, field = '', operator, text, time] = /^(\S+) (eq|ge) (?:'((?:[^']|'')*)'|(\S+))$/.exec(filter ?? '') ?? [];
  const all = everybody(company);
  const isKnown = filter === null || (operator !== undefined && Object.hasOwn(all[0] ?? {}, field));
  if (unknown !== undefined || !isKnown) return failed(400, 'BadRequest', 'The query is not valid.');
  const wanted = text?.replaceAll("''", "'") ?? String(time);
  const fits = (value: unknown): boolean => (operator === 'ge' ? String(value) >= wanted : value === wanted);
  const chosen = filter === null ? all : all.filter((person) => fits(person[field]));
  const skip = Number(query.get('$skip') ?? 0);
  const value = chosen.slice(skip, skip + Number(query.get('$top') ?? chosen.length));
  return json(200, { '@odata.context': `${origin}/api/$metadata#${interfaceName}`, value });
}
