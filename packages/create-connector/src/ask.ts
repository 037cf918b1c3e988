import { resolve } from 'node:path';
import { ConfigError, type ConfigProblem } from '@rollcall/core';
import type { Answers, Endpoint } from './answers.ts';
import {
  isAuthor,
  isBase,
  isDocs,
  isEndpoint,
  isName,
  isPackageName,
  isSlug,
  slugOf,
  withoutSlash,
  type Check,
} from './checks.ts';
import type { Flags } from './flags.ts';
import { isLogInKind, isPagingKind, logInKinds, pagingKinds } from './kinds.ts';
import type { ListCandidate } from './openapi/find-lists.ts';
import { loadDocument } from './openapi/load-document.ts';
import { propose, type Proposal } from './openapi/propose.ts';
import type { Prompts } from './prompts.ts';

export interface Asking {
  readonly cwd: string;
  readonly prompts: Prompts | null;
  readonly place: Answers['place'];
  readonly today: string;
}

interface Proposed {
  readonly proposal: Proposal;
  readonly list: ListCandidate;
}

/**
 * Flags first, then what a document proposes, then questions.
 * @throws ConfigError naming every answer that is wrong, or missing where nobody can be asked.
 */
export async function ask(given: Flags, asking: Asking): Promise<Answers> {
  refuseWrong(given);
  const flags = await withDocument(given, asking);
  const proposed = await proposalOf(flags, asking);
  if (asking.prompts === null) refuseMissing(flags, proposed);
  const { place, today } = asking;
  const name = await answerTo(flags.name, asking, {
    message: 'Name of the vendor:',
    fallback: proposed?.proposal.name,
    check: isName,
  });
  const slug = await answerTo(flags.slug, asking, { message: 'Short name:', fallback: slugOf(name), check: isSlug });
  const paging = await pagingOf(flags, asking, proposed);
  const logIn = await logInOf(flags, asking, proposed);
  const baseUrl = await answerTo(flags.baseUrl, asking, {
    message: 'Base URL of the API ({company} for a part that differs by customer):',
    fallback: proposed?.proposal.baseUrl,
    check: isBase,
  });
  const endpoint =
    flags.endpoint ??
    (proposed === undefined ? await maybe(asking, 'Path of the list, empty if not known yet:', isEndpoint) : undefined);
  const author =
    flags.author ??
    (place === 'outside' ? await maybe(asking, 'Who holds the licence (MIT), empty for later:', isAuthor) : undefined);
  return {
    name,
    slug,
    packageName: flags.package ?? (place === 'monorepo' ? `@rollcall/connector-${slug}` : `rollcall-connector-${slug}`),
    author,
    ...logIn,
    ...paging,
    baseUrl: withoutSlash(baseUrl),
    endpoint: endpoint === undefined ? proposed && plainEndpoint(proposed.list.endpoint) : endpointOf(endpoint),
    docsUrl: flags.docs,
    shape: proposed?.list.shape,
    document: flags.openapi
      ?.split(/[/\\]/)
      .at(-1)
      ?.replace(/[^\w.-]/g, '_'),
    place,
    today,
  };
}

const checks: Readonly<Partial<Record<keyof Flags, readonly [flag: string, check: Check, example: string]>>> = {
  name: ['--name', isName, 'Acme HR'],
  slug: ['--slug', isSlug, 'acme-hr'],
  logIn: ['--log-in', (word) => isLogInKind(word) || `must be one of ${Object.keys(logInKinds).join(', ')}`, 'apiKey'],
  paging: ['--paging', (word) => isPagingKind(word) || `must be one of ${Object.keys(pagingKinds).join(', ')}`, 'cursor'],
  baseUrl: ['--base-url', isBase, 'https://api.acme.example'],
  endpoint: ['--endpoint', isEndpoint, '/v1/employees'],
  docs: ['--docs', isDocs, 'https://developer.acme.example'],
  package: ['--package', isPackageName, 'rollcall-connector-acme-hr'],
  author: ['--author', isAuthor, 'Acme Ltd'],
};

function refuseWrong(flags: Flags): void {
  const problems = Object.entries(checks).flatMap(([key, [field, check, example]]): ConfigProblem[] => {
    const value = flags[key as keyof Flags];
    const problem = value === undefined ? true : check(value);
    return problem === true ? [] : [{ field, problem, example }];
  });
  if (problems.length > 0) throw new ConfigError({ problems });
}

/** Without a terminal: what nobody said, flag by flag. */
function refuseMissing(flags: Flags, proposed: Proposed | undefined): void {
  const name = flags.name ?? proposed?.proposal.name;
  const known: Readonly<Partial<Record<keyof Flags, unknown>>> = {
    name: name !== undefined && isName(name) === true ? name : undefined,
    slug: flags.slug ?? (name === undefined || isSlug(slugOf(name)) === true ? 'later' : undefined),
    logIn: flags.logIn ?? proposed?.proposal.logInOf(proposed.list),
    paging: flags.paging ?? proposed?.list,
    baseUrl: flags.baseUrl ?? proposed?.proposal.baseUrl,
  };
  const problems = (Object.keys(known) as (keyof Flags)[]).flatMap((key) => {
    const [field = key, , example] = checks[key] ?? [];
    return known[key] === undefined ? [{ field, problem: 'is missing, and there is no terminal to ask on', example }] : [];
  });
  if (problems.length > 0) throw new ConfigError({ problems });
}

/** Whoever knows the list already needs no document to find it in. */
async function withDocument(flags: Flags, asking: Asking): Promise<Flags> {
  if (flags.openapi !== undefined || flags.endpoint !== undefined) return flags;
  const openapi = await maybe(asking, 'OpenAPI 3 document (a file), empty for none:', () => true);
  return openapi === undefined ? flags : { ...flags, openapi };
}

async function proposalOf(flags: Flags, { cwd, prompts }: Asking): Promise<Proposed | undefined> {
  if (flags.openapi === undefined) return undefined;
  const proposal = propose(await loadDocument(resolve(cwd, flags.openapi)));
  const wanted = flags.endpoint === undefined ? undefined : endpointOf(flags.endpoint);
  const named = proposal.lists.find(({ endpoint }) => {
    const { method, path } = plainEndpoint(endpoint);
    return method === wanted?.method && path === wanted.path;
  });
  if (wanted !== undefined && named === undefined)
    throw new ConfigError({
      problems: [
        { field: '--endpoint', problem: 'is no list of people in the document', example: proposal.lists[0]?.endpoint.path },
      ],
    });
  const list = named ?? (await chosen(proposal, prompts));
  return list === undefined ? undefined : { proposal, list };
}

async function chosen({ lists }: Proposal, prompts: Prompts | null): Promise<ListCandidate | undefined> {
  if (prompts === null || lists.length < 2) return lists[0];
  const choices = lists.slice(0, 8).map(({ endpoint: { method, path }, reason }, index) => {
    return { value: String(index), name: `${method} ${path} (${reason})` };
  });
  return lists[Number(await prompts.choose({ message: 'Which of these is the list of people?', choices, fallback: '0' }))];
}

async function logInOf(
  flags: Flags,
  { prompts }: Asking,
  proposed: Proposed | undefined,
): Promise<Pick<Answers, 'logIn' | 'logInDetails'>> {
  const guess = proposed?.proposal.logInOf(proposed.list);
  const word =
    flags.logIn ??
    (await prompts?.choose({ message: 'How does one log in?', ...choicesOf(logInKinds), fallback: guess?.kind })) ??
    guess?.kind;
  const logIn = word !== undefined && isLogInKind(word) ? word : 'apiKey';
  return { logIn, logInDetails: guess?.kind === logIn ? guess.details : {} };
}

async function pagingOf(
  flags: Flags,
  { prompts }: Asking,
  proposed: Proposed | undefined,
): Promise<Pick<Answers, 'paging' | 'pagingDetails'>> {
  const guess = proposed?.proposal.pagingOf(proposed.list);
  const word =
    flags.paging ??
    (await prompts?.choose({ message: 'How does the list come?', ...choicesOf(pagingKinds), fallback: guess?.kind })) ??
    guess?.kind;
  const paging = word !== undefined && isPagingKind(word) ? word : 'single';
  return { paging, pagingDetails: guess?.kind === paging ? guess.details : {} };
}

function choicesOf(kinds: Readonly<Record<string, string>>) {
  return { choices: Object.entries(kinds).map(([value, about]) => ({ value, name: `${value}: ${about}` })) };
}

interface Asked {
  readonly message: string;
  readonly fallback?: string | undefined;
  readonly check: Check;
}

/** An empty answer takes the fallback. */
async function answerTo(flag: string | undefined, { prompts }: Asking, { message, fallback, check }: Asked): Promise<string> {
  if (flag !== undefined) return flag;
  const proposal = fallback !== undefined && check(fallback) === true ? fallback : undefined;
  if (prompts === null) return proposal ?? '';
  const shown = proposal === undefined ? message : `${message.replace(/:$/, '')} [${proposal}]:`;
  const answer = await prompts.text({
    message: shown,
    validate: (text) => (text === '' && proposal !== undefined) || check(text),
  });
  return answer === '' ? (proposal ?? '') : answer;
}

async function maybe({ prompts }: Asking, message: string, check: Check): Promise<string | undefined> {
  const answer = await prompts?.text({ message, validate: (text) => text === '' || check(text) });
  return answer === '' ? undefined : answer;
}

function endpointOf(text: string): Endpoint {
  const [, method, path = text] = /^(GET|POST) (.*)$/.exec(text) ?? [];
  return plainEndpoint({ method: method === 'POST' ? 'POST' : 'GET', path });
}

/** Parts in braces become names of config fields: `{company_id}` is `{companyId}`. */
function plainEndpoint({ method, path }: Endpoint): Endpoint {
  const plain = path.replace(/\{([^}]*)\}/g, (_, name: string) => {
    const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
    const joined = words
      .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
      .join('');
    return `{${/^[a-z]/.test(joined) ? joined : `part${joined}`}}`;
  });
  return { method, path: plain };
}
