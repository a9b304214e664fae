import { describe, expect, test } from '@jest/globals';
import { createCommandService } from '@kvp/deciding';
import { type JsonObject, createInMemoryEventStore } from '@kvp/event-store';
import type { Actor } from '@kvp/lifecycle';
import { createInMemoryKeyStore, createKeyRing, ephemeralKeyFile, syntheticNumber } from '@kvp/people';
import { type Report, type Scope, areaOn, askedOf, cellOf, coverage, forecast, monthly, tableOf } from '@kvp/reporting';
import { type CaseIndex, indexOf } from './case-index.ts';
import { type Desk, gather, gatherKostra } from './gather.ts';
import { InputMissing, reportFromLog } from './make-report.ts';
import { hashOf, importInput, readSubmissions, submitReport } from './submissions.ts';

const TODAY = '2026-11-30';
const instant = (day: string): Temporal.Instant => Temporal.Instant.from(`${day}T10:00:00Z`);
const actor: Actor = { id: 'caseworker-1', role: 'caseworker', municipality: '4204', office: '1001' };

/** A log that commands are sent to, and a desk over it. */
function openDesk() {
  const store = createInMemoryEventStore();
  const keyFile = ephemeralKeyFile();
  const keyStore = createInMemoryKeyStore();
  const keys = createKeyRing({ keyStore, keyFile });
  const service = createCommandService({ store, keys, keyFile, codeVersion: 'test' });
  const cases: { caseId: string; municipality: string }[] = [];
  let serial = 0;
  const id = (): string => `00000000-0000-4000-8000-${String((serial += 1)).padStart(12, '0')}`;
  const run = async (name: string, input: JsonObject, on: string, caseId?: string): Promise<string> => {
    const request = {
      commandId: id(),
      name,
      input,
      actor,
      now: instant(on),
      correlationId: 'test',
      ...(caseId === undefined ? {} : { caseId }),
    };
    const outcome = await service.execute(request);
    if (outcome.kind !== 'accepted') throw new Error(`${name} ended as ${JSON.stringify(outcome)}.`);
    return outcome.caseId;
  };
  /** Applied for in January 2025, and begun in February. */
  const begun = async (birthDate = '1990-04-02'): Promise<string> => {
    const identityNumber = syntheticNumber(birthDate, cases.length).reveal();
    const caseId = await run('apply', { identityNumber, birthDate, receivedOn: '2025-01-06', channel: 'paper' }, '2025-01-06');
    cases.push({ caseId, municipality: '4204' });
    await run(
      'grant',
      { from: '2025-02-03', to: '2026-02-02', assessment: 'AEV-2025-17', evaluationDates: ['2025-05-05'] },
      '2025-01-20',
      caseId,
    );
    await run('start', { startedOn: '2025-02-03' }, '2025-02-03', caseId);
    return caseId;
  };
  const index: CaseIndex = {
    municipalities: () => indexOf(cases).municipalities(),
    count: (...asked) => indexOf(cases).count(...asked),
    page: (...asked) => indexOf(cases).page(...asked),
  };
  const desk: Desk = { store, keys, index };
  return { ...desk, desk, run, begun, keyStore };
}

function asked(definition: Parameters<typeof askedOf>[0], period: string, area = '4204', asOf?: string): Scope {
  const scope = askedOf(definition, { area, period, asOf }, TODAY);
  if (!('area' in scope)) throw new Error(JSON.stringify(scope));
  return scope;
}
const monthlyReport = async (desk: Desk, period: string, knownAt: string, definition = monthly): Promise<Report> => {
  const { report } = await reportFromLog(desk, definition, asked(definition, period), { knownAt: instant(knownAt), now: instant(TODAY) });
  return report!;
};
const figures = ({ tables }: Report) => ['participants', 'applications', 'approvals'].map((id) => cellOf(tables[0]!, '4204', id));
const request = (serial: number) => ({
  ...{
    commandId: `10000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
    correlationId: 'test',
    actor,
    now: instant(TODAY),
    codeVersion: 'test',
  },
});

describe('a report is a function of the log at two moments', () => {
  test('what was recorded later is in no figure of what was known before', async () => {
    const { desk, begun, run } = openDesk();
    const caseId = await begun();
    await run(
      'terminate',
      { decidedOn: '2025-03-10', lastDay: '2025-03-14', reason: 'agreed', backdatingReason: 'Registrert sent.' },
      '2025-04-07',
      caseId,
    );
    expect(figures(await monthlyReport(desk, '2025-01', '2025-02-10'))).toEqual([0, 1, 1]);
    expect(figures(await monthlyReport(desk, '2025-03', '2025-04-06'))).toEqual([1, 0, 0]);
    expect(figures(await monthlyReport(desk, '2025-03', '2025-04-07'))).toEqual([0, 0, 0]);
  });

  test('one whose keys are gone is counted as unreadable, and in no figure', async () => {
    const { desk, begun } = openDesk();
    await begun();
    const lost: Desk = { ...desk, keys: createKeyRing({ keyStore: createInMemoryKeyStore(), keyFile: ephemeralKeyFile() }) };
    const report = await monthlyReport(lost, '2025-03', '2025-04-07');
    expect([report.unreadable, figures(report)]).toEqual([1, [0, 0, 0]]);
  });

  test('stopped, it goes on where it was, and comes to the same', async () => {
    const { desk, begun } = openDesk();
    for (let person = 0; person < 3; person += 1) await begun();
    const stop = new AbortController();
    const scope = asked(monthly, '2025-03');
    const first = await gather(desk, monthly, scope, {
      knownAt: instant('2025-04-07'),
      signal: stop.signal,
      pageSize: 1,
      onProgress: () => stop.abort(),
    });
    expect([first.complete, first.sums['participants|4204']]).toEqual([false, 1]);
    const rest = await gather(desk, monthly, scope, { knownAt: instant('2025-04-07'), from: first, after: first.cursor, already: 1 });
    expect([rest.complete, rest.sums['participants|4204'], rest.looked]).toEqual([true, 3, 3]);
  });

  test('a forecast made for a past day stands beside what then happened', async () => {
    const { desk, begun } = openDesk();
    await begun();
    const report = await monthlyReport(desk, '2025-06', '2025-06-30', forecast);
    const row = (month: string) =>
      ['decidedParticipants', 'actualParticipants', 'decidedCost', 'actualCost'].map((id) => cellOf(report.tables[0]!, month, id));
    // July 2025 has 23 weekdays at 1 021.756 kroner: 2.041 × 130 160 / 260 × 23 = 23 500.39.
    expect(row('2025-07')).toEqual([1, 1, 2_350_039, 2_350_039]);
  });
});

describe('submitted reports are frozen (§ 11.34)', () => {
  test('a correction is a whole new report, linked, with the differences listed; the first stays as it was', async () => {
    const { desk, begun, run } = openDesk();
    const caseId = await begun();
    const first = await monthlyReport(desk, '2025-03', '2025-04-05');
    expect(await submitReport(desk, first, '2025-03-31', request(1))).toMatchObject({
      kind: 'submitted',
      revision: 0,
      event: { data: { corrects: null } },
    });
    expect(await submitReport(desk, first, '2025-03-31', request(1))).toMatchObject({ kind: 'submitted', revision: 0, repeated: true });
    expect(await submitReport(desk, first, '2025-03-31', request(2))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'report-unchanged' }],
    });

    await run(
      'terminate',
      { decidedOn: '2025-03-10', lastDay: '2025-03-14', reason: 'agreed', backdatingReason: 'Registrert sent.' },
      '2025-04-07',
      caseId,
    );
    const corrected = await monthlyReport(desk, '2025-03', '2025-04-08');
    expect(await submitReport(desk, corrected, '2025-03-31', request(3))).toMatchObject({
      kind: 'submitted',
      revision: 1,
      event: { data: { corrects: 0, differences: [{ table: 'key-figures', row: '4204', column: 'participants', before: 1, after: 0 }] } },
    });
    const { submissions } = await readSubmissions(desk, 'monthly', '4204', '2025-03');
    expect(submissions.map(({ hash, tables }) => [hash, hashOf({ tables })])).toEqual([
      [hashOf(first), hashOf(first)],
      [hashOf(corrected), hashOf(corrected)],
    ]);
  });

  test('nothing is submitted before its period is over', async () => {
    const { desk } = openDesk();
    const report = await monthlyReport(desk, '2026-11', TODAY);
    expect(await submitReport(desk, { ...report, asOf: '2026-11-29' }, '2026-11-30', request(1))).toMatchObject({
      refusals: [{ code: 'report-period-not-over' }],
    });
  });
});

test('a report that needs a list says so until one is imported', async () => {
  const { desk } = openDesk();
  const scope = asked(coverage, '2015', '09');
  const make = () => reportFromLog(desk, coverage, scope, { knownAt: instant(TODAY), now: instant(TODAY) });
  await expect(make()).rejects.toThrow(InputMissing);
  const lists = { '0906': { byNeed: { speciallyAdapted: 9 }, eligible: 9, notOffered: 4 } };
  await importInput(
    desk,
    { kind: 'coverage', area: '09', period: '2015' },
    { source: 'list', rows: 9, hash: '00', input: lists },
    request(1),
  );
  const { report } = await make();
  expect(cellOf(tableOf(report!.tables, 'coverage'), '0906', 'speciallyAdapted')).toBe(9);
});

test('the KOSTRA file is made from the log, with the number of the person and what is missing', async () => {
  const { desk, begun, run } = openDesk();
  const caseId = await begun('1988-03-14');
  await run('recordHousehold', { on: '2025-02-03', maritalStatus: 'separated', childrenUnder18: 2, sex: 'female' }, '2025-02-03', caseId);
  const opened: string[] = [];
  const { extract } = await gatherKostra(
    desk,
    { municipality: '4204', year: 2025, asOf: '2025-12-31' },
    { knownAt: instant('2026-01-10'), onCase: (each) => opened.push(each) },
  );
  expect(opened).toEqual([caseId]);
  expect(extract.content).toContain(syntheticNumber('1988-03-14', 0).reveal());
  expect(extract.cases[0]!.missing.map(({ field }) => field)).toEqual(['KVP_KOMM', 'KVP_MED_ASTONAD']);
  expect(JSON.stringify(extract.cases)).not.toMatch(/(?<!\d)\d{11}(?!\d)/);
  expect(areaOn('4204', '2025-12-31')).toBeDefined();
});
