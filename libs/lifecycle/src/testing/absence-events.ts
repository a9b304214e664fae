import type { IsoDate } from '@kvp/calendar';
import type { AbsenceRecorded } from '../record-absence/record-absence.events.ts';

type Facts = { readonly from: IsoDate; readonly to: IsoDate } & Partial<AbsenceRecorded['data']>;

/** Absence as it stands in the log: illness with a doctor's note, paid and counted, when nothing else is said. */
export const absent = (facts: Facts, told: Partial<AbsenceRecorded['personal']> = {}): AbsenceRecorded => ({
  type: 'AbsenceRecorded',
  version: 1,
  data: { withStipend: true, countsTowardDuration: true, ...facts },
  personal: { kind: 'illness', provision: 'KVPF § 5', ...(told.kind === undefined ? { evidence: 'doctorsNote' } : {}), ...told },
});

/** Illness on the participant's own word. */
export const selfCertified = (from: IsoDate, to: IsoDate = from): AbsenceRecorded =>
  absent({ from, to }, { kind: 'illness', evidence: 'selfCertified' });
