import type { PlainDate } from '@kvp/calendar';
import { DuplicateEventId, type EventStore, OutcomeUnknown, WrongExpectedRevision } from '@kvp/event-store';
import { CLOCK, type ClockRecord, dueRecords } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import { rulebook } from '@kvp/rulebook';
import { type CaseFile, advance, emptyFile } from '../case/case-file.ts';
import { type CaseFiles, createCaseFiles } from '../case/case-files.ts';
import { type Surroundings, dayIn } from '../case/context.ts';
import { clockRecordId } from '../envelope/ids.ts';
import { notBefore, recordedTime, writeEvents } from '../envelope/write-events.ts';
import { createPolicies } from '../policy/policies.ts';
import { createRates } from '../rates/rates.ts';
import { createRegisterFiles } from '../register/register-files.ts';

export interface ClockOptions {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly codeVersion: string;
  /** Names the run in all that it writes. */
  readonly correlationId: string;
  /** Milliseconds of a clock that never runs backwards, for the age of a read policy. */
  readonly monotonic?: () => number;
}

/** Writes into the cases what the clock has to record. */
export interface ClockRecorder {
  /**
   * Records what is due in a case on a day no later than today, and gives what this call wrote: nothing when it stands there already, by
   * an earlier run or by another that is at it now. Throws TickInFuture, KeyMissing (libs/people), and the store's errors.
   */
  record(caseId: string, on: PlainDate, now: Temporal.Instant): Promise<readonly ClockRecord[]>;
}

/** A day that has not come: what it would record may yet be prevented. */
export class TickInFuture extends Error {
  constructor(
    readonly on: PlainDate,
    readonly today: PlainDate,
  ) {
    super(`Nothing is recorded ahead of time: ${on.toString()} is later than today, ${today.toString()}.`);
    this.name = 'TickInFuture';
  }
}

/** The case was written to again and again by others; nothing is lost, the next run records it. */
export class CaseBusy extends Error {
  constructor(readonly caseId: string) {
    super(`Case ${caseId} is being written to all the time.`);
    this.name = 'CaseBusy';
  }
}

const TRIES = 5;

export function createClockRecorder({ monotonic = () => performance.now(), ...options }: ClockOptions): ClockRecorder {
  const { store, keys } = options;
  const registers = createRegisterFiles(store, keys, monotonic);
  const files = createCaseFiles({ store, keys, max: 1 });
  const world: World = { ...options, files, policies: createPolicies(registers), rates: createRates(registers) };
  return {
    async record(caseId, on, now) {
      const today = dayIn(now);
      if (Temporal.PlainDate.compare(on, today) > 0) throw new TickInFuture(on, today);
      const written: ClockRecord[] = [];
      let file = await world.files.refresh(emptyFile(caseId));
      for (let tries = 1; tries <= TRIES; tries += 1) {
        const [event] = dueRecords(file.state, on);
        if (event === undefined) return written;
        const after = await write(world, file, event, now);
        if (after !== undefined) written.push(event);
        file = after ?? (await world.files.refresh(file));
      }
      throw new CaseBusy(caseId);
    },
  };
}

interface World extends Omit<ClockOptions, 'monotonic'>, Surroundings {
  readonly files: CaseFiles;
}

/**
 * The case after it; undefined when another was there first, or when it is not known: the case is then read again, and shows it. The id is
 * made of case, kind and day, so that no two writers can both have written it.
 */
async function write(world: World, file: CaseFile, event: ClockRecord, now: Temporal.Instant): Promise<CaseFile | undefined> {
  const { store, keys, policies, rates, codeVersion, correlationId } = world;
  const { application } = file.state;
  if (application === null) throw new TypeError(`${event.type} was due in a case without an application.`);
  const { personId, municipality, office } = application;
  const id = clockRecordId(file.caseId, event.type, dayOf(event));
  const today = dayIn(now);
  const { revision: policyRevision } = await policies.of(municipality);
  const { revision: ratesRevision } = await rates.book();
  await keys.load([personId]);
  const [written] = writeEvents(
    keys,
    [event],
    { stream: file.stream, after: file.revision, previousHash: file.hash, personId, idOf: () => id },
    {
      commandId: id,
      correlationId,
      actor: { ...CLOCK, municipality, office },
      recordedAt: notBefore(file.recordedAt, recordedTime(now)),
      law: { release: rulebook.at(today, today).release, ratesRevision, policyRevision },
      codeVersion,
    },
  );
  if (written === undefined) return undefined;
  try {
    const { repeated } = await store.append(file.stream, file.revision, [written.stored]);
    return repeated ? undefined : advance(file, [written.opened]);
  } catch (error) {
    if (error instanceof WrongExpectedRevision || error instanceof DuplicateEventId || error instanceof OutcomeUnknown) return undefined;
    throw error;
  }
}

const dayOf = (event: ClockRecord): string =>
  event.type === 'PeriodExpiredWithoutDecision' ? event.data.decidedUntil : event.data.lastDay;
