import { lstat, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ConfigError } from '@rollcall/core';

/**
 * Writes a folder as a whole or not at all: beside its place first, then moved there.
 * @throws ConfigError when something is in its place already; an empty folder may be.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await refuseWhatIsThere(folder);
  const made = await mkdir(dirname(folder), { recursive: true }).catch(refuseToWrite(folder));
  try {
    await writeBeside(folder, files);
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw ConfigError.isInstance(error) ? error : refusal(folder, 'cannot be written');
  }
}

async function writeBeside(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const draft = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const whole = join(draft, 'whole');
    for (const [path, content] of files) {
      const file = join(whole, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { flag: 'wx' });
    }
    // Looked at again: somebody may have been quicker.
    if (await refuseWhatIsThere(folder)) await rmdir(folder);
    await rename(whole, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Is an empty folder there? */
async function refuseWhatIsThere(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw refusal(folder, codeOf(error) === 'ENOTDIR' ? 'lies in a file' : 'cannot be looked at');
  });
  if (found === null) return false;
  if (!found.isDirectory()) throw refusal(folder, 'is there and is no folder');
  if ((await readdir(folder)).length > 0) throw refusal(folder, 'is not empty, and nothing is overwritten');
  return true;
}

function refuseToWrite(folder: string): () => never {
  return () => {
    throw refusal(folder, 'cannot be made');
  };
}

function refusal(folder: string, problem: string): ConfigError {
  return new ConfigError({ problems: [{ field: `folder ${folder}`, problem }] });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
