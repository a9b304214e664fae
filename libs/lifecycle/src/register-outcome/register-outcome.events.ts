import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { effects, withEffects } from '../appeal/effects.ts';
import { appealNumber } from '../appeal/fields.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, freeText, isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';
import { type AppealStatus, withAppeal } from '../kernel/state/appeals.ts';
import type { Reversibles } from '../reverse/reversible.ts';
import { APPEAL_OUTCOMES, type AppealOutcome, OUTCOME_TEXT } from './outcomes.ts';

const decided = {
  data: record({
    appeal: appealNumber,
    decidedOn: isoDate('The day statsforvalteren decided.'),
    receivedOn: isoDate('The day the decision reached the office.'),
    outcome: oneOf(APPEAL_OUTCOMES, 'What statsforvalteren came to.'),
    effectiveFrom: Type.Optional(isoDate('The first day that the change counts from, where the outcome says so.')),
    toDetriment: yesOrNo('Whether the decision was changed to the detriment of the party.'),
    detrimentNoticeOn: Type.Optional(isoDate('The day the party was told that it might be.')),
    arrivedOn: Type.Optional(isoDate('The day notice of it reached the party.')),
    effects,
  }),
  personal: record({
    reference: Type.Optional(shortText('How statsforvalteren refers to it.')),
    outcomeReasons: Type.Optional(freeText('What it rests on, and what the office is to do.')),
  }),
};

export type AppealDecided = DomainEvent<'AppealDecided', Static<typeof decided.data>, Static<typeof decided.personal>>;

const STATUS: Readonly<Record<AppealOutcome, AppealStatus>> = {
  confirmed: 'decided',
  changed: 'decided',
  partlyChanged: 'decided',
  setAside: 'returned',
  dismissed: 'dismissed',
  withdrawn: 'withdrawn',
  discontinued: 'decided',
};

export const appealDecidedBy = (reversibles: Reversibles) =>
  defineEvent<AppealDecided>({
    type: 'AppealDecided',
    version: 1,
    summary: 'Statsforvalteren decided an appeal. The decision is final.',
    schema: decided,
    evolve(state, { data }) {
      const { appeal, decidedOn, outcome, toDetriment, detrimentNoticeOn, arrivedOn } = data;
      const after = withEffects(state, data, reversibles);
      return {
        ...after,
        appeals: withAppeal(after.appeals, appeal, (each) => ({
          ...each,
          status: STATUS[outcome],
          endedOn: date(decidedOn),
          outcome,
          toDetriment,
          detrimentNoticeOn: dateOrNull(detrimentNoticeOn) ?? each.detrimentNoticeOn,
          newDecisionArrivedOn: dateOrNull(arrivedOn),
        })),
      };
    },
    changes: ['participant-status', 'payment-schedule'],
    effectiveOn: ({ data: { effectiveFrom, decidedOn } }) => effectiveFrom ?? decidedOn,
    provision: 'FVL § 34',
    audit: ({ data: { appeal, decidedOn, outcome, effectiveFrom, toDetriment } }) =>
      [
        `Statsforvalteren avgjorde klage ${String(appeal)} ${norwegianDate(decidedOn)} og ${OUTCOME_TEXT[outcome]}`,
        toDetriment ? ', til skade for parten' : '',
        effectiveFrom === undefined ? '.' : `, med virkning fra ${norwegianDate(effectiveFrom)}.`,
      ].join(''),
    published: 'published',
    example: {
      type: 'AppealDecided',
      version: 1,
      data: {
        appeal: 1,
        decidedOn: '2025-05-12',
        receivedOn: '2025-05-14',
        outcome: 'changed',
        toDetriment: false,
        effects: [{ decision: 1, kind: 'rejection', undone: true, effectiveFrom: '2025-01-20', order: ['grant'], binding: true }],
      },
      personal: { reference: '2025/1234', outcomeReasons: 'Vilkårene i § 29 er oppfylt.' },
    },
  });

const returned = record({
  appeal: appealNumber,
  returnedOn: isoDate('The day the case came back: new deadlines run from it. Decided point 19.'),
});

export type CaseReturned = DomainEvent<'CaseReturned', Static<typeof returned>, null>;

export const caseReturned = defineEvent<CaseReturned>({
  type: 'CaseReturned',
  version: 1,
  summary: 'A decision was set aside, and the case came back to be decided again, with new deadlines.',
  schema: { data: returned, personal: null },
  evolve: (state, { data: { appeal, returnedOn } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({ ...each, returnedOn: date(returnedOn) })),
  }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { returnedOn } }) => returnedOn,
  provision: 'FVL § 34',
  audit: ({ data: { returnedOn } }) =>
    `Saken kom tilbake til ny behandling ${norwegianDate(returnedOn)}, og fristene løper på nytt derfra.`,
  published: 'published',
  example: { type: 'CaseReturned', version: 1, data: { appeal: 1, returnedOn: '2025-05-14' }, personal: null },
});
