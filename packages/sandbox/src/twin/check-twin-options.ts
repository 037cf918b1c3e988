import { ConfigError, type ConfigProblem } from '@rollcall/core';
import { parseDay } from '../calendar/day.ts';

export interface TwinOptions {
  /** `7` and `'7'` are the same. Default `rollcall`. */
  readonly seed?: string | number;
  /** Everyone the HR system knows on the first day, those who left included: 8 to 200,000. */
  readonly size: number;
  /** The first day, `YYYY-MM-DD`. Default 2026-11-02. */
  readonly today?: string;
  /** Of the company; its e-mail domain follows. Default: one that the seed picks. */
  readonly name?: string;
}

const smallest = 8;
const largest = 200_000;

/** The options with their defaults, or a ConfigError that names every bad one at once. */
export function checkTwinOptions(options: TwinOptions) {
  const { seed = 'rollcall', size, today = '2026-11-02', name } = options;
  const problems: ConfigProblem[] = [];
  if (!Number.isSafeInteger(size) || size < smallest || size > largest) {
    problems.push({ field: 'size', problem: `is not a whole number from ${smallest} to ${largest}`, example: '500' });
  }
  if (parseDay(today) === undefined)
    problems.push({ field: 'today', problem: 'is not a day of the calendar', pattern: 'YYYY-MM-DD', example: '2026-11-02' });
  if (name?.trim() === '') problems.push({ field: 'name', problem: 'is empty', example: 'Larkmoor' });
  if (problems.length > 0) throw new ConfigError({ problems });
  return { seed, size, today, name };
}
