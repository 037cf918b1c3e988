import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hmacVerifier, jsonWebhook } from '../src/index.ts';
import { manifest } from './acme.ts';

const secret = 'secret-of-nobody';
const now = new Date('2026-11-02T12:00:00Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('hex');

describe('hmacVerifier', () => {
  const verify = hmacVerifier({ header: 'x-sign', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' });

  test.each([
    ['the signature', sign('body'), true],
    ['with its prefix', `sha256=${sign('body')}`, true],
    ['in capitals', sign('body').toUpperCase(), true],
    ['of another body', sign('bodY'), false],
    ['nothing', undefined, false],
    ['half of it', sign('body').slice(0, 32), false],
  ])('%s', (_what, signature, expected) => {
    expect(verify({ headers: { 'x-sign': signature }, body: bytes('body') }, secret, now)).toBe(expected);
  });

  test('an empty secret verifies nothing', () => {
    const signature = createHmac('sha256', '').update('body').digest('hex');
    expect(verify({ headers: { 'x-sign': signature }, body: bytes('body') }, '', now)).toBe(false);
  });

  test.each([
    ['seconds', '1793620500', true],
    ['seconds', '1793620000', false],
    ['seconds', 'soon', false],
    ['seconds', undefined, false],
    ['milliseconds', '1793620500000', true],
    ['iso', '2026-11-02T11:55:00Z', true],
    ['iso', '2026-11-02T11:54:59Z', false],
    ['iso', '2026-11-02T12:06:00Z', false],
  ] as const)('sent at %s %s: %s', (unit, time, expected) => {
    const timed = hmacVerifier({
      header: 'x-sign',
      algorithm: 'sha256',
      encoding: 'hex',
      message: ({ headers, body }) => [headers['x-time'] ?? '', ':', body],
      sentAt: { header: 'x-time', unit, maxAgeSeconds: 300 },
    });
    const headers = { 'x-time': time, 'x-sign': sign(`${time ?? ''}:body`) };
    expect(timed({ headers, body: bytes('body') }, secret, now)).toBe(expected);
  });
});

describe('jsonWebhook', () => {
  const webhook = jsonWebhook({
    manifest,
    verify: () => true,
    body: z.union([
      z.object({ ping: z.literal(true) }),
      z.object({ type: z.string(), ids: z.array(z.unknown()), at: z.unknown() }),
    ]),
    read: (body) => ('ping' in body ? 'ping' : { event: body.type, employeeIds: body.ids, occurredAt: body.at }),
  });
  const parse = (body: string) => webhook.parse({ headers: {}, body: bytes(body) });

  test('an event names people by ids that can be trusted', () => {
    const body = '{"type":"changed","ids":["7",8,"",null,9007199254740993,{}],"at":"2026-11-02T10:00:00+01:00"}';
    expect(parse(body)).toEqual({
      kind: 'event',
      event: 'changed',
      employeeIds: ['7', '8'],
      occurredAt: Date.UTC(2026, 10, 2, 9),
    });
  });

  test.each(['"2026-11-02T10:00:00"', '"soon"', '1762077600', 'null'])('a time that says no instant is left out: %s', (at) => {
    expect(parse(`{"type":"changed","ids":[],"at":${at}}`)).not.toHaveProperty('occurredAt');
  });

  test('a try is a try', () => {
    expect(parse('{"ping":true}')).toEqual({ kind: 'ping' });
  });

  test.each(['', 'text', '{}', '[]'])('what is none of the forms is refused: %j', (body) => {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code: 'webhook_refused' }) as Error);
  });
});
