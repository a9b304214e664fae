import { isAccountNumber } from '@kvp/lifecycle';
import type { Ore } from '@kvp/money';
import type { TransferFile } from './credit-transfer.ts';

/** One payment to one account. */
export interface Transfer {
  /** The id of its payment line: it comes back with every answer of the bank. */
  readonly endToEndId: string;
  /** Øre, above 0. */
  readonly amount: Ore;
  /** Of the holder of the account, at most 140 characters. */
  readonly name: string;
  /** Eleven digits. */
  readonly account: string;
  /** What the receiver reads, at most 140 characters. Never what it is for: a bank need not know who has which help. STL § 44. */
  readonly text: string;
}

/** The longest of each text that the message takes. */
const LONGEST = { id: 35, text: 140 } as const;

/** Øre: as much as payroll may answer for one line. */
const MOST = 1_000_000_000;

/** The file itself. Throws RangeError for what the message cannot carry; what is wrong is named, and whose it is, is not. */
export function checked(file: TransferFile): TransferFile {
  const { messageId, payer, transfers } = file;
  const wrong = (is: boolean, what: string): void => {
    if (is) throw new RangeError(`A payment file cannot carry ${what}.`);
  };
  wrong(transfers.length === 0, 'no transfers');
  wrong(!/^[0-9A-Za-z-]{1,33}$/.test(messageId), 'such a message id');
  wrong(!isAccountNumber(payer.account), 'a payer’s account whose check digit does not agree');
  wrong(new Set(transfers.map(({ endToEndId }) => endToEndId)).size !== transfers.length, 'two transfers with one id');
  for (const { endToEndId, amount, name, account, text } of transfers) {
    wrong(endToEndId === '' || endToEndId.length > LONGEST.id, 'such an id of a transfer');
    wrong(!Number.isInteger(amount) || amount <= 0 || amount > MOST, 'an amount that is not above 0');
    wrong(!isAccountNumber(account), 'an account whose check digit does not agree');
    wrong(name.trim() === '' || name.length > LONGEST.text, 'such a name');
    wrong(text === '' || text.length > LONGEST.text, 'such a text');
  }
  return file;
}
