import { lookedUp, vendorId, vendorObject } from '@rollcall/core';
import { z } from 'zod';

const id = vendorId.nullish();
const ids = z.array(vendorId).nullish();
const person = { departments: ids, primaryDepartmentId: id, employeeGroups: ids, employeeTypeId: id, supervisorId: id };

/** A row that is held for its name, or for the employee that a supervisor is. */
export const Row = z.object({ id: vendorId, name: z.unknown().optional(), employeeId: id });
export type Row = z.infer<typeof Row>;
const rows = lookedUp<Row>();

const lists = { departments: rows, groups: rows, types: rows, supervisors: rows };
const stated = { isActive: z.boolean().optional(), detail: vendorObject({}).nullish() };

/** One person of either list, or the detail, and what belongs to them; absent where it was not read. */
export const PlandayRecord = z.object({ person: vendorObject({ id: vendorId, ...person }), ...stated, ...lists });
export type PlandayRecord = z.infer<typeof PlandayRecord>;

/** `paging` is null in some of the vendor's APIs. */
const paging = vendorObject({ total: z.number().nullish() }).nullish();
export const Page = vendorObject({ data: z.array(z.unknown()), paging });
export type Page = z.infer<typeof Page>;

export const OneEmployee = vendorObject({ data: vendorObject({ isDeactivated: z.boolean().nullish() }) });
export const PortalInfo = vendorObject({ data: vendorObject({ id: vendorId }) });
