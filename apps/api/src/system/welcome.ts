import { randomInt, randomUUID } from 'node:crypto';
import { DEVELOPMENT_SECRET } from '@kvp/access';
import { caseIdOf } from '@kvp/deciding';
import { syntheticNumber } from '@kvp/people';
import type { System } from './start-system.ts';

/** What `npm start` says: where the doors are and, in development, lines that work as they stand, with a made-up person. */
export function welcome({ url, statisticsUrl, developmentIssuer }: Pick<System, 'url' | 'statisticsUrl' | 'developmentIssuer'>): string {
  const doors = `
  Kvalifiseringsprogrammet is ready.

  Try the API        ${url}/api
  OpenAPI document   ${url}/openapi.json
  Health             ${url}/health/ready
${statisticsUrl === undefined ? '' : `  Statistics         ${statisticsUrl}/reports/monthly/4204/${lastMonth()}\n`}`;
  if (developmentIssuer === undefined) return `${doors}\n`;

  const key = randomUUID();
  const birthDate = madeUpBirthDate();
  const application = JSON.stringify({
    identityNumber: syntheticNumber(birthDate, randomInt(300)).reveal(),
    birthDate,
    receivedOn: Temporal.Now.plainDateISO('Europe/Oslo').toString(),
  });
  return `${doors}
  A token (development only; also beslutter-, klagebehandler- and drift-kristiansand, and the same with -oslo):

TOKEN=$(curl -s -u saksbehandler-kristiansand:${DEVELOPMENT_SECRET} -d grant_type=client_credentials ${developmentIssuer.tokenUrl} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

  Register an application, see the case, and what may be done with it:

curl -s ${url}/cases -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -H "Idempotency-Key: ${key}" -d '${application}'
curl -s "${url}/cases/${caseIdOf(key)}?atLeast=0" -H "Authorization: Bearer $TOKEN"
curl -s ${url}/cases/${caseIdOf(key)}/commands -H "Authorization: Bearer $TOKEN"

  Ctrl-C stops it; the data stays, and the next start finds it again.

`;
}

/** The month that has ended last: one can be asked for at once. */
const lastMonth = (): string => Temporal.Now.plainDateISO('Europe/Oslo').subtract({ months: 1 }).toPlainYearMonth().toString();

/** Somebody new each time, so that the lines work after every start. */
const madeUpBirthDate = (): string =>
  Temporal.PlainDate.from('1970-01-01')
    .add({ days: randomInt(30 * 365) })
    .toString();
