import { z } from 'zod';
import {
  AuthError,
  defineConnector,
  defineManifest,
  employeeSchema,
  proven,
  unproven,
  type AnyConnector,
  type Employee,
} from '../../../src/index.ts';

/** An HR system on paper: tests write its people and its moods. */
export interface PaperVendor {
  readonly connector: AnyConnector;
  employees: Employee[];
  /** What the next reads throw, after the first page. */
  fails: Error | undefined;
  complete: boolean;
  /** Ids that `get` knows beside the list; with `undefined` the vendor cannot be asked. */
  reads: number;
  /** What happens elsewhere before a read ends. */
  meanwhile: (() => Promise<unknown>) | undefined;
  readonly password: string;
}

interface PaperVendorOptions {
  readonly get?: boolean | 'hint';
  readonly webhook?: boolean;
  readonly pageSize?: number;
}

export function paperVendor(
  slug = 'paper',
  { get = false, webhook = false, pageSize = 100 }: PaperVendorOptions = {},
): PaperVendor {
  const manifest = defineManifest({
    slug,
    name: slug.charAt(0).toUpperCase() + slug.slice(1),
    category: 'hris',
    docsUrl: 'https://paper.example/docs',
    api: { version: '1', checked: '2026-11' },
    maturity: 'documented',
    delivery: 'pull',
    config: {
      password: { type: 'text', label: 'Password', secret: true, example: 'correct-horse-9', help: 'On the first page.' },
    },
    hosts: ['paper.example'],
    endpoints: { reads: [] },
    limits: { concurrency: 1 },
    pageSize,
    requests: '0',
    permissions: [{ name: 'people', gives: ['workEmail', 'managerId'] }],
    fields: ['id', 'status'],
    capabilities: { get, changes: 'none', webhook, push: false },
    setup: ['Ask for the password.'],
    fieldPaths: { status: 'person.state', terminationDate: 'person.last_day' },
  });
  const client = (): never => {
    throw new TypeError('paper has no network');
  };
  const vendor: PaperVendor = {
    connector: undefined as never,
    employees: [],
    fails: undefined,
    complete: true,
    reads: 0,
    meanwhile: undefined,
    password: 'correct-horse-9',
  };
  const connector = defineConnector({
    manifest,
    auth: { kind: 'none', connect: () => ({ get: client, post: client, send: client }) },
    record: employeeSchema.or(z.never()),
    async *list({ config }) {
      await Promise.resolve();
      vendor.reads += 1;
      if (config.password !== vendor.password) {
        throw new AuthError({
          code: 'credentials_rejected',
          vendor: slug,
          message: 'the password is refused',
          hint: 'Ask for the password.',
        });
      }
      const company = structuredClone(vendor.employees);
      for (let start = 0; start < company.length; start += pageSize) {
        if (start > 0 && vendor.fails !== undefined) throw vendor.fails;
        yield company.slice(start, start + pageSize);
      }
      if (vendor.fails !== undefined) throw vendor.fails;
      await vendor.meanwhile?.();
      return vendor.complete ? proven({ by: 'single_answer', detail: 'on paper' }) : unproven('a page is missing');
    },
    map: (record) => record,
    ...(webhook && {
      webhook: {
        verify: ({ headers }, secret) => headers['x-paper'] === secret,
        parse: ({ body }) =>
          body.byteLength === 0 ? { kind: 'ping' } : { kind: 'event', event: 'person.changed', employeeIds: [] },
      },
    }),
    ...(get && {
      get: (_context: unknown, id: string) => Promise.resolve(vendor.employees.find((employee) => employee.id === id) ?? null),
    }),
  });
  return Object.assign(vendor, { connector });
}
