import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from '../../src/answers.ts';

const own = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const shared = fileURLToPath(new URL('../../../../node_modules/', import.meta.url));

/** A folder of its own in which the packages of this repository can be imported. */
export function createRoom(): { readonly folder: string; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-create-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(own)) if (!name.startsWith('.')) symlinkSync(join(own, name), join(modules, name));
  symlinkSync(join(shared, '@types'), join(modules, '@types'));
  return {
    folder,
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function writeAll(folder: string, files: Iterable<readonly [file: string, content: string]>): void {
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

/** Answers as a newcomer gives them. */
export function answersWith(changes: Partial<Answers> = {}): Answers {
  return {
    name: 'Acme HR',
    slug: 'acme-hr',
    packageName: 'rollcall-connector-acme-hr',
    logIn: 'apiKey',
    logInDetails: {},
    paging: 'cursor',
    pagingDetails: {},
    baseUrl: 'https://api.acme.example',
    today: '2026-11-22',
    place: 'outside',
    ...changes,
  };
}
