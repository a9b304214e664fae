import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { commands } from '../catalogue.ts';
import { daysOutOfReach } from './days-out-of-reach.ts';

const today = date('2026-11-22');

function refused(command: string, body: object): readonly string[] {
  const definition = commands[command];
  if (definition === undefined) throw new RangeError(`There is no command ${command}.`);
  return daysOutOfReach(definition.schema, body, today).map(({ code }) => code);
}

describe('a day that no case can have', () => {
  test('lies more than 25 years ahead, or before 1900', () => {
    expect(refused('recordWork', { from: '1900-01-01', to: '2051-11-22', hoursPerWeek: 10 })).toEqual([]);
    expect(refused('recordWork', { from: '2026-01-01', to: '2051-11-23', hoursPerWeek: 10 })).toEqual(['too-far-ahead']);
    expect(refused('recordWork', { from: '1899-12-31', to: '9999-12-31', hoursPerWeek: 10 })).toEqual(['too-far-ahead', 'too-long-ago']);
  });

  test('is found in lists and in what is nested', () => {
    expect(
      refused('registerAttendance', {
        days: [
          { date: '2026-01-05', hours: 1 },
          { date: '0001-01-01', hours: 1 },
        ],
      }),
    ).toEqual(['too-long-ago']);
    expect(
      refused('correctFact', { event: 1, reason: 'Feil', replacement: { recordWork: { from: '9999-01-01', hoursPerWeek: 1 } } }),
    ).toEqual(['too-far-ahead']);
  });

  test('is no free text that looks like one', () => {
    expect(refused('addNote', { kind: 'contact', text: '9999-12-31' })).toEqual([]);
  });

  test('is in no example of the catalogue', () => {
    for (const { name, schema, example } of Object.values(commands))
      expect([name, daysOutOfReach(schema, example, today)]).toEqual([name, []]);
  });
});
