import type { MapReport } from '../../src/index.ts';

export interface Note {
  readonly field: string;
  readonly kind: string;
  readonly expected: string;
  /** As it was handed in: only the reader reduces it to its class. */
  readonly value: unknown;
}

/** A MapReport that keeps what it is told. */
export interface Notes extends MapReport {
  readonly all: readonly Note[];
}

export function createNotes(): Notes {
  const all: Note[] = [];
  return {
    all,
    note(field, kind, expected, value) {
      all.push({ field, kind, expected, value });
    },
  };
}
