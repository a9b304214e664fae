import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { appealNumber } from '../appeal/fields.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { withAppeal } from '../kernel/state/appeals.ts';

const data = record({
  appeal: appealNumber,
  forwardedOn: isoDate('The day it was sent to statsforvalteren.'),
  copySentOn: isoDate('The day the party got a copy of what the office says.'),
  urgent: yesOrNo('Whether statsforvalteren was told that it is urgent.'),
});
const personal = record({
  officeStatement: freeText('What the office says of the appeal, and why it did not change the decision.'),
  incompleteReason: Type.Optional(freeText('Why it was sent although the file lacked something.')),
});

export type AppealForwarded = DomainEvent<'AppealForwarded', Static<typeof data>, Static<typeof personal>>;

export const appealForwarded = defineEvent<AppealForwarded>({
  type: 'AppealForwarded',
  version: 1,
  summary: 'An appeal was sent to statsforvalteren, and is theirs to decide.',
  schema: { data, personal },
  evolve: (state, { data: { appeal, forwardedOn } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({ ...each, status: 'forwarded', forwardedOn: date(forwardedOn) })),
  }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { forwardedOn } }) => forwardedOn,
  provision: 'FVL § 33',
  audit: ({ data: { appeal, forwardedOn, copySentOn } }) =>
    `Klage ${String(appeal)} ble oversendt til statsforvalteren ${norwegianDate(forwardedOn)}. ` +
    `Parten fikk gjenpart av kontorets uttalelse ${norwegianDate(copySentOn)}.`,
  published: 'published',
  example: {
    type: 'AppealForwarded',
    version: 1,
    data: { appeal: 1, forwardedOn: '2025-03-10', copySentOn: '2025-03-10', urgent: false },
    personal: { officeStatement: 'Arbeidsevnevurderingen AEV-2025-17 står ved lag.' },
  },
});
