import { ConfigError, type ConfigProblem } from '@rollcall/core';
import type { Io } from '../io.ts';

/**
 * Puts variables of the environment where a text says `${NAME}`.
 * @throws ConfigError naming every variable that is not set, and the field that needs it
 */
export function fillVariables(value: unknown, env: Io['env'], file: string): unknown {
  const problems: ConfigProblem[] = [];
  const fill = (part: unknown, path: string): unknown => {
    if (typeof part === 'string') {
      return part.replace(/\$\{([A-Za-z_]\w*)\}/g, (_, name: string) => {
        const found = env[name];
        if (found === undefined || found === '')
          problems.push({ field: path, problem: `needs the environment variable ${name}, which is not set` });
        return found ?? '';
      });
    }
    if (Array.isArray(part)) return part.map((item, index) => fill(item, `${path}.${String(index)}`));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, fill(item, path === '' ? key : `${path}.${key}`)]));
  };
  const filled = fill(value, '');
  if (problems.length > 0) throw new ConfigError({ problems, hint: `Set the variables, or write the values into ${file}.` });
  return filled;
}
