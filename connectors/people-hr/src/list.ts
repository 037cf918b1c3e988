import { proven, unproven, type Completeness, type ReadContext } from '@rollcall/core';
import { orGone } from '@rollcall/http';
import { isNobody } from './errors.ts';
import type { manifest } from './manifest.ts';
import { Answer } from './schema.ts';

type Context = ReadContext<typeof manifest>;

/** Everybody in one answer; without `IncludeLeavers` people who left are missing. Source: https://apidocs.peoplehr.com (2026-11). */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  const { result } = await ask(context, { Action: 'GetAllEmployeeDetail', IncludeLeavers: 'true' });
  const people: readonly unknown[] = Array.isArray(result) ? result : [];
  // A company has at least the administrator who made the key.
  if (people.length === 0) return unproven('PeopleHR answered without anybody');
  yield people.map((person) => withoutUnwanted(context, person));
  return proven({ by: 'single_answer', detail: 'GetAllEmployeeDetail answers everybody at once, leavers included' });
}

/** One person; `null` when PeopleHR does not know the id. */
export async function get(context: Context, id: string): Promise<unknown> {
  const answer = await orGone(ask(context, { Action: 'GetEmployeeDetailById', EmployeeId: id }));
  // A success with nobody in it says nothing: undefined is refused as no record.
  return answer === null || isNobody(answer) ? null : withoutUnwanted(context, [answer.result].flat()[0] ?? undefined);
}

/** The key travels in the body of each request. */
function ask({ http, config }: Context, request: Readonly<Record<string, string>>): Promise<Answer> {
  return http.post('/Employee', { json: { APIKey: config.apiKey, ...request }, schema: Answer });
}

/** Bank details come along unasked: they go no further unless they are wanted. */
function withoutUnwanted(context: Context, person: unknown): unknown {
  if (context.wants('bankAccount') || typeof person !== 'object' || person === null) return person;
  return { ...person, BankDetail: undefined };
}
