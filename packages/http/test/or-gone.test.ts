import { ResponseError, UnavailableError } from '@rollcall/core';
import { expect, it } from 'vitest';
import { orGone } from '../src/index.ts';

it('takes not found for an answer and nothing else', async () => {
  const gone = new ResponseError({ code: 'not_found', message: 'no such person' });
  const down = new UnavailableError({ code: 'vendor_down', message: 'down' });
  expect(await orGone(Promise.resolve('found'))).toBe('found');
  expect(await orGone(Promise.reject(gone))).toBeNull();
  await expect(orGone(Promise.reject(down))).rejects.toBe(down);
});
