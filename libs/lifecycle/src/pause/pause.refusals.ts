import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-06-12');

export const pausedAlready = defineRefusal({
  code: 'paused-already',
  provision: 'STL § 32',
  message: () => 'Det er allerede registrert en pause i samme form for noen av dagene.',
  remedy: () => 'Registrer at deltakeren er tilbake før en ny pause i samme form begynner.',
  example: [],
});

export const formNotInLaw = defineRefusal({
  code: 'form-not-in-law',
  provision: 'STL § 32',
  message: () => 'Loven ga ikke adgang til permisjon uten stønad på vedtaksdagen.',
  remedy: () => 'Fra 2019 kan det gis permisjon uten stønad. Før det må fraværet ha en annen form.',
  example: [],
});

export const provisionRequired = defineRefusal({
  code: 'leave-provision-required',
  provision: 'KVPF §§ 12–16',
  message: () => 'Det er ikke oppgitt hvilken bestemmelse som gir permisjon med stønad.',
  remedy: () => 'Oppgi bestemmelsen, for eksempel KVPF § 15. Årsaken alene gir ikke rett til stønad.',
  example: [],
});

export const noSuchLeave = defineRefusal({
  code: 'no-such-leave',
  provision: 'KVPF §§ 12–16',
  message: () => 'Bestemmelsen gir ikke rett til permisjon med stønad etter loven på vedtaksdagen.',
  remedy: () => 'Oppgi en bestemmelse i KVPF §§ 12–16 eller STL § 36, eller velg en form uten stønad.',
  example: [],
});

export const leaveQuotaExceeded = defineRefusal<[title: string, limit: number, unit: string]>({
  code: 'leave-quota-exceeded',
  provision: 'KVPF §§ 12–16',
  message: (title, limit, unit) => `Grensen for ${title} er ${String(limit)} ${unit}.`,
  remedy: () => 'Forkort permisjonen, eller gi resten som permisjon uten stønad.',
  example: ['velferdspermisjon', 10, 'virkedager i kalenderåret'],
});

export const birthLeaveOver = defineRefusal<[lastDay: PlainDate]>({
  code: 'birth-leave-over',
  provision: 'KVPF § 13',
  message: (lastDay) => `De seks ukene etter fødselen varer til og med ${norwegianDate(lastDay)}.`,
  remedy: () => 'Forkort permisjonen, eller gi resten som permisjon uten stønad.',
  example: [EXAMPLE_DAY],
});

export const birthLeaveBeforeBirth = defineRefusal<[bornOn: PlainDate]>({
  code: 'birth-leave-before-birth',
  provision: 'KVPF § 13',
  message: () => 'Permisjonen etter fødselen begynner før barnet er født.',
  remedy: (bornOn) => `Fødselspermisjonen kan tidligst begynne ${norwegianDate(bornOn)}.`,
  example: [EXAMPLE_DAY],
});
