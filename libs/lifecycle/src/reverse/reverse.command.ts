import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, oneOf, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { decideReverse, reverseMoment } from './reverse.decide.ts';
import type { Reversibles } from './reversible.ts';
import { REVERSAL_GROUNDS } from './grounds.ts';

export const ReverseDecision = record({
  ...decisionFields,
  decision: revisionNumber('Revision of the event in the case that is the decision to reverse.'),
  ground: oneOf(
    REVERSAL_GROUNDS,
    'On which ground of FVL § 35. To the detriment of the party only before notice has arrived, or when invalid.',
  ),
  agreed: Type.Optional(yesOrNo('Whether the party asks for it, or agrees: then it is not to their detriment.')),
  effectiveFrom: Type.Optional(
    isoDate('Leave and interruption only: the first day that the pause no longer counts. All of it is undone when left out.'),
  ),
  justification: Type.Optional(freeText('What is wrong with the decision, or why it can be changed. Required.')),
  noticeGiven: Type.Optional(yesOrNo('Whether the party was notified beforehand (FVL § 16). Required when it is to their detriment.')),
  noticeException: Type.Optional(freeText('Which exception made notice needless.')),
});
export type ReverseDecision = Static<typeof ReverseDecision>;

export const reverseBy = (reversibles: Reversibles) =>
  defineCommand<ReverseDecision>({
    name: 'reverse',
    title: 'Gjør om vedtak',
    summary: 'Reverses a decision of the office without an appeal: the case stands as before it. FVL § 35.',
    schema: ReverseDecision,
    individualDecision: true,
    roles: ['caseworker', 'approver'],
    phases: ['rejected', 'granted', 'running', 'onLeave', 'interrupted', 'ended'],
    lawOn: ({ decidedOn }) => decidedOn,
    allowed: reverseMoment(reversibles),
    decide: decideReverse(reversibles),
    fillIn: () => ({
      justification: 'Vedtaket er vurdert på nytt.',
      noticeGiven: true,
      backdatingReason: 'Registrert i ettertid.',
    }),
    example: {
      decision: 7,
      ground: 'notToDetriment',
      justification: 'Deltakeren er tilbake i arbeid med planen, og grunnlaget for å avslutte er falt bort.',
    },
  });
