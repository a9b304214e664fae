import { type IsoDate, date, iso } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { decideRecordOtherSupport } from './record-other-support.decide.ts';
import { SUPPORT_KINDS } from './support-kinds.ts';

export const RecordOtherSupport = record({
  on: isoDate('The day it was asked about.'),
  from: isoDate('The first day that the answer is about.'),
  to: isoDate('The last day that it is about, no later than the day it was asked.'),
  kinds: Type.Array(oneOf(SUPPORT_KINDS, 'One kind of support.'), {
    maxItems: SUPPORT_KINDS.length,
    uniqueItems: true,
    description: 'What was received in the period. An empty list is an answer: nothing was.',
  }),
});
export type RecordOtherSupport = Static<typeof RecordOtherSupport>;

const newYear = (day: IsoDate): IsoDate => iso(date(day).with({ month: 1, day: 1 }));

export const recordOtherSupport = defineCommand<RecordOtherSupport>({
  name: 'recordOtherSupport',
  title: 'Registrer støtte ved siden av stønaden',
  summary: 'Registers social assistance and housing support beside the stipend in a period, or that there was none. KOSTRA 11CF.',
  schema: RecordOtherSupport,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ on }) => on,
  allowed: takesFacts,
  decide: decideRecordOtherSupport,
  // The year so far, without support.
  fillIn: ({ on }) => ({ ...(on === undefined ? {} : { from: newYear(on), to: on }), kinds: [] }),
  example: { on: '2025-12-31', from: '2025-02-03', to: '2025-12-31', kinds: ['housingBankSupport', 'socialAssistanceRegular'] },
});
