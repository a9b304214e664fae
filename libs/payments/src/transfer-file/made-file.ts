import type { IsoDate } from '@kvp/calendar';
import type { Payer, PaymentAccount } from '@kvp/lifecycle';
import { norwegianMonth } from '@kvp/stipend';
import { type Ore, ore } from '@kvp/money';
import { type SettledLine, byKey } from '../line.ts';
import { type TransferFile } from './credit-transfer.ts';
import type { Transfer } from './transfer.ts';

/** A line of a run, and the case that it is of. */
export type LineOfRun = SettledLine & { readonly caseId: string };

/**
 * What a payment file was made of. Accounts and answers of later days change nothing in it: whenever it is asked for, it has the same bytes,
 * and a bank that gets it twice pays once. It names no case: its lists are in the order of the lines that the run sent.
 */
export interface MadeFile {
  /** SHA-256 of its bytes. */
  readonly file: string;
  /** An instant in UTC. */
  readonly madeAt: string;
  readonly executionDate: IsoDate;
  readonly payer: Payer;
  /** Null where nothing in it goes there. */
  readonly collectionAgencyAccount: string | null;
  /** Net øre of each line; 0: it is not in the file. */
  readonly amounts: readonly Ore[];
  /** Revision of the event in its case that registered the account of each line; -1: the collection agency's, or not in the file. */
  readonly accounts: readonly number[];
}

/** The lines that a run sent, in the order of every file made of it. */
export const sentLines = <Line extends LineOfRun>(lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ gross }) => gross > 0).sort((a, b) => (a.caseId === b.caseId ? byKey(a, b) : a.caseId < b.caseId ? -1 : 1));

/** How many transfers a file has, and what they come to. */
export const transferTotals = (amounts: readonly Ore[]): { readonly transfers: number; readonly net: Ore } => ({
  transfers: amounts.filter((amount) => amount > 0).length,
  net: ore(amounts.reduce<number>((sum, amount) => sum + amount, 0)),
});

const AGENCY = 'Innkrevingsmyndigheten';

/** The file again, of what it was made of; `accountOf` finds an account by its case and revision. Throws RangeError when lines or accounts are not those. */
export function transferFileOf(
  runId: string,
  { madeAt, executionDate, payer, collectionAgencyAccount, amounts, accounts }: Omit<MadeFile, 'file'>,
  lines: readonly LineOfRun[],
  accountOf: (caseId: string, revision: number) => PaymentAccount | undefined,
): TransferFile {
  const sent = sentLines(lines);
  if (sent.length !== amounts.length) throw new RangeError('A payment file was made of other lines.');
  const transfers = sent.flatMap(({ id, caseId, month, payee }, at): readonly Transfer[] => {
    const amount = ore(amounts[at] ?? 0);
    if (amount === 0) return [];
    const paid = { endToEndId: id, amount };
    if (payee === 'collectionAgency')
      return [{ ...paid, name: AGENCY, account: collectionAgencyAccount ?? '', text: `Ref. ${id}, ${norwegianMonth(month)}` }];
    const to = accountOf(caseId, accounts[at] ?? -1);
    if (to === undefined) throw new RangeError('A payment file was made for an account that is not there.');
    return [{ ...paid, name: to.holderName, account: to.account, text: `Utbetaling for ${norwegianMonth(month)}` }];
  });
  return { messageId: runId.replaceAll('-', ''), madeAt, executionDate, payer, transfers };
}
