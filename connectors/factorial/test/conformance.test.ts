import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { factorial } from '../src/index.ts';

const secret = 'challenge-of-nobody';

function delivered(name: string, body: object, event: string, employeeIds: readonly string[]): WebhookCase {
  const notice = { kind: 'event', event, employeeIds } as const;
  return { name, body: JSON.stringify(body), secret, notice, headers: { 'X-Factorial-Wh-Challenge': secret } };
}

const id = '36893488147419100102';

describeConnector(factorial, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { apiKey: 'c4n4ry.k3y-0f.n0b0dy' },
  webhooks: [
    delivered('a person was written', { id, access_id: '7', is_terminating: true }, 'employees/employee', [id]),
    delivered(
      'a contract version was written: its owner is meant',
      { id: '3', employee_id: id, effective_on: '2027-01-01' },
      'contracts/contract_version',
      [id],
    ),
    delivered('anything else of a person', { id: '9', employee_id: id, team_id: '4' }, 'other', [id]),
    delivered('a thing that is of nobody', { id: '301', name: 'Vigo' }, 'other', []),
  ],
});
