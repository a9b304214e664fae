import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record, revisionNumber, shortText, yesOrNo } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { APPELLANTS, FORM_REQUIREMENTS } from '../kernel/state/appeals.ts';
import { appealMoment, decideAppeal } from './appeal.decide.ts';

export const RegisterAppeal = record({
  decision: Type.Optional(revisionNumber('Revision of the decision that is appealed. The last one of the case when nothing is named.')),
  decisions: Type.Optional(
    Type.Array(revisionNumber('Revision of a decision.'), {
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      description: 'The decisions that are appealed, when there are several.',
    }),
  ),
  receivedOn: isoDate('The day it reached the office.'),
  postedOn: Type.Optional(isoDate('The day it was posted, where that is proven: posted in time is in time. FVL § 30.')),
  appellant: Type.Optional(oneOf(APPELLANTS, 'Who appeals; the party when left out. Children cannot appeal in the case of a parent.')),
  representative: Type.Optional(shortText('Name of whoever appeals for the party.')),
  wants: Type.Optional(freeText('The change that is asked for.')),
  grounds: Type.Optional(freeText('What it rests on.')),
  lacks: Type.Optional(
    Type.Array(
      oneOf(FORM_REQUIREMENTS, 'In writing, signed, naming the decision, saying what is to be changed; authorised by the party.'),
      {
        maxItems: 5,
        uniqueItems: true,
        description: 'What it does not have, and the party may make good. FVL §§ 12 and 32.',
      },
    ),
  ),
  mendBy: Type.Optional(isoDate('The last day to make that good. Two weeks from today when left out.')),
  deferralRequested: Type.Optional(yesOrNo('Whether it asks that the decision is not carried out before the appeal is decided. FVL § 42.')),
});
export type RegisterAppeal = Static<typeof RegisterAppeal>;

export const appeal = defineCommand<RegisterAppeal>({
  name: 'appeal',
  title: 'Registrer klage',
  summary:
    'Registers an appeal, in time or not, counts the time to appeal from notice that is proven, and says what the appeal lacks. FVL §§ 28–32.',
  schema: RegisterAppeal,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: PHASES,
  lawOn: ({ receivedOn }) => receivedOn,
  allowed: appealMoment,
  decide: decideAppeal,
  example: {
    decision: 1,
    receivedOn: '2025-02-10',
    postedOn: '2025-02-07',
    wants: 'Programmet skal innvilges.',
    grounds: 'Arbeidsevnen er satt mer ned enn kontoret har lagt til grunn.',
  },
});
