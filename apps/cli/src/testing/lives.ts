import type { Life } from '../life/life.ts';
import { readLife } from '../life/read-life.ts';

/** A life for specs, read as a file is. */
export const lifeOf = (life: object, serial = 0): Promise<Life> =>
  readLife(Buffer.from(JSON.stringify(life)), { today: Temporal.PlainDate.from('2026-11-22'), serial });

/** From application to start, and a refused command on the way. Four events on two streams of registers, four in the case. */
export const shortLife = (id: string): object => ({
  id,
  municipality: '4204',
  person: { birthDate: '1990-04-02' },
  commands: [
    { type: 'apply', receivedOn: '2025-01-06' },
    { type: 'grant', decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' },
    { type: 'start', startedOn: '2025-02-03' },
    { type: 'start', startedOn: '2025-02-03' },
  ],
});
