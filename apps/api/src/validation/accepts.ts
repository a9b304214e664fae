import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationArguments, ValidationTypes } from 'class-validator';

type Accepts = (value: unknown) => boolean;
type Rule = (body: object, value: unknown) => boolean;
/** One decorator, as class-validator keeps it. */
type Decorated = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/**
 * Asks the rules of a body class, those of class-validator and no others, whether every one of them is kept. class-validator itself
 * looks them up and sorts them anew for each value, and prepares a report of errors that nearly no body has; here they are looked up
 * once. True means that `validateSync` finds nothing; false, that it must be asked.
 */
export function accepts(dto: Type<object>): Accepts {
  const fields = new Map<string, Rule>();
  const decorated = Object.groupBy(
    getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false),
    ({ propertyName }) => propertyName,
  );
  for (const [field, list = []] of Object.entries(decorated)) fields.set(field, ruleOf(dto, field, list));
  const rules = [...fields].map(([field, rule]) => ({ field, rule }));
  return (body) => {
    if (rules.length === 0 || !isObject(body)) return false;
    for (const field of Object.keys(body)) if (!fields.has(field)) return false;
    for (const { field, rule } of rules) if (!rule(body, body[field])) return false;
    return true;
  };
}

function ruleOf(dto: Type<object>, field: string, decorated: readonly Decorated[]): Rule {
  const of = (type: string): Decorated[] => decorated.filter((each) => each.type === type);
  const conditions = of(ValidationTypes.CONDITIONAL_VALIDATION).map(({ constraints: [applies] }) => applies as Rule);
  const checks = [...of(ValidationTypes.IS_DEFINED), ...of(ValidationTypes.CUSTOM_VALIDATION)].flatMap((each) => checksOf(dto, each));
  const isNested = of(ValidationTypes.NESTED_VALIDATION).length > 0;
  const nested = isNested ? nestedRule(dto, field) : undefined;
  return (body, value) => {
    for (const applies of conditions) if (!applies(body, value)) return true;
    for (const check of checks) if (!check(body, value)) return false;
    return nested === undefined || nested(body, value);
  };
}

function checksOf(dto: Type<object>, { constraintCls, constraints, each, validateIf, propertyName: property }: Decorated): Rule[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance, async }) => (object, value) => {
      if (async || validateIf !== undefined) return false;
      const asked: ValidationArguments = { targetName: dto.name, property, object, value, constraints };
      if (!each || !Array.isArray(value)) return instance.validate(value, asked) === true;
      return value.every((entry) => instance.validate(entry, asked) === true);
    });
}

/** The class of what is nested is known to class-transformer: of an empty object it makes one of them. */
function nestedRule(dto: Type<object>, field: string): Rule {
  const made = (plainToInstance(dto, { [field]: {} }) as Readonly<Record<string, object>>)[field];
  const inner = accepts(made?.constructor as Type<object>);
  return (_body, value) => value === undefined || (Array.isArray(value) ? value.every(inner) : inner(value));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
