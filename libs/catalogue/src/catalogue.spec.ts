import { describe, expect, test } from '@jest/globals';
import type { AnyEvent } from '@kvp/lifecycle';
import { faultsOfEvent, faultsOfRefusal } from '@kvp/lifecycle/testing';
import { STREAM_KINDS, belongsIn, events, kindOf, refusals } from './catalogue.ts';
import type { StreamKind } from './stream-kind.ts';

const definitions = STREAM_KINDS.flatMap((kind) => kind.events.map((definition) => ({ type: definition.type, kind, definition })));

describe('every event of every stream', () => {
  test.each(definitions)('$type is complete', ({ kind, definition }) => {
    expect(faultsOfEvent(definition, kind.inNoView === undefined)).toEqual([]);
  });

  test('one that changes no view is found out, unless its streams are in none', () => {
    const silent = { ...events['ProgrammeStarted']!, changes: [] };
    expect(faultsOfEvent(silent, true)).toEqual(['no read model is named']);
    expect(faultsOfEvent(silent, false)).toEqual([]);
  });

  test('each stands in one kind of stream', () => {
    expect(definitions).toHaveLength(Object.keys(events).length);
    for (const { type, kind } of definitions) expect(kindOf(type)).toBe(kind);
  });
});

test.each(Object.values(refusals))('the refusal $code is complete', (definition) => {
  expect(faultsOfRefusal(definition)).toEqual([]);
});

test('a stream has a name that no other kind begins with, and says what there is one for', () => {
  const overlapping = (a: StreamKind, b: StreamKind): boolean =>
    a !== b && (a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix));
  for (const kind of STREAM_KINDS) {
    expect(kind.prefix).toMatch(/^[a-z]+(-[a-z]+)*-?$/);
    expect(kind.oneFor).not.toBe('');
    expect(STREAM_KINDS.filter((other) => overlapping(kind, other))).toEqual([]);
  }
});

test('an event belongs in the streams of its kind alone', () => {
  expect(belongsIn('case-1', 'ProgrammeStarted')).toBe(true);
  expect(belongsIn('policy-4204', 'ProgrammeStarted')).toBe(false);
  expect(belongsIn('case-1', 'PolicySet')).toBe(false);
  expect(belongsIn('case-1', 'NeverHeardOf')).toBe(false);
});

test.each(['constructor', 'toString', '__proto__'])('the name %s from outside finds nothing', (name) => {
  const known: AnyEvent | undefined = events[name];
  expect([known, refusals[name], kindOf(name)]).toEqual([undefined, undefined, undefined]);
});
