import { syntheticNumber } from '@kvp/people';

/** A body for `POST /cases`; each serial is somebody else. */
export const application = (serial: number, facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  identityNumber: syntheticNumber('1990-04-02', serial).reveal(),
  birthDate: '1990-04-02',
  receivedOn: '2025-01-06',
  ...facts,
});
