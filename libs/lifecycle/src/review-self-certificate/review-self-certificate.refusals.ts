import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const nothingToReview = defineRefusal({
  code: 'self-certificate-not-lost',
  provision: 'KVPF § 8',
  message: () => 'Deltakeren har ikke mistet retten til egenmelding.',
  remedy: () => 'Det er ikke noe vedtak å vurdere på nytt.',
  example: [],
});

export const restoredBeforeLoss = defineRefusal<[from: PlainDate]>({
  code: 'restored-before-loss',
  provision: 'KVPF § 8',
  message: () => 'Retten er gitt tilbake fra en dag før den ble tatt bort.',
  remedy: (from) => `Oppgi ${norwegianDate(from)} eller en senere dag.`,
  example: [Temporal.PlainDate.from('2025-09-01')],
});
