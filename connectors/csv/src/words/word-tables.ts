import type { EmployeeStatus, EmploymentType } from '@rollcall/core';
import { columnWords, type Column } from './column-words.ts';
import { fold } from './fold.ts';
import { employmentWords, noticeWords, statusWords, totalWords } from './status-words.ts';

/** From lists of words to the table by which one of them is found. */
function tableOf<Meaning extends string>(words: Readonly<Partial<Record<Meaning, string>>>): ReadonlyMap<string, Meaning> {
  const lists = Object.entries(words) as [Meaning, string][];
  return new Map(lists.flatMap(([meaning, list]) => list.split(';').map((word) => [fold(word), meaning] as const)));
}

export const columnByWord: ReadonlyMap<string, Column> = tableOf(columnWords);
export const statusByWord: ReadonlyMap<string, Exclude<EmployeeStatus, 'unknown'>> = tableOf(statusWords);
export const employmentByWord: ReadonlyMap<string, EmploymentType | null> = new Map<string, EmploymentType | null>([
  ...tableOf(employmentWords),
  // A trainee in English; in German, Dutch and the Nordic languages whoever is not external.
  ['intern', null],
]);
export const notice: ReadonlySet<string> = new Set(noticeWords.split(';').map(fold));
export const totals: ReadonlySet<string> = new Set(totalWords.split(';').map(fold));
