import { toPlainDate } from '../calendar/day.ts';
import type { TwinPerson } from '../people/person.ts';
import type { Random } from '../random/random.ts';
import { widestSpan } from '../structure/make-tree.ts';
import type { TwinEvent } from './event.ts';
import { change, detach, personOf, reportsOf, type Life } from './life.ts';
import { leads, pick, stays } from './pick.ts';

const atOnce = 0.12;

/** Somebody without reports will leave; now and then today is the last day. */
export function noticeOfMember(life: Life, random: Random): readonly TwinEvent[] {
  return notice(
    life,
    random,
    pick(life, random, (person) => stays(life, person) && person.managerId !== null && !leads(life, person)),
  );
}

/** A manager will leave. The top never does. */
export function noticeOfManager(life: Life, random: Random): readonly TwinEvent[] {
  return notice(
    life,
    random,
    pick(life, random, (person) => stays(life, person) && person.managerId !== null && leads(life, person)),
  );
}

/** Employment has ended. The reports of a manager are taken over on the same day. */
export function exit(life: Life, random: Random, person: TwinPerson): readonly TwinEvent[] {
  life.headcount -= 1;
  detach(life, person);
  const left = change(life, random, 'exit', person, { leave: null });
  const takenOver = takeOver(life, random, person);
  life.reports.delete(person.id);
  return [left, ...takenOver];
}

function notice(life: Life, random: Random, person: TwinPerson | undefined): readonly TwinEvent[] {
  if (person === undefined) return [];
  const ahead = random.chance(atOnce) ? 0 : random.between(20, 180);
  return [change(life, random, 'notice', person, { terminationDate: toPlainDate(life.today + ahead) })];
}

/** The reports go to one of them, who moves up, or to the manager above. */
function takeOver(life: Life, random: Random, leaver: TwinPerson): readonly TwinEvent[] {
  const reports = reportsOf(life, leaver.id)
    .map((id) => personOf(life, id))
    .filter((person) => person !== undefined);
  const above = personOf(life, leaver.managerId);
  if (above === undefined || reports.length === 0) return [];
  const small = reportsOf(life, above.id).length + reports.length <= widestSpan;
  const fitting = reports.filter((person) => stays(life, person) && !leads(life, person));
  const heir = small && random.chance(0.5) ? undefined : fitting[random.below(fitting.length)];
  return reports.map((person) => {
    const facts = person === heir ? { managerId: above.id, jobTitle: leaver.jobTitle } : { managerId: (heir ?? above).id };
    return change(life, random, 'takeover', person, facts);
  });
}
