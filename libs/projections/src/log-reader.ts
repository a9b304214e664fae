import { openEvents } from '@kvp/deciding';
import { events } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import type { LogReader } from './engine/batch.ts';

/** Opens the events of cases. Those of persons and registers are looked at by type only: no read model needs what they hold. */
export const createLogReader = (keys: KeyRing): LogReader => ({
  open: (recorded) => openEvents(keys, recorded),
  knows: (type) => events[type] !== undefined,
});
