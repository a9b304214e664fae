import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

export const decidedBeforeOutcome = defineRefusal<[madeOn: PlainDate]>({
  code: 'decided-before-outcome',
  provision: 'FVL § 34',
  message: (madeOn) => `Vedtaket gjennomfører utfallet av en klage, men er datert før det, ${norwegianDate(madeOn)}.`,
  remedy: (madeOn) => `Vedtaksdatoen kan tidligst være ${norwegianDate(madeOn)}.`,
  example: [Temporal.PlainDate.from('2025-05-12')],
});

export const nothingOrdered = defineRefusal({
  code: 'nothing-ordered',
  provision: 'FVL § 34',
  message: () => 'Vedtaket viser til utfallet av en klage, men det er ikke noe utfall som skal gjennomføres slik.',
  remedy: () => 'Utelat henvisningen. Bare det som gjennomfører utfallet av en klage, kan gå ut over grensene.',
  example: [],
});

export const appealOutcomeBinds = defineRefusal({
  code: 'appeal-outcome-binds',
  provision: 'FVL § 34',
  message: () => 'Avslaget er endret etter klage, og søknaden skal innvilges.',
  remedy: () => 'Innvilg programmet. Er det kommet nye forhold, gjelder reglene om omgjøring i FVL § 35.',
  example: [],
});
