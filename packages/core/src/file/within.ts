import type { FileSource } from '../contract/file-source.ts';
import { ConfigError } from '../errors/config-error.ts';

/** The same file, which ends with an error where it is larger than it may be or the signal comes. */
export function within(
  file: FileSource,
  { maxBytes, vendor }: { readonly maxBytes: number; readonly vendor: string },
): FileSource {
  return {
    name: file.name,
    people: file.people,
    async *open(signal) {
      let bytes = 0;
      for await (const part of file.open(signal)) {
        signal.throwIfAborted();
        bytes += part.byteLength;
        if (bytes > maxBytes) throw tooLarge(vendor, maxBytes);
        yield part;
      }
    },
  };
}

function tooLarge(vendor: string, maxBytes: number): ConfigError {
  const problem = `is larger than ${String(maxBytes)} bytes`;
  return new ConfigError({ vendor, problems: [{ field: 'file', problem }], hint: 'Leave out the columns that nobody needs.' });
}
