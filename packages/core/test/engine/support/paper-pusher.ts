import { z } from 'zod';
import {
  definePushConnector,
  employeeSchema,
  proven,
  unproven,
  type AnyConnector,
  type Employee,
  type PushedResource,
  type PushSession,
} from '../../../src/index.ts';

const Sent = z.looseObject({ deleted: z.boolean(), employee: employeeSchema });

/** A vendor that sends its people, one letter for each. */
export function paperPusher(): AnyConnector {
  return definePushConnector({
    manifest: {
      slug: 'letters',
      name: 'Letters',
      docsUrl: 'https://letters.example/docs',
      api: { version: '1', checked: '2026-11' },
      push: { setup: ['Write to us.'], mappings: [] },
    },
    push: {
      record: Sent,
      fieldPaths: { id: 'id', status: 'letter.status', workEmail: 'letter.email' },
      async *list({ pushed }) {
        let total = 0;
        for await (const page of pushed.pages('user')) {
          total += page.length;
          yield page.map(({ attributes, deletedAt }) => ({ employee: attributes['employee'], deleted: deletedAt !== null }));
        }
        return total === 0 ? unproven('nobody has written yet') : proven({ by: 'single_answer', detail: 'all letters are kept' });
      },
      map: (record) => {
        const { employee, deleted } = record;
        return { ...employee, ...(deleted && { status: 'terminated' }) };
      },
    },
  });
}

/** Pushes somebody, or pushes what changed of them. */
export async function post(session: PushSession, employee: Employee): Promise<PushedResource> {
  const content = { name: employee.id, externalId: null, attributes: { employee } };
  const there = await session.byName('user', employee.id);
  const answer = there === null ? await session.create('user', content) : await session.update(there, content);
  if (answer === null || typeof answer === 'string') throw new TypeError(`nothing was stored: ${String(answer)}`);
  return answer;
}
