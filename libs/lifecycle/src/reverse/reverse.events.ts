import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, oneOf, record, revisionNumber, yesOrNo } from '../kernel/fields.ts';
import { DECISION_KINDS, DECISION_TEXT } from '../kernel/state/decisions.ts';
import { GROUND_TEXT, REVERSAL_GROUNDS } from './grounds.ts';
import type { Reversibles } from './reversible.ts';

const data = record({
  decidedOn: isoDate('The day the reversal was decided.'),
  decision: revisionNumber('Revision of the decision that is reversed.'),
  kind: oneOf(DECISION_KINDS, 'What that decision was.'),
  ground: oneOf(REVERSAL_GROUNDS, 'The ground of FVL § 35.'),
  effectiveFrom: isoDate('The first day that the case stands otherwise.'),
  agreed: yesOrNo('Whether the party asked for it or agreed.'),
  noticeGiven: yesOrNo('Whether the party was notified beforehand.'),
});
const personal = record({
  justification: freeText('What was wrong with the decision, or why it could be changed.'),
  noticeException: Type.Optional(freeText('Which exception made notice needless.')),
  ...backdatingField,
});

export type DecisionReversed = DomainEvent<'DecisionReversed', Static<typeof data>, Static<typeof personal>>;

/** How a decision is undone is known where it is made; the decision itself stays, and says what undid it. */
export const decisionReversedBy = (reversibles: Reversibles) =>
  defineEvent<DecisionReversed>({
    type: 'DecisionReversed',
    version: 1,
    summary: 'A decision was reversed without an appeal: the case stands as before it.',
    schema: { data, personal },
    decision: 'reversal',
    evolve(state, { data: { decision, effectiveFrom } }) {
      const type = state.decisions.find(({ revision }) => revision === decision)?.type ?? '';
      const undone = reversibles[type]?.undo?.(state, decision, date(effectiveFrom)) ?? state;
      return {
        ...undone,
        decisions: state.decisions.map((each) => (each.revision === decision ? { ...each, undoneBy: state.revision } : each)),
      };
    },
    changes: ['participant-status', 'payment-schedule'],
    effectiveOn: ({ data: { effectiveFrom } }) => effectiveFrom,
    provision: 'FVL § 35',
    audit: ({ data: { decision, kind, ground, effectiveFrom } }) =>
      `Vedtaket om ${DECISION_TEXT[kind]} (hendelse ${String(decision)}) er gjort om med virkning fra ${norwegianDate(effectiveFrom)}: ` +
      `${GROUND_TEXT[ground]}.`,
    published: 'published',
    example: {
      type: 'DecisionReversed',
      version: 1,
      data: {
        decidedOn: '2026-04-13',
        decision: 7,
        kind: 'termination',
        ground: 'notToDetriment',
        effectiveFrom: '2026-04-01',
        agreed: false,
        noticeGiven: false,
      },
      personal: { justification: 'Grunnlaget for å avslutte er falt bort.' },
    },
  });
