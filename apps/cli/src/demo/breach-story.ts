import { type PlainDate, norwegianDate } from '@kvp/calendar';
import { createClockRecorder } from '@kvp/deciding';
import type { System } from '@kvp/api';
import { VERSION } from '@kvp/api';
import { commandPath } from '@kvp/access';
import type { Life } from '../life/life.ts';
import { CliError } from '../exit-status.ts';
import type { Door } from '../stage/door.ts';
import { type PlayedLife, detailOf } from '../stage/play-life.ts';

/** A case whose decision period ran out, and who has it. */
export interface Breached {
  readonly life: Life;
  readonly played: PlayedLife;
}

/** The command that settles it is the same in every run of the demo. */
const KEY = '5f0a3b52-0c3e-4a63-9d0e-5b0f6a3f7c15';

/**
 * What the office does about a decision period that ran out without a decision: the clock writes the breach into the history, and a late
 * extension covers the days since. KVPF § 2; decided point 5. @returns the revision that the case then stands on
 */
export async function settleBreach(
  { store, keys }: Pick<System, 'store' | 'keys'>,
  door: Door,
  { life, played }: Breached,
  today: PlainDate,
): Promise<number> {
  const caseId = played.caseIds.at(-1) ?? '';
  const clock = createClockRecorder({ store, keys, codeVersion: VERSION, correlationId: 'demo' });
  const noon = today.toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '12:00' }).toInstant();
  const recorded = await clock.record(caseId, today, noon);
  const { status, body } = await door.send({
    method: 'POST',
    path: commandPath('extend').replace(':caseId', caseId),
    role: 'caseworker',
    municipality: life.municipality,
    on: today,
    key: KEY,
    revision: played.revision + recorded.length,
    body: {
      to: '2027-08-31',
      justification: 'Praksisplassen er forlenget. Vedtaket skulle vært fattet innen 31. august 2026; oppgaven ble oversett.',
    },
  });
  if (status !== 201 && status !== 200) throw new CliError(`extend: ${status} ${detailOf(body)}`);
  return Number(body['revision']);
}

/** What happened, before it is shown. */
export const tellBreach = (today: PlainDate): readonly string[] => [
  `  Vedtaket gjaldt til og med 31. august 2026, og ingen fattet et nytt. ${norwegianDate(today)} førte klokken bruddet i saken, og kontoret`,
  '  forlenget programmet med virkning fra 1. september. Dagene er dekket igjen; bruddet blir stående i historikken.',
];
