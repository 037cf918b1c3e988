import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of one package, by their paths below its folder. */
export interface PackageFiles {
  readonly folder: string;
  has(path: string): boolean;
  /** Empty where there is none. */
  text(path: string): string;
  /** Undefined where there is none, or it is no JSON. */
  json(path: string): unknown;
  /** By a glob, in their order, with slashes on every system. */
  find(pattern: string): readonly string[];
}

export function packageFiles(folder: string): PackageFiles {
  const text = (path: string): string => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : '');
  return {
    folder,
    has: (path) => existsSync(join(folder, path)),
    text,
    json: (path) => {
      try {
        return JSON.parse(text(path)) as unknown;
      } catch {
        return undefined;
      }
    },
    find: (pattern) =>
      globSync(pattern, { cwd: folder })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => !path.includes('node_modules/'))
        .sort(),
  };
}
