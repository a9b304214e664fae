import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { effects, withEffects } from '../appeal/effects.ts';
import { appealNumber } from '../appeal/fields.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import type { CaseState } from '../kernel/state.ts';
import { type Appeal, withAppeal } from '../kernel/state/appeals.ts';
import type { Reversibles } from '../reverse/reversible.ts';
import { DISMISSAL_GROUNDS, DISMISSAL_TEXT, LATE_GROUNDS, LATE_GROUND_TEXT } from './outcomes.ts';

const shared = {
  decidedOn: isoDate('The day the office decided.'),
  appeal: appealNumber,
  takenLate: Type.Optional(oneOf(LATE_GROUNDS, 'Why an appeal that came too late was taken. FVL § 31.')),
};
const personal = record({
  justification: freeText('The assessment: the facts and the law.'),
  discretion: Type.Optional(freeText('How the free discretion was used.')),
  newFacts: Type.Optional(freeText('What has come to light since the decision.')),
  ...backdatingField,
});
type Personal = Static<typeof personal>;

const changed = record({ ...shared, outcome: oneOf(['changed', 'partly'], 'In full, or in part.'), effects });
const upheld = record(shared);
const dismissed = record({
  decidedOn: shared.decidedOn,
  appeal: appealNumber,
  grounds: Type.Array(oneOf(DISMISSAL_GROUNDS, 'A ground.'), { description: 'What it was dismissed for.' }),
});

export type DecisionChanged = DomainEvent<'DecisionChanged', Static<typeof changed>, Personal>;
export type DecisionUpheld = DomainEvent<'DecisionUpheld', Static<typeof upheld>, Personal>;
export type AppealDismissed = DomainEvent<'AppealDismissed', Static<typeof dismissed>, Personal>;

const changedIn = (state: CaseState, number: number, change: Partial<Appeal>): CaseState => ({
  ...state,
  appeals: withAppeal(state.appeals, number, (each) => ({ ...each, ...change })),
});

const late = (takenLate: keyof typeof LATE_GROUND_TEXT | undefined): string =>
  takenLate === undefined ? '' : ` Klagen kom for sent, og ble behandlet fordi ${LATE_GROUND_TEXT[takenLate]}.`;

const example: Personal = { justification: 'Det er ikke kommet fram noe nytt om arbeidsevnen.' };

export const decisionChangedBy = (reversibles: Reversibles) =>
  defineEvent<DecisionChanged>({
    type: 'DecisionChanged',
    version: 1,
    summary: 'The office changed its decision on appeal, in full or in part.',
    schema: { data: changed, personal },
    decision: 'reconsideration',
    evolve(state, { data }) {
      const on = date(data.decidedOn);
      const full = data.outcome === 'changed';
      const after = full
        ? ({ status: 'closed', reconsideredOn: on, endedOn: on, outcome: data.outcome, changedIn: state.revision } as const)
        : ({ status: 'upheld', reconsideredOn: on, changedIn: state.revision } as const);
      return changedIn(withEffects(state, data, reversibles), data.appeal, after);
    },
    changes: ['participant-status', 'payment-schedule'],
    effectiveOn: ({ data: { decidedOn } }) => decidedOn,
    provision: 'FVL § 33',
    audit: ({ data: { decidedOn, appeal, outcome, takenLate } }) =>
      `Kontoret endret vedtaket ${outcome === 'changed' ? 'slik parten ba om' : 'delvis'} ${norwegianDate(decidedOn)}, etter klage ` +
      `${String(appeal)}.${late(takenLate)}`,
    published: 'published',
    example: {
      type: 'DecisionChanged',
      version: 1,
      data: {
        decidedOn: '2025-03-03',
        appeal: 1,
        outcome: 'changed',
        effects: [{ decision: 1, kind: 'rejection', undone: true, effectiveFrom: '2025-01-20', order: ['grant'], binding: true }],
      },
      personal: example,
    },
  });

export const decisionUpheld = defineEvent<DecisionUpheld>({
  type: 'DecisionUpheld',
  version: 1,
  summary: 'The office looked at its decision again on appeal and let it stand; the appeal is to be forwarded.',
  schema: { data: upheld, personal },
  evolve: (state, { data: { appeal, decidedOn } }) => changedIn(state, appeal, { status: 'upheld', reconsideredOn: date(decidedOn) }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { decidedOn } }) => decidedOn,
  provision: 'FVL § 33',
  audit: ({ data: { decidedOn, appeal, takenLate } }) =>
    `Kontoret vurderte klage ${String(appeal)} ${norwegianDate(decidedOn)} og opprettholdt vedtaket.${late(takenLate)}`,
  published: 'published',
  example: { type: 'DecisionUpheld', version: 1, data: { decidedOn: '2025-03-03', appeal: 1 }, personal: example },
});

const inWords = new Intl.ListFormat('nb', { type: 'conjunction' });

export const appealDismissed = defineEvent<AppealDismissed>({
  type: 'AppealDismissed',
  version: 1,
  summary: 'The office dismissed an appeal; the dismissal may be appealed.',
  schema: { data: dismissed, personal },
  decision: 'appealDismissal',
  evolve: (state, { data: { appeal, decidedOn } }) =>
    changedIn(state, appeal, {
      status: 'dismissed',
      reconsideredOn: date(decidedOn),
      endedOn: date(decidedOn),
      outcome: 'dismissed',
      dismissedIn: state.revision,
    }),
  // The appeal is to be looked at again.
  undo: (state, decidedIn) => ({
    ...state,
    appeals: state.appeals.map((each) =>
      each.dismissedIn === decidedIn
        ? { ...each, status: 'received', reconsideredOn: null, endedOn: null, outcome: null, dismissedIn: null }
        : each,
    ),
  }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { decidedOn } }) => decidedOn,
  provision: 'FVL § 33',
  audit: ({ data: { decidedOn, appeal, grounds } }) =>
    `Kontoret avviste klage ${String(appeal)} ${norwegianDate(decidedOn)}: ${inWords.format(grounds.map((each) => DISMISSAL_TEXT[each]))}.`,
  published: 'published',
  example: {
    type: 'AppealDismissed',
    version: 1,
    data: { decidedOn: '2025-03-03', appeal: 1, grounds: ['late'] },
    personal: { justification: 'Klagen kom fem måneder etter vedtaket, og det er ikke opplyst hvorfor.' },
  },
});
