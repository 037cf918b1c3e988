import { generateKeyPairSync } from 'node:crypto';
import { describeConnector, type WebhookCase } from '@rollcall/testing';
import { forgetRateBudgets } from '@rollcall/http';
import { beforeEach, describe, test } from 'vitest';
import { googleWorkspace } from '../src/index.ts';

// Made anew in each run: no key lies in the repository.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const serviceAccountKey = JSON.stringify({
  type: 'service_account',
  private_key_id: '4f1cfictional',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  client_email: 'hr-sync@brackenford-hr.iam.gserviceaccount.com',
  token_uri: 'https://evil.example/token',
});

const secret = 'channel-token-of-brackenford-4417';

function notification(name: string, state: string, body: string, notice: WebhookCase['notice']): WebhookCase {
  const headers = {
    'X-Goog-Channel-ID': '01234567-0000-4000-8000-89abcdef0123',
    'X-Goog-Channel-Token': secret,
    'X-Goog-Channel-Expiration': 'Sun, 22 Nov 2026 15:00:00 GMT',
    'X-Goog-Resource-ID': 'ret08u3rv24htgh289g',
    'X-Goog-Resource-URI': 'https://admin.googleapis.com/admin/directory/v1/users?customer=C03brackn&event=update&alt=json',
    'X-Goog-Resource-State': state,
    'X-Goog-Message-Number': '10',
  };
  return { name, headers, body, secret, notice };
}

const account = JSON.stringify({
  kind: 'admin#directory#user',
  id: '110000000000000004102',
  etag: '"u"',
  primaryEmail: 'rune.halvorsen@brackenford.example',
});
const about = (event: string): WebhookCase['notice'] => ({ kind: 'event', event, employeeIds: ['110000000000000004102'] });

beforeEach(forgetRateBudgets);

describeConnector(googleWorkspace, {
  describe,
  test,
  fixtures: new URL('./fixtures/', import.meta.url),
  config: { serviceAccountKey, adminEmail: 'hr-sync@brackenford.example' },
  webhooks: [
    ...['add', 'delete', 'undelete', 'update', 'makeAdmin'].map((event) => notification(event, event, account, about(event))),
    notification('the channel is there', 'sync', '', { kind: 'ping' }),
    notification('without a payload', 'update', '', { kind: 'event', event: 'update', employeeIds: [] }),
  ],
});
