import { describe, expect, test } from '@jest/globals';
import { caseOf, june2025, recorded } from '../fixture.ts';
import { calculationSheet, numberNb } from './calculation-sheet.ts';
import { explainLine, explainLines, lineNamed } from './explain-line.ts';
import { sheetHtml } from './sheet-html.ts';

const NOW = Temporal.Instant.from('2026-11-30T12:00:00Z');
const JUNE = { month: '2025-06', payee: 'participant' } as const;

describe('a payment line', () => {
  const explained = explainLine(caseOf(...june2025()), JUNE, NOW);

  test('is the sum of its days, each from a rate row and an event', () => {
    // 2 to 30 June 2025 are 21 Monday-to-Friday days: 21 × 2.041 × 130 160 / 260 = 21 456.876.
    expect(explained).toMatchObject({ amount: '21456.88', stipendDays: 21, lifted: '0', model: { name: 'A' } });
    expect(explained?.runs).toMatchObject([{ from: '2025-06-02', to: '2025-06-30', days: 21, decidedIn: 1 }]);
    expect(explained?.runs[0]?.dates).toHaveLength(21);
    expect(explained?.rates.map(({ kind, value, source }) => [kind, value, source.slice(0, 19)])).toEqual([
      ['G', '130160', 'FOR-2025-05-23-837;'],
      ['factor', '2041/1000', 'LOV-2023-12-20-95, '],
      ['daysPerYear', '260', 'LOV-2009-12-18-131'],
    ]);
    expect(explained?.events.map(({ revision, type, who }) => [revision, type, who.title])).toEqual([
      [0, 'ApplicationRegistered', 'saksbehandler'],
      [1, 'ProgrammeGranted', 'saksbehandler'],
      [2, 'ProgrammeStarted', 'saksbehandler'],
    ]);
  });

  test('adds up at every level', () => {
    expect(explained?.checks).not.toHaveLength(0);
    expect(explained?.checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  test('is not there before it was known, nor for a month or payee without a line', () => {
    expect(explainLine(caseOf(...june2025()), JUNE, Temporal.Instant.from('2025-06-01T12:00:00Z'))).toBeUndefined();
    expect(explainLine(caseOf(...june2025()), { ...JUNE, month: '2025-07' }, NOW)).toBeUndefined();
    expect(explainLine(caseOf(...june2025()), { ...JUNE, payee: 'collectionAgency' }, NOW)).toBeUndefined();
  });
});

test('of a case with a child whose supplement the agency has, every line is explained, and the sheets are told apart', () => {
  const child = recorded('2025-06-02T08:00:00.000Z', 'ChildRecorded', {}, { birthDate: '2018-05-04', from: '2018-05-04' });
  const claimed = recorded('2025-06-02T09:00:00.000Z', 'MaintenanceRecorded', { from: '2025-06-23', agencyHasClaimed: true });
  const lines = explainLines(caseOf(...june2025(), child, claimed), () => true, NOW);
  // 15 days before 23 June and 6 from it: 21 456.876 + 15 × 37 = 22 011.88, and 6 × 37 = 222.
  expect(lines.map(({ line, amount }) => [line, amount])).toEqual([
    ['2025-06-participant', '22011.88'],
    ['2025-06-collectionAgency', '222.00'],
  ]);
  const [own, agency] = lines.map(calculationSheet);
  expect(agency?.title).toBe('Beregning av kvalifiseringsstønad for juni 2025, til innkrevingsmyndigheten');
  expect(own?.tables[0]?.rows[0]?.[5]).toBe('1 × 37 = 37,00\u00a0kr');
  expect(explainLines(caseOf(...june2025(), child, claimed), ({ payee }) => payee === 'collectionAgency', NOW)).toEqual([lines[1]]);
});

test('a line is named by its month, and by its payee when that is not the participant', () => {
  expect(lineNamed('2025-06')).toEqual(JUNE);
  expect(lineNamed('2025-06-collectionAgency')).toEqual({ month: '2025-06', payee: 'collectionAgency' });
  expect(['2025-13', '2025-06-nobody', 'x', '2025-06-'].map(lineNamed)).toEqual([undefined, undefined, undefined, undefined]);
});

test('the sheet says it in bokmål, with amounts and dates as Norwegians write them', () => {
  const explained = explainLine(caseOf(...june2025()), JUNE, NOW);
  const sheet = calculationSheet(explained!);
  expect(sheet.title).toBe('Beregning av kvalifiseringsstønad for juni 2025');
  expect(Object.fromEntries(sheet.facts)).toMatchObject({ Beløp: '21\u00a0456,88\u00a0kr', Skattetrekk: 'ingen (junistønad)' });
  expect(sheet.tables[0]?.rows[0]?.slice(0, 5)).toEqual(['2. juni 2025', '30. juni 2025', '21', 'i program', '1\u00a0021,76\u00a0kr']);
  expect(sheet.notes.at(-2)).toMatch(/^Summene stemmer på hvert nivå/);
  expect(['2041/1000', '130160', '2/3', '7.5', '15/2', '5364219/250'].map(numberNb)).toEqual([
    ...['2,041', '130\u00a0160', '2/3', '7,5', '7,5', '21\u00a0456,876'],
  ]);
});

test('the page holds nothing but text, whatever stands in an event', () => {
  const [applied, granted, started] = june2025();
  const events = [applied!, granted!, started!, recorded('2025-06-03T07:00:00.000Z', 'NoteAdded', {}, { text: 'x' })].slice(0, 3);
  const sheet = calculationSheet(explainLine(caseOf(...events), JUNE, NOW)!);
  const page = sheetHtml({ ...sheet, notes: ['<script>alert("1")</script>'] });
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  expect(page).not.toMatch(/<script|https?:|src=|href=/);
});
