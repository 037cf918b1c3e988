import type { AnyConnector } from '../contract/connector.ts';
import type { WebhookNotice, WebhookRequest } from '../contract/webhook.ts';
import { checkConnector } from '../contract/check-connector.ts';
import { RollcallError } from '../errors/rollcall-error.ts';
import { ConfigError } from '../errors/config-error.ts';
import { ResponseError } from '../errors/response-error.ts';

const maxBodyBytes = 1_048_576;

/**
 * Verifies and reads a webhook. A ping passes unverified, because it does nothing. Answer 2xx to whatever is returned
 * and 401 to what is thrown; then wake a read.
 * @throws ResponseError `webhook_refused` when the signature is wrong or the body is none of the vendor's forms.
 */
export function receiveWebhook(
  connector: AnyConnector,
  request: WebhookRequest,
  options: { readonly secret: string; readonly now: Date },
): WebhookNotice {
  checkConnector(connector);
  const { slug } = connector.manifest;
  const { webhook } = connector;
  if (webhook === undefined)
    throw new ConfigError({ code: 'capability_missing', vendor: slug, message: `${slug} sends no webhooks` });
  if (options.secret.trim() === '')
    throw new ConfigError({ vendor: slug, message: `the webhook secret of ${slug} is empty: anybody could sign` });
  if (request.body.byteLength > maxBodyBytes)
    throw new ResponseError({ code: 'webhook_refused', vendor: slug, message: `a webhook of ${slug} is larger than 1 MiB` });
  const lowerCase: WebhookRequest = {
    ...request,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
  };
  const verified = quietly(() => webhook.verify(lowerCase, options.secret, options.now)) === true;
  const notice = quietly(() => webhook.parse(lowerCase), verified);
  if (notice !== undefined && (verified || notice.kind === 'ping')) return notice;
  throw new ResponseError({
    code: 'webhook_refused',
    vendor: slug,
    message: `a webhook of ${slug} does not carry the right signature`,
  });
}

// A foreign error may quote the body; the parse error of an unverified one is not interesting to anybody but its sender.
function quietly<T>(work: () => T, verified = false): T | undefined {
  try {
    return work();
  } catch (error) {
    if (verified && RollcallError.isInstance(error)) throw error;
    return undefined;
  }
}
