import { randomUUID } from 'node:crypto';
import { iso } from '@kvp/calendar';
import { type OpenedEvent, caseToPay, writeEvents } from '@kvp/deciding';
import type { DomainEvent } from '@kvp/lifecycle';
import { type PaymentSettled, lastDayOf, monthBefore, payDateOf } from '@kvp/payments';
import { ore } from '@kvp/money';
import { GENESIS } from '@kvp/proof';
import type { Month } from '@kvp/stipend';
import { type Installation, type Place, openInstallation } from '../../support/system/installation.ts';
import { type LifeCommand, application, caseworkers, child, programme } from '../../support/system/lives.ts';
import { today } from '../../support/system/today.ts';
import { program } from '../harness/program.ts';

export interface PaymentSeed extends Place {
  readonly participants: number;
}

export interface PaymentSeeded {
  readonly municipality: string;
  /** The last month that has ended: all before it are settled, this one is not. */
  readonly month: Month;
  readonly events: number;
  readonly seconds: number;
}

const AT_ONCE = 32;
const PAY_DAY = 20;

/** A life that was led through the command service, and what a run would have settled in it, month by month. */
interface Pattern {
  readonly events: readonly DomainEvent[];
  readonly law: OpenedEvent['metadata']['law'];
  readonly settled: readonly PaymentSettled[];
}

/** The run of each month, by an id that names no municipality. */
const runs = new Map<string, string>();

function runOf(month: Month): string {
  const known = runs.get(month) ?? randomUUID();
  runs.set(month, known);
  return known;
}

/**
 * Fills an installation with participants of nearly 24 months: a few are led through the command service, and the rest are their events again, sealed
 * for persons of their own and chained anew, one append a stream. Every month is settled but the last one that has ended.
 */
await program(async ({ participants, ...place }: PaymentSeed): Promise<PaymentSeeded> => {
  const began = performance.now();
  const installation = await openInstallation(place);
  const day = today();
  const month = monthBefore(iso(day).slice(0, 7) as Month);
  const patterns: Pattern[] = [];
  for (const [person, more] of variations(day).entries()) patterns.push(await patternOf(installation, person, more, month));
  let events = 0;
  let next = patterns.length;
  const worker = async (): Promise<void> => {
    for (let person = next++; person < participants; person = next++) {
      const pattern = patterns[person % patterns.length];
      const written = pattern === undefined ? 0 : await copy(installation, pattern);
      events += written;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await installation.pool.query('analyze');
  await installation.close();
  const municipality = caseworkers[0]?.municipality ?? '';
  return { municipality, month, events, seconds: (performance.now() - began) / 1_000 };
});

/** With and without children, a job, a benefit, and hours and days away. */
function variations(day: Temporal.PlainDate): readonly (readonly LifeCommand[])[] {
  const ago = (weeks: number): string => iso(day.subtract({ days: day.dayOfWeek - 1 }).subtract({ weeks }));
  const work = { name: 'recordWork', input: { from: ago(60), to: ago(30), hoursPerWeek: 15 } };
  const benefit = { name: 'recordBenefit', input: { kind: 'dagpenger', from: ago(40), to: ago(38), kronerPerDay: '312.50' } };
  const away = [80, 64, 51, 33, 12].map((weeks) => ({ name: 'deduct', input: { date: ago(weeks), hours: 3.5 } }));
  const ill = [70, 45, 20].map((weeks) => ({
    name: 'recordAbsence',
    input: { kind: 'illness', from: ago(weeks), to: ago(weeks), evidence: 'doctorsNote' },
  }));
  return [
    [],
    [child(1, day)],
    [child(1, day), child(2, day), ...ill],
    [work, ...away],
    [benefit, ...ill],
    [child(3, day), work, benefit, ...away, ...ill],
  ];
}

async function patternOf(installation: Installation, person: number, more: readonly LifeCommand[], last: Month): Promise<Pattern> {
  const { commands } = installation;
  const day = today();
  const [actor] = caseworkers;
  if (actor === undefined) throw new Error('There is nobody to live.');
  const send = async ({ name, input }: LifeCommand, on: Temporal.PlainDate, caseId?: string, revision?: number) => {
    const now = on.toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '12:00' }).toInstant();
    const where = { ...(caseId === undefined ? {} : { caseId }), ...(revision === undefined ? {} : { expectedRevision: revision }) };
    const outcome = await commands.execute({ commandId: randomUUID(), correlationId: 'bench', name, input, actor, now, ...where });
    if (outcome.kind !== 'accepted') throw new Error(`${name} was not accepted: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  const course = programme(day);
  let { caseId, revision } = await send(application(person, day), course[0]?.on ?? day);
  for (const command of course) ({ revision } = await send(command, command.on, caseId, revision));
  for (const command of [...attendanceOf(course[0]?.on ?? day, day), ...more]) await send(command, day, caseId);
  const record = await commands.readCase(caseId, actor);
  if (record === null) throw new Error('The life was not found again.');
  const law = record.events.at(-1)?.metadata.law;
  if (law === undefined) throw new Error('The life has no events.');
  const { due } = caseToPay(caseId, record.state, { month: last, knownAt: day, attendance: false }, await commands.rates.book());
  const settled = due
    .filter((line) => line.month < last)
    .map(({ month, payee, due: amount, noWithholding }): PaymentSettled => ({
      type: 'PaymentSettled',
      version: 1,
      data: {
        ...{ runId: runOf(month), runMonth: month, payDate: iso(payDateOf(month, PAY_DAY)) },
        lines: [{ id: '', month, payee, due: amount, settledBefore: ore(0), gross: amount, setOffs: [], noWithholding }],
      },
      personal: null,
    }));
  return { events: record.events.map(({ event }) => event), law, settled };
}

/** Present on every weekday, registered a month at a time. */
function* attendanceOf(start: Temporal.PlainDate, until: Temporal.PlainDate): Generator<LifeCommand> {
  for (let first = start; Temporal.PlainDate.compare(first, until) < 0; first = first.add({ months: 1 }).with({ day: 1 })) {
    const last = lastDayOf(iso(first).slice(0, 7) as Month);
    const days = [];
    for (let on = first; Temporal.PlainDate.compare(on, last) <= 0 && Temporal.PlainDate.compare(on, until) < 0; on = on.add({ days: 1 }))
      if (on.dayOfWeek <= 5) days.push({ date: iso(on), hours: 7.5, code: 'present' });
    if (days.length > 0) yield { name: 'registerAttendance', input: { days } };
  }
}

/** @returns how many events were written */
async function copy({ store, keys }: Installation, { events, law, settled }: Pattern): Promise<number> {
  const [caseId, personId] = [randomUUID(), randomUUID()];
  await keys.provide(personId);
  const [actor] = caseworkers;
  if (actor === undefined) throw new Error('There is nobody to write.');
  const recordedAt = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
  const writing = { commandId: randomUUID(), correlationId: 'bench', actor, recordedAt, law, codeVersion: 'bench' };
  const own = events.map((event) => ('personId' in event.data ? { ...event, data: { ...event.data, personId } } : event));
  const lines = settled.map((event) => ({
    ...event,
    data: { ...event.data, lines: event.data.lines.map((line) => ({ ...line, id: randomUUID().replaceAll('-', '') })) },
  }));
  for (const [stream, written, person] of [[`case-${caseId}`, own, personId] as const, [`payments-${caseId}`, lines, null] as const]) {
    const place = { stream, after: -1, previousHash: GENESIS, personId: person, idOf: () => randomUUID() };
    await store.append(
      stream,
      'no-stream',
      writeEvents(keys, written, place, writing).map(({ stored }) => stored),
    );
  }
  return own.length + lines.length;
}
