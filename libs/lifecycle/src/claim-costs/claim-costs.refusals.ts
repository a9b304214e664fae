import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const nothingChangedInFavour = defineRefusal({
  code: 'nothing-changed-in-favour',
  provision: 'FVL § 36',
  message: () => 'Ikke noe vedtak er endret til gunst for parten etter klage.',
  remedy: () => 'Sakskostnader dekkes når et vedtak er endret til gunst. Registrer utfallet av klagen først.',
  example: [],
});

export const claimedBeforeChange = defineRefusal<[changedOn: PlainDate]>({
  code: 'claimed-before-change',
  provision: 'FVL § 36',
  message: (changedOn) => `Kravet er datert før klagen ble vurdert ${norwegianDate(changedOn)}.`,
  remedy: (changedOn) => `Oppgi en dag fra og med ${norwegianDate(changedOn)}.`,
  example: [Temporal.PlainDate.from('2025-05-12')],
});
