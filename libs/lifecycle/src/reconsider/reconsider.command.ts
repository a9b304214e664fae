import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { appealStands } from '../appeal/named-appeal.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, oneOf, record, revisionNumber } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import type { Reversibles } from '../reverse/reversible.ts';
import { decideReconsider } from './reconsider.decide.ts';
import { DISMISSAL_GROUNDS, LATE_GROUNDS, RECONSIDERATIONS } from './outcomes.ts';

export const ReconsiderDecision = record({
  ...decisionFields,
  ...appealField,
  outcome: oneOf(
    RECONSIDERATIONS,
    'Changed as the party asks; changed in part, the rest to be forwarded; upheld, to be forwarded; or the appeal dismissed.',
  ),
  decisions: Type.Optional(
    Type.Array(revisionNumber('Revision of a decision.'), {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      description: 'Which of the appealed decisions are changed, when it is not all of them.',
    }),
  ),
  effectiveFrom: Type.Optional(
    isoDate('The first day that the change counts from. Leave, interruption and termination: from their first day when left out.'),
  ),
  takenLate: Type.Optional(
    oneOf(LATE_GROUNDS, 'Why an appeal that came too late is taken all the same: not to blame, or special reasons. FVL § 31.'),
  ),
  dismissalGround: Type.Optional(
    oneOf(DISMISSAL_GROUNDS, 'What it is dismissed for. What is registered of the appeal says it when left out.'),
  ),
  justification: Type.Optional(freeText('The assessment: the facts and the law. Required.')),
  discretion: Type.Optional(freeText('How the free discretion was used, apart from the law. FVL § 25.')),
  newFacts: Type.Optional(freeText('What has come to light since the decision.')),
});
export type ReconsiderDecision = Static<typeof ReconsiderDecision>;

export const reconsiderBy = (reversibles: Reversibles) =>
  defineCommand<ReconsiderDecision>({
    name: 'reconsider',
    title: 'Vurder klage',
    summary: 'The office looks at its decision again: it changes it, upholds it, or dismisses the appeal. FVL § 33.',
    schema: ReconsiderDecision,
    individualDecision: true,
    roles: ['appealHandler'],
    phases: PHASES,
    lawOn: ({ decidedOn }) => decidedOn,
    allowed: appealStands(['received']),
    decide: decideReconsider(reversibles),
    restatesDay: ['assessedOn'],
    fillIn: () => ({
      takenLate: 'specialReasons',
      justification: 'Vedtaket er vurdert på nytt.',
      backdatingReason: 'Registrert i ettertid.',
    }),
    example: { outcome: 'upheld', justification: 'Det er ikke kommet fram noe nytt om arbeidsevnen.' },
  });
