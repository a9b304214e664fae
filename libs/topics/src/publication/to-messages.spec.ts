import { describe, expect, test } from '@jest/globals';
import { events } from '@kvp/catalogue';
import type { OpenedEvent } from '@kvp/deciding';
import type { Position, RecordedEvent } from '@kvp/event-store';
import type { AnyEvent } from '@kvp/lifecycle';
import { ephemeralKeyFile } from '@kvp/people';
import fc from 'fast-check';
import { createPseudonyms } from '../pseudonyms.ts';
import { type CaseContext, follow } from './case-context.ts';
import { RECORD_KINDS } from './contract.ts';
import type { Schema } from './pick.ts';
import { SHAPES } from './shapes.ts';
import { type Publishing, toMessages } from './to-messages.ts';
import { createRecordValidator } from './validate.ts';

const CASE = '0d6f3a58-2f7c-5a43-8f5e-0a55a1f2f0aa';
const PERSON = 'b0f6a6a2-52ab-5b0e-9f4b-3b7f8f0d7c11';
const SECRETS = ['02849000058', 'Nav Kristiansand', 'Kari Eksempel', 'KOMM', '1990-04-02', CASE, PERSON];
const pseudonyms = createPseudonyms(ephemeralKeyFile());
const validator = createRecordValidator(new Map(RECORD_KINDS.map(({ schema }) => [String(schema['$id']), schema])));
const context: CaseContext = { personId: PERSON, birthYear: 1990, municipality: 'KOMM', districts: [], isProtected: false };

/** Anything that fits a schema, with what must not come out put in every free text. */
function anything(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch ([schema.type].flat()[0]) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 400 });
    case 'number':
      return fc.constantFrom(3.75, 7.5);
    case 'array':
      return fc.array(anything(schema.items ?? {}), { minLength: 1, maxLength: 3 });
    case 'object': {
      const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, anything(field)]));
      return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      return schema.format === 'date' ? fc.constantFrom('2025-02-03', '2024-02-29') : fc.constantFrom(...SECRETS);
  }
}

function publishing(definition: AnyEvent, data: object, personal: object | null, more: Partial<Publishing> = {}): Publishing {
  const metadata = {
    ...{ commandId: 'c', correlationId: 'c', causationId: 'c', actor: { id: 'caseworker-1', role: 'caseworker' } },
    ...{ recordedAt: '2025-02-03T10:00:00.000Z', law: { release: 'r', ratesRevision: 'r', policyRevision: null } },
    ...{ codeVersion: '0.1.0', previousHash: 'p', hash: 'h' },
  };
  const { type, version } = definition;
  const id = '6f0b7a52-7d9b-5c0e-8a4b-3b7f8f0d7c11';
  const stream = `case-${CASE}`;
  const sealed = personal === null ? null : { alg: 'A256GCM', key: `${PERSON}#1`, iv: 'aXY=', data: 'ZGF0YQ==' };
  const recorded = {
    id,
    type,
    version,
    data,
    sealed,
    metadata,
    stream,
    revision: 4,
    position: '7' as Position,
  } as unknown as RecordedEvent;
  const opened = { id, stream, revision: 4, event: { type, version, data, personal }, metadata } as unknown as OpenedEvent;
  return { recorded, opened, before: context, after: context, ...more };
}

const published = [...SHAPES.values()].map(({ definition }) => [definition.type, definition] as const);

describe.each(published)('%s', (_type, definition) => {
  test('its example goes out as its schemas promise, keyed by the case', () => {
    const messages = toMessages(publishing(definition, definition.example.data, definition.example.personal), pseudonyms);
    expect(messages.map(({ topic }) => topic)).toEqual(
      SHAPES.get(definition.type)?.statistics === null ? ['case-events-v1'] : ['case-events-v1', 'statistics-v1'],
    );
    for (const message of messages) validator.check(message);
    expect(messages.map(({ key }) => key).slice(0, 1)).toEqual([CASE]);
  });

  test('whatever it holds, statistics get no identity number, no name, no place and no birth date', () => {
    const { data, personal } = definition.schema;
    const of = (schema: unknown) => (schema === null ? fc.constant(null) : anything(schema as Schema));
    fc.assert(
      fc.property(of(data), of(personal), (clear, sealed) => {
        const messages = toMessages(publishing(definition, clear as object, sealed as object | null), pseudonyms);
        for (const message of messages.filter(({ topic }) => topic !== 'case-events-v1')) {
          if (!fits(message)) continue;
          const text = JSON.stringify(message);
          for (const secret of SECRETS) expect(text).not.toContain(secret);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** A record that does not fit its schema is stopped before it is sent. */
function fits(message: Parameters<typeof validator.check>[0]): boolean {
  try {
    validator.check(message);
    return true;
  } catch {
    return false;
  }
}

test('the place of a case goes out when it is known, and is taken back for a protected participant', () => {
  const definition = events['ApplicationRegistered'];
  if (definition === undefined) throw new Error('No application.');
  const { data, personal } = definition.example;
  const placed = (isProtected: boolean) =>
    toMessages(publishing(definition, data, personal, { before: null, after: { ...context, isProtected } }), pseudonyms).at(-1);
  expect(JSON.parse(placed(false)?.value ?? '')).toEqual({ case: pseudonyms.case(CASE), municipality: 'KOMM', districts: [] });
  expect(placed(true)).toMatchObject({ topic: 'statistics-places-v1', key: pseudonyms.case(CASE), value: null });
  expect(JSON.stringify(placed(true))).not.toContain('KOMM');
});

test('a grading is told to nobody: it takes back the place that was out, and lifted it gives the place again', () => {
  const definition = events['ProtectionRecorded'];
  if (definition === undefined) throw new Error('No grading.');
  const graded = (grading: string, before: CaseContext) => {
    const { recorded, opened } = publishing(definition, definition.example.data, { grading });
    return toMessages({ recorded, opened, before, after: follow(before, opened) }, pseudonyms);
  };
  const hidden = { ...context, isProtected: true };
  expect(graded('strictlyConfidential', context)).toMatchObject([{ topic: 'statistics-places-v1', value: null }]);
  expect(graded('none', hidden)).toMatchObject([{ topic: 'statistics-places-v1', value: expect.stringContaining('KOMM') }]);
  // A participant who has been forgotten stays hidden.
  const { opened } = publishing(definition, definition.example.data, null);
  expect(follow(hidden, opened)).toBe(hidden);
});

test('an event that is not published makes nothing, and one without an application before it is refused', () => {
  const note = events['NoteAdded'];
  const start = events['ProgrammeStarted'];
  if (note === undefined || start === undefined) throw new Error('No such events.');
  expect(toMessages(publishing(note, note.example.data, note.example.personal), pseudonyms)).toEqual([]);
  expect(() => toMessages(publishing(start, start.example.data, null, { before: null, after: null }), pseudonyms)).toThrow(
    'stands before the application',
  );
});

test('pseudonyms are the same for the same person, other under another key or epoch, and no plain hash', () => {
  const keys = ephemeralKeyFile();
  expect(createPseudonyms(keys).person(PERSON)).toBe(createPseudonyms(keys).person(PERSON));
  const names = [createPseudonyms(keys), createPseudonyms(keys, 2), createPseudonyms(ephemeralKeyFile())].map((each) =>
    each.person(PERSON),
  );
  expect(new Set(names).size).toBe(3);
  expect(createPseudonyms(keys).case(PERSON)).not.toBe(createPseudonyms(keys).person(PERSON));
});
