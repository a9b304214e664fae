import { describe, expect, test } from '@jest/globals';
import { layoutOf } from '../layout/layout.ts';
import { type KostraRecord, readRecord, writeRecord } from '../record/record.ts';
import { SAMPLE } from '../testing/sample.ts';
import { describedOtherwise } from './description.ts';
import { controlFile, isAccepted } from './run-controls.ts';

const layout = layoutOf(2026)!;
const context = { municipality: '4020', year: 2026, layout };
const fileOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** What is found in the sample with fields of one line changed: `number severity` for each. */
function foundWith(line: number, change: KostraRecord, in4020 = context): readonly string[] {
  const lines = SAMPLE.map((text, at) => (at === line - 1 ? writeRecord({ ...readRecord(text, layout), ...change }, layout) : text));
  return verdictOn(lines, in4020);
}
const verdictOn = (lines: readonly string[], in4020 = context): readonly string[] =>
  controlFile(fileOf(lines), in4020).findings.map(({ control, severity }) => `${control} ${severity}`);

/** The identity number of line 1 with another last digit: 14 March 1988 in the synthetic series. */
const FIRST_NUMBER = '14838841466';

test('the three records pass every control, and the file description too', () => {
  const verdict = controlFile(fileOf(SAMPLE), context);
  expect(verdict).toEqual({ controls: 102, severity: null, findings: [] });
  expect(SAMPLE.flatMap((line, at) => describedOtherwise(readRecord(line, layout), context, at + 1))).toEqual([]);
  expect(verdict.controls).toBe(2 * 3 + 32 * 3);
});

test('what is read is written again, to the byte', () => {
  for (const line of SAMPLE) expect(writeRecord(readRecord(line, layout), layout)).toBe(line);
});

// As SSB's own rules answered, each giving exactly these controls.
describe('one field changed', () => {
  test.each<[string, number, KostraRecord, readonly string[]]>([
    ['a district outside Oslo', 1, { BYDELSNR: '01' }, ['003 ERROR']],
    ['another year', 1, { VERSION: '25' }, ['004 ERROR']],
    ['no birth date', 1, { FODSELSDATO: '' }, ['004A ERROR']],
    ['a wrong control digit', 1, { PERSON_FODSELSNR: '14838841467' }, ['005 ERROR']],
    ['the journal number of another', 2, { PERSON_JOURNALNR: 'KVP00001' }, ['05B ERROR', '05B ERROR']],
    ['sex 0', 1, { KJONN: '0' }, ['008 ERROR']],
    ['marital status 6', 1, { EKTSTAT: '6' }, ['009 ERROR']],
    ['neither yes nor no to children', 1, { BU18: '3', ANTBU18: '' }, ['010 ERROR']],
    ['children without a number', 1, { ANTBU18: '' }, ['011 ERROR']],
    ['a number without children', 1, { BU18: '2' }, ['012 ERROR']],
    ['fourteen children', 1, { ANTBU18: '14' }, ['013 ERROR']],
    ['an application of five years ago', 1, { REG_DATO: '31122021' }, ['014 ERROR']],
    ['a decision of five years ago', 1, { VEDTAK_DATO: '31122021' }, ['015 ERROR']],
    ['a start next year', 1, { BEGYNT_DATO: '01012027' }, ['016 ERROR']],
    ['no answer on another municipality', 1, { KVP_KOMM: '' }, ['019 ERROR']],
    ['another municipality that is not told', 1, { KVP_KOMM: '1' }, ['020 ERROR']],
    ['social assistance of no kind', 1, { YTELSE_TYPE_SOSHJ: '' }, ['021 ERROR']],
    ['no answer on support', 2, { KVP_MED_ASTONAD: '' }, ['026 ERROR']],
    ['no support, and what it was', 1, { KVP_MED_ASTONAD: '2' }, ['027 ERROR']],
    ['no months', 1, Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`STMND_${at + 1}`, ''])), ['028 WARNING', '031 WARNING']],
    ['a sum of 0', 1, { KVP_STONAD: '0' }, ['029 WARNING']],
    ['no sum', 1, { KVP_STONAD: '' }, ['029 WARNING', '030 WARNING']],
    ['a sum above the largest', 1, { KVP_STONAD: '600001' }, ['032 WARNING']],
    ['the largest sum', 1, { KVP_STONAD: '600000' }, []],
    ['status 8', 1, { STATUS: '8' }, ['036 ERROR']],
    ['an end before the year', 2, { AVSL_DATO: '31122025' }, ['037 ERROR']],
    [
      'an end with nothing told of it',
      2,
      { AVSL_DATO: '', AVSL_ORDINAERTARB: '', AVSL_SKOLE: '', AVSL_VIKTIGSTE_INNTEKT: '' },
      ['037 ERROR', '038 ERROR', '039 ERROR'],
    ],
  ])('%s', (_what, line, change, expected) => {
    expect(foundWith(line, change)).toEqual(expected);
  });

  // Numbers of 14 March in the synthetic series whose control digits are right: 500 or more from 2000 on, below 500 before.
  test.each([
    ['born in 2009', '2009', '006 ERROR'],
    ['born in 1957', '1957', '007 WARNING'],
  ])('%s', (_what, born, expected) => {
    expect(foundWith(1, { PERSON_FODSELSNR: numberOf(Number(born)) })).toEqual([expected]);
  });

  test('the same person twice with the same status', () => {
    expect(foundWith(3, { PERSON_FODSELSNR: FIRST_NUMBER, STATUS: '1' })).toEqual(['05A ERROR', '05A ERROR']);
    expect(foundWith(3, { PERSON_FODSELSNR: FIRST_NUMBER })).toEqual([]);
  });
});

describe('the file', () => {
  test.each([
    ['too short', SAMPLE[1].slice(0, -1)],
    ['too long', `${SAMPLE[1]} `],
    ['with a tabulator', `${SAMPLE[1].slice(0, -1)}\t`],
  ])('one line %s stops every other control', (_what, line) => {
    const verdict = controlFile(fileOf([SAMPLE[0].replace('KVP00001', 'KVP00002'), line]), context);
    expect(verdict).toMatchObject({ controls: 4, severity: 'FATAL', findings: [{ control: '001', lines: [2] }] });
    expect(isAccepted(verdict)).toBe(false);
  });

  test('another municipality reports', () => {
    const oslo = { municipality: '0301', year: 2026, layout };
    // Municipality and district, for each of the three.
    expect(verdictOn(SAMPLE, oslo)).toEqual(Array<string>(6).fill('003 ERROR'));
  });

  test('in Oslo with its district it passes, and the same person twice does too', () => {
    const oslo = { municipality: '0301', year: 2026, layout };
    const line = SAMPLE[0].replace('402026  ', '03012605');
    expect(verdictOn([line, line], oslo)).toEqual([]);
    expect(verdictOn([line.replace('0301260', '0301261').replace('03012615', '03012600')], oslo)).toEqual(['003 ERROR']);
  });

  test.each([
    ['\r\n after each line', SAMPLE.map((line) => `${line}\r\n`).join('')],
    ['no end of the last line', SAMPLE.join('\n')],
    ['blank lines between', SAMPLE.join('\n\n')],
  ])('%s makes no difference', (_what, content) => {
    expect(controlFile(content, context)).toEqual({ controls: 102, severity: null, findings: [] });
  });

  test('a byte order mark makes the first line too long', () => {
    expect(controlFile(`\ufeff${fileOf(SAMPLE)}`, context).findings).toMatchObject([{ control: '001', lines: [1] }]);
  });

  test('participants, or none: one of them must be said', () => {
    expect(controlFile(' ', context, { hasParticipants: false })).toEqual({ controls: 1, severity: null, findings: [] });
    expect(controlFile(' ', context).findings).toMatchObject([{ control: '000', severity: 'FATAL' }]);
    expect(controlFile(fileOf(SAMPLE), context, { hasParticipants: false }).findings).toMatchObject([{ control: '000' }]);
  });

  test('an empty file is looked at by no control, and not accepted', () => {
    const verdict = controlFile('', context);
    expect([verdict.controls, isAccepted(verdict)]).toEqual([0, false]);
  });

  test('warnings may be sent, errors not', () => {
    const warned = writeRecord({ ...readRecord(SAMPLE[0], layout), KVP_STONAD: '0' }, layout);
    const wrong = writeRecord({ ...readRecord(SAMPLE[0], layout), KJONN: '9' }, layout);
    expect([warned, wrong].map((line) => isAccepted(controlFile(fileOf([line]), context)))).toEqual([true, false]);
  });
});

test('days are read leniently but for the end, which must be in the calendar', () => {
  expect(foundWith(1, { REG_DATO: '31022025' })).toEqual([]);
  expect(foundWith(1, { REG_DATO: '32022025' })).toEqual(['014 ERROR']);
  expect(foundWith(2, { AVSL_DATO: '31022026' })).toEqual(['037 ERROR']);
});

test('what slips through all controls is held against the file description', () => {
  const changed = { ...readRecord(SAMPLE[0], layout), STMND_3: '09', AVSL_DATO: 'abc' };
  expect(controlFile(fileOf([writeRecord(changed, layout)]), context).findings).toEqual([]);
  expect(describedOtherwise(changed, context, 1).map(({ fields }) => fields[0])).toEqual(['STMND_3', 'AVSL_DATO']);
});

/** A synthetic number of 14 March in a year: the first with right control digits. */
function numberOf(year: number): string {
  const weights = [
    [3, 7, 6, 1, 8, 9, 4, 5, 2],
    [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
  ] as const;
  for (let individual = year < 2000 ? 0 : 500; ; individual += 1) {
    let digits = `1483${String(year).slice(2)}${String(individual).padStart(3, '0')}`;
    for (const weight of weights) digits += String((11 - (weight.reduce((sum, each, at) => sum + each * Number(digits[at]), 0) % 11)) % 11);
    if (digits.length === 11) return digits;
  }
}
