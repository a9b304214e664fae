import type { Layout } from '../layout/layout.ts';
import type { KostraRecord } from '../record/record.ts';

/** FATAL stops everything and blocks; ERROR blocks; WARNING does not. */
export type Severity = 'FATAL' | 'ERROR' | 'WARNING';

/** What a control found, on which lines (from 1, empty lines not counted). It says fields, never what they hold. */
export interface Finding {
  readonly control: string;
  readonly severity: Severity;
  /** The fields that it is about. */
  readonly fields: readonly string[];
  /** In bokmål. */
  readonly message: string;
  readonly lines: readonly number[];
}

/** What the records are held against. */
export interface ControlContext {
  /** Four digits: the municipality that reports. */
  readonly municipality: string;
  readonly year: number;
  readonly layout: Layout;
}

/** A control that looks at each record alone. */
export interface RecordControl {
  /** SSB's number of it. Two of them have 003. */
  readonly number: string;
  readonly title: string;
  readonly severity: Exclude<Severity, 'FATAL'>;
  readonly fields: readonly string[];
  readonly message: string;
  /** Oslo is not held to it. */
  readonly exceptOslo?: true;
  readonly fails: (record: KostraRecord, context: ControlContext) => boolean;
}

/** The value of a field, without its padding. */
export const valueOf = (record: KostraRecord, field: string): string => record[field] ?? '';

/** The whole number in a field; undefined where there is none. */
export function numberIn(record: KostraRecord, field: string): number | undefined {
  const text = valueOf(record, field);
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

export const isOneOf = (record: KostraRecord, field: string, codes: readonly string[]): boolean => codes.includes(valueOf(record, field));
