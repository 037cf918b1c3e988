import { toPlainDate, type Day } from '../calendar/day.ts';
import type { Random } from '../random/random.ts';
import type { TwinLeave, TwinPerson, TwinStint } from './person.ts';
import type { TwinState } from './state-of.ts';

export type EmploymentDates = Pick<
  TwinPerson,
  'hireDate' | 'originalHireDate' | 'terminationDate' | 'leave' | 'stints' | 'updatedAt'
>;

const rehired = 0.03;
const openLeave = 0.2;
const longestEmployment = 7_300;
const noStints: readonly TwinStint[] = [];

/** Days of hiring, leaving and absence that make somebody what they are on the day `today`. */
export function makeDates(random: Random, state: TwinState, notice: boolean, today: Day): EmploymentDates {
  if (state === 'preboarding') return ahead(random, today);
  const last = state === 'terminated' ? today - random.between(1, 1_500) : today - 1;
  const hired = last - 30 - Math.floor(random.fraction() ** 2 * longestEmployment);
  const stints = random.chance(rehired) ? earlierStint(random, hired) : noStints;
  return {
    hireDate: toPlainDate(hired),
    originalHireDate: stints[0]?.from ?? toPlainDate(hired),
    terminationDate: state === 'terminated' ? toPlainDate(last) : notice ? toPlainDate(today + random.between(1, 180)) : null,
    leave: state === 'leave' ? makeLeave(random, today) : null,
    stints,
    updatedAt: instantOn(random, state === 'terminated' ? last : random.between(hired, today - 1)),
  };
}

/** Some moment of a day. */
export function instantOn(random: Random, day: Day): string {
  const [hour, minute, second] = [random.below(24), random.below(60), random.below(60)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return [toPlainDate(day), 'T', hour, ':', minute, ':', second, 'Z'].join('');
}

function ahead(random: Random, today: Day): EmploymentDates {
  const hireDate = toPlainDate(today + random.between(1, 60));
  return {
    hireDate,
    originalHireDate: hireDate,
    terminationDate: null,
    leave: null,
    stints: noStints,
    updatedAt: instantOn(random, today - random.between(1, 30)),
  };
}

function earlierStint(random: Random, hired: Day): readonly TwinStint[] {
  const until = hired - random.between(60, 900);
  return [{ from: toPlainDate(until - random.between(90, 1_500)), until: toPlainDate(until) }];
}

function makeLeave(random: Random, today: Day): TwinLeave {
  return {
    from: toPlainDate(today - random.below(29)),
    until: random.chance(openLeave) ? null : toPlainDate(today + random.between(1, 300)),
  };
}
