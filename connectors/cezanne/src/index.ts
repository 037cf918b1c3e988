import { ConfigError, defineConnector, valueAt, vendorText, type Authentication, type VendorErrors } from '@rollcall/core';
import { basic, clientCredentials, type GivenOf } from '@rollcall/http';
import { manifest } from './manifest.ts';
import { toEmployee } from './map.ts';
import { discover } from './names.ts';
import { get, list } from './read.ts';
import { CezanneRecord } from './schema.ts';

type Given = GivenOf<typeof manifest>;

const oauth = (inBody = false) =>
  clientCredentials({
    token: ({ config }: Given) => `POST ${config.tokenUrl ?? ''}`,
    client: ({ config }: Given) => ({ id: config.clientId ?? '', secret: config.clientSecret ?? '' }),
    style: inBody ? 'form' : 'basic',
    scope: ({ config }: Given) => config.scope,
  });

const withPassword = basic(({ config }: Given) => ({ username: config.username ?? '', password: config.password ?? '' }));

const hint = 'Enter client ID, client secret and token URL of the authorised application, or a username and a password.';

/**
 * OAuth as the service account user of an application, or Basic as any user who may use the OData service.
 * @throws ConfigError when neither was entered as a whole.
 */
const auth: Authentication<Given['config'], Given['platform']> = {
  kind: 'client-credentials or basic',
  connect(options) {
    const { config } = options;
    const hasUsername = config.username !== undefined;
    const names = hasUsername ? (['username', 'password'] as const) : (['clientId', 'clientSecret', 'tokenUrl'] as const);
    const problems = names
      .filter((name) => config[name] === undefined)
      .map((name) => ({ field: `config.${name}`, problem: 'is missing', example: manifest.config[name].example }));
    if (problems.length > 0) throw new ConfigError({ vendor: manifest.slug, problems, hint });
    return (hasUsername ? withPassword : oauth(config.clientInBody)).connect(options);
  },
};

/** OData errors, which have a dot in their name in version 3, and those of OAuth. At the token URL all that was entered is in question. */
const errors: VendorErrors = {
  describe({ status, body, request }) {
    const odata = typeof body === 'object' && body !== null && 'odata.error' in body ? body['odata.error'] : undefined;
    const code = vendorText.safeParse(valueAt({ odata, body }, 'odata.code | body.error.code | body.error')).data ?? undefined;
    const isRefused = request === 'token' && (status === 400 || status === 404) && code !== 'invalid_scope';
    return { code, means: isRefused ? 'credentials' : undefined };
  },
};

/** Cezanne HR: people, their communications, employments and, where the customer names them, deployments. */
export const cezanne = defineConnector({ manifest, auth, errors, record: CezanneRecord, map: toEmployee, list, get, discover });

export default cezanne;
