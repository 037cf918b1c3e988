import type { WorkLocation } from '../employee/employee.ts';
import type { MapReport } from '../contract/map-report.ts';
import { country } from './country.ts';
import { group } from './group.ts';
import { text } from './text.ts';

export interface PlaceParts {
  readonly id?: unknown;
  readonly name?: unknown;
  /** In any form that `country` reads. */
  readonly country?: unknown;
  /** IANA name. It says which day it is where somebody works (rule S4). */
  readonly timeZone?: unknown;
}

/**
 * Where somebody works, from what the vendor has of it. `null` when it says none, absent when it delivers nothing. A vendor
 * that has no names of places leaves `id` and `name` out: then an empty country says that there is none.
 */
export function place(parts: PlaceParts, report: MapReport): WorkLocation | null | undefined {
  const isNamed = 'id' in parts || 'name' in parts;
  const code = country(parts.country, report, 'workLocation');
  const named = isNamed ? group({ id: parts.id, name: parts.name }, report, 'workLocation') : code === null ? null : undefined;
  const zone = text(parts.timeZone, report, 'workLocation');
  if (code == null && zone == null) return named;
  return { ...(named ?? { name: null }), ...(code != null && { country: code }), ...(zone != null && { timeZone: zone }) };
}
