import { type DomainEvent, caseEvents, foldCase } from '@kvp/lifecycle';
import { ore } from '@kvp/money';
import { syntheticNumber } from '@kvp/people';
import { type KostraCase, type PaymentLine, createExtract } from '@kvp/reporting';
import { program } from '../harness/program.ts';

export interface KostraFileMade {
  readonly records: number;
  readonly controls: number;
  readonly accepted: boolean;
  readonly seconds: number;
  /** Of the processor alone: what a busy machine does not change. */
  readonly processorSeconds: number;
  /** The most memory that the process has had, in bytes. */
  readonly peakBytes: number;
}

const YEAR = 2025;
const PER_DAY = 300;

/** The catalogue's own example of an event, with what matters here put in. */
function event(type: string, data: object, personal: object = {}): DomainEvent {
  const example = caseEvents[type]?.example;
  if (example === undefined) throw new RangeError(`There is no event ${type}.`);
  return {
    ...example,
    data: { ...example.data, ...data },
    personal: example.personal === null ? null : { ...example.personal, ...personal },
  };
}

/** A year in the programme, with everything told that the file asks for. */
const LIFE: readonly DomainEvent[] = [
  event('ProgrammeGranted', { decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' }),
  event('ProgrammeStarted', { startedOn: '2025-02-03' }),
  event('HouseholdRecorded', { on: '2025-01-06' }, { maritalStatus: 'cohabiting', childrenUnder18: 1, sex: 'female' }),
  event('IntakeRecorded', { on: '2025-01-06' }),
  event('OtherSupportRecorded', { on: '2025-12-31', from: '2025-02-03', to: '2025-12-31' }),
];

const PAID: readonly PaymentLine[] = Array.from({ length: 11 }, (_month, at) => {
  const month = `${YEAR}-${String(at + 2).padStart(2, '0')}`;
  return { month: month as PaymentLine['month'], paidOn: `${month}-28` as PaymentLine['paidOn'], amount: ore(2_200_000) };
});

/** Made-up cases, as they come out of the log. */
function* participants(count: number): Generator<KostraCase> {
  for (let person = 0; person < count; person += 1) {
    const birthDate = Temporal.PlainDate.from('1970-01-01')
      .add({ days: Math.floor(person / PER_DAY) })
      .toString();
    const application = event('ApplicationRegistered', { receivedOn: '2025-01-06' }, { birthDate, municipality: '4204' });
    const caseId = person.toString(16).padStart(12, '0').padEnd(32, '0');
    const identityNumber = syntheticNumber(birthDate, person % PER_DAY).reveal();
    yield { caseId, state: foldCase([application, ...LIFE]), payments: PAID, identityNumber };
  }
}

/**
 * Makes the file of as many cases and holds it against every control. They come one by one, as out of the log, and the time is that of the
 * file alone: making somebody up is not counted.
 */
await program(async ({ count }: { readonly count: number }): Promise<KostraFileMade> => {
  let milliseconds = 0;
  let microseconds = 0;
  const timed = <T>(work: () => T): T => {
    const [began, before] = [performance.now(), process.cpuUsage()];
    const done = work();
    milliseconds += performance.now() - began;
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
    return done;
  };
  const extract = createExtract({ municipality: '4204', year: YEAR, asOf: `${YEAR}-12-31` });
  for (const each of participants(count)) timed(() => extract.add(each));
  const { cases, verdict, accepted } = timed(() => extract.close());
  const peakBytes = process.resourceUsage().maxRSS * 1_024;
  return {
    records: cases.length,
    controls: verdict.controls,
    accepted,
    seconds: milliseconds / 1_000,
    processorSeconds: microseconds / 1_000_000,
    peakBytes,
  };
});
