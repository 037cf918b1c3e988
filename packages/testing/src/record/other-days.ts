import { randomInt } from 'node:crypto';

/** Gives days others, so that every comparison of two days, and of a day with today, comes out as before. */
export interface OtherDays {
  /** `YYYY-MM-DD` to `YYYY-MM-DD`. */
  day(day: string): string;
}

const dayMs = 86_400_000;
// `Today`, `since yesterday` and the edges of time zones must come out exactly as they did.
const nearby = 2;

/**
 * Every day moves by an amount of its own, in order: who began before somebody else, or before a leave, still did. Days around
 * today keep their distance to it, and today becomes the instant at which the recordings are read. No other becomes a day that
 * really occurs.
 */
export function createOtherDays(
  days: Iterable<string>,
  { today, becomes }: Readonly<Record<'today' | 'becomes', string>>,
): OtherDays {
  const [from, to] = [numberOf(today), numberOf(becomes)];
  const real = new Set([...days].filter(isReal).map(numberOf));
  const distances = [...real].map((day) => day - from);
  const ahead = distances.filter((distance) => distance > nearby);
  const past = distances.filter((distance) => distance < -nearby).map((distance) => -distance);
  const moved = new Map([
    ...spread(ahead, (other) => real.has(to + other)),
    ...spread(past, (other) => real.has(to - other)).map(([distance, other]) => [-distance, -other] as const),
  ]);
  return {
    day: (day) => {
      if (!isReal(day)) return day;
      const distance = numberOf(day) - from;
      return textOf(to + (moved.get(distance) ?? distance));
    },
  };
}

/** A calendar day that may be somebody's: not the first or last day that a calendar knows. */
export function isReal(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year > 1901 && year < 2095 && textOf(numberOf(day)) === day;
}

/** @param isTaken is that, so many days from today, a day that really occurs? It would be found and taken for what it was. */
function spread(distances: readonly number[], isTaken: (other: number) => boolean): readonly (readonly [number, number])[] {
  const moved: [number, number][] = [];
  let [before, other] = [nearby, nearby];
  for (const distance of distances.toSorted((a, b) => a - b)) {
    const gap = distance - before;
    // Far away days have more room: a birthday is known to the day, a hiring to the month.
    const room = Math.max(3, Math.round(gap * 0.4), distance > 5_000 ? 60 : 0);
    other += Math.max(1, gap + randomInt(-room, room + 1));
    while (isTaken(other)) other += 1;
    moved.push([distance, other]);
    before = distance;
  }
  return moved;
}

function numberOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

function textOf(number: number): string {
  const date = new Date(number * dayMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
