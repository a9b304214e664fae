import type { PlainDate } from '@kvp/calendar';
import type { KostraExtract, Report } from '@kvp/reporting';
import { tellKostra, tellReport } from '../report/tell-report.ts';
import { CliError } from '../exit-status.ts';
import type { Door } from '../stage/door.ts';

/** The reports that end the demo: the newest of a municipality with many lives, and the yearly file of one where nothing is missing. */
const FIGURES = { municipality: '4204', monthly: '2026-10', tertial: '2026-T2' } as const;
const YEAR = '2026';
const WHOLE = '4020';

/** The monthly and the tertial report, and two drafts of the yearly file: one to be filled in, one that can be sent. */
export async function tellReports(door: Door, on: PlainDate): Promise<readonly string[]> {
  const { municipality, monthly, tertial } = FIGURES;
  const figures = async (kind: string, period: string): Promise<readonly string[]> =>
    tellReport((await read(door, `/reports/${kind}/${municipality}/${period}`, municipality, on)) as Report);
  const draft = async (of: string): Promise<readonly string[]> =>
    tellKostra((await read(door, `/reports/kostra-11cf/${of}/${YEAR}`, of, on)) as KostraExtract);
  return [
    '',
    ...(await figures('monthly', monthly)),
    '',
    ...(await figures('tertial', tertial)),
    '',
    ...(await draft(municipality)),
    '',
    ...(await draft(WHOLE)),
  ];
}

async function read(door: Door, path: string, municipality: string, on: PlainDate): Promise<unknown> {
  const { status, body } = await door.send({ method: 'GET', path, role: 'approver', municipality, on });
  if (status !== 200) throw new CliError(`GET ${path}: ${status} ${JSON.stringify(body['detail'] ?? null)}`);
  return body;
}
