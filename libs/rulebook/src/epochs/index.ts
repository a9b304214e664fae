export { ABSENCE_KINDS, ABSENCE_TITLE, type AbsenceKind } from './absence-kinds.ts';
export type { AbsenceQuota, AbsenceRule, ChildIllness, NoticeAhead, SelfCertificate, SeniorHoliday } from './absence.ts';
export { type JobSearch, type ProgrammeCore } from './content.ts';
export { type CovidExtension } from './duration.ts';
export { ENTRY_CONDITIONS, type EntryCondition, REJECTION_GROUNDS, type RejectionGround, UPPER_AGE } from './entry.ts';
export { PROTECTED_CAUSES, type ProtectedAbsence } from './interruption.ts';
export { type LeaveQuota, type LeaveRight } from './leave.ts';
export { type Rows, inForce, row } from './rows.ts';
export { SCHEME_BORN, type StartDeadline } from './start.ts';
