import type { Answers, Path } from '../answers.ts';
import { marker } from './code.ts';
import { configEntries } from './config.ts';
import { logInCode, madeUpToken, type TokenEndpoint } from './log-ins.ts';
import { endpointOf, pagingCode } from './paging.ts';
import { shapeOf } from './shape.ts';

type Json = string | number | null | readonly Json[] | { readonly [name: string]: Json };

const json = { 'content-type': 'application/json' };

/** The recordings to fill in: requests as the written list makes them, answers by their shape. */
export function fixtureFiles(answers: Answers): readonly (readonly [file: string, content: string])[] {
  const expected = { now: `${answers.today}T09:00:00Z`, cases: {} };
  return [
    ['test/fixtures/expected.json', text(expected)],
    [
      'test/fixtures/two-pages.json',
      text([...logInCode(answers).tokens.map((token) => tokenExchange(answers, token)), ...pages(answers)]),
    ],
  ];
}

function tokenExchange(answers: Answers, { method, path, origin }: TokenEndpoint): Json {
  return {
    scope: scopeOf(filled(answers, origin)),
    method,
    path,
    status: 200,
    response: { access_token: madeUpToken, token_type: 'Bearer', expires_in: 3600 },
    headers: json,
  };
}

function pages(answers: Answers): readonly Json[] {
  const paging = pagingCode(answers);
  const { method, path } = endpointOf(answers);
  const { headers, query = {} } = logInCode(answers);
  const [, origin = '', prefix = ''] = /^(https:\/\/[^/]+)(.*)$/.exec(filled(answers, answers.baseUrl)) ?? [];
  const whole = `${prefix}${filled(answers, path)}`;
  // The cursor goes where everything else of a request is: into the body, where there is one.
  const inBody = method === 'POST' && answers.paging === 'cursor';
  const bodies = paging.queries.map((parts) => Object.fromEntries(inBody ? parts.slice(1) : []));
  const addresses = paging.queries.map((parts) => {
    const given = [...(inBody ? parts.slice(0, 1) : parts), ...Object.entries(query)].map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
    );
    return given.length === 0 ? whole : `${whole}?${given.join('&').replaceAll('%24', '$')}`;
  });
  return addresses.map((address, index) => {
    const following = addresses[index + 1];
    const next = following === undefined ? undefined : `${origin}${following}`;
    return {
      scope: scopeOf(origin),
      method,
      path: address,
      ...(method === 'POST' && { body: bodies[index] ?? {} }),
      ...(Object.keys(headers).length > 0 && { reqheaders: headers }),
      status: 200,
      response: answerOf(answers, index, next),
      headers: paging.hasLinkHeader === true && next !== undefined ? { ...json, link: `<${next}>; rel="next"` } : json,
    };
  });
}

function answerOf(answers: Answers, index: number, next: string | undefined): Json {
  const { items } = shapeOf(answers);
  const { counts, next: named, queries, pageSize, endsByFullness } = pagingCode(answers);
  const full = endsByFullness === true ? `, and the first page full (${String(pageSize)} people)` : '';
  const note = marker(
    `the members as the documentation shows them, with invented people: two or more on all pages together${full}`,
  );
  const people: Json = [{ id: index === 0 ? note : `${String(index + 1)}01` }];
  const list = items.length === 0 ? people : nested(items, people, {});
  const body = counts.reduce((into, path) => nested(path, queries.length, into), list);
  if (named === undefined) return body;
  const [at, kind] = named;
  const value = next === undefined ? null : kind === 'link' ? next : 'c2';
  // The last page of OData has no link at all.
  return answers.paging === 'odata' && value === null ? body : nested(at, value, body);
}

function nested([name, ...rest]: Path, value: Json, into: Json): Json {
  if (name === undefined) return value;
  const members =
    typeof into === 'object' && into !== null && !Array.isArray(into) ? (into as Readonly<Record<string, Json>>) : {};
  return { ...members, [name]: nested(rest, value, Object.hasOwn(members, name) ? (members[name] ?? {}) : {}) };
}

/** What the customer enters, in its place. */
function filled(answers: Answers, template: string): string {
  const entries = configEntries(answers);
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => entries.find((entry) => entry.name === name)?.value ?? whole);
}

function scopeOf(origin: string): string {
  return /:\d+$/.test(origin) ? origin : `${origin}:443`;
}

function text(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
