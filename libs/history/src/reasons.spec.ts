import { describe, expect, test } from '@jest/globals';
import { events } from '@kvp/catalogue';
import { REASON_LABELS, reasonsOf } from './reasons.ts';

const personalOf = (personal: object | null): Parameters<typeof reasonsOf>[0] => ({ type: 'Any', version: 1, data: {}, personal });

describe('reasons', () => {
  test('are found wherever they stand in the personal part', () => {
    const personal = { justification: 'Møter ikke.', nested: { list: [{ reason: 'Ett.' }, { reason: 'To.' }] }, birthDate: '1990-04-02' };
    expect(reasonsOf(personalOf(personal)).map(({ text }) => text)).toEqual(['Møter ikke.', 'Ett.', 'To.']);
  });

  test('are none when nothing was written', () => {
    expect(reasonsOf(personalOf(null))).toEqual([]);
    expect(reasonsOf(personalOf({ justification: '  ' }))).toEqual([]);
  });
});

test('an answered condition is named, and so is the assessment of special reasons', () => {
  const personal = {
    conditions: [
      { condition: 'income', met: false, reason: 'Har dagpenger.' },
      { condition: 'need', met: true, reason: 'Trenger tett oppfølging.' },
      { met: true, reason: 'Alt i orden.' },
    ],
    specialReasons: { necessary: true, progress: true, workProbable: true, reason: 'Har fått løfte om arbeid.' },
    justification: 'Trenger mer tid.',
  };
  expect(reasonsOf(personalOf(personal)).map(({ label }) => label)).toEqual([
    'Andre ytelser til livsopphold (ikke oppfylt)',
    'Behov for programmet',
    'Begrunnelse',
    'Særlige grunner',
    'Begrunnelse',
  ]);
});

test('a proposal gives the reasons of the decision that it is of, once', () => {
  expect(reasonsOf(events['DecisionProposed']!.example)).toEqual([{ label: 'Begrunnelse', text: 'Fast arbeid.' }]);
});

describe('every free text of every event is a reason that the audit trail shows', () => {
  test.each(Object.values(events))('$type', ({ schema }) => {
    expect(freeTexts(schema.personal).filter((field) => REASON_LABELS[field] === undefined)).toEqual([]);
  });

  test('and one without a label would be found', () => {
    const schema = {
      type: 'object',
      properties: { answers: { type: 'array', items: { type: 'object', properties: { gossip: LONG_TEXT } } } },
    };
    expect(freeTexts(schema)).toEqual(['gossip']);
  });
});

const LONG_TEXT = { type: 'string', maxLength: 4000 };

/** The names of the long text fields in a schema. */
function freeTexts(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = 'properties' in schema && typeof schema.properties === 'object' ? Object.entries(schema.properties ?? {}) : [];
  const own = properties.flatMap(([name, property]: [string, unknown]) => (isLongText(property) ? [name] : freeTexts(property)));
  return 'items' in schema ? [...own, ...freeTexts(schema.items)] : own;
}

const isLongText = (property: unknown): boolean =>
  typeof property === 'object' && property !== null && 'maxLength' in property && Number(property.maxLength) > 1000;
