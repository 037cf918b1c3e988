import { bodyOf, defineSandbox, json, type SandboxAnswer } from '@rollcall/sandbox';
import { answers } from './answers.ts';
import { data, emptyPage, fieldList } from './dataset.ts';
import { changed, one } from './one.ts';

const config = { companyDomain: 'larkmoor', apiKey: 'sandboxfictionalkey', customFields: ['customField4339'] } as const;
const credentials = `Basic ${Buffer.from(`${config.apiKey}:x`).toString('base64')}`;

/** What an access level without Job and Home Email hides. */
const hidden: readonly string[] = ['hireDate', 'originalHireDate', 'homeEmail'];

/** BambooHR's employee dataset, version 2, and the endpoints beside it, after the vendor's OpenAPI. It publishes no rate limit. */
export const bamboohrSandbox = defineSandbox({
  slug: 'bamboohr',
  origins: [`https://${config.companyDomain}.bamboohr.com`],
  credentials: { config, platform: {} },
  authenticate: ({ headers }) => (headers['authorization'] === credentials ? undefined : answers.unauthorised),
  answers,
  routes: [
    { method: 'GET', path: '/api/v1_2/datasets/employee/fields', kind: 'lookup', handle: fieldList },
    { method: 'POST', path: '/api/v2/datasets/employee/data', kind: 'page', handle: data },
    { method: 'GET', path: '/api/v1/employees/changed', kind: 'lookup', handle: changed },
    { method: 'GET', path: '/api/v1/employees/{id}', kind: 'detail', handle: one },
  ],
  emptyPage,
  withoutPermission: (answer, { kind, path }) =>
    answer.status === 200 ? without(answer, kind === 'detail' ? 'flat' : path) : answer,
  minimumRequests: ({ people }) => 1 + Math.ceil(people.length / 1000),
});

export default bamboohrSandbox;

/** Fields without permission are silently dropped. */
function without(answer: SandboxAnswer, where: string): SandboxAnswer {
  const body = bodyOf(answer) as Record<string, unknown>;
  if (where === 'flat') return json(200, withoutHidden(body));
  if (where.endsWith('/fields')) {
    const fields = body['fields'] as readonly { readonly name: string }[];
    return json(200, { ...body, fields: fields.filter(({ name }) => !hidden.includes(name)) });
  }
  if (!where.endsWith('/data')) return answer;
  const rows = body['data'] as readonly { readonly fields: Record<string, unknown> }[];
  return json(200, { ...body, data: rows.map(({ fields }) => ({ fields: withoutHidden(fields) })) });
}

function withoutHidden(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.includes(name)));
}
