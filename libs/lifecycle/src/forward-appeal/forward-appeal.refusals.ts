import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { defineRefusal } from '../kernel/definitions.ts';
import { MISSING_TEXT, type MissingPart } from './completeness.ts';

const EXAMPLE_DAY = Temporal.PlainDate.from('2025-03-03');

export const forwardedBeforeReconsidered = defineRefusal<[reconsideredOn: PlainDate]>({
  code: 'forwarded-before-reconsidered',
  provision: 'FVL § 33',
  message: (reconsideredOn) => `Oversendelsen er datert før kontoret vurderte klagen ${norwegianDate(reconsideredOn)}.`,
  remedy: (reconsideredOn) => `Oppgi en dag fra og med ${norwegianDate(reconsideredOn)}.`,
  example: [EXAMPLE_DAY],
});

export const copyBeforeReconsidered = defineRefusal<[reconsideredOn: PlainDate]>({
  code: 'copy-before-reconsidered',
  provision: 'FVL § 33',
  message: (reconsideredOn) => `Gjenparten til parten er datert før kontoret vurderte klagen ${norwegianDate(reconsideredOn)}.`,
  remedy: (reconsideredOn) => `Oppgi en dag fra og med ${norwegianDate(reconsideredOn)}.`,
  example: [EXAMPLE_DAY],
});

export const appealFileIncomplete = defineRefusal<[missing: readonly MissingPart[]]>({
  code: 'appeal-file-incomplete',
  provision: 'FVL § 33',
  message: (missing) => `Saksframlegget mangler ${list.format(missing.map((part) => MISSING_TEXT[part]))}.`,
  remedy: () => 'Legg det i saken, eller oppgi hvorfor klagen sendes uten.',
  example: [['letter', 'notice']],
});

const list = new Intl.ListFormat('nb', { type: 'conjunction' });

export const statementForAppealRequired = defineRefusal({
  code: 'statement-for-appeal-required',
  provision: 'FVL § 33',
  message: () => 'Oversendelsen mangler kontorets uttalelse.',
  remedy: () => 'Skriv hva kontoret mener om hvert punkt i klagen, og hvorfor vedtaket ikke er endret.',
  example: [],
});
