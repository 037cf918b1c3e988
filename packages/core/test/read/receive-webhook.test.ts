import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  ConfigError,
  receiveWebhook,
  ResponseError,
  type Webhook,
  type WebhookNotice,
  type WebhookRequest,
} from '../../src/index.ts';
import { acme, createVendor, noon } from '../support/acme.ts';

const secret = 'hook-secret';
const bytes = (body: unknown): Uint8Array => new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
const signed = (body: unknown): WebhookRequest => ({ headers: { 'X-Signature': secret }, body: bytes(body) });
const unsigned = (body: unknown): WebhookRequest => ({ headers: { 'X-Signature': 'wrong' }, body: bytes(body) });

const webhook: Webhook = {
  verify: ({ headers }, expected) => headers['x-signature'] === expected,
  parse: ({ body }) => JSON.parse(new TextDecoder().decode(body)) as WebhookNotice,
};

const receive = (request: WebhookRequest, given = secret, hook = webhook): WebhookNotice =>
  receiveWebhook(acme(createVendor([]), { webhook: hook }), request, { secret: given, now: noon });

function refusalOf(request: WebhookRequest, given = secret, hook = webhook): unknown {
  try {
    receive(request, given, hook);
  } catch (error) {
    return error;
  }
  throw new TypeError('expected an error');
}

const event = { kind: 'event', event: 'person.changed', employeeIds: ['1'] };
const refused = { name: 'ResponseError', code: 'webhook_refused', vendor: 'acme' };

describe('receiveWebhook', () => {
  test('gives what a signed request says', () => {
    expect(receive(signed(event))).toEqual(event);
    expect(receive(signed({ kind: 'ping' }))).toEqual({ kind: 'ping' });
  });

  test('hands over the clock, the secret and headers in lower case', () => {
    const seen: unknown[] = [];
    const hook: Webhook = {
      ...webhook,
      verify: (request, given, now) => {
        seen.push(Object.keys(request.headers), given, now);
        return true;
      },
    };
    receive({ headers: { 'X-Signature': 'a', 'CONTENT-type': 'b' }, body: bytes(event) }, secret, hook);

    expect(seen).toEqual([['x-signature', 'content-type'], secret, noon]);
  });

  test('lets a ping pass unverified: it does nothing', () => {
    expect(receive(unsigned({ kind: 'ping' }))).toEqual({ kind: 'ping' });
  });

  test.each([
    ['a wrong signature', unsigned(event)],
    ['no signature', { headers: {}, body: bytes(event) }],
    ['a wrong signature over no JSON', unsigned('canary')],
    ['an empty body', { headers: {}, body: new Uint8Array() }],
  ])('refuses %s', (_what, request) => {
    const error = refusalOf(request);

    expect(error).toMatchObject(refused);
    expect(inspect(error)).not.toContain('canary');
  });

  test('refuses more than a mebibyte before it looks at it', () => {
    const never: Webhook = {
      verify: () => {
        throw new TypeError('looked at');
      },
      parse: () => {
        throw new TypeError('looked at');
      },
    };

    expect(refusalOf({ headers: {}, body: new Uint8Array(1_048_577) }, secret, never)).toMatchObject(refused);
  });

  test('takes exactly a mebibyte', () => {
    const body = bytes(JSON.stringify({ kind: 'ping' }).padEnd(1_048_576));

    expect(receive({ headers: {}, body })).toEqual({ kind: 'ping' });
  });

  test.each(['', '   '])('refuses the empty secret %j: anybody could sign', (given) => {
    expect(refusalOf({ headers: { 'x-signature': given }, body: bytes(event) }, given)).toBeInstanceOf(ConfigError);
  });

  test('refuses, and does not quote, a signed body that parse does not understand', () => {
    const error = refusalOf(signed('canary of a person'));

    expect(error).toMatchObject(refused);
    expect(inspect(error, { depth: null })).not.toContain('canary');
  });

  test('passes the refusal of parse as it is', () => {
    const own = new ResponseError({ code: 'webhook_refused', message: 'no documented form' });
    const hook: Webhook = {
      ...webhook,
      parse: () => {
        throw own;
      },
    };

    expect(refusalOf(signed(event), secret, hook)).toBe(own);
  });

  test('refuses when verify throws, as timingSafeEqual does on another length', () => {
    const hook: Webhook = {
      ...webhook,
      verify: () => {
        throw new RangeError('canary');
      },
    };

    expect(refusalOf(signed(event), secret, hook)).toMatchObject(refused);
  });

  test('is refused where the vendor sends none', () => {
    expect(() => receiveWebhook(acme(createVendor([])), signed(event), { secret, now: noon })).toThrow(
      expect.objectContaining({ code: 'capability_missing', vendor: 'acme' }),
    );
  });
});
