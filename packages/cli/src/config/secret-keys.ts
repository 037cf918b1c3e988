import { createHash, randomBytes } from 'node:crypto';
import { ConfigError, type SecretKeys } from '@rollcall/core';
import type { Io } from '../io.ts';

/**
 * Keys from the environment. `ROLLCALL_SECRET_KEY` holds one key, or several with commas: the first one seals, the others
 * still open what was sealed before. A key's id is made from the key, so that no id is ever given to another one.
 * @throws ConfigError naming the variable
 */
export function keysFromEnvironment(env: Io['env']): SecretKeys {
  const texts = (env['ROLLCALL_SECRET_KEY'] ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const [first] = texts;
  if (first === undefined) {
    throw new ConfigError({
      problems: [{ field: 'ROLLCALL_SECRET_KEY', problem: 'is not set: credentials are sealed with it before they are stored' }],
      hint: 'Make a key with "rollcall keys new", keep it with your other secrets, and set the variable to it.',
    });
  }
  const fingerprintKey = env['ROLLCALL_FINGERPRINT_KEY'];
  for (const text of texts) checkKey('ROLLCALL_SECRET_KEY', text);
  if (fingerprintKey !== undefined) checkKey('ROLLCALL_FINGERPRINT_KEY', fingerprintKey);
  return {
    current: idOf(first),
    keys: Object.fromEntries(texts.map((text) => [idOf(text), text])),
    ...(fingerprintKey !== undefined && { fingerprintKey: fingerprintKey.trim() }),
  };
}

/** 32 random bytes as base64. */
export function newKey(): string {
  return randomBytes(32).toString('base64');
}

function checkKey(variable: string, text: string): void {
  if (Buffer.from(text.trim(), 'base64').length === 32) return;
  throw new ConfigError({
    problems: [{ field: variable, problem: 'must be 32 random bytes as base64' }],
    hint: 'Make a key with "rollcall keys new".',
  });
}

function idOf(key: string): string {
  return createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 8);
}
