import type { DomainEvent } from '../kernel/event.ts';
import { appeal, forwardAppeal, reconsider } from './commands.ts';
import { applied, granted, notified, rejected, started, terminated } from './events.ts';
import { lived } from './tell.ts';

/** Lives to appeal in: 0 application, 1 rejection, 2 notice; and a programme that ended on Friday 16 May 2025, its end 3 and the notice 4. */
const application = applied({ receivedOn: '2025-01-06' });
export const turnedDown: readonly DomainEvent[] = [application, rejected('2025-01-20'), notified(1, '2025-01-22')];
export const runningFromFebruary: readonly DomainEvent[] = [
  application,
  granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' }),
  started('2025-02-03'),
];
export const endedInMay: readonly DomainEvent[] = [
  ...runningFromFebruary,
  terminated({ decidedOn: '2025-05-12', lastDay: '2025-05-16' }),
  notified(3, '2025-05-14'),
];

/** Appealed on the last decision, upheld, and sent to statsforvalteren on 30 June 2025. */
export const forwardedInJune = (
  history: readonly DomainEvent[],
  receivedOn: `${number}-${number}-${number}` = '2025-06-02',
): readonly DomainEvent[] =>
  lived(
    history,
    [appeal({ receivedOn }), { today: '2025-06-02' }],
    reconsider({ decidedOn: '2025-06-16', outcome: 'upheld', takenLate: 'specialReasons' }),
    forwardAppeal({ on: '2025-06-30' }),
  );
