import { BodyValidationPipe, type FieldError, Problem, dtoFromSchema } from '@kvp/api';

type Check = (value: object) => Promise<readonly FieldError[]>;

const checks = new WeakMap<object, Check>();

/** What is wrong with a value by a JSON Schema, as the API itself would find it; each line begins with the place, in bokmål. */
export async function fieldFaults(schema: object, value: object, place = ''): Promise<readonly string[]> {
  const check = checks.get(schema) ?? checkBy(schema);
  checks.set(schema, check);
  const errors = await check(value);
  return errors.map(({ field, message }) => `${place === '' ? field : `${place}.${field}`}: ${message}`);
}

function checkBy(schema: object): Check {
  const pipe = new BodyValidationPipe(dtoFromSchema('Life', schema));
  return async (value) => {
    try {
      await pipe.transform(value, { type: 'body' });
      return [];
    } catch (error) {
      if (error instanceof Problem && error.code === 'invalid-fields') return error.members['errors'] as readonly FieldError[];
      throw error;
    }
  };
}
