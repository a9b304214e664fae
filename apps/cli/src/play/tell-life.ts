import { iso, norwegianDate } from '@kvp/calendar';
import { PHASE } from '@kvp/history';
import type { AppealStatus } from '@kvp/lifecycle';
import { formatKronerNb, kroner } from '@kvp/money';
import type { Life } from '../life/life.ts';
import type { LivedLife } from '../stage/lived.ts';
import type { AppealResult, CommandResult } from '../stage/play-life.ts';
import type { DeadlineView, MonthView, StateView } from '../stage/views.ts';
import { pairs, table } from '../terminal/table.ts';

/** A life that was played, for people: what came of each command, where the case stands, and what is paid. In bokmål. */
export function tellLife(
  { id, results, state, schedule, deadlines }: LivedLife,
  { asOf, knownAt }: Pick<Life, 'asOf' | 'knownAt'>,
): string {
  const moment = `per ${norwegianDate(asOf)}${iso(asOf) === iso(knownAt) ? '' : `, slik det var kjent ${norwegianDate(knownAt)}`}`;
  return [
    id,
    '',
    ...results.flatMap((result, index) => tellResult(result, index, results.length)),
    '',
    `Status ${moment}`,
    ...tellState(state),
    '',
    ...tellDeadlines(deadlines),
    ...(schedule.length === 0 ? ['Ingen utbetalinger.'] : ['Utbetalingsplan', ...tellSchedule(schedule)]),
    '',
  ].join('\n');
}

/** One line for what was done, and two for each reason why it was not. */
export function tellResult(result: CommandResult, index: number, count: number): readonly string[] {
  const place = String(index + 1).padStart(String(count).length);
  const line = `  ${place}  ${result.on}  ${result.type}`;
  if (result.accepted) return [`${line}: ${result.events.join(', ') || 'allerede registrert'}`, ...tellVerdict(result)];
  return [
    `${line}: ikke gjennomført`,
    ...result.refusals.flatMap(({ code, provision, message, remedy }) => [`      ${provision}: ${message} (${code})`, `      ${remedy}`]),
  ];
}

const VERDICT: Readonly<Record<string, string>> = {
  timely: 'i tide',
  'late-may-be-taken': 'for sent, kan behandles etter FVL § 31',
  'too-late': 'for sent, mer enn ett år etter vedtaket (FVL § 31)',
};

/** Whether an appeal came in time. */
function tellVerdict({ verdict, deadline }: AppealResult): readonly string[] {
  if (verdict === undefined) return [];
  const time = deadline == null ? 'klagefristen har ikke begynt å løpe' : `klagefrist ${norwegianDate(deadline)}`;
  return [`      ${VERDICT[verdict] ?? verdict}; ${time}`];
}

const APPEAL: Readonly<Record<AppealStatus, string>> = {
  received: 'mottatt',
  upheld: 'vurdert av kontoret, skal oversendes',
  forwarded: 'hos statsforvalteren',
  decided: 'avgjort av statsforvalteren',
  returned: 'vedtaket er opphevet, saken er sendt tilbake',
  dismissed: 'avvist',
  withdrawn: 'trukket',
  closed: 'kontoret har endret vedtaket',
};

/** Where the case stands, a fact a line. */
export function tellState({
  phase,
  decidedUntil,
  countedDays,
  maxEnd,
  absoluteMaxEnd,
  decisionMissing,
  appealState,
}: StateView): readonly string[] {
  if (phase === null) return ['  Det er ingen sak.'];
  const started = maxEnd !== null;
  return pairs([
    ['Fase', PHASE[phase]],
    ['Vedtak til og med', decidedUntil === null ? 'ingen' : norwegianDate(decidedUntil)],
    ...(decisionMissing ? ([['Vedtak mangler', 'perioden er ute uten nytt vedtak, i strid med KVPF § 2']] as const) : []),
    ...(started ? ([['Talte dager', String(countedDays ?? 0)]] as const) : []),
    ...(started ? ([['Siste mulige dag', norwegianDate(maxEnd)]] as const) : []),
    ...(absoluteMaxEnd === null ? [] : ([['… med særlige grunner', norwegianDate(absoluteMaxEnd)]] as const)),
    ...(appealState === null ? [] : ([['Klage', APPEAL[appealState]]] as const)),
  ]);
}

/** What is left to do, the earliest first; nothing when there is nothing. */
function tellDeadlines(deadlines: readonly DeadlineView[]): readonly string[] {
  const open = deadlines.filter(({ settled }) => !settled);
  if (open.length === 0) return [];
  const rows = open.map(({ due, title, provision, standing }) => [due, title, provision, standing === 'overdue' ? 'oversittet' : '']);
  const titles = ['Frist', 'Hva', 'Hjemmel', ''];
  return [
    'Frister',
    ...table(
      titles.map((title) => ({ title })),
      rows,
    ),
    '',
  ];
}

/** Who a line is paid to, where it is not the participant. */
const PAYEE = { collectionAgency: 'til innkrevingsmyndigheten' } as const;

/** The months as a table with their sum. */
export function tellSchedule(schedule: readonly MonthView[]): readonly string[] {
  const total = schedule.reduce((sum, { amount }) => sum + kroner(amount), 0);
  const rows = schedule.map(({ month, payee, stipendDays, stipend, childSupplement, amount, noWithholding }) => [
    month,
    String(stipendDays),
    krText(stipend),
    krText(childSupplement),
    krText(amount),
    [...(payee === 'participant' ? [] : [PAYEE[payee]]), ...(noWithholding ? ['uten skattetrekk'] : [])].join(', '),
  ]);
  return table(
    [
      { title: 'Måned' },
      { title: 'Dager', right: true },
      { title: 'Stønad', right: true },
      { title: 'Barnetillegg', right: true },
      { title: 'Til utbetaling', right: true },
      { title: '' },
    ],
    [...rows, ['Sum', '', '', '', formatKronerNb(total as ReturnType<typeof kroner>), '']],
  );
}

const krText = (amount: string): string => formatKronerNb(kroner(amount));
