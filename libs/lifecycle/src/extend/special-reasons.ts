import Type from 'typebox';
import { freeText, record, yesOrNo } from '../kernel/fields.ts';

/** What KVPF § 2 asks before the programme goes beyond two counted years. */
export const SpecialReasons = record(
  {
    necessary: yesOrNo('More time is necessary to reach the goal of work.'),
    progress: yesOrNo('The participant has made progress.'),
    workProbable: yesOrNo('Work is probable at the end of the extended programme, the labour market considered.'),
    reason: Type.Optional(freeText('What the assessment rests on.')),
  },
  'The assessment of KVPF § 2. Required beyond two counted years; all three must hold.',
);
