import { vendorObject } from '@rollcall/core';
import { z } from 'zod';

const text = z.string().nullish();
const element = vendorObject({ value: text, type: text, primary: z.boolean().nullish() });

/** One person as they were pushed, with what they refer to. */
export const PushedUser = vendorObject({
  id: z.string(),
  /** The sender deleted the person: a statement that the employment has ended. */
  deleted: z.boolean(),
  updatedAt: z.string(),
  /** Null for nobody; absent where nothing was said, or nobody can tell who is meant. */
  managerId: z.string().nullish(),
  /** Names of the groups; absent where no group was ever pushed. */
  groups: z.array(z.string()).optional(),
  user: vendorObject({
    active: z.boolean().nullish(),
    emails: z.array(element).nullish(),
    phoneNumbers: z.array(element).nullish(),
    addresses: z.array(vendorObject({ type: text })).nullish(),
  }),
});
export type PushedUser = z.infer<typeof PushedUser>;
