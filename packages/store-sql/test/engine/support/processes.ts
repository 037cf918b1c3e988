import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** One file for each program, so that a hundred processes start in no time. */
export async function bundle(program: string, folder: string): Promise<string> {
  // The bundler that comes with the build tool of this workspace.
  const esbuild = createRequire(createRequire(import.meta.url).resolve('tsup'))('esbuild') as Bundler;
  const outfile = join(folder, `${program}.mjs`);
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, `${program}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    conditions: ['@rollcall/source'],
    external: ['pg-native'],
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  });
  return outfile;
}

export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly errors: string;
}

/** Processes of one test file; none outlives it. */
export class Processes {
  readonly #running = new Set<ChildProcess>();

  /** With `ipc` it can be spoken to. */
  start(file: string, job: unknown, folder: string): { readonly process: ChildProcess; readonly ended: Promise<Ended> } {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, JSON.stringify(job)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    });
    this.#running.add(child);
    let errors = '';
    child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code, signal) => {
        this.#running.delete(child);
        resolve({ code, signal, errors });
      });
    });
    return { process: child, ended };
  }

  stop(): void {
    for (const child of this.#running) child.kill('SIGKILL');
  }
}
