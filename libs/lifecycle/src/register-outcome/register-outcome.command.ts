import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { appealStands } from '../appeal/named-appeal.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record, revisionNumber, shortText, yesOrNo } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import type { Reversibles } from '../reverse/reversible.ts';
import { APPEAL_OUTCOMES } from './outcomes.ts';
import { decideRegisterOutcome } from './register-outcome.decide.ts';

export const RegisterOutcome = record({
  ...appealField,
  decidedOn: isoDate('The day statsforvalteren decided.'),
  receivedOn: Type.Optional(isoDate('The day the decision reached the office. The day it was made when left out.')),
  outcome: oneOf(APPEAL_OUTCOMES, 'What statsforvalteren came to. FVL § 34.'),
  decisions: Type.Optional(
    Type.Array(revisionNumber('Revision of a decision.'), {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      description: 'Which of the appealed decisions are changed or set aside, when it is not all of them.',
    }),
  ),
  effectiveFrom: Type.Optional(isoDate('The first day that the change counts from, where the outcome says so.')),
  reference: Type.Optional(shortText('How statsforvalteren refers to it.')),
  reasons: Type.Optional(freeText('What it rests on, and what the office is to do.')),
  toDetriment: Type.Optional(yesOrNo('Whether the decision was changed to the detriment of the party. FVL § 34.')),
  detrimentNoticeOn: Type.Optional(
    isoDate('The day the party was told that it might be: at the latest three months after the office received the appeal.'),
  ),
  arrivedOn: Type.Optional(isoDate('The day notice of it reached the party: the time to claim costs runs from then. FVL § 36.')),
});
export type RegisterOutcome = Static<typeof RegisterOutcome>;

export const registerOutcomeBy = (reversibles: Reversibles) =>
  defineCommand<RegisterOutcome>({
    name: 'registerOutcome',
    title: 'Registrer statsforvalterens avgjørelse',
    summary: 'Registers what statsforvalteren came to, and does to the case what follows from it. FVL § 34; decided point 19.',
    schema: RegisterOutcome,
    individualDecision: false,
    roles: ['appealHandler'],
    phases: PHASES,
    lawOn: ({ decidedOn }) => decidedOn,
    allowed: appealStands(['forwarded']),
    decide: decideRegisterOutcome(reversibles),
    example: { decidedOn: '2025-05-12', outcome: 'confirmed', reference: '2025/1234' },
  });
