import { refuse } from '@kvp/lifecycle/define';
import { type RETURN_REASONS, paymentRefusals } from '@kvp/payments';
import { carryOut, look } from './carry-out.ts';
import type { RunCases } from './run-cases.ts';
import { type RunName, readRun } from './run-files.ts';
import { type RunRequest, appendToRun, refused } from './run-steps.ts';
import { type RunOutcome, viewOf } from './run-view.ts';

/**
 * Approves what a run proposed, and carries it out. Whoever opened it may not; and it is refused when anything has come since, so that what
 * is paid is what the approver saw.
 */
export async function approveRun(world: RunCases, name: RunName, request: RunRequest): Promise<RunOutcome> {
  const file = await readRun(world, name);
  if (file.revision < 0) return { kind: 'not-found' };
  const { state } = file;
  const mine = file.events.find(({ event, metadata }) => event.type === 'PaymentRunApproved' && metadata.commandId === request.commandId);
  if (mine !== undefined) return await carryOut(world, name, file, request, true);
  if (state.status !== 'proposed') return refused(paymentRefusals.runNotProposed, name);
  if (state.openedBy === request.actor.id) return { kind: 'refused', refusals: [refuse(paymentRefusals.ownRun, [])] };
  const { digests } = await look(world, name.municipality, state, { signal: request.signal, onProgress: undefined });
  const changed = new Set(digests).symmetricDifference(new Set(state.digests)).size;
  if (changed > 0) return { kind: 'refused', refusals: [refuse(paymentRefusals.runChanged, [changed])] };
  const data = { approvedBy: request.actor.id };
  const approved = await appendToRun(world, file, { type: 'PaymentRunApproved', version: 1, data, personal: null }, request);
  return approved === undefined ? await approveRun(world, name, request) : await carryOut(world, name, approved, request, false);
}

/** Sends a proposed run back: it is over, and nothing was paid. */
export async function returnRun(
  world: RunCases,
  name: RunName,
  reason: (typeof RETURN_REASONS)[number],
  request: RunRequest,
): Promise<RunOutcome> {
  const file = await readRun(world, name);
  if (file.revision < 0) return { kind: 'not-found' };
  const mine = file.events.find(({ event, metadata }) => event.type === 'PaymentRunReturned' && metadata.commandId === request.commandId);
  if (mine !== undefined) return { kind: 'run', run: viewOf(name, file), events: [mine.event.type], report: null, repeated: true };
  if (file.state.status !== 'proposed') return refused(paymentRefusals.runNotProposed, name);
  const data = { reason, returnedBy: request.actor.id };
  const returned = await appendToRun(world, file, { type: 'PaymentRunReturned', version: 1, data, personal: null }, request);
  return returned === undefined
    ? await returnRun(world, name, reason, request)
    : { kind: 'run', run: viewOf(name, returned), events: ['PaymentRunReturned'], report: null, repeated: false };
}
