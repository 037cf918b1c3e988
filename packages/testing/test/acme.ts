import {
  defineConnector,
  defineManifest,
  email,
  identifier,
  plainDate,
  statusOf,
  text,
  type AnyConnector,
  type EmployeeDraft,
  type MapContext,
  type ReadContext,
} from '@rollcall/core';
import { apiKey, cursorPages, hmacSignature, safeEqual, type GivenOf } from '@rollcall/http';
import { z } from 'zod';

/** A vendor that exists nowhere, read as a vendor should be. */
export const manifest = defineManifest({
  slug: 'acme',
  name: 'Acme HR',
  category: 'hris',
  docsUrl: 'https://docs.acme.example',
  api: { version: '1', checked: '2026-11' },
  maturity: 'documented',
  delivery: 'pull',
  config: { token: { label: 'Token', help: 'Under settings.', example: 'acme-token-1', secret: true } },
  baseUrl: 'https://api.acme.example',
  hosts: ['api.acme.example'],
  endpoints: { reads: ['GET /people', 'GET /people/{id}'] },
  limits: { concurrency: 2 },
  pageSize: 2,
  requests: 'ceil(n / 2)',
  permissions: [{ name: 'work:read', gives: ['startDate', 'terminationDate'] }],
  fields: ['id', 'status', 'workEmail', 'lastName', 'startDate', 'terminationDate'],
  capabilities: { get: true, changes: 'none', webhook: true, push: false },
  setup: ['Make a token.'],
});

export interface AcmePerson {
  readonly id: string | number;
  readonly mail?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

export const AcmePerson: z.ZodType<AcmePerson> = z.looseObject({
  id: z.union([z.string(), z.number()]),
  mail: z.string().nullish(),
  name: z.string().nullish(),
  state: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
});

const Page = z.looseObject({ people: z.array(z.unknown()), next: z.string().nullish() });

export function toEmployee(person: AcmePerson, context: MapContext): EmployeeDraft {
  return {
    id: identifier(person.id, context, 'id') ?? undefined,
    status: statusOf(person.state, { here: 'active', away: 'leave', soon: 'preboarding', gone: 'terminated' }, context),
    workEmail: email(person.mail, context, 'workEmail'),
    lastName: text(person.name, context, 'lastName'),
    startDate: plainDate(person.from, context, 'startDate'),
    terminationDate: plainDate(person.to, context, 'terminationDate'),
  };
}

export const definition = {
  manifest,
  auth: apiKey(({ config }: GivenOf<typeof manifest>) => ({ header: 'x-token', value: config.token })),
  record: AcmePerson,
  list: ({ http }: ReadContext<typeof manifest>) =>
    cursorPages(http, '/people', { schema: Page, items: ({ people }) => people, next: ({ next }) => next }),
  map: toEmployee,
  get: async ({ http }: ReadContext<typeof manifest>, id: string): Promise<unknown> => {
    const { status, body } = await http.send('GET', '/people/{id}', { params: { id } }).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'not_found') return { status: 404, body: null };
      throw error;
    });
    return status === 404 ? null : body;
  },
  webhook: {
    verify: ({ headers, body }: { headers: Readonly<Record<string, string | undefined>>; body: Uint8Array }, secret: string) =>
      safeEqual(
        headers['x-signature'] ?? '',
        hmacSignature({ algorithm: 'sha256', key: secret, message: body, encoding: 'hex' }),
      ),
    parse: ({ body }: { body: Uint8Array }) => ({
      kind: 'event' as const,
      event: 'person.changed',
      employeeIds: [new TextDecoder().decode(body)],
    }),
  },
};

export const acme = defineConnector(definition);

/** Acme with something changed for the worse. */
export function acmeWith(changes: Partial<typeof definition>): AnyConnector {
  return defineConnector({ ...definition, ...changes });
}
