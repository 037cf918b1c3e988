import type { TwinEvent } from '../life/event.ts';
import type { TwinPerson } from '../people/person.ts';
import type { TwinCostCenter, TwinEntity, TwinGroup, TwinLocation, TwinTeam } from '../structure/structure.ts';

/** A fictional company. Everything in it follows from seed, size, first day and name. */
export interface Twin {
  readonly name: string;
  /** Of the work addresses, under the reserved top-level domain `.example`. */
  readonly domain: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Counts the days lived: prepared answers are good while it stands. */
  readonly revision: number;
  readonly entities: readonly TwinEntity[];
  readonly locations: readonly TwinLocation[];
  readonly departments: readonly TwinGroup[];
  readonly teams: readonly TwinTeam[];
  readonly divisions: readonly TwinGroup[];
  readonly costCenters: readonly TwinCostCenter[];
  /** Everyone the HR system knows (active, on leave, not yet started, left) by ascending id. Live: `advance` changes this list, never a person in it. */
  readonly people: readonly TwinPerson[];
  person(id: number): TwinPerson | undefined;
  /** Lives through days; `advance(30)` is thirty times `advance(1)`. Returns what happened, in order. */
  advance(days: number): readonly TwinEvent[];
}
