import { relative, resolve } from 'node:path';
import { ask } from './ask.ts';
import type { Flags } from './flags.ts';
import { monorepoAbove } from './place.ts';
import type { Prompts } from './prompts.ts';
import { filesOf } from './write/files.ts';
import { writeFolder } from './write-folder.ts';

export interface NewConnectorOptions {
  readonly cwd: string;
  /** Null where nobody can answer. */
  readonly prompts: Prompts | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What was written, and what to type next. */
export interface NewConnector {
  readonly folder: string;
  readonly packageName: string;
  readonly files: readonly string[];
  readonly commands: readonly string[];
}

/**
 * Asks what is not said by flags, and writes the package of a connector.
 * @throws ConfigError for answers that are wrong or missing, and for a folder that is not empty; nothing is written then.
 */
export async function newConnector(
  folder: string | undefined,
  flags: Flags,
  { cwd, prompts, today }: NewConnectorOptions,
): Promise<NewConnector> {
  const root = monorepoAbove(resolve(cwd, folder ?? '.'));
  const place = root === null ? 'outside' : 'monorepo';
  const answers = await ask(flags, { cwd, prompts, place, today });
  const usual =
    root === null ? resolve(cwd, answers.packageName.replace(/^@[^/]*\//, '')) : resolve(root, 'connectors', answers.slug);
  const target = folder === undefined ? usual : resolve(cwd, folder);
  const files = filesOf(answers);
  await writeFolder(target, files);
  const there = relative(cwd, target);
  const commands =
    root === null
      ? [...(there === '' ? [] : [`cd ${there}`]), 'npm install', 'npm test']
      : ['pnpm install', `pnpm exec vitest run ${relative(root, target).replaceAll('\\', '/')}`];
  return { folder: target, packageName: answers.packageName, files: [...files.keys()], commands };
}
