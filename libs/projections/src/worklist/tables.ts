import { type Columns, type TableDefinition, detailColumns } from '../engine/table.ts';

/** A deadline that nothing has settled is open for ever. The last day that PostgreSQL, ISO text and people all read alike. */
export const FOR_EVER = '9999-12-31';

/** A deadline of a case. Dates and codes only; municipality and office stand here too, so that a page is read off one index. */
const deadlineColumns = {
  ...detailColumns,
  /** Its number among the deadlines of the case, from 0. */
  nth: 'integer',
  municipality: 'text',
  office: 'text',
  protected: 'boolean',
  /** Opaque id of the caseworker who has the case. */
  caseworker: 'text?',
  kind: 'text',
  due: 'date',
  /** The day that the case begins: a worklist of a day before it does not know it. */
  open_from: 'date',
  /** The last day on which there is something left to do; `FOR_EVER` while nothing is known to end it. */
  open_to: 'date',
  provision: 'text',
  settled_by: 'text',
  /** Revision of the event that it hangs on; null = the case. */
  about: 'integer?',
  breach: 'boolean',
} as const satisfies Columns;

/** In the order of a page. */
export const ORDER = ['due', 'kind', 'case_id', 'nth'] as const;

export const deadlines: TableDefinition = {
  name: 'worklist_deadline',
  key: ['case_id', 'nth'],
  columns: deadlineColumns,
  indexes: [
    ['municipality', 'office', 'open_to', ...ORDER],
    ['municipality', 'open_to', ...ORDER],
    ['municipality', 'kind', 'open_to', 'due', 'case_id', 'nth'],
    ['municipality', 'caseworker', 'open_to', ...ORDER],
  ],
};
