import { readFileSync } from 'node:fs';
import type { Employee, Issue } from '@rollcall/core';
import { expect, test } from 'vitest';
import { readFile } from './support/read-file.ts';

interface Expected {
  readonly employees: readonly Employee[];
  readonly issues: readonly (Partial<Issue> & { readonly where: readonly string[] })[];
  readonly warnings: readonly string[];
}

const at = (name: string): URL => new URL(`fixtures/${name}`, import.meta.url);
const expected = JSON.parse(readFileSync(at('expected.json'), 'utf8')) as Readonly<Record<string, Expected>>;

test.each(Object.entries(expected))('%s is read as its people know it', async (name, { employees, issues, warnings }) => {
  const read = await readFile(readFileSync(at(name)), { name });
  expect(read.error).toBeUndefined();
  expect(read.employees).toEqual(employees);
  expect(read.report.issues).toMatchObject(issues);
  expect(read.report.issues).toHaveLength(issues.length);
  expect(read.report.warnings).toEqual(warnings);
});

test('bank accounts are read where somebody asks for them, and nowhere else', async () => {
  const content = readFileSync(at('french.csv'));
  const { employees } = await readFile(content, { name: 'french.csv', fields: ['lastName', 'bankAccount'] });
  expect(employees[0]?.bankAccount).toEqual({ iban: 'FR7630006000011234567890189' });
  expect(employees[1]?.bankAccount).toBeNull();
  expect(JSON.stringify(await readFile(content, { name: 'french.csv' }))).not.toContain('FR76');
});

test('custom columns are read by name, in any spelling of it', async () => {
  const { employees } = await readFile(readFileSync(at('english.csv')), { config: { customColumns: 'shirt-size' } });
  expect(employees.map(({ customFields }) => customFields)).toEqual(['M', 'L', 'XL'].map((size) => ({ 'Shirt size': size })));
});
