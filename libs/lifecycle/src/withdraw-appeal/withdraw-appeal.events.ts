import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { appealNumber } from '../appeal/fields.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record } from '../kernel/fields.ts';
import { withAppeal } from '../kernel/state/appeals.ts';

const data = record({ appeal: appealNumber, withdrawnOn: isoDate('The day the withdrawal reached the office.') });
const personal = record({ reason: Type.Optional(freeText('What the party said about it.')) });

export type AppealWithdrawn = DomainEvent<'AppealWithdrawn', Static<typeof data>, Static<typeof personal>>;

export const appealWithdrawn = defineEvent<AppealWithdrawn>({
  type: 'AppealWithdrawn',
  version: 1,
  summary: 'The party withdrew an appeal before it was decided.',
  schema: { data, personal },
  evolve: (state, { data: { appeal, withdrawnOn } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({
      ...each,
      status: 'withdrawn',
      endedOn: date(withdrawnOn),
      outcome: 'withdrawn',
    })),
  }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { withdrawnOn } }) => withdrawnOn,
  provision: 'FVL § 32',
  audit: ({ data: { appeal, withdrawnOn } }) => `Klage ${String(appeal)} ble trukket ${norwegianDate(withdrawnOn)}.`,
  published: 'published',
  example: {
    type: 'AppealWithdrawn',
    version: 1,
    data: { appeal: 1, withdrawnOn: '2025-02-20' },
    personal: { reason: 'Har fått forklart vedtaket.' },
  },
});
