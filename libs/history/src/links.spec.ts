import { expect, test } from '@jest/globals';
import { caseEvents } from '@kvp/lifecycle';
import { NO_LINK, linked, linksOf } from './links.ts';

/** The fields of an event that hold the revision of another, as its schema says. */
function naming(type: string): readonly string[] {
  const schema = caseEvents[type]?.schema.data as { readonly properties: Readonly<Record<string, { readonly description?: string }>> };
  return Object.entries(schema.properties).flatMap(([field, { description }]) =>
    /^(?:Revisions? of|The (?:earlier )?proposal, by|The earlier proposal)/.test(description ?? '') ? field : [],
  );
}

const NAMING = Object.keys(caseEvents).flatMap((type) => naming(type).map((field) => ({ type, field })));

test('there are events that name others', () => {
  expect(NAMING.length).toBeGreaterThan(8);
});

test.each(NAMING)('$type says by $field which earlier event it is about', ({ type, field }) => {
  const event = { ...caseEvents[type]!.example, data: { [field]: 7 } };
  expect(linksOf(event).map(({ revision }) => revision)).toEqual(NO_LINK.has(field) ? [] : [7]);
});

test('telling of a decision does not reverse it', () => {
  expect(linksOf(caseEvents['DecisionNotified']!.example)).toMatchObject([{ how: 'notifies' }]);
  expect(linksOf(caseEvents['DecisionReversed']!.example)).toMatchObject([{ how: 'reverses' }]);
});

test('an event that names many is named beside each of them', () => {
  const corrected = { ...caseEvents['AttendanceCorrected']!.example, data: { corrects: [1, 2] } };
  const entries = [1, 2, 3].map((revision) => ({ revision, links: revision === 3 ? linksOf(corrected) : [] }));
  expect(linked(entries).map(({ namedBy }) => namedBy)).toEqual([
    [{ revision: 3, how: 'corrects' }],
    [{ revision: 3, how: 'corrects' }],
    [],
  ]);
});

test('an appeal names every decision that it is about', () => {
  const { decisions } = caseEvents['AppealReceived']!.example.data as { readonly decisions: readonly { readonly decision: number }[] };
  expect(linksOf(caseEvents['AppealReceived']!.example)).toEqual(decisions.map(({ decision }) => ({ revision: decision, how: 'appeals' })));
});
