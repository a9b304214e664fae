import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { commands } from '@kvp/lifecycle';
import { plainToInstance, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsString, ValidateIf, ValidateNested, validateSync } from 'class-validator';
import fc from 'fast-check';
import { readJsonBody } from '../http/json-body.ts';
import { almost } from '../testing/schema-arbitrary.ts';
import { accepts } from './accepts.ts';
import { type DtoClass, dtoFromSchema } from './dto-from-schema.ts';

const strict = { whitelist: true, forbidNonWhitelisted: true };

/** A body that gets as far as its validation. */
function canBeRead(body: unknown): boolean {
  try {
    readJsonBody(Buffer.from(JSON.stringify(body)));
    return true;
  } catch {
    return false;
  }
}

const hasNoErrors = (dto: DtoClass, body: unknown): boolean => validateSync(plainToInstance(dto, body ?? {}), strict).length === 0;

test.each(Object.values(commands).map(({ name, schema }) => [name, schema] as const))(
  'bodies of %s are accepted exactly when class-validator finds no error',
  (name, schema) => {
    const dto = dtoFromSchema(name, schema);
    const acceptsBody = accepts(dto);
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(almost(schema).filter(canBeRead), (body) => {
        seen[acceptsBody(body) ? 'accepted' : 'refused'] += 1;
        expect(acceptsBody(body)).toBe(hasNoErrors(dto, body));
      }),
      { numRuns: 150 },
    );
    expect(seen.accepted).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  },
);

class Inner {
  @IsInt() count = 0;
}

class Outer {
  @IsString({ each: true }) names: string[] = [];
  @ValidateIf((_body, value) => value !== undefined) @IsBoolean() sure?: boolean;
  @ValidateNested() @Type(() => Inner) inner: Inner = new Inner();
}

const whole = { names: ['a', 'b'], sure: true, inner: { count: 1 } };

test.each<[string, object, boolean]>([
  ['what keeps every rule', whole, true],
  ['a field that may be left out', { names: [], inner: { count: 1 } }, true],
  ['one entry of a list', { ...whole, names: ['a', 1] }, false],
  ['a field that is there and wrong', { ...whole, sure: 'yes' }, false],
  ['a field that nobody knows', { ...whole, other: 1 }, false],
  ['a nested field', { ...whole, inner: { count: 'one' } }, false],
  ['a nested field that nobody knows', { ...whole, inner: { count: 1, other: 1 } }, false],
  ['nothing where an object belongs', { ...whole, inner: null }, false],
])('%s', (_what, body, expected) => {
  expect(accepts(Outer)(body)).toBe(expected);
});

test.each([null, undefined, 'text', 1, []])('%j is no body', (body) => {
  expect(accepts(Outer)(body)).toBe(false);
});

test('a class without rules accepts nothing, as class-validator has it', () => {
  class Empty {}
  expect(accepts(Empty)({})).toBe(false);
  expect(hasNoErrors(Empty, {})).toBe(false);
});
