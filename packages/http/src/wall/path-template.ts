import { ConfigError } from '@rollcall/core';

const placeholder = /\{([^{}]+)\}/g;

/**
 * Fills `{name}` in a path template; values are percent-encoded, so that none can leave its path segment.
 * @throws ConfigError `request_not_allowed` for a missing, empty or dot-only value. The value is not repeated.
 */
export function fillPath(template: string, params: Readonly<Record<string, string>>, vendor: string): string {
  return template.replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined || value === '' || value === '.' || value === '..') {
      throw new ConfigError({
        code: 'request_not_allowed',
        vendor,
        message: `{${name}} of ${template} is ${value === undefined ? 'missing' : 'empty or a dot'}: it would change the path`,
      });
    }
    return encodeURIComponent(value);
  });
}

const matchers = new Map<string, RegExp>();

/** Does a path, as the URL parser normalised it, have the form of a template? `{name}` stands for (a part of) one segment. */
export function matchesTemplate(pathname: string, template: string): boolean {
  let matcher = matchers.get(template);
  if (matcher === undefined) {
    matcher = toMatcher(template);
    matchers.set(template, matcher);
  }
  return matcher.test(pathname);
}

function toMatcher(template: string): RegExp {
  // The parser gives the literal parts the spelling they have in addresses (a blank becomes %20).
  const parts = template
    .split(placeholder)
    .map((part, index) => (index % 2 === 1 ? '[^/]+' : escapeRegExp(spellingInAddress(part))));
  return new RegExp(`^${parts.join('')}$`);
}

function spellingInAddress(part: string): string {
  return part === '' ? '' : new URL(`https://host.invalid/_${part}`).pathname.slice(2);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
