import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Message } from '../message.ts';
import type { Schema } from './pick.ts';

/** A record that does not hold what its schema promises: the schema and the place, never the value. */
export class RecordInvalid extends Error {
  constructor(
    readonly schema: string,
    readonly faults: readonly string[],
  ) {
    super(`A record does not fit ${schema}: ${faults.join('; ')}.`);
  }
}

/** A record that names a schema nobody here knows. */
export class SchemaUnknown extends Error {
  constructor(readonly schema: string) {
    super(`No schema ${schema} is known to this release.`);
  }
}

/** Checks records by the schema that their header names; one that is compiled when the first record of it comes. */
export interface RecordValidator {
  /** Throws RecordInvalid or SchemaUnknown. A record without a value takes something back and has nothing to check. */
  check(message: Pick<Message, 'headers' | 'value'>): void;
}

/** @param schemas by their `$id` */
export function createRecordValidator(schemas: ReadonlyMap<string, Schema>): RecordValidator {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (name: string): ValidateFunction => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const schema = schemas.get(name);
    if (schema === undefined) throw new SchemaUnknown(name);
    const made = ajv.compile(schema);
    compiled.set(name, made);
    return made;
  };
  return {
    check({ headers, value }) {
      const name = headers['ce_dataschema'] ?? '(none named)';
      const validate = validatorOf(name);
      if (value === null) return;
      let data: unknown;
      try {
        data = JSON.parse(value);
      } catch {
        throw new RecordInvalid(name, ['the value is no JSON']);
      }
      if (!validate(data))
        throw new RecordInvalid(
          name,
          (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath || '/'} ${message}`),
        );
    },
  };
}
