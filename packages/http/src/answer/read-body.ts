import type { WireAnswer } from '../wire/send-once.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';

/** Why a body is not what was asked for. */
export type BodyProblem = 'html' | 'malformed' | 'truncated';

export type Body = { readonly value: unknown; readonly problem?: undefined } | { readonly problem: BodyProblem };

/** The body of a good answer: JSON or text. No content is `null`. A web page in place of data is a problem, whatever the status says. */
export function readBody(answer: WireAnswer, as: 'json' | 'text'): Body {
  const contentType = (answer.headers['content-type'] ?? '').toLowerCase();
  if (answer.status === 204) return { value: as === 'json' ? null : '' };
  const text = decodeText(answer.body, contentType);
  if (contentType.startsWith('text/html')) return { problem: 'html' };
  if (as === 'text') return { value: text };
  const parsed = parseJson(text);
  if (parsed.problem === undefined || contentType.includes('xml')) return parsed;
  return /^\s*</.test(text) ? { problem: 'html' } : parsed;
}

/** The body of a failed answer, for the vendor's own spelling of errors: JSON where it is, else the text. */
export function readFailedBody(answer: WireAnswer): unknown {
  const text = decodeText(answer.body, answer.headers['content-type'] ?? '');
  const parsed = parseJson(text);
  return parsed.problem === undefined ? parsed.value : text;
}
