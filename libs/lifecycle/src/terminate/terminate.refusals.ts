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

export const groundNotThere = defineRefusal<[from: PlainDate | null]>({
  code: 'termination-ground-not-there',
  provision: 'STL § 34',
  message: () => 'Grunnen som er oppgitt, foreligger ikke på siste dag i programmet.',
  remedy: (from) =>
    from === null
      ? 'Oppgi den grunnen programmet avsluttes av.'
      : `Grunnen foreligger tidligst ${norwegianDate(from)}. Oppgi en annen grunn dersom programmet avsluttes før.`,
  example: [Temporal.PlainDate.from('2026-05-05')],
});

export const endBeyondMaximum = defineRefusal<[furthest: PlainDate]>({
  code: 'end-beyond-maximum',
  provision: 'STL § 32',
  message: () => 'Siste dag er etter at den lengste varigheten er brukt opp.',
  remedy: (furthest) => `Siste dag i programmet kan senest være ${norwegianDate(furthest)}.`,
  example: [Temporal.PlainDate.from('2028-02-02')],
});
