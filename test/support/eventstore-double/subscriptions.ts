import type { Double } from './double.ts';
import type { StoredEvent } from './log.ts';
import { eventMessage, nameOf, streams } from './messages.ts';
import { send, type ReadCall } from './reads.ts';

type Options = InstanceType<typeof streams.ReadReq.Options>;

/** A read that never ends: what is there after the given place, the word that it is caught up, then what comes. */
export async function subscribe(double: Double, call: ReadCall, options: Options): Promise<void> {
  const { log, faults } = double;
  const matches = filterOf(options);
  let index = startOf(double, options);
  let caughtUp = faults.withoutCaughtUp;
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('double');
  await send(double, call, new streams.ReadResp().setConfirmation(confirmation));

  for (;;) {
    const grown = log.grown();
    for (; log.all[index] !== undefined && !faults.stallSubscriptions; index += 1) {
      const event = log.all[index]!;
      if (!matches(event)) continue;
      const times = faults.takes('repeatEvents') ? 2 : 1;
      for (let n = 0; n < times; n += 1) if (!(await send(double, call, eventMessage(event)))) return;
    }
    if (!caughtUp && !faults.stallSubscriptions) {
      await send(double, call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
      caughtUp = true;
    }
    await Promise.race([grown, double.ended(call)]);
    if (!double.isOpen(call)) return;
  }
}

/** Index in the whole log of the first event that may be wanted. The place that was given is exclusive. */
function startOf(double: Double, options: Options): number {
  const all = options.getAll();
  if (all?.hasPosition() !== true) return 0;
  const after = Number(all.getPosition()?.getCommitPosition());
  const index = double.log.all.findIndex((event) => event.position > after);
  return index < 0 ? double.log.all.length : index;
}

function filterOf(options: Options): (event: StoredEvent) => boolean {
  const stream = options.getStream();
  if (stream !== undefined) {
    const name = nameOf(stream.getStreamIdentifier());
    const after = stream.hasRevision() ? Number(stream.getRevision()) : -1;
    return (event) => event.stream === name && event.revision > after;
  }
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (expression === undefined) return () => true;
  const subject = (event: StoredEvent): string => (filter?.hasStreamIdentifier() === true ? event.stream : event.type);
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
  const regex = new RegExp(expression.getRegex(), 'u');
  return (event) => regex.test(subject(event));
}
