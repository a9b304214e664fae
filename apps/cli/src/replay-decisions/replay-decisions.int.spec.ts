import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type ReplayReport, THIS_RELEASE, replayDecisions } from '@kvp/deciding';
import { rulebook } from '@kvp/rulebook';
import { findLives } from '../life/find-lives.ts';
import { readLife } from '../life/read-life.ts';
import { type Theatre, openTheatre } from '../stage/in-process.ts';
import { live } from '../stage/lived.ts';
import { tellReplay } from './replay-decisions.command.ts';

const DEMO = fileURLToPath(new URL('../../lives', import.meta.url));
const BY_HAND = fileURLToPath(new URL('../../../../test/law/lives', import.meta.url));
const TODAY = date('2026-11-22');

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

/** Plays every life of a folder, and decides each of its commands again. */
async function replayed(folder: string, deciding = THIS_RELEASE): Promise<readonly ReplayReport[]> {
  const { files } = await findLives(folder);
  const reports: ReplayReport[] = [];
  for (const file of files) {
    const stage = theatre.newStage();
    await live(stage, await readLife(await file.read(), { today: TODAY }));
    reports.push(await replayDecisions(stage, { deciding }));
  }
  return reports;
}

const differences = (reports: readonly ReplayReport[]) => reports.flatMap((report) => report.differences);
const commands = (reports: readonly ReplayReport[]): number => reports.reduce((sum, report) => sum + report.commands, 0);

test('every command of the demo, from 2008 to 2026, is decided as it was', async () => {
  const reports = await replayed(DEMO);
  expect(differences(reports)).toEqual([]);
  expect(commands(reports)).toBeGreaterThan(60);
});

test('and so is every command of the lives that were worked out by hand', async () => {
  const reports = await replayed(BY_HAND);
  expect(differences(reports)).toEqual([]);
  expect(commands(reports)).toBeGreaterThan(500);
});

test('had the longest decision period been none, every grant and extension of the demo would be named', async () => {
  const lawAt: typeof rulebook.at = (...asked) => {
    const law = rulebook.at(...asked);
    return { ...law, duration: { ...law.duration, perDecisionYears: { ...law.duration.perDecisionYears, value: 0 } } };
  };
  const reports = await replayed(DEMO, { ...THIS_RELEASE, lawAt });
  const found = differences(reports);
  expect(new Set(found.map(({ command }) => command))).toEqual(new Set(['grant', 'extend']));
  expect(found.every(({ what, fields }) => what === 'refused' && fields.includes('period-too-long'))).toBe(true);
  const [named] = reports.flatMap((report) => (report.differences.length > 0 ? [tellReplay(report)] : []));
  expect(named?.[0]).toMatch(/^case [0-9a-f-]{36} revision 1: grant would be refused: .*period-too-long/);
});
