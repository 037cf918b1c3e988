import { createHash } from 'node:crypto';

const minuteMs = 60_000;

/**
 * Rule C5: the next pull of a connection. Pulls come at fixed times, spread over the interval by the connection's id, so
 * that a platform's connections do not all read at once and restarts change nothing.
 */
export function nextPull(connectionId: string, now: Date, everyMs: number): string {
  const spread = createHash('sha256').update(connectionId).digest().readUInt32BE() / 0x1_0000_0000;
  const offset = Math.floor(spread * everyMs);
  const time = now.getTime();
  const next = Math.floor((time - offset) / everyMs) * everyMs + offset + everyMs;
  return new Date(next).toISOString();
}

/** Rule C6: after a failed read, exponentially later, never later than the ordinary pull would be after two intervals. */
export function backoff(
  connectionId: string,
  { now, failures, everyMs }: { readonly now: Date; readonly failures: number; readonly everyMs: number },
): string {
  const pause = Math.min(5 * minuteMs * 2 ** Math.max(0, failures - 1), 2 * everyMs);
  const next = now.getTime() + pause;
  return pause >= everyMs ? nextPull(connectionId, new Date(next), everyMs) : new Date(next).toISOString();
}
