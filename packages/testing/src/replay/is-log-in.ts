import type { Manifest } from '@rollcall/core';

/** Is this request, of a recording or one that was sent, a log-in? `{tenant}` in a path of the manifest is one segment. */
export function isLogIn({ endpoints }: Manifest, { method, path }: { readonly method: string; readonly path: string }): boolean {
  const pathname = path.split('?')[0] ?? '';
  return (endpoints.tokens ?? []).some((token) => {
    const [verb = '', template = ''] = token.split(' ');
    const parts = template.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    return verb === method && new RegExp(`^${parts.join('[^/]+')}$`).test(pathname);
  });
}
