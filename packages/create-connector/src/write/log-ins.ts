import type { Answers } from '../answers.ts';
import type { LogInKind } from '../kinds.ts';
import { marked, quoted } from './code.ts';

/** A field that the customer enters, as it is written in the manifest and in the tests. */
export interface ConfigEntry {
  readonly name: string;
  readonly label: string;
  readonly kind: 'secret' | 'tenant' | 'key' | 'subdomain';
  readonly example: string;
  /** Made up, for the tests; an expression for what is made anew in each run. */
  readonly value: string;
  /** Of a subdomain: the rest of the host. */
  readonly domain?: string;
}

export interface LogInCode {
  readonly fields: readonly ConfigEntry[];
  /** The expression behind `auth:`, or several lines of one. */
  readonly auth: readonly string[];
  /** `POST /path`, where a token is fetched. */
  readonly tokens: readonly TokenEndpoint[];
  /** Headers by which a read says who asks, as the recordings show them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Further lines of the manifest. */
  readonly manifest: readonly string[];
}

export interface TokenEndpoint {
  readonly method: 'POST';
  /** From the host on. */
  readonly path: string;
  /** With `https://`. */
  readonly origin: string;
}

export const madeUpToken = 'made-up-access-token';
const keyExample = '-----BEGIN PRIVATE KEY----- fictional';

type Write = (answers: Answers, given: string) => LogInCode;

const bare = { tokens: [], manifest: [] };
const withToken = { authorization: `Bearer ${madeUpToken}` };

const byKind: Readonly<Record<LogInKind, Write>> = {
  apiKey({ slug, logInDetails: { header, query } }, given) {
    const value = `canary-key-of-${slug}`;
    const known = header !== undefined || query !== undefined;
    const place = query === undefined ? `header: ${quoted(header ?? 'X-API-Key')}` : `query: ${quoted(query)}`;
    const note = known ? '' : marked('the header that the key goes in');
    return {
      ...bare,
      fields: [secret('apiKey', 'API key', `fictional-key-of-nobody-7Qm0`, value)],
      auth: [`apiKey(({ config }: ${given}) => ({ ${place}, value: config.apiKey }));${note}`],
      headers: query === undefined ? { [(header ?? 'X-API-Key').toLowerCase()]: value } : {},
      ...(query !== undefined && { query: { [query]: value } }),
    };
  },
  basic({ slug }, given) {
    const [username, password] = [`user-of-${slug}`, `canary-password-of-${slug}`];
    return {
      ...bare,
      fields: [
        tenant('username', 'User name', 'hr-sync', username),
        secret('password', 'Password', 'fictional-password-of-nobody', password),
      ],
      auth: [
        `basic(({ config }: ${given}) => ({ username: config.username, password: config.password }));${marked('which of the two is the key, where one is')}`,
      ],
      headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    };
  },
  bearer({ slug }, given) {
    const value = `canary-token-of-${slug}`;
    return {
      ...bare,
      fields: [secret('token', 'Access token', 'fictional-token-of-nobody-4Kd9', value)],
      auth: [`bearer(({ config }: ${given}) => config.token);`],
      headers: { authorization: `Bearer ${value}` },
    };
  },
  clientCredentials(answers, given) {
    const token = tokenOf(answers, '/oauth/token');
    return {
      fields: clientFields(answers),
      auth: [
        'clientCredentials({',
        `  token: ${quoted(token.written)},${token.note}`,
        `  client: ({ config }: ${given}) => ({ id: config.clientId, secret: config.clientSecret }),`,
        ...scopeLine(answers),
        '});',
      ],
      tokens: [token.endpoint],
      headers: withToken,
      manifest: [],
    };
  },
  authorizationCode(answers, given) {
    const token = tokenOf(answers, '/oauth/token');
    const { authorizeUrl, scopes = [] } = answers.logInDetails;
    const origin = new URL(token.url.replace(/\{\w+\}/g, 'company')).origin;
    const note = authorizeUrl === undefined ? marked('where the administrator is sent, and the scopes to ask for') : '';
    const value = `canary-refresh-token-of-${answers.slug}`;
    return {
      fields: [...clientFields(answers), secret('refreshToken', 'Refresh token', 'fictional-refresh-token-of-nobody', value)],
      auth: [
        'authorizationCode({',
        `  client: ({ config }: ${given}) => ({ id: config.clientId, secret: config.clientSecret }),`,
        '  refreshToken: ({ config }) => config.refreshToken,',
        '});',
      ],
      tokens: [token.endpoint],
      headers: withToken,
      manifest: [
        `authorization: {`,
        `  authorizeUrl: ${quoted(authorizeUrl ?? `${origin}/oauth/authorize`)},${note}`,
        `  tokenUrl: ${quoted(token.url)},${token.note}`,
        `  scopes: [${scopes.map(quoted).join(', ')}],`,
        '  pkce: true,',
        '},',
      ],
    };
  },
  jwtAssertion(answers, given) {
    const token = tokenOf(answers, '/oauth/token');
    return {
      fields: [tenant('clientId', 'Client ID', 'fictional-client', `client-of-${answers.slug}`), privateKey],
      auth: [
        'jwtAssertion({',
        `  token: ${quoted(token.written)},${token.note}`,
        `  as: 'client',${marked("'client', or 'grant' where the JWT itself is the grant")}`,
        `  key: ({ config }: ${given}) => ({ privateKey: config.privateKey }),`,
        '  claims: ({ config }) => ({ issuer: config.clientId, subject: config.clientId }),',
        '});',
      ],
      tokens: [token.endpoint],
      headers: withToken,
      manifest: [],
    };
  },
  samlAssertion(answers, given) {
    const { slug } = answers;
    const token = tokenOf(answers, '/oauth/token');
    return {
      fields: [
        tenant('companyId', 'Company ID', 'fictional-company', `company-of-${slug}`),
        tenant('clientId', 'Client ID', 'fictional-client', `client-of-${slug}`),
        tenant('technicalUser', 'Technical user', 'hr-sync', `user-of-${slug}`),
        privateKey,
      ],
      auth: [
        'samlAssertion({',
        `  token: ${quoted(token.written)},${token.note}`,
        `  assertion: ({ config }: ${given}) => ({`,
        `    issuer: config.clientId,${marked('issuer and audience as the vendor demands them')}`,
        '    audience: config.companyId,',
        '    nameId: config.technicalUser,',
        '    privateKey: config.privateKey,',
        '  }),',
        '  form: ({ config }) => ({ company_id: config.companyId, client_id: config.clientId }),',
        '});',
      ],
      tokens: [token.endpoint],
      headers: withToken,
      manifest: [],
    };
  },
  sessionLogin(answers, given) {
    const { slug } = answers;
    const token = tokenOf(answers, '/login');
    return {
      fields: [
        tenant('username', 'User name', 'hr-sync', `user-of-${slug}`),
        secret('password', 'Password', 'fictional-password-of-nobody', `canary-password-of-${slug}`),
      ],
      auth: [
        'sessionLogin({',
        `  login: ${quoted(token.written)},${token.note}`,
        `  json: ({ config }: ${given}) => ({ username: config.username, password: config.password }),${marked('what the log-in is sent, and with `read` where its token is')}`,
        '});',
      ],
      tokens: [token.endpoint],
      headers: withToken,
      manifest: [],
    };
  },
};

/** Everything that follows from the kind of log-in. */
export function logInCode(answers: Answers): LogInCode {
  return byKind[answers.logIn](answers, 'GivenOf<typeof manifest>');
}

const privateKey: ConfigEntry = {
  name: 'privateKey',
  label: 'Private key',
  kind: 'key',
  example: keyExample,
  value: 'privateKey',
};

function secret(name: string, label: string, example: string, value: string): ConfigEntry {
  return { name, label, kind: 'secret', example, value };
}

function tenant(name: string, label: string, example: string, value: string): ConfigEntry {
  return { name, label, kind: 'tenant', example, value };
}

function clientFields({ slug }: Answers): readonly ConfigEntry[] {
  return [
    tenant('clientId', 'Client ID', 'fictional-client', `client-of-${slug}`),
    secret('clientSecret', 'Client secret', 'fictional-secret-of-nobody-4Kd9', `canary-secret-of-${slug}`),
  ];
}

function scopeLine({ logInDetails: { scopes = [] } }: Answers): readonly string[] {
  return scopes.length === 0 ? [] : [`  scope: ${quoted(scopes.join(' '))},${marked('the scopes that are really needed')}`];
}

interface Token {
  readonly endpoint: TokenEndpoint;
  /** As the kit is told it: a path where the address of everything else leads there, else the whole address. */
  readonly written: string;
  readonly url: string;
  readonly note: string;
}

function tokenOf({ baseUrl, logInDetails: { tokenUrl } }: Answers, guess: string): Token {
  const [, origin = '', prefix = ''] = /^(https:\/\/[^/]+)(.*)$/.exec(baseUrl) ?? [];
  const url = tokenUrl ?? `${origin}${guess}`;
  const [, tokenOrigin = '', path = ''] = /^(https:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  const note = tokenUrl === undefined ? marked('where the token is fetched, here and in src/manifest.ts') : '';
  const isNear = tokenOrigin === origin && prefix === '';
  return {
    endpoint: { method: 'POST', path, origin: tokenOrigin },
    written: isNear ? `POST ${path}` : url,
    url,
    note,
  };
}
