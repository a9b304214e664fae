import { commandPath } from '@kvp/access';
import type { JsonObject } from '@kvp/event-store';
import type { Life, LifeCommand } from '../life/life.ts';
import type { Door, DoorAnswer } from './door.ts';

/** The commands that settle a proposal: a life that tells one of them next says itself what becomes of it. */
const SETTLE: ReadonlySet<string> = new Set(['approve', 'returnProposal', 'withdrawProposal']);

interface Event {
  readonly type: string;
  readonly revision: number;
}

const eventsOf = ({ body }: DoorAnswer): readonly Event[] => (body['events'] ?? []) as unknown as readonly Event[];

/**
 * Where a municipality has four eyes on a decision, a second person approves it on the same day, so that only what the life says decides
 * the outcome. Any other answer is left as it is. `key`: the idempotency key of the approval.
 */
export async function approveIfProposed(
  door: Door,
  { municipality }: Life,
  { on }: LifeCommand,
  {
    answer,
    caseId,
    next,
    key,
  }: { readonly answer: DoorAnswer; readonly caseId: string; readonly next?: LifeCommand; readonly key: string },
): Promise<DoorAnswer> {
  const proposal = eventsOf(answer).find(({ type }) => type === 'DecisionProposed');
  if (answer.status >= 300 || proposal === undefined || (next !== undefined && SETTLE.has(next.definition.name))) return answer;
  const body: JsonObject = { proposal: proposal.revision };
  const path = commandPath('approve').replace(':caseId', caseId);
  const approved = await door.send({ method: 'POST', path, role: 'approver', municipality, on, body, key, revision: proposal.revision });
  return approved.status >= 300
    ? approved
    : { ...approved, body: { ...approved.body, events: [...eventsOf(answer), ...eventsOf(approved)] as unknown as JsonObject[] } };
}
