import { proven, type Completeness } from '@rollcall/core';
import { mapPages, rowsById } from '@rollcall/http';
import { xmlFirst, xmlText, type XmlDraft, type XmlNode } from '@rollcall/soap';
import { dayOf, everybody, inside, instantOf, reference, workerPages, type Context, type Item } from './get-workers.ts';
import { WorkerRecord } from './schema.ts';
import { standingOf } from './worker.ts';
import { idOf } from './xml.ts';

/** Up to when hires are looked for; undefined where nobody asked for that. */
export function horizonOf({ config: { futureHireDays: days }, now }: Context): Date | undefined {
  return days === undefined ? undefined : new Date(now.getTime() + Number(days) * 86_400_000);
}

/**
 * Everybody as of today. Where it is asked for, those who are hired on a day ahead are read as of that time, with the position
 * and the organizations that they have then: they are put in the place of what today says of them, or after everybody.
 */
export async function* withFutureHires(
  context: Context,
  criteria: XmlDraft,
): AsyncGenerator<readonly unknown[], Completeness, void> {
  const today = () => workerPages(context, { who: everybody(criteria) });
  const until = horizonOf(context);
  if (until === undefined) return yield* today();
  // No more of them are held than start within the days that were chosen.
  const hires = new Map(await hiresUntil(context, until, criteria));
  const instead = (item: Item): Item => {
    const id = widOf(item) ?? '';
    const hire = hires.get(id);
    hires.delete(id);
    return hire === undefined || isDecided(item) ? item : hire;
  };
  const end = yield* mapPages(today(), (items) => (items as readonly Item[]).map(instead));
  yield [...hires.values()];
  return end.proven ? proven({ by: 'last_page_signal', detail: `${end.evidence.detail}; hires that lie ahead` }) : end;
}

function hiresUntil(context: Context, until: Date, others: XmlDraft): Promise<ReadonlyMap<string, Item>> {
  const { now } = context;
  const types = ['Hire Employee', 'Contract Contingent Worker'].map((type) => reference('Business_Process_Type', type));
  const criteria = inside({
    Transaction_Log_Criteria_Data: inside({
      Transaction_Date_Range_Data: inside({ Effective_From: instantOf(now), Effective_Through: instantOf(until) }),
      Transaction_Type_References: { 'bsvc:Transaction_Type_Reference': types },
    }),
  });
  const pages = () => workerPages(context, { who: everybody({ ...criteria, ...others }), asOf: dayOf(until) });
  const idOfHire = (item: Item) => (isHire(item, context) ? widOf(item) : undefined);
  const lost = ['startDate', 'jobTitle', 'department', 'managerId'] as const;
  return context.optional('Hires that lie ahead', lost, () => rowsById(pages(), WorkerRecord, idOfHire), new Map());
}

export function widOf({ worker }: Item): string | undefined {
  return idOf(xmlFirst(worker, 'Worker_Reference'), 'WID');
}

/** Whoever works here today, or has left, stands so today whatever is planned. */
export function isDecided(item: Item): boolean {
  const { active, terminated } = standingOf(statusIn(item)) ?? {};
  return active === true || terminated === true;
}

/** Is the hire still to come? */
export function isHire(item: Item, { now }: Context): boolean {
  return (xmlText(statusIn(item), 'Hire_Date') ?? '').slice(0, 10) > dayOf(now);
}

function statusIn({ worker }: Item): XmlNode | undefined {
  return xmlFirst(worker, 'Worker_Data', 'Employment_Data', 'Worker_Status_Data');
}
