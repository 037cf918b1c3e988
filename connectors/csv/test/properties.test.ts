import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLines } from '../src/csv-lines.ts';
import type { Lines } from '../src/table.ts';
import { readFile } from './support/read-file.ts';
import { xlsxOf } from './support/xlsx-of.ts';

const signs = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
const marks = { 'utf-8': '', 'utf-16le': '\ufeff', 'windows-1252': '', 'utf-16be': '\ufeff' } as const;

function encoded(text: string, encoding: keyof typeof marks): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

async function cellsOf(lines: Lines): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of lines.read()) rows.push(row);
  return rows;
}

// What all encodings here can write.
const letter = fc.constantFrom(...'aZ09 äéßñØ,;|\t"\'\r\n=@'.split(''));
const cell = fc.string({ unit: letter, maxLength: 12 });
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

describe('tables', () => {
  test('written with any delimiter, encoding and line end they are read with the same cells', async () => {
    const delimiters = fc.constantFrom('comma', 'semicolon', 'tab', 'pipe');
    const encodings = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252');
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(table, delimiters, encodings, ends, fc.boolean(), async (rows, delimiter, encoding, end, isEnded) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(signs[delimiter]));
        const content = encoded(marks[encoding] + quoted.join(end) + (isEnded ? end : ''), encoding);
        expect(await cellsOf(csvLines(content, { delimiter, encoding }))).toEqual(rows);
      }),
      { numRuns: 150 },
    );
  });

  test('in parts of any size they are the same', async () => {
    const long = 'ö'.repeat(70_000).match(/.{1,30}/gu) ?? [];
    const content = Buffer.from(long.map((text, index) => `${String(index)},${text}\r\n`).join(''));
    const rows = await cellsOf(csvLines(content, { delimiter: 'auto', encoding: 'auto' }));
    expect(rows).toEqual(long.map((text, index) => [String(index), text]));
  });
});

describe('files that were cut', () => {
  const people = Array.from({ length: 5 }, (_person, index) => [
    `p${String(100 + index)}`,
    index % 2 === 0 ? 'Größe, "Ann"' : 'Ash',
    `ash${String(index)}@tidewell.example`,
    `p${String(100 + ((index * 3) % 5))}`,
    index === 3 ? '2026-10-31' : '',
  ]);
  const header = ['ID', 'Last name', 'Work email', 'Manager ID', 'Last day'];
  const quote = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = [header, ...people].map((cells) => cells.map(quote).join(',')).join('\r\n');
  const csv = { name: 'people.csv', bytes: Buffer.from(`${text}\r\n`) };
  const wide = { name: 'people.csv', bytes: Buffer.from(`\ufeff${text}\r\n`, 'utf16le') };
  const old = { name: 'people.csv', bytes: Buffer.from(`${text}\r\n`, 'latin1') };
  const sheet = { name: 'people.xlsx', bytes: xlsxOf([header, ...people]) };

  test.each([
    ['UTF-8', csv],
    ['UTF-16', wide],
    ['Windows', old],
    ['XLSX', sheet],
  ])('V2 %s, at any byte: never somebody missing in a complete read, and never another value', async (_what, { name, bytes }) => {
    const config = { everybody: 'yes', headcount: '5' };
    const whole = await readFile(bytes, { name, config });
    expect(whole.report.outcome).toBe('complete');
    const known = new Map(whole.employees.map((employee) => [employee.id, employee as Record<string, unknown>]));
    for (let length = 0; length < bytes.length; length += 1) {
      const { employees, report, error } = await readFile(bytes.subarray(0, length), { name, config });
      // What is no file to read is none whatever is said of it.
      if (error !== undefined && employees.length === 0) continue;
      // Rows that are there to their end are those of a head-count within its tolerance, at best.
      if (report.outcome === 'complete') expect(employees.length).toBeGreaterThanOrEqual(3);
      const said = await readFile(bytes.subarray(0, length), { name, config, people: 5 });
      if (said.report.outcome === 'complete') expect(said.employees).toHaveLength(5);
      for (const employee of employees)
        for (const [field, value] of Object.entries(employee))
          if (field !== 'status' || value !== 'unknown') expect(value).toEqual(known.get(employee.id)?.[field]);
    }
  });
});
