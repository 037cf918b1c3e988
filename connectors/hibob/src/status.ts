import { statusOf, text, type EmployeeStatus, type MapContext } from '@rollcall/core';
import { fields } from './fields.ts';
import { machineValue, wordsFor } from './field.ts';
import { foldWord } from './fold-word.ts';

// https://help.hibob.com/hc/en-us/articles/4409776355857 (2026-11): the built-in statuses; companies add leave types of their own.
const lifecycles = { hired: 'preboarding', employed: 'active', leave: 'leave', terminated: 'terminated' } as const;

// Access is closed during most leaves and before the first day as well: closed says nothing about employment.
const accesses = { active: 'active', inactive: 'unknown' } as const;

/** By the last day if it has passed, else by the lifecycle; without the right to read that, by whether access is open. */
export function toStatus(
  person: unknown,
  days: { readonly startDate: string | null | undefined; readonly terminationDate: string | null | undefined },
  context: MapContext,
): EmployeeStatus {
  const { startDate, terminationDate } = days;
  // An end before the start belongs to an earlier employment.
  const hasEnded = terminationDate != null && terminationDate < context.today && terminationDate >= (startDate ?? '');
  if (hasEnded && startDate !== undefined) return 'terminated';
  const status = statusInWords(person, hasEnded, context);
  if (!hasEnded || status === 'terminated' || status === 'unknown') return status;
  // Whose start may not be read may have been rehired since: an end that the words contradict ends nobody.
  context.note('status', 'unreadable', 'a start date beside it', undefined);
  return 'unknown';
}

function statusInWords(person: unknown, hasEnded: boolean, context: MapContext): EmployeeStatus {
  const lifecycle = text(machineValue(person, fields.lifecycle), context, 'status');
  if (lifecycle == null) {
    const table = hasEnded ? { ...accesses, inactive: 'terminated' as const } : accesses;
    return statusOf(machineValue(person, fields.access), table, context);
  }
  const known = [lifecycle, wordsFor(person, fields.lifecycle) ?? ''].map(toKnown).find((word) => word !== undefined);
  return statusOf(known ?? lifecycle, lifecycles, context);
}

/** Parental leave, garden leave and the company's own: whatever has the word in it, but no leaver. */
function toKnown(word: string): string | undefined {
  const folded = foldWord(word);
  return Object.hasOwn(lifecycles, folded) ? folded : /leave(?!r)/.test(folded) ? 'leave' : undefined;
}
