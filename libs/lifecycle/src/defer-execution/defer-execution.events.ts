import { date, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import { appealNumber } from '../appeal/fields.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { type Deferral, withAppeal } from '../kernel/state/appeals.ts';
import { DEFERRAL_ANSWERS, DEFERRERS } from './defer-execution.decide.ts';

const requested = record({ appeal: appealNumber, requestedOn: isoDate('The day the party asked for it.') });

export type DeferralRequested = DomainEvent<'DeferralRequested', Static<typeof requested>, null>;

export const deferralRequested = defineEvent<DeferralRequested>({
  type: 'DeferralRequested',
  version: 1,
  summary: 'The party asked that the decision is not carried out before the appeal is decided.',
  schema: { data: requested, personal: null },
  evolve: (state, { data: { appeal, requestedOn } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({
      ...each,
      deferrals: [...each.deferrals, { requestedOn: date(requestedOn), decidedOn: null, granted: false }],
    })),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { requestedOn } }) => requestedOn,
  provision: 'FVL § 42',
  audit: ({ data: { appeal, requestedOn } }) =>
    `Parten ba ${norwegianDate(requestedOn)} om at vedtaket ikke iverksettes før klage ${String(appeal)} er avgjort.`,
  published: 'published',
  example: { type: 'DeferralRequested', version: 1, data: { appeal: 1, requestedOn: '2025-02-10' }, personal: null },
});

const decided = {
  data: record({
    appeal: appealNumber,
    decidedOn: isoDate('The day it was decided.'),
    answer: oneOf(DEFERRAL_ANSWERS, 'Whether the decision is to wait.'),
    decidedBy: oneOf(DEFERRERS, 'Who decided it.'),
  }),
  personal: record({ justification: freeText('Why.') }),
};

export type DeferralDecided = DomainEvent<'DeferralDecided', Static<typeof decided.data>, Static<typeof decided.personal>>;

const BY = { office: 'Kontoret', statsforvalter: 'Statsforvalteren' } as const;
const ANSWER = {
  granted: 'bestemte at vedtaket ikke skal iverksettes før klagen er avgjort',
  refused: 'avslo å utsette iverksettingen',
} as const;

export const deferralDecided = defineEvent<DeferralDecided>({
  type: 'DeferralDecided',
  version: 1,
  summary: 'It was decided, with reasons, whether the decision waits until the appeal is decided.',
  schema: decided,
  evolve: (state, { data: { appeal, decidedOn, answer } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({
      ...each,
      deferrals: answered(each.deferrals, { requestedOn: date(decidedOn), decidedOn: date(decidedOn), granted: answer === 'granted' }),
    })),
  }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { decidedOn } }) => decidedOn,
  provision: 'FVL § 42',
  audit: ({ data: { appeal, decidedOn, answer, decidedBy } }) =>
    `${BY[decidedBy]} ${ANSWER[answer]}, ${norwegianDate(decidedOn)} (klage ${String(appeal)}).`,
  published: 'published',
  example: {
    type: 'DeferralDecided',
    version: 1,
    data: { appeal: 1, decidedOn: '2025-02-12', answer: 'refused', decidedBy: 'office' },
    personal: { justification: 'Vedtaket kan gjøres godt igjen.' },
  },
});

/** The answer to the request that waits; of itself when none does. */
function answered(deferrals: readonly Deferral[], answer: Deferral): readonly Deferral[] {
  const nth = deferrals.findIndex(({ decidedOn }) => decidedOn === null);
  if (nth < 0) return [...deferrals, answer];
  return deferrals.map((each, index) => (index === nth ? { ...answer, requestedOn: each.requestedOn } : each));
}
