import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { AnyCommand, AnyEvent } from '../kernel/definitions.ts';
import type { AnyRefusalDefinition } from '../kernel/refusal.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);

const IDENTITY_NUMBER = /(?<!\d)\d{11}(?!\d)/;
const SENTENCE = /^[0-9A-ZÆØÅ].*[.!?]$/s;

const names = (faults: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(faults).flatMap(([fault, found]) => (found ? fault : []));

/** What is wrong with a value by its schema, each with the place. */
export function schemaFaults(schema: object, value: unknown, place: string): string[] {
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${place}${instancePath.replaceAll('/', '.')}: ${message ?? ''}`);
}

/** What an event definition lacks: the registry test fails on anything. `ofCase`: it changes what is shown of a case. */
export function faultsOfEvent(definition: AnyEvent, ofCase: boolean): string[] {
  const { schema, version, example } = definition;
  const steps = Array.from({ length: version - 1 }, (_, n) => n + 1).filter((from) => definition.upcast?.[from] === undefined);
  const said = definition.audit(example);
  return [
    ...names({
      'no schema for data': !('type' in schema.data),
      'no evolve case': typeof (definition as { evolve?: unknown }).evolve !== 'function',
      'no read model is named': ofCase && definition.changes.length === 0,
      'not said whether it is published': !['published', 'not published'].includes(definition.published),
      'an individual decision without the day it was made': definition.decision !== undefined && !('decidedOn' in example.data),
      'no summary': definition.summary === '',
      'no provision': definition.provision === '',
      'the example is of another type': example.type !== definition.type,
      [`the example is not of version ${String(version)}`]: example.version !== version,
    }),
    ...steps.map((from) => `no step from version ${String(from)}`),
    ...names({
      'the audit text is no sentence': !SENTENCE.test(said),
      'the audit text has an identity number': IDENTITY_NUMBER.test(said),
    }),
    ...schemaFaults(schema.data, example.data, 'data'),
    ...(schema.personal === null
      ? names({ 'personal facts without a schema': example.personal !== null })
      : schemaFaults(schema.personal, example.personal, 'personal')),
  ];
}

/** What a command definition lacks. */
export function faultsOfCommand({ schema, summary, title, phases, roles, example }: AnyCommand): string[] {
  const undescribed = Object.entries(schema.properties).filter(([, property]) => !hasText(property, 'description'));
  return [
    ...names({
      'no summary': summary === '',
      'no title': title === '',
      'no phase': phases.length === 0,
      'no role': roles.length === 0,
      'unknown fields are let in': (schema as { additionalProperties?: unknown }).additionalProperties !== false,
    }),
    ...undescribed.map(([name]) => `${name} has no description`),
    ...schemaFaults(schema, example, 'example'),
  ];
}

const hasText = (value: object, field: string): boolean => field in value && (value as Record<string, unknown>)[field] !== '';

/** What a refusal definition lacks. */
export function faultsOfRefusal(definition: AnyRefusalDefinition): string[] {
  const message = definition.message(...definition.example);
  const remedy = definition.remedy(...definition.example);
  return names({
    'the code is not in kebab-case': !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(definition.code),
    'no provision': definition.provision.trim() === '',
    'the message is no sentence': !SENTENCE.test(message),
    'the remedy is no sentence': !SENTENCE.test(remedy),
    'an identity number is in the text': IDENTITY_NUMBER.test(message + remedy),
  });
}
