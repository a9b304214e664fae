import { type Answer, isAccepted, send } from './support/client.ts';
import { House } from './support/house.ts';
import { type Audit, Ledger } from './support/ledger.ts';
import { Office } from './support/office.ts';

export interface ContentionFigures extends Audit {
  /** Sent at the same moment, on one case, to two processes in turn. */
  readonly sent: number;
  readonly accepted: number;
  /** 409: others kept changing the case and three tries were made. */
  readonly contended: number;
  /** Of those that named the revision they saw: who won it, and who was told 412. */
  readonly wonRevision: number;
  readonly staleRevision: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Events that the case gained. */
  readonly gained: number;
}

const COMMANDS = 50;

/** Fifty parallel commands on one case through two processes; then fifty more that all name the same revision. */
export async function contention(): Promise<ContentionFigures> {
  const house = await House.open();
  try {
    const office = await Office.open(house.issuer);
    const apis = [await house.startApi(), await house.startApi()];
    const urlOf = (index: number): string => apis[index % apis.length]?.url ?? '';
    const [caseId = ''] = await office.openCases(urlOf(0), 1);
    const ledger = new Ledger();

    const atOnce = async (revision?: number): Promise<readonly (Answer | undefined)[]> => {
      const commands = Array.from({ length: COMMANDS }, () => ({
        ...office.register(caseId),
        ...(revision === undefined ? {} : { revision }),
      }));
      return await Promise.all(
        commands.map(async (sent, index) => {
          const answer = await send(urlOf(index), sent);
          ledger.note(sent, answer);
          return answer;
        }),
      );
    };
    const before = await house.lengthOf(caseId);
    const free = await atOnce();
    const between = await house.lengthOf(caseId);
    const bound = await atOnce(between - 1);
    const count = (answers: readonly (Answer | undefined)[], status: number): number =>
      answers.filter((answer) => answer?.status === status).length;
    return {
      ...(await house.audit(ledger)),
      sent: ledger.entries.length,
      accepted: ledger.accepted().length,
      contended: count(free, 409),
      wonRevision: bound.filter(isAccepted).length,
      staleRevision: count(bound, 412),
      statuses: ledger.statuses(),
      gained: (await house.lengthOf(caseId)) - before,
    };
  } finally {
    await house.dispose();
  }
}
