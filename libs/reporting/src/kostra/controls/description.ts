import { lenientYear } from '../record/dates.ts';
import type { KostraRecord } from '../record/record.ts';
import { type ControlContext, type Finding, numberIn, valueOf } from './control.ts';

/**
 * SSB's check 002, which it runs for the sister forms and not for this one: a field that must be filled in is blank, a whole number or a day
 * is none, a code is none of the list. We hold ourselves to it, so that nothing slips through that SSB would only see later.
 */
export const describedOtherwise = (record: KostraRecord, { layout }: ControlContext, line: number): readonly Finding[] =>
  layout.fields
    .filter((field) => {
      const value = valueOf(record, field.name);
      if (value === '') return field.mandatory;
      if (field.type === 'integer') return numberIn(record, field.name) === undefined;
      if (field.type === 'date') return lenientYear(value) === undefined;
      return field.codes !== undefined && !field.codes.includes(value);
    })
    .map(({ name }): Finding => ({
      ...{ control: '002', severity: 'ERROR', fields: [name], message: 'Feltet følger ikke filbeskrivelsen.', lines: [line] },
    }));
