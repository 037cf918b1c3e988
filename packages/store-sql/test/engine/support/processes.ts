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
  /** What it said last. */
  readonly answer: unknown;
}

export interface Started {
  /** It says that it stands still. */
  readonly stopped: Promise<void>;
  readonly goOn: () => Promise<Ended>;
  readonly ended: Promise<Ended>;
}

/** Processes of one test file; none outlives it. */
export class Processes {
  readonly #running = new Set<ChildProcess>();

  start(file: string, job: unknown, folder: string): Started {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, JSON.stringify(job)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    });
    this.#running.add(child);
    let errors = '';
    let answer: unknown;
    const stopped = new Promise<void>((resolve, reject) => {
      child.stdout?.once('data', () => {
        resolve();
      });
      child.once('close', () => {
        reject(new Error(`the process ended and never stood still: ${errors}`));
      });
    });
    // Not everybody waits for it.
    stopped.catch(() => undefined);
    child.once('message', (message) => (answer = message));
    child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code, signal) => {
        this.#running.delete(child);
        resolve({ code, signal, errors, answer });
      });
    });
    const goOn = (): Promise<Ended> => {
      // Again and again: it may have said that it stops, and not have stopped yet.
      const timer = setInterval(() => child.kill('SIGCONT'), 50);
      child.kill('SIGCONT');
      return ended.finally(() => {
        clearInterval(timer);
      });
    };
    return { stopped, goOn, ended };
  }

  stop(): void {
    for (const child of this.#running) child.kill('SIGKILL');
  }
}
