import { ConfigError, unproven, type Change, type Completeness } from '@rollcall/core';
import { mapPages, orGone } from '@rollcall/http';
import { xmlFirst } from '@rollcall/soap';
import { horizonOf, isDecided, isHire, widOf, withFutureHires } from './future-hires.ts';
import { countIn, dayOf, everybody, getWorkers, inside, instantOf, reference, workerPages } from './get-workers.ts';
import type { Context, Item } from './get-workers.ts';
import { manifest } from './manifest.ts';
import { reportRows } from './report.ts';

/** Everybody, a page at a time: of 100,000 people no more than a page is held. A report comes, and is held, whole. */
export async function* list(context: Context): AsyncGenerator<readonly unknown[], Completeness, void> {
  if (context.config.source === 'report') return yield* reportRows(context);
  const { integrationSystem: system } = context.config;
  const provider = system === undefined ? undefined : { Provider_Reference: reference('Integration_System_ID', system) };
  const criteria = inside({ Field_And_Parameter_Criteria_Data: provider && inside(provider) });
  let people = 0;
  const end = yield* mapPages(withFutureHires(context, criteria), (page) => {
    people += page.length;
    return page;
  });
  // Without the right to see workers the list is empty and no error.
  return people === 0 ? unproven('Workday lists nobody, as it does without the right to see workers') : end;
}

/** One worker; `null` when Workday knows no such one. */
export async function get(context: Context, id: string): Promise<unknown> {
  if (context.config.source === 'report') {
    const message = 'a report of Workday cannot be asked for one person: read all employees instead';
    throw new ConfigError({ code: 'capability_missing', vendor: manifest.slug, message });
  }
  const today = await oneWorker(context, id);
  const until = horizonOf(context);
  const isSettled = today !== null && (today === undefined || isDecided(today));
  if (until === undefined || isSettled) return today;
  // Somebody who is known from a look ahead may not be there yet today, or without a position.
  const later = await oneWorker(context, id, dayOf(until));
  return today === null || (later != null && isHire(later, context)) ? later : today;
}

async function oneWorker(context: Context, id: string, asOf?: string): Promise<Item | null | undefined> {
  const references = { '@bsvc:Skip_Non_Existing_Instances': '1', ...inside({ Worker_Reference: reference('WID', id) }) };
  const answer = await orGone(getWorkers(context, { who: inside({ Request_References: references }), asOf }));
  if (answer === null) return null;
  const worker = xmlFirst(answer, 'Response_Data', 'Worker');
  if (worker !== undefined) return { worker };
  // Nobody is gone by an answer that says neither: undefined is refused as no record.
  const isGone = countIn(answer, 'Total_Results') === 0 || xmlFirst(answer, 'Invalid_Reference_ID_Response') !== undefined;
  return isGone ? null : undefined;
}

/** Who changed: what was entered since, and what was entered before and came into effect since. Of a report nothing is known. */
export async function* changes(context: Context, cursor: string | null): AsyncGenerator<readonly Change[], string, void> {
  const until = instantOf(context.now);
  if (cursor === null || context.config.source === 'report') return until;
  for (const kind of ['Updated', 'Effective']) {
    const range = inside({ [`${kind}_From`]: cursor, [`${kind}_Through`]: until });
    const criteria = inside({ Transaction_Log_Criteria_Data: inside({ Transaction_Date_Range_Data: range }) });
    for await (const page of workerPages(context, { who: everybody(criteria) }))
      yield page.flatMap((item) => widOf(item) ?? []).map((id) => ({ id, kind: 'changed' }));
  }
  return until;
}
