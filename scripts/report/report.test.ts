import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeLines } from './code-lines.ts';
import { duplicationOf } from './duplication.ts';
import { toTable } from './print-table.ts';

test('lines of code are neither blank nor comment', () => {
  const text = [
    '/** What it is. */',
    '',
    '// Why.',
    'export const text = `one // not a comment',
    'two`; // said beside code',
    'export function four(/* nothing */): number {',
    '  /*',
    '   * At length.',
    '   */',
    '  return 4;',
    '}',
    '',
  ].join('\n');
  expect(codeLines(text)).toBe(5);
});

test('copies count between connectors, not within one, and not when they are short', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-report-'));
  try {
    const long = Array.from({ length: 12 }, (_, line) => `export const member${String(line)} = read(${String(line)}, 'name');`);
    const short = long.slice(0, 3);
    const write = (name: string, lines: readonly string[]): string => {
      const path = join(folder, name);
      writeFileSync(path, `${lines.join('\n')}\n`);
      return path;
    };
    const a = { connector: 'a', path: write('a.ts', long) };
    const again = { connector: 'a', path: write('a2.ts', long) };
    const b = { connector: 'b', path: write('b.ts', ['export const own = 1;', ...long]) };
    const c = { connector: 'c', path: write('c.ts', short) };
    const within = await duplicationOf([a, again]);
    expect([within.duplicatedLines, within.lines]).toEqual([0, 24]);
    const between = await duplicationOf([a, b, c]);
    expect([between.duplicatedLines, between.lines, between.copies.length]).toEqual([12, 28, 1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('columns are as wide as their longest cell, numbers stand to the right', () => {
  expect(toTable(['name', 'lines'], [['acme', '7']], ['lines'])).toBe('name  lines\nacme      7');
});
