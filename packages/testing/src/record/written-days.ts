import { isReal, type OtherDays } from './other-days.ts';
import type { StandIns } from './stand-ins.ts';

const ofDays = /date|day|time|since|until|begin|birth|start|end|expire|modif|creat|updat|valid|from$|to$|on$|at$/i;

/** Is a time or a day meant there, by what the member is called? */
export function isOfDays(path: string): boolean {
  return ofDays.test(nameOf(path));
}

function nameOf(path: string): string {
  return path.split(/[./]/).at(-1) ?? '';
}

/** Seconds or milliseconds since 1970. Shorter ones, of long ago, could be other numbers: only where the member is clearly a time. */
export function isInstant(path: string, written: string): boolean {
  const name = nameOf(path);
  if (/^(?:\d{10}|\d{12,13})$/.test(written)) return ofDays.test(name);
  return /^(?:\d{9}|\d{11})$/.test(written) && /date|time|since|until|birth|creat|updat|modif|hire|(?:_a|A)t$/.test(name);
}

/** An instant on a day that a calendar ends with is nobody's. */
export function isEndOfTime(ticks: string, unit?: number): boolean {
  return !isReal(dayOf(Number(ticks) * (unit ?? unitOf(ticks))));
}

function unitOf(ticks: string): number {
  return ticks.length > 10 ? 1 : 1_000;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** On another day at the same time. */
export function movedInstant(ticks: string, days: OtherDays, unit = unitOf(ticks)): string {
  const perDay = 86_400_000 / unit;
  const day = dayOf(Number(ticks) * unit);
  const moved = (Date.parse(`${days.day(day)}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000;
  return String(Number(ticks) + moved * perDay);
}

/** Days first, unless the second number can be no month. */
export function writtenDay(whole: string, days: OtherDays): string {
  const [, one = '', separator = '', two = '', year = ''] = /^(\d+)(\D)(\d+)\D(\d+)$/.exec(whole) ?? [];
  const monthFirst = Number(two) > 12;
  const [day, month] = monthFirst ? [two, one] : [one, two];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [otherYear = year, otherMonth = month, otherDay = day] = days.day(iso).split('-');
  const like = (text: string, model: string): string => (model.length === 2 ? text : String(Number(text)));
  return monthFirst
    ? [like(otherMonth, one), like(otherDay, two), otherYear].join(separator)
    : [like(otherDay, one), like(otherMonth, two), otherYear].join(separator);
}

export function compactDay(digits: string, days: OtherDays, standIns: StandIns): string {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const other = days.day(iso);
  return other === iso ? standIns.digits(digits) : other.replaceAll('-', '');
}

/** All days that stand in an answer, in whatever way they are written. */
export function daysIn(text: string): readonly string[] {
  const found: string[] = [];
  const days = { day: (day: string) => (found.push(day), day) };
  for (const [, day = ''] of text.matchAll(/(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/g)) found.push(day);
  for (const [whole] of text.matchAll(/(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{4}(?!\d)/g)) writtenDay(whole, days);
  for (const [, ticks = ''] of text.matchAll(/\/Date\((-?\d{1,15})/g)) found.push(dayOf(Number(ticks)));
  for (const [ticks] of text.matchAll(/(?<![\d.(])(?:\d{9,13})(?!\d)/g)) found.push(dayOf(Number(ticks) * unitOf(ticks)));
  for (const [, year = '', month = '', day = ''] of text.matchAll(/(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/g))
    found.push(`${year}-${month}-${day}`);
  return found;
}
