import { defineConnector, noLogIn } from '@rollcall/core';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { discover, list } from './read.ts';
import { FileRecord } from './record.ts';

/** Employees from a file, CSV or XLSX, for HR systems that have no connector. */
export const csv = defineConnector({
  manifest,
  auth: noLogIn(manifest.slug),
  record: FileRecord,
  list,
  map: toEmployee,
  locate: (record) => `row ${String((record as FileRecord).row)}`,
  discover,
});

export default csv;
