import type { Employee } from '../employee/employee.ts';
import { byText } from '../plan/by-text.ts';
import { comparable } from './comparable.ts';
import { fieldReader, type FieldReader } from './field-values.ts';
import type { Condition, EntityMapping, Filter } from './filter.ts';

/** A value of the configuration that no employee carries. */
export interface UnmatchedValue {
  readonly field: string;
  /** As it was typed. */
  readonly value: string;
  /** False where no record brought the field at all: then the read is to blame, not the value. */
  readonly delivered: boolean;
}

interface Search {
  readonly field: string;
  readonly read: FieldReader;
  /** Comparable form to what was typed; those that were met are taken out. */
  readonly missing: Map<string, string>;
  delivered: boolean;
}

/**
 * Rule S6: the values of filter and entity mapping that nobody carries, whoever they are (the group may have been
 * renamed or deleted). By field, then value. One pass over the employees; it says nothing about a part of a read.
 */
export function unmatchedValues(
  employees: Iterable<Employee>,
  filter: Filter,
  entities: EntityMapping | null = null,
): readonly UnmatchedValue[] {
  const searches = searchesFor([filter, ...(entities?.rules ?? []).map(({ when }) => when)].flatMap(conditionsOf));
  if (searches.length === 0) return [];
  for (const employee of employees) {
    for (const search of searches) {
      if (search.delivered && search.missing.size === 0) continue;
      const carried = search.read(employee);
      if (carried === undefined) continue;
      search.delivered = true;
      for (const value of carried) search.missing.delete(comparable(value));
    }
  }
  return searches
    .flatMap(({ field, missing, delivered }) => [...missing.values()].map((value) => ({ field, value, delivered })))
    .sort((a, b) => byText(a.field, b.field) || byText(a.value, b.value));
}

function conditionsOf(filter: Filter): readonly Condition[] {
  return filter.match === 'everybody' ? [] : filter.conditions;
}

function searchesFor(conditions: readonly Condition[]): Search[] {
  const searches = new Map<string, Search>();
  for (const { field, values } of conditions) {
    const search = searches.get(field) ?? {
      field,
      read: fieldReader(field),
      missing: new Map<string, string>(),
      delivered: false,
    };
    searches.set(field, search);
    for (const value of values) {
      const form = comparable(value);
      const known = search.missing.get(form);
      // Of several spellings the first in the alphabet is named, so that the order of the rules changes nothing.
      if (known === undefined || value < known) search.missing.set(form, value);
    }
  }
  return [...searches.values()];
}
