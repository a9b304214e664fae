import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-02-12');

export const reasonsBeforeDecision = defineRefusal<[decidedOn: PlainDate]>({
  code: 'reasons-before-decision',
  provision: 'FVL § 24',
  message: (decidedOn) => `Datoen er før vedtaket ble fattet ${norwegianDate(decidedOn)}.`,
  remedy: (decidedOn) => `Oppgi en dag fra og med ${norwegianDate(decidedOn)}.`,
  example: [EXAMPLE_DAY],
});

export const hasReasons = defineRefusal({
  code: 'decision-has-reasons',
  provision: 'FVL § 24',
  message: () => 'Vedtaket er ikke bare til gunst for parten, og begrunnelsen ble gitt da det ble fattet.',
  remedy: () => 'Vis parten til begrunnelsen i vedtaket.',
  example: [],
});

export const reasonsAlreadyAsked = defineRefusal({
  code: 'reasons-already-asked',
  provision: 'FVL § 24',
  message: () => 'Parten har allerede bedt om begrunnelse, og venter på den.',
  remedy: () => 'Gi begrunnelsen, og registrer når parten ble underrettet om den.',
  example: [],
});

export const reasonsAskedTooLate = defineRefusal<[due: PlainDate]>({
  code: 'reasons-asked-too-late',
  provision: 'FVL § 24',
  message: (due) => `Klagefristen gikk ut ${norwegianDate(due)}, og avbrytes ikke av at parten ber om begrunnelse etter det.`,
  remedy: () => 'Kontoret kan gi begrunnelsen likevel. Den åpner ikke klagefristen på nytt.',
  example: [EXAMPLE_DAY],
});
