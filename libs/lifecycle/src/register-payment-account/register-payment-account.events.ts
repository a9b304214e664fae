import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { accountNumber, isoDate, oneOf, record } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { ACCOUNT_HOLDERS } from '../kernel/state/payment-accounts.ts';

const LETTER = '0-9A-Za-zÀ-ÖØ-öø-ɏ';

/** In Latin letters, as Norwegian banks keep it, and no longer than a payment file takes it. */
export const holderName = Type.String({
  pattern: `^[${LETTER}][${LETTER} .,'’()/&+-]{0,139}$`,
  description: 'Name of the holder, as the bank knows it.',
});

const data = record({ from: isoDate('The first pay day that it counts for, until the next word about it.') });
const personal = record({
  account: accountNumber('Eleven digits.'),
  holder: oneOf(ACCOUNT_HOLDERS, 'Whose account it is.'),
  holderName,
});

export type PaymentAccountRegistered = DomainEvent<'PaymentAccountRegistered', Static<typeof data>, Static<typeof personal>>;

/** It is not corrected but registered anew: whatever it was, another account is a change, and a change is seen by two. */
export const paymentAccountRegistered = defineEvent<PaymentAccountRegistered>({
  type: 'PaymentAccountRegistered',
  version: 1,
  summary: 'The account that the stipend is paid to was registered.',
  schema: { data, personal },
  evolve: (state, { data: { from }, personal: told }) =>
    inRoom(state, 'accounts', (accounts) => [...accounts, { recordedIn: state.revision, from: date(from), ...told }]),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 39',
  // The number is in the event alone, sealed: the trail is read by more people than pay.
  audit: ({ data: { from } }) => `Konto for utbetaling ble registrert, fra ${norwegianDate(from)}.`,
  published: 'not published',
  example: {
    type: 'PaymentAccountRegistered',
    version: 1,
    data: { from: '2025-03-01' },
    personal: { account: '12345678903', holder: 'participant', holderName: 'Kari Eksempel' },
  },
});
