import { parties } from '../harness/parties.ts';
import { runProgram } from '../harness/program.ts';
import { milliseconds, table, times } from '../harness/table.ts';
import type { HistoryMeasured } from '../own/history.ts';
import { goal } from './bench-run.ts';

/** The history of long cases beside a bare fold of their events, and the three years of schedule that they lead to. */
export async function historySection(): Promise<string> {
  const lives = await runProgram<readonly HistoryMeasured[]>(parties.history, {});
  const slowest = Math.max(...lives.map(({ history }) => history));
  const schedule = Math.max(...lives.map((life) => life.schedule));
  return [
    `History of cases of ${lives[0]?.events ?? 0} events, means in processor time`,
    table(
      ['', 'history', 'bare fold', 'history to fold', 'schedule of 3 years'],
      lives.map((life) => [
        life.name,
        milliseconds(life.history),
        milliseconds(life.fold),
        times(life.history / life.fold),
        milliseconds(life.schedule),
      ]),
    ),
    goal(slowest < 50, `every history in ${milliseconds(slowest)} or less (under 50 ms)`),
    goal(schedule < 5, `three years of a case computed in ${milliseconds(schedule)} or less (under 5 ms)`),
  ].join('\n');
}
