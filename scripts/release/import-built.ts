import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Imports everything that has been built, on whatever Node.js runs this: no package may need a newer one than it says.
interface PackageJson {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | { readonly default?: string }>>;
}

const root = join(import.meta.dirname, '..', '..');
let count = 0;
for (const group of ['packages', 'connectors']) {
  for (const name of readdirSync(join(root, group))) {
    const folder = join(root, group, name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;
    if (manifest.private === true) continue;
    for (const [path, target] of Object.entries(manifest.exports ?? {})) {
      const file = typeof target === 'string' ? target : target.default;
      if (file === undefined || !file.endsWith('.js')) continue;
      const entry = (await import(pathToFileURL(join(folder, file)).href)) as object;
      if (Object.keys(entry).length === 0) throw new TypeError(`${manifest.name}${path.slice(1)} exports nothing`);
      count += 1;
    }
  }
}
process.stdout.write(`${String(count)} entries imported on Node.js ${process.versions.node}\n`);
