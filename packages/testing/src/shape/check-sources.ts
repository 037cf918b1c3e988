import type { Manifest } from '@rollcall/core';
import { declaredIn } from './check-package-json.ts';
import type { PackageFiles } from './package-files.ts';
import type { ShapeProblem } from './shape-problem.ts';

interface Ban {
  readonly found: RegExp;
  readonly instead: string;
}

const bans: readonly Ban[] = [
  { found: /\bprocess\.env\b/, instead: 'reads the environment: what a connector knows comes by config and platform' },
  { found: /\bDate\.now\(|\bnew Date\(\)/, instead: 'reads the clock: use context.now, or context.today in map' },
  { found: /\bset(?:Timeout|Interval|Immediate)\(/, instead: 'waits: budgets and retries are the kit’s' },
  { found: /\bconsole\.(?:debug|error|info|log|warn)\(/, instead: 'logs: say it with context.warn' },
  { found: /(?<![.\w])fetch\(/, instead: 'sends past the kit: use context.http' },
  { found: /\bMath\.random\(/, instead: 'is random: two reads must give the same people' },
  { found: /eslint-disable|@ts-ignore|@ts-nocheck/, instead: 'switches a check off' },
  { found: /TODO\(rollcall\)/, instead: 'is still to be written' },
];

// Everything else a connector could want of Node.js is an effect of its own.
const harmless = new Set(['node:buffer', 'node:crypto', 'node:util']);

/** What the source imports, and what it must leave to the kit. */
export function checkSources(files: PackageFiles, manifest: Manifest | undefined): ShapeProblem[] {
  const declared = declaredIn(files);
  return files.find('src/**/*.ts').flatMap((file) =>
    files
      .text(file)
      .split('\n')
      .flatMap((line, index) =>
        [
          ...bans.filter(({ found }) => found.test(line)).map(({ instead }) => instead),
          ...importsIn(line).flatMap((name) => problemWith(name, declared, manifest?.file !== undefined) ?? []),
        ].map((problem) => ({ file: `${file}:${String(index + 1)}`, problem })),
      ),
  );
}

const importing = [
  /^\s*(?:import|export)\b[^'"=]*\bfrom\s*['"]([^'"]+)['"]/,
  /^\s*\}\s*from\s*['"]([^'"]+)['"]/,
  /^\s*import\s*['"]([^'"]+)['"]/,
  /\bimport\(\s*['"]([^'"]+)['"]/,
];

function importsIn(line: string): readonly string[] {
  return importing.flatMap((form) => form.exec(line)?.[1] ?? []);
}

function problemWith(name: string, declared: ReadonlySet<string>, readsFile: boolean): string | undefined {
  if (name.startsWith('.')) return name.endsWith('.ts') || name.endsWith('.js') ? undefined : `imports ${name}: write its ending`;
  // Whoever unpacks a file has it in memory already.
  if (name.startsWith('node:'))
    return harmless.has(name) || (readsFile && name !== 'node:fs') ? undefined : `imports ${name}: not a connector's business`;
  const own = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
  if (/^@rollcall\/connector-/.test(own)) return `imports ${own}: connectors stand alone`;
  return declared.has(own) ? undefined : `imports ${own}, which package.json does not name`;
}
