import type { FileSource } from '../contract/file-source.ts';
import { ConfigError } from '../errors/config-error.ts';
import type { FileFacts } from './file-at.ts';

/** What an upload is in different frameworks. */
export type FileContent = Uint8Array | string | Blob | AsyncIterable<Uint8Array>;

/**
 * A file whose content is at hand. A stream can be read once: for more reads hand it to `customer.upload`, which keeps it.
 * @example
 * const form = await request.formData();
 * const upload = form.get('file') as File;
 * await acme.upload(connectionId, { actor, file: fileOf(upload.name, upload, { people: 120 }) });
 */
export function fileOf(name: string, content: FileContent, { people }: FileFacts = {}): FileSource {
  let opened = false;
  return {
    name,
    people,
    async *open(signal) {
      signal.throwIfAborted();
      if (content instanceof Uint8Array) yield content;
      else if (typeof content === 'string') yield new TextEncoder().encode(content);
      else if (content instanceof Blob) yield* content.stream();
      else {
        if (opened) throw new ConfigError({ problems: [{ field: 'file', problem: 'is a stream, which can be read once' }] });
        opened = true;
        yield* content;
      }
    },
  };
}
