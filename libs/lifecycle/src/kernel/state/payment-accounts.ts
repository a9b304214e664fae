import { type PlainDate, isAfter, isBefore } from '@kvp/calendar';

/**
 * Whose account it is. `guardian`: somebody is appointed to look after the participant's money; `socialServices`: the office keeps it for the
 * participant; `estate`: the participant has died.
 */
export const ACCOUNT_HOLDERS = ['participant', 'guardian', 'socialServices', 'estate'] as const;
export type AccountHolder = (typeof ACCOUNT_HOLDERS)[number];

/** The account that what is due to the participant is paid to, from a day until the next word about it. */
export interface PaymentAccount {
  /** Revision of the event that registered it. */
  readonly recordedIn: number;
  readonly from: PlainDate;
  /** Eleven digits. Never in a log, an address, an error or a key. */
  readonly account: string;
  readonly holder: AccountHolder;
  /** As the bank knows them. */
  readonly holderName: string;
}

/** The account that counts on a day: the last one from it or before; of one day that which was registered last. Undefined: there is none. */
export const accountOn = (accounts: readonly PaymentAccount[], on: PlainDate): PaymentAccount | undefined =>
  accounts
    .filter(({ from }) => !isAfter(from, on))
    .reduce<PaymentAccount | undefined>((last, next) => (last !== undefined && isBefore(next.from, last.from) ? last : next), undefined);
