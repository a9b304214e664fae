import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';
import { FACT_PHASES, takesFacts } from '../kernel/recording.ts';
import { RESIDENCES } from './conditions.ts';
import { decideRecordChild } from './record-child.decide.ts';

/** More than have ever been born at once in Norway. */
const MOST_BORN_AT_ONCE = 9;

export const RecordChild = record({
  birthDate: isoDate('Birth date of the child.'),
  childNumber: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_BORN_AT_ONCE,
      description:
        'Which of several supported children born that day: 2 for a twin. The first when left out; sent again it is the same child.',
    }),
  ),
  from: Type.Optional(isoDate('The first day that the participant supports the child. The day of birth when left out.')),
  to: Type.Optional(
    isoDate(
      'The last day of support; never beyond the day before the 18th birthday. Open when left out; told again with it, support ends then.',
    ),
  ),
  claimedOn: Type.Optional(isoDate('The day the supplement was claimed. However late, it takes nothing away.')),
  fosterChild: Type.Optional(yesOrNo('Whether it is a foster child, supported from the day that is told.')),
  permanentPlacement: Type.Optional(yesOrNo('Whether the foster child is placed for good: then two years of support are not waited for.')),
  residence: Type.Optional(oneOf(RESIDENCES, 'Where the child lives, and what lets it be abroad. Norway when left out.')),
});
export type RecordChild = Static<typeof RecordChild>;

export const recordChild = defineCommand<RecordChild>({
  name: 'recordChild',
  title: 'Registrer barn',
  summary: 'Registers a child that the participant supports; the child supplement follows. STL § 35; KVPF § 3.',
  schema: RecordChild,
  individualDecision: false,
  roles: ['caseworker'],
  phases: FACT_PHASES,
  lawOn: ({ from, birthDate }) => from ?? birthDate,
  allowed: takesFacts,
  decide: decideRecordChild,
  example: { birthDate: '2019-08-15', claimedOn: '2025-01-06' },
});
