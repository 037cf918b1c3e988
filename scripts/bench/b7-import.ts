import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { median, rounded, type BenchResult } from './result.ts';

const rounds = 15;

/** B7: importing the built core in a fresh process, against importing zod. Needs `pnpm run build`. */
export function benchImport(): BenchResult {
  const built = fileURLToPath(new URL('../../packages/core/dist/index.js', import.meta.url));
  if (!existsSync(built)) throw new TypeError('packages/core is not built: run pnpm run build');
  // zod as core finds it.
  const zod = createRequire(built)
    .resolve('zod')
    .replace(/\.cjs$/, '.js');
  importMs(built);
  importMs(zod);
  const cores: number[] = [];
  const zods: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [floor, core] = [importMs(zod), importMs(built)];
    zods.push(floor);
    cores.push(core);
    ratios.push(core / floor);
  }
  const value = rounded(median(ratios));
  const detail = `core ${String(Math.round(median(cores)))} ms, zod ${String(Math.round(median(zods)))} ms (medians of ${String(rounds)} pairs of fresh processes)`;
  return { id: 'B7', what: "import '@rollcall/core'", value, unit: "× import 'zod'", limit: 2, aim: 1.3, ok: value <= 2, detail };
}

function importMs(file: string): number {
  const source = `const start = performance.now(); await import(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - start));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' }));
}
