import type { Ore } from '@kvp/money';
import type { Month, Payee } from '@kvp/stipend';
import type { SettledLine } from './line.ts';

/** What the tax authority knows the stipend by in the monthly report. Rulebook § 5.6. */
export const INCOME_CODE = 'kvalifiseringstoenad';

/** A line as payroll gets it. It names no person: payroll knows the participant by the case. */
export interface PayrollLine {
  readonly lineId: string;
  readonly caseId: string;
  readonly payee: Payee;
  readonly earningMonth: Month;
  readonly grossOre: Ore;
  readonly incomeCode: typeof INCOME_CODE;
  /** Earned in June: nothing is withheld. */
  readonly noWithholding: boolean;
}

/**
 * The lines that a run sends to payroll, in their order. What has come back about them changes nothing in it: however often it is asked for,
 * it is the same. Lines that set-offs took all of are not sent.
 */
export const payrollLines = (lines: readonly (SettledLine & { readonly caseId: string })[]): readonly PayrollLine[] =>
  lines
    .filter(({ gross }) => gross > 0)
    .map(({ id, caseId, payee, month, gross, noWithholding }) => ({
      ...{ lineId: id, caseId, payee, earningMonth: month, grossOre: gross },
      ...{ incomeCode: INCOME_CODE, noWithholding },
    }));

const COLUMNS = ['lineId', 'caseId', 'payee', 'earningMonth', 'grossOre', 'incomeCode', 'noWithholding'] as const;

/** RFC 4180, with a head line. No field of it can hold a separator: they are ids, words, months and whole numbers. */
export const payrollCsv = (lines: readonly PayrollLine[]): string =>
  [COLUMNS.join(','), ...lines.map((line) => COLUMNS.map((column) => String(line[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
