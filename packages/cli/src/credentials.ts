import { readFile } from 'node:fs/promises';
import { text as readText } from 'node:stream/consumers';
import { resolve } from 'node:path';
import { checkConfig, ConfigError, type AnyConnector, type ConfigField, type ConfigProblem } from '@rollcall/core';
import type { Cli } from './cli.ts';
import { didYouMean } from './nearest.ts';
import type { Prompts } from './prompts.ts';

export interface CredentialOptions {
  /** `name=value`, repeated. */
  readonly set?: readonly string[];
  /** A JSON file, or `-` for stdin. */
  readonly credentials?: string;
}

type Values = Record<string, unknown>;

/** `ROLLCALL_PERSONIO_CLIENT_ID`: where a field is looked for in the environment. */
export function variableOf(slug: string, field: string): string {
  return `ROLLCALL_${slug}_${field.replace(/([a-z0-9])([A-Z])/g, '$1_$2')}`.replaceAll('-', '_').toUpperCase();
}

/**
 * What the customer enters for a connector: from `--set`, then `--credentials`, then the environment, and what is still
 * missing from questions. Checked against the manifest.
 * @throws ConfigError naming every bad, unknown and missing field, and where it may be given
 */
export async function collectCredentials(cli: Cli, { manifest }: AnyConnector, options: CredentialOptions): Promise<Values> {
  const { slug, config: fields } = manifest;
  const given: Values = {
    ...fromEnvironment(cli, slug, fields),
    ...(options.credentials === undefined ? {} : await fromJson(cli, options.credentials)),
    ...fromFlags(options.set ?? []),
  };
  refuseUnknown(given, fields);
  for (const [name, field] of Object.entries(fields)) if (field.type === 'fieldMap') given[name] = asMap(given[name]);
  if (cli.prompts !== null) await askMissing(cli.prompts, { slug, fields, given });
  else refuseMissing(slug, fields, given);
  for (const [name, field] of Object.entries(fields))
    if (isMultiline(field)) given[name] = await fromFile(cli, name, given[name]);
  return checkConfig(fields, given, slug);
}

/**
 * For commands that also work with a connection, which has credentials of its own.
 * @throws ConfigError when credentials were given all the same
 */
export function refuseCredentials({ set, credentials }: CredentialOptions): void {
  const given = [...(set === undefined ? [] : ['--set']), ...(credentials === undefined ? [] : ['--credentials'])];
  if (given.length === 0) return;
  throw new ConfigError({
    problems: given.map((field) => ({ field, problem: 'is of no use here: a connection is read with what is stored of it' })),
    hint: 'Name a connector to try credentials; "rollcall connect <connector> --reconnect <connection>" stores new ones.',
  });
}

type Fields = AnyConnector['manifest']['config'];

function fromEnvironment({ io }: Cli, slug: string, fields: Fields): Values {
  const found = Object.keys(fields).map((name) => [name, io.env[variableOf(slug, name)]] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined && value !== ''));
}

async function fromJson({ io }: Cli, file: string): Promise<Values> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(file === '-' ? await readText(io.stdin) : await readFile(resolve(io.cwd, file), 'utf8'));
  } catch (error) {
    const problem = error instanceof SyntaxError ? 'is not valid JSON' : 'cannot be read';
    throw new ConfigError({
      problems: [{ field: '--credentials', problem, example: '{ "clientId": "…", "clientSecret": "…" }' }],
    });
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  throw new ConfigError({ problems: [{ field: '--credentials', problem: 'must be one JSON object of fields' }] });
}

/** A key file is named, behind an `@`, rather than pasted into a terminal that takes one line. */
async function fromFile({ io }: Cli, name: string, value: unknown): Promise<unknown> {
  if (typeof value !== 'string' || !value.trim().startsWith('@')) return value;
  try {
    return await readFile(resolve(io.cwd, value.trim().slice(1)), 'utf8');
  } catch {
    throw new ConfigError({ problems: [{ field: name, problem: 'names a file, behind the @, that cannot be read' }] });
  }
}

function fromFlags(set: readonly string[]): Values {
  return Object.fromEntries(
    set.map((text) => {
      const at = text.indexOf('=');
      if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1)];
      throw new ConfigError({
        problems: [{ field: '--set', problem: 'must be a field and its value', example: 'companyDomain=larkmoor' }],
      });
    }),
  );
}

function refuseUnknown(given: Values, fields: Fields): void {
  const known = Object.keys(fields);
  const problems = Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name): ConfigProblem => ({
      field: name,
      problem: `is not known${didYouMean(name, known)}; known: ${known.join(', ')}`,
    }));
  if (problems.length > 0) throw new ConfigError({ problems });
}

/** A map is typed as JSON; what is none is left to the check, which says what is expected. */
function asMap(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function isNeeded(field: ConfigField, value: unknown): boolean {
  const missing = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return missing && field.optional !== true && !(field.type === 'choice' && field.fallback !== undefined);
}

function refuseMissing(slug: string, fields: Fields, given: Values): void {
  const problems = Object.entries(fields)
    .filter(([name, field]) => isNeeded(field, given[name]))
    .map(([name, field]): ConfigProblem => {
      const flag = isSecret(field) ? 'give it in --credentials <file>' : `use --set ${name}=…`;
      return {
        field: name,
        label: field.label,
        problem: `is missing: set ${variableOf(slug, name)}, or ${flag}`,
        help: field.help,
      };
    });
  if (problems.length > 0) throw new ConfigError({ vendor: slug, problems, hint: 'There is no terminal to ask on.' });
}

async function askMissing(
  prompts: Prompts,
  { slug, fields, given }: { readonly slug: string; readonly fields: Fields; readonly given: Values },
): Promise<void> {
  for (const [name, field] of Object.entries(fields)) {
    const isOpenChoice = field.type === 'choice' && given[name] === undefined && field.optional !== true;
    if (isOpenChoice || isNeeded(field, given[name])) given[name] = await ask(prompts, { slug, name, field });
  }
}

async function ask(
  prompts: Prompts,
  { slug, name, field }: { readonly slug: string; readonly name: string; readonly field: ConfigField },
): Promise<string> {
  const question = {
    message: field.label,
    help: `${field.help} For example: ${field.example}${isMultiline(field) ? ' Or @ and the path of the file.' : ''}`,
    validate: (answer: string) => complaint(field, answer, { slug, name }) ?? true,
  };
  if (field.type === 'choice') {
    const choices = field.choices.map((value) => ({ value, name: value }));
    return prompts.choose({ ...question, choices, fallback: field.fallback });
  }
  return isSecret(field) ? prompts.secret(question) : prompts.text(question);
}

/** What the manifest says against an answer, while the question still stands. */
function complaint(
  field: ConfigField,
  answer: string,
  { slug, name }: { readonly slug: string; readonly name: string },
): string | undefined {
  // What a file holds is judged when it has been read.
  if (isMultiline(field) && answer.trim().startsWith('@')) return undefined;
  try {
    checkConfig({ [name]: field }, { [name]: answer }, slug);
    return undefined;
  } catch (error) {
    if (!ConfigError.isInstance(error)) throw error;
    return error.problems.map(({ problem, pattern }) => (pattern === undefined ? problem : `${problem}: ${pattern}`)).join('; ');
  }
}

function isMultiline(field: ConfigField): boolean {
  return 'multiline' in field && field.multiline === true;
}

function isSecret(field: ConfigField): boolean {
  return 'secret' in field && field.secret === true;
}
