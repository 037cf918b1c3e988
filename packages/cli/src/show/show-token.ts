import type { NewPushToken } from '@rollcall/core';
import type { Output } from '../output.ts';

/** The one time that a token can be seen. */
export function showToken(output: Output, { token }: NewPushToken): void {
  output.say(`Token: ${token}`);
  output.note('It is shown this once: only a hash of it is kept. Enter it where the vendor asks for a bearer or secret token.');
}
