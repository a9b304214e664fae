import type { PlainDate } from '@kvp/calendar';
import type { Appeal, FormRequirement, Order } from '@kvp/lifecycle';

/** An appeal as the participant status shows it. Holds nothing that anyone wrote. */
export interface AppealView extends Pick<
  Appeal,
  'number' | 'status' | 'receivedOn' | 'decisions' | 'verdict' | 'timeliness' | 'reconsideredOn' | 'forwardedOn' | 'endedOn' | 'outcome'
> {
  readonly lacks: readonly FormRequirement[];
  readonly mendBy: PlainDate | null;
  readonly orders: readonly Pick<Order, 'decision' | 'kind' | 'by' | 'binding' | 'effectiveFrom' | 'carriedOutIn'>[];
}

export function appealView(appeal: Appeal): AppealView {
  const { number, status, receivedOn, decisions, verdict, timeliness, defects, mending } = appeal;
  const { reconsideredOn, forwardedOn, endedOn, outcome } = appeal;
  return {
    ...{ number, status, receivedOn, decisions, verdict, timeliness, lacks: defects, mendBy: mending?.mendBy ?? null },
    ...{ reconsideredOn, forwardedOn, endedOn, outcome },
    orders: appeal.orders.map(({ decision, kind, by, binding, effectiveFrom, carriedOutIn }) => ({
      ...{ decision, kind, by, binding, effectiveFrom, carriedOutIn },
    })),
  };
}
