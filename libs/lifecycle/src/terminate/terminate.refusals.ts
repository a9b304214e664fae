import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const protectedAbsence = defineRefusal<[lastProtectedDay: PlainDate]>({
  code: 'protected-absence',
  provision: 'STL § 34',
  message: (lastProtectedDay) =>
    `Fravær på grunn av arbeid, fødsel eller adopsjon kan ikke føre til at programmet avsluttes før ${norwegianDate(lastProtectedDay)} er forbi.`,
  remedy: (lastProtectedDay) =>
    `La programmet være avbrutt. Siste dag i programmet kan tidligst være dagen etter ${norwegianDate(lastProtectedDay)}.`,
  example: [Temporal.PlainDate.from('2026-05-05')],
});
