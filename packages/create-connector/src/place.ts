import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of this monorepo above a folder, where it is one; null outside. */
export function monorepoAbove(folder: string): string | null {
  const isRoot =
    existsSync(join(folder, 'pnpm-workspace.yaml')) && nameOf(join(folder, 'packages/core/package.json')) === '@rollcall/core';
  if (isRoot) return folder;
  const parent = dirname(folder);
  return parent === folder ? null : monorepoAbove(parent);
}

function nameOf(file: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null && 'name' in content ? content.name : undefined;
  } catch {
    return undefined;
  }
}
