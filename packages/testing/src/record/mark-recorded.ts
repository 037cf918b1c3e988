import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';
import type { Manifest } from '@rollcall/core';

export interface Marked {
  readonly edited: boolean;
  /** What to write by hand, where the file could not be edited. */
  readonly byHand: string;
}

/**
 * Says in `src/manifest.ts` that the connector is proven against a real account, and since when. The file is loaded afterwards: unless
 * the manifest says so, and everything else as before, it is put back.
 */
export async function markRecorded(
  file: string,
  { manifest, recorded }: { readonly manifest: Manifest; readonly recorded: string },
): Promise<Marked> {
  const byHand = `maturity: 'recorded' and api: { …, checked: '${recorded}' }`;
  if (!existsSync(file)) return { edited: false, byHand };
  const text = readFileSync(file, 'utf8');
  const edited = withDate(withMaturity(text), recorded);
  if (edited === text) return { edited: manifest.maturity === 'recorded' && manifest.api.checked === recorded, byHand };
  writeFileSync(file, edited);
  const expected = { ...manifest, maturity: 'recorded', api: { ...manifest.api, checked: recorded } };
  if (isDeepStrictEqual(await loaded(file), JSON.parse(JSON.stringify(expected)))) return { edited: true, byHand };
  writeFileSync(file, text);
  return { edited: false, byHand };
}

function withMaturity(text: string): string {
  if (/\bmaturity:\s*'recorded'/.test(text)) return text;
  if (/\bmaturity:\s*'documented'/.test(text)) return text.replace(/(\bmaturity:\s*)'documented'/, "$1'recorded'");
  return text.replace(/^([ \t]*)api: \{[^}]*\},?[ \t]*$/m, (line, indent: string) => `${line}\n${indent}maturity: 'recorded',`);
}

function withDate(text: string, recorded: string): string {
  return text.replace(/(\bapi:\s*\{[^}]*\bchecked:\s*)'[^']*'/, `$1'${recorded}'`);
}

let loads = 0;

async function loaded(file: string): Promise<unknown> {
  loads += 1;
  try {
    const address = `${pathToFileURL(file).href}?recorded=${String(loads)}`;
    const { manifest } = (await import(/* @vite-ignore */ address)) as { readonly manifest?: unknown };
    return JSON.parse(JSON.stringify(manifest)) as unknown;
  } catch {
    return undefined;
  }
}
