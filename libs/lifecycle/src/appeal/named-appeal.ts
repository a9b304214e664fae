import { isRegistered } from '../kernel/guards.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal, AppealStatus } from '../kernel/state/appeals.ts';
import * as refusals from './named-appeal.refusals.ts';

/** The appeal that a command is about, or why there is none. */
export type NamedAppeal =
  { readonly appeal: Appeal; readonly refusals: readonly [] } | { readonly appeal?: never; readonly refusals: readonly Refusal[] };

/**
 * The appeal that a command names, which must stand where the command makes sense; without a name the last one that does, else the last
 * of all, so that the answer says what has become of it.
 */
export function namedAppeal(state: CaseState, number: number | undefined, statuses: readonly AppealStatus[]): NamedAppeal {
  const registered = isRegistered(state);
  if (registered.length > 0) return { refusals: registered };
  const { appeals } = state;
  const appeal =
    number === undefined
      ? (appeals.findLast(({ status }) => statuses.includes(status)) ?? appeals.at(-1))
      : appeals.find((each) => each.number === number);
  if (appeal === undefined)
    return { refusals: [number === undefined ? refuse(refusals.noAppeal, []) : refuse(refusals.appealNotFound, [number])] };
  return statuses.includes(appeal.status) ? { appeal, refusals: [] } : { refusals: [whyNot(appeal, statuses)] };
}

/** Some appeal stands where a command makes sense. */
export const appealStands =
  (statuses: readonly AppealStatus[]) =>
  (state: CaseState): readonly Refusal[] =>
    namedAppeal(state, undefined, statuses).refusals;

/** What has become of an appeal that a command comes too early or too late for. */
function whyNot({ status, number }: Appeal, wanted: readonly AppealStatus[]): Refusal {
  switch (status) {
    case 'received':
      return refuse(refusals.notReconsidered, [number]);
    case 'upheld':
      return wanted.includes('received') ? refuse(refusals.alreadyReconsidered, [number]) : refuse(refusals.notForwarded, [number]);
    case 'forwarded':
      return refuse(refusals.alreadyForwarded, [number]);
    case 'withdrawn':
      return refuse(refusals.appealWithdrawn, [number]);
    case 'dismissed':
      return refuse(refusals.appealDismissed, [number]);
    case 'decided':
    case 'returned':
    case 'closed':
      return refuse(refusals.appealDecided, [number]);
  }
}
