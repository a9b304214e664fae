import { isAccepted, isSameAnswer, send } from './client.ts';
import type { Ledger } from './ledger.ts';

export interface Repeats {
  /** Commands that were acknowledged, and sent again with the same key. */
  readonly repeats: number;
  /** Of those: answered in another way than the first time. */
  readonly answeredOtherwise: number;
  /** Commands whose first answer never came or left the outcome open; all are sent again, as a client does. */
  readonly inDoubt: number;
  /** Of those: the log held them already. */
  readonly inDoubtWritten: number;
}

/** The most acknowledged commands that are sent again after each fault: the last ones, which were under way when it came. */
const MOST = 25;

/** Sends again what clients would send again, and writes the answers down. Throws when a command in doubt is not accepted now. */
export async function sendAgain(url: string, ledger: Ledger): Promise<Repeats> {
  const acknowledged = ledger.accepted().slice(-MOST);
  const inDoubt = [...ledger.inDoubt()];
  let answeredOtherwise = 0;
  let inDoubtWritten = 0;
  for (const { sent, answer } of acknowledged) {
    if (!isSameAnswer(answer, await send(url, sent))) answeredOtherwise += 1;
  }
  for (const { sent } of inDoubt) {
    const answer = await send(url, sent);
    if (!isAccepted(answer)) throw new Error(`A repeat was answered ${answer?.status ?? 'not at all'}: ${JSON.stringify(answer?.body)}`);
    if (answer.replayed) inDoubtWritten += 1;
    ledger.note(sent, answer);
  }
  return { repeats: acknowledged.length, answeredOtherwise, inDoubt: inDoubt.length, inDoubtWritten };
}

export const sumOf = (all: readonly Repeats[]): Repeats => ({
  repeats: all.reduce((sum, { repeats }) => sum + repeats, 0),
  answeredOtherwise: all.reduce((sum, { answeredOtherwise }) => sum + answeredOtherwise, 0),
  inDoubt: all.reduce((sum, { inDoubt }) => sum + inDoubt, 0),
  inDoubtWritten: all.reduce((sum, { inDoubtWritten }) => sum + inDoubtWritten, 0),
});
