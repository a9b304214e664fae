import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseFacts } from '../facts/case-facts.ts';
import { sumsOver } from '../report/definition.ts';
import { type Cell, type ReportTable, cellOf, tableOf } from '../tables/table.ts';
import { aCase, municipality, scopeOf, takingPart } from '../testing/facts.ts';
import { meanOf, medianOf } from './distribution.ts';
import { tertial } from './tertial.ts';

const scope = scopeOf('tertial', '2008-T1', municipality('1001'));
const tables = (cases: readonly CaseFacts[]): readonly ReportTable[] => tertial.tables(sumsOver(tertial, cases, scope), scope, undefined);
const cell = (cases: readonly CaseFacts[], table: string, row: string, column: string): Cell | undefined =>
  cellOf(tableOf(tables(cases), table), row, column);

const nothing = {
  socialAssistance: 'none',
  introductionBenefit: false,
  tiltakspenger: false,
  nationalInsurance: false,
  fromOtherMunicipality: false,
  otherMunicipality: null,
} as const;

test('the first tertial runs from 1 January to 30 April 2008', () => {
  expect(scope.period).toEqual({ text: '2008-T1', from: '2008-01-01', to: '2008-04-30' });
});

test('a participant counts once for each type of measure, and once in the sum (§ 11.33)', () => {
  const cases = [
    aCase({ participation: takingPart('2008-02-04', { measures: ['municipal', 'state'] }) }),
    aCase({ participation: takingPart('2008-02-04', { measures: ['municipal'] }) }),
    aCase({ participation: takingPart('2008-02-04') }),
    aCase({ participation: takingPart('2008-02-04', { lastDay: '2008-04-29', endedBy: 'agreed' }) }),
  ];
  const measures = ['state', 'municipal', 'county', 'health', 'own', 'none', 'total'].map((row) =>
    cell(cases, 'measures', row, 'participants'),
  );
  expect(measures).toEqual([1, 2, 0, 0, 0, 1, 3]);
});

test('case-processing time: mean and median of days from received to decided, refusals included', () => {
  const answered = (receivedOn: CaseFacts['receivedOn'], decidedOn: CaseFacts['receivedOn'], kind: 'grant' | 'rejection' = 'grant') =>
    aCase({ receivedOn, answers: [{ kind, decidedOn }] });
  const cases = [
    answered('2008-01-02', '2008-01-12'), // 10
    answered('2008-01-02', '2008-01-23', 'rejection'), // 21
    answered('2007-12-31', '2008-01-31'), // 31
    answered('2008-02-01', '2008-03-01'), // 29: 2008 has a 29 February
    answered('2008-04-01', '2008-05-01'), // decided in the next tertial
    answered('2007-11-01', '2007-12-31'), // decided in the one before
  ];
  // (10 + 21 + 31 + 29) / 4 = 91 / 4 = 22.75, shown as 22.8; in the middle of 10, 21, 29 and 31: (21 + 29) / 2 = 25.
  expect(['decided', 'mean', 'median'].map((column) => cell(cases, 'processing', 'all', column))).toEqual([4, 22.8, 25]);
  expect(['decided', 'mean', 'median'].map((column) => cell([], 'processing', 'all', column))).toEqual([0, null, null]);
});

test('income before the programme: each kind that was told, none as an answer, and what nobody asked about', () => {
  const participation = takingPart('2008-02-04');
  const cases = [
    aCase({ participation, intake: { ...nothing, socialAssistance: 'main', tiltakspenger: true } }),
    aCase({ participation, intake: { ...nothing, socialAssistance: 'supplementary' } }),
    aCase({ participation, intake: nothing }),
    aCase({ participation }),
    aCase({ intake: { ...nothing, socialAssistance: 'main' } }), // no participant
  ];
  const rows = ['main', 'supplementary', 'introductionBenefit', 'tiltakspenger', 'nationalInsurance', 'none', 'notTold', 'total'];
  expect(rows.map((row) => cell(cases, 'income', row, 'participants'))).toEqual([1, 1, 0, 1, 0, 1, 1, 4]);
});

test('stipend beside supplementary social assistance: while taking part, in the tertial, of that kind', () => {
  const participation = takingPart('2008-02-04', { lastDay: '2008-03-31', endedBy: 'agreed' });
  const support = (from: CaseFacts['receivedOn'], to: CaseFacts['receivedOn'], kind = 'socialAssistanceRegular') =>
    aCase({ participation, otherSupport: [{ from, to, kinds: [kind] }] });
  const cases = [
    support('2008-01-01', '2008-02-04'), // its last day is the first in the programme
    support('2008-03-31', '2008-12-31'), // its first day is the last
    support('2008-04-01', '2008-12-31'), // after the end
    support('2007-10-01', '2008-02-03'), // before the start
    support('2008-02-04', '2008-03-31', 'housingBankSupport'), // no social assistance
  ];
  expect(['supplemented', 'participants'].map((column) => cell(cases, 'assistance', 'all', column))).toEqual([2, 5]);
});

test('exits by cause, and whole months of those who left', () => {
  const left = (startedOn: CaseFacts['receivedOn'], lastDay: CaseFacts['receivedOn'], endedBy: string) =>
    aCase({ participation: takingPart(startedOn, { lastDay, endedBy }) });
  const cases = [
    left('2008-01-15', '2008-04-14', 'completed'), // 15 January to 14 April: three
    left('2008-01-15', '2008-04-13', 'completed'), // a day short: two
    left('2007-11-01', '2008-01-01', 'nonAttendance'), // two and a day
    left('2007-11-01', '2008-04-30', 'maximumReached'), // six
    left('2007-11-01', '2007-12-31', 'completed'), // in the tertial before
    left('2007-11-01', '2008-05-01', 'completed'), // in the next
  ];
  expect(['completed', 'nonAttendance', 'maximumReached', 'agreed', 'total'].map((row) => cell(cases, 'exits', row, 'exits'))).toEqual([
    2, 1, 1, 0, 4,
  ]);
  expect(tableOf(tables(cases), 'months').rows.map(({ id, cells }) => [id, ...cells])).toEqual([
    ['2', 2],
    ['3', 1],
    ['6', 1],
  ]);
});

test('mean and median of counts are those of the values one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 30 }), (values) => {
      const counts = [...new Set(values)].map((value) => [value, values.filter((each) => each === value).length] as const);
      const ascending = values.toSorted((a, b) => a - b);
      const middle = (ascending.length - 1) / 2;
      expect(medianOf(counts)).toBe((ascending[Math.floor(middle)]! + ascending[Math.ceil(middle)]!) / 2);
      expect(Math.abs(meanOf(counts)! - values.reduce((a, b) => a + b, 0) / values.length)).toBeLessThanOrEqual(0.0500001);
    }),
  );
});
