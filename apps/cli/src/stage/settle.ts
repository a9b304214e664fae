import type { JsonObject } from '@kvp/event-store';
import type { Life, LifeCommand } from '../life/life.ts';
import type { Door, DoorAnswer } from './door.ts';

/**
 * A payment run for the case that the life is in, through the door of payment runs. Where a second person must approve it, one does. What
 * the run wrote is told as events, as of any command.
 */
export async function settleMonth(
  door: Door,
  { municipality }: Life,
  { body, on }: LifeCommand,
  { caseId, keyOf }: { readonly caseId: string; readonly keyOf: (place: string) => string },
): Promise<DoorAnswer> {
  const asked = { month: body['month'] ?? '', caseId };
  const place = { municipality, on, method: 'POST' } as const;
  const opened = await door.send({ ...place, path: '/payment-runs', role: 'payments', body: asked, key: keyOf('run') });
  const run = (opened.body['run'] ?? {}) as JsonObject;
  if (opened.status >= 300 || run['status'] !== 'proposed') return told([opened]);
  const path = `/payment-runs/${run['reference'] as string}/approve`;
  return told([opened, await door.send({ ...place, path, role: 'approver', body: {}, key: keyOf('approval') })]);
}

function told(answers: readonly DoorAnswer[]): DoorAnswer {
  const last = answers.at(-1) ?? { status: 500, body: {} };
  const types = answers.flatMap(({ body }) => (body['events'] ?? []) as readonly string[]);
  return last.status >= 300 ? last : { status: last.status, body: { events: types.map((type) => ({ type })) } };
}
