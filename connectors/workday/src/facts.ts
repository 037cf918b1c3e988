import type { Standing } from './status.ts';

/** What a worker and a row of a report say alike: fields by our names, before they are normalised. */
export interface Facts {
  readonly [field: string]: unknown;
  readonly standing: Standing | undefined;
  readonly isContingent: boolean;
  readonly place: { readonly id?: unknown; readonly name: unknown; readonly country: unknown };
  readonly custom: readonly (readonly [string, unknown])[];
}

/** Of these there are an id and a name. */
export const groups = ['department', 'team', 'division', 'legalEntity', 'costCenter'] as const;
