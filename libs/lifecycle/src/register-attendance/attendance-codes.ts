import { ABSENCE_KINDS, type AbsenceKind } from '@kvp/rulebook';

/** What a day was spent on: presence, the free days of KVPF § 16, and the absences of rulebook § 4 one by one. */
export const ATTENDANCE_CODES = [
  'present',
  'illness',
  'childIllness',
  'antenatalCheck',
  'pregnancyLeave',
  'birthLeave',
  'partnerLeave',
  'breastfeeding',
  'welfareLeave',
  'publicHoliday',
  'religiousHoliday',
  'holiday',
  'covid',
  'permitted',
  'unauthorised',
  'withoutStipend',
] as const;
export type AttendanceCode = (typeof ATTENDANCE_CODES)[number];

/** The kind of absence that a code says; undefined for presence and free days. */
export const absenceOfCode = (code: string): AbsenceKind | undefined => ABSENCE_KINDS.find((kind) => kind === code);
