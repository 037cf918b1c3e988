import { lookedUp, vendorObject } from '@rollcall/core';
import type { XmlNode } from '@rollcall/soap';
import { z } from 'zod';

/** A `Worker` element. Which elements it holds depends on the rights of the user, so none of them is asked for here. */
export const WorkerRecord = z.object({ worker: z.custom<XmlNode>(isElement, 'an XML element') });

/** One row of a report, where our fields are in it, and the ids of everybody in it by employee number. */
export const ReportRecord = z.object({
  row: z.record(z.string(), z.unknown()),
  places: z.record(z.string(), z.string()),
  ids: lookedUp<string>(),
});

export const WorkdayRecord = z.union([WorkerRecord, ReportRecord]);
export type ReportRecord = z.infer<typeof ReportRecord>;
export type WorkdayRecord = z.infer<typeof WorkdayRecord>;
export type Row = ReportRecord['row'];

/** All that a report answers. Without any row it holds nothing. */
export const Report = vendorObject({
  Report_Entry: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).nullish(),
});

/** Rows are objects; what a row holds is the customer's. */
export function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function isElement(value: unknown): boolean {
  if (typeof value === 'string') return true;
  return isRow(value) && Object.values(value).flat().every(isElement);
}
