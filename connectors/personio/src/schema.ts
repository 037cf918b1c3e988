import { lookedUp, vendorObject, vendorReference, vendorText as text } from '@rollcall/core';
import { z } from 'zod';

// No field is declared required by the documentation, and ids appear as text and as numbers
// (https://developer.personio.de/reference/get_v2-persons-person-id-employments, 2026-11).
const id = z.union([z.string().min(1), z.number()]);
// Empty text is no id, and no reason to lose the whole person.
const otherId = z.union([z.string(), z.number()]).nullish();

export const PersonioEmployment = vendorObject({
  status: text,
  type: text,
  employment_start_date: text,
  employment_end_date: text,
  updated_at: text,
  position: vendorObject({ title: text }).nullish(),
  supervisor: vendorReference,
  office: vendorReference,
  legal_entity: vendorReference,
  org_units: z.array(vendorObject({ type: text, id: otherId })).nullish(),
  cost_centers: z.array(vendorObject({ id: otherId, weight: z.number().nullish() })).nullish(),
  termination: vendorObject({ termination_date: text }).nullish(),
});
export type PersonioEmployment = z.infer<typeof PersonioEmployment>;

export const PersonioPerson = vendorObject({
  id,
  email: text,
  first_name: text,
  last_name: text,
  preferred_name: text,
  status: text,
  updated_at: text,
  custom_attributes: z.array(vendorObject({ id: otherId, global_id: text, value: z.unknown() })).nullish(),
});
export type PersonioPerson = z.infer<typeof PersonioPerson>;

export interface Named {
  readonly name?: string | null | undefined;
}

// By id as text on both sides: employments write ids as text, the look-ups as numbers.
const names = lookedUp<Named>();

const Organisation = z.object({ departments: names, teams: names, legalEntities: names, workplaces: names, costCenters: names });
export type Organisation = Readonly<z.infer<typeof Organisation>>;

/** A person, their employments (most recent first) and the names that their ids stand for. */
export const PersonioRecord = z.object({
  person: PersonioPerson,
  /** `null` when the vendor kept answering 404 for them, which it does in passing. */
  employments: z.array(PersonioEmployment).nullable(),
  organisation: Organisation,
});
export type PersonioRecord = z.infer<typeof PersonioRecord>;

/** The envelope of every list of version 2. */
export const PersonioPage = vendorObject({
  _data: z.array(z.unknown()),
  _meta: vendorObject({ links: vendorObject({ next: vendorObject({ href: z.string() }).nullish() }).nullish() }).nullish(),
});
export type PersonioPage = z.infer<typeof PersonioPage>;
