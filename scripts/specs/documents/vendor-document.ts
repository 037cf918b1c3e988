import type { JsonObject } from '../json.ts';

/** A vendor's description of its API, whatever it was written in, as OpenAPI 3. */
export interface VendorDocument {
  /** File name, for messages. */
  readonly name: string;
  /** `3.1` speaks JSON Schema 2020-12; the older ones a dialect of draft 4. */
  readonly version: '3.0' | '3.1';
  readonly content: JsonObject;
}

/** A file beside the documents that describes no API that can be checked. */
export interface LeftOut {
  readonly name: string;
  readonly because: string;
}
