/** The longest pause that backoff takes by itself. */
const longestBackoffMs = 30_000;

/**
 * Pause before attempt `attempt + 1` in milliseconds: exponential with full jitter, so that connections that failed
 * together do not come back together.
 * @param attempt attempts made so far, from 1
 * @param random from 0 to 1
 */
export function backoffMs(attempt: number, baseMs: number, random: number): number {
  return random * Math.min(longestBackoffMs, baseMs * 2 ** (attempt - 1));
}

/** How a vendor says when to come back, where it is not `Retry-After`. */
export interface ResetHeader {
  readonly name: string;
  readonly unit: 'seconds' | 'epoch-seconds' | 'epoch-milliseconds' | 'milliseconds';
}

/**
 * Pause that an answer asks for, in milliseconds; undefined when it asks for none. `Retry-After` counts first, then the
 * vendor's own header. Moments are measured against the answer's `Date`, so a wrong clock on either side does not matter.
 */
export function askedPauseMs(
  headers: Readonly<Record<string, string>>,
  reset: ResetHeader | undefined,
  now: Date,
): number | undefined {
  const stated = Date.parse(headers['date'] ?? '');
  const moment = Number.isNaN(stated) ? now.getTime() : stated;
  const after = headers['retry-after'];
  const wanted = after === undefined ? undefined : fromRetryAfter(after, moment);
  if (wanted !== undefined || reset === undefined) return wanted;
  const value = headers[reset.name.toLowerCase()];
  return value === undefined ? undefined : fromReset(value, reset.unit, moment);
}

function fromRetryAfter(text: string, moment: number): number | undefined {
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return finite(Number(text) * 1000);
  // JavaScript takes nearly every text with a number in it for a date.
  const at = /\d:\d\d:\d\d/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - moment);
}

function fromReset(text: string, unit: ResetHeader['unit'], moment: number): number | undefined {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) return undefined;
  const milliseconds = unit.endsWith('milliseconds') ? value : value * 1000;
  return finite(Math.max(0, unit.startsWith('epoch') ? milliseconds - moment : milliseconds));
}

function finite(milliseconds: number): number | undefined {
  return Number.isFinite(milliseconds) ? milliseconds : undefined;
}
