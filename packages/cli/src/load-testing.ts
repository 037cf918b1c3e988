import { ConfigError } from '@rollcall/core';
import type * as Testing from '@rollcall/testing';

/**
 * What authors need is not what those who sync need: it is loaded when a command asks for it.
 * @throws ConfigError when it is not installed
 */
export async function loadTesting(): Promise<typeof Testing> {
  try {
    return await import('@rollcall/testing');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new ConfigError({
      problems: [{ field: '@rollcall/testing', problem: 'is not installed, and this command needs it' }],
      hint: 'npm install --save-dev @rollcall/testing nock vitest',
    });
  }
}
