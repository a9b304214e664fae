import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { appealNumber } from '../appeal/fields.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { withAppeal } from '../kernel/state/appeals.ts';

const data = record({
  appeal: appealNumber,
  receivedOn: isoDate('The day the claim reached the office.'),
  postedOn: Type.Optional(isoDate('The day it was posted, where that is proven.')),
  deadline: Type.Optional(isoDate('The last day to claim. Left out while it is not known when notice of the new decision arrived.')),
  late: yesOrNo('After that day.'),
});
const personal = record({ claim: Type.Optional(freeText('What is claimed, and for what.')) });

export type CostsClaimed = DomainEvent<'CostsClaimed', Static<typeof data>, Static<typeof personal>>;

export const costsClaimed = defineEvent<CostsClaimed>({
  type: 'CostsClaimed',
  version: 1,
  summary: 'The party claimed what it cost to have a decision changed.',
  schema: { data, personal },
  evolve: (state, { data: { appeal, receivedOn } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({
      ...each,
      costsClaims: [...each.costsClaims, { recordedIn: state.revision, receivedOn: date(receivedOn) }],
    })),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { receivedOn } }) => receivedOn,
  provision: 'FVL § 36',
  audit: ({ data: { receivedOn, deadline, late } }) =>
    [
      `Krav om dekning av sakskostnader mottatt ${norwegianDate(receivedOn)}`,
      late ? ', etter fristen' : '',
      deadline === undefined
        ? '. Det er ikke kjent når underretning om det nye vedtaket kom fram, og fristen kan ikke regnes ut.'
        : `. Fristen var ${norwegianDate(deadline)}.`,
    ].join(''),
  published: 'published',
  example: {
    type: 'CostsClaimed',
    version: 1,
    data: { appeal: 1, receivedOn: '2025-06-02', deadline: '2025-06-05', late: false },
    personal: { claim: 'Advokatutgifter, seks timer.' },
  },
});
