import { type ArgumentMetadata, Injectable, type PipeTransform, type Type, type ValidationError, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { masked } from '../http/json-body.ts';
import { type FieldError, Problem } from '../http/problem.ts';
import { accepts } from './accepts.ts';

/** The most field errors of one answer: a list of thousands of wrong entries needs no answer of megabytes. */
const MOST_ERRORS = 50;

/** Unknown fields are refused, and of every field that is wrong the first fault is told. */
const strict = { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true };

/**
 * Validates queries by their classes; every wrong field is told at once. Nearly every query is right, and then class-validator's rules are
 * asked directly; Nest's own pipe, which prepares a report, is left to those that are not.
 */
@Injectable()
export class DoorValidationPipe extends ValidationPipe {
  readonly #accepts = new Map<Type<object>, (query: unknown) => boolean>();

  constructor(expectedType?: Type) {
    super({
      ...(expectedType === undefined ? {} : { expectedType }),
      transform: true,
      ...strict,
      exceptionFactory: (errors) => invalidFields(fieldErrors(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const metatype = metadata.metatype as Type<object> | undefined;
    if (metatype === undefined || typeof value !== 'object' || value === null) return await super.transform(value, metadata);
    const query: object = plainToInstance(metatype, value);
    const isWhole = Object.keys(query).length === Object.keys(value).length;
    return isWhole && this.#rulesOf(metatype)(query) ? query : await super.transform(value, metadata);
  }

  #rulesOf(dto: Type<object>): (query: unknown) => boolean {
    const known = this.#accepts.get(dto) ?? accepts(dto);
    this.#accepts.set(dto, known);
    return known;
  }
}

/**
 * Validates a body by its class and hands it on as it was received: what is stored is what was sent. Every command passes here, so
 * class-validator is asked directly, and for errors only where some rule is broken: Nest's own pipe searches and rebuilds each body for
 * what `readJsonBody` has refused already. All rules that a schema gives are synchronous.
 */
@Injectable()
export class BodyValidationPipe implements PipeTransform {
  readonly #dto: Type<object>;
  readonly #accepts: (body: unknown) => boolean;

  constructor(dto: Type<object>) {
    this.#dto = dto;
    this.#accepts = accepts(dto);
  }

  async transform(body: unknown, _metadata?: ArgumentMetadata): Promise<unknown> {
    if (this.#accepts(body)) return body;
    const errors = validateSync(plainToInstance(this.#dto, body ?? {}), strict);
    if (errors.length > 0) throw invalidFields(fieldErrors(errors));
    return body;
  }
}

export const invalidFields = (errors: readonly FieldError[]): Problem =>
  new Problem('invalid-fields', {
    detail: errors.map(({ field, message }) => `${field} ${message}`.trim()).join('; '),
    members: { errors },
  });

function fieldErrors(errors: readonly ValidationError[]): FieldError[] {
  const found: FieldError[] = [];
  collect(errors, '', '', found);
  return found;
}

function collect(errors: readonly ValidationError[], pointer: string, path: string, found: FieldError[]): void {
  for (const { property, constraints, children = [] } of errors) {
    if (found.length >= MOST_ERRORS) return;
    const here = `${pointer}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const field = /^\d+$/.test(property) ? `${path}[${property}]` : path === '' ? property : `${path}.${property}`;
    const message = constraints && messageOf(constraints);
    if (message !== undefined) found.push({ pointer: masked(here), field: masked(field), message });
    collect(children, here, field, found);
  }
}

const messageOf = (constraints: Readonly<Record<string, string>>): string | undefined =>
  'whitelistValidation' in constraints ? 'er ikke et kjent felt' : Object.values(constraints)[0];
