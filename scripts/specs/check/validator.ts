import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as formats } from 'ajv-formats';
import { prepareSchemas, type Side } from '../documents/prepare-schemas.ts';
import type { VendorDocument } from '../documents/vendor-document.ts';

export type Outcome =
  | { readonly kind: 'checked'; readonly errors: readonly ErrorObject[] }
  /** The schema itself is no good, such as a reference that leads nowhere. */
  | { readonly kind: 'unusable'; readonly because: string };

/** Validates against schemas inside one vendor document, at their pointers. */
export class Validator {
  readonly #document: VendorDocument;
  readonly #instances = new Map<string, Ajv | Ajv2020>();
  readonly #compiled = new Map<string, ValidateFunction | string>();

  constructor(document: VendorDocument) {
    this.#document = document;
  }

  /** @param written Texts stand for numbers and booleans, as in addresses and forms. */
  check(value: unknown, pointer: string, side: Side, written = false): Outcome {
    const validate = this.#compile(pointer, side, written);
    if (typeof validate === 'string') return { kind: 'unusable', because: validate };
    // Coercion writes into what it is given.
    validate({ value: structuredClone(value) });
    return { kind: 'checked', errors: validate.errors ?? [] };
  }

  #compile(pointer: string, side: Side, written: boolean): ValidateFunction | string {
    const key = `${side} ${String(written)} ${pointer}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    let compiled: ValidateFunction | string;
    try {
      // Wrapped, because only a member can be coerced.
      compiled = this.#instance(side, written).compile({ properties: { value: { $ref: `${this.#address}${pointer}` } } });
    } catch (error) {
      compiled = error instanceof Error ? error.message : String(error);
    }
    this.#compiled.set(key, compiled);
    return compiled;
  }

  get #address(): string {
    return `https://documents.example/${encodeURIComponent(this.#document.name)}`;
  }

  #instance(side: Side, written: boolean): Ajv | Ajv2020 {
    const key = `${side} ${String(written)}`;
    const known = this.#instances.get(key);
    if (known !== undefined) return known;
    const options = {
      strict: false,
      allErrors: true,
      verbose: true,
      logger: false,
      validateSchema: false,
      unicodeRegExp: false,
      coerceTypes: written,
    } as const;
    const ajv = this.#document.version === '3.1' ? new Ajv2020(options) : new Ajv(options);
    formats.default(ajv);
    ajv.addSchema(prepareSchemas(this.#document, side), this.#address);
    this.#instances.set(key, ajv);
    return ajv;
  }
}
