import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { closedLoop, type Load, type Measured } from '../harness/closed-loop.ts';
import { processorTimeOf } from '../harness/processor-time.ts';
import { program } from '../harness/program.ts';
import { today } from '../../support/system/today.ts';
import { type LifeCommand, application, attendance, child, extension } from '../../support/system/lives.ts';

export interface HttpLoad {
  readonly url: string;
  /** The process of the API. */
  readonly pid: number;
  /** One token a caseworker, in the order of `caseworkers`. */
  readonly tokens: readonly string[];
  readonly cases: readonly LoadedCase[];
  /** The number of the first applicant that nobody has used. */
  readonly nextPerson: number;
  readonly loads: readonly Load[];
}

/** How far a case has come, to go on from in the next run. */
export interface LoadedCase {
  readonly caseId: string;
  readonly registrations: number;
  readonly extensions: number;
  readonly children: number;
}

export interface HttpLoaded {
  readonly measured: readonly Measured[];
  readonly cases: readonly LoadedCase[];
  readonly nextPerson: number;
}

/** Of a hundred commands: one application, two extensions, one child, and the rest registrations of a week's attendance. */
const EVERY = { application: 100, extension: 50, child: 100 };

/** Commands over HTTP/1.1 with keep-alive, as many connections as requests in flight, from a process of its own. */
await program(async ({ url, pid, tokens, cases: given, nextPerson, loads }: HttpLoad): Promise<HttpLoaded> => {
  const cases = given.map((each) => ({ ...each, revision: undefined as string | undefined }));
  const day = today();
  let person = nextPerson;
  let next = 0;

  const post = async (pool: Pool, path: string, { input }: LifeCommand, token: string, revision?: string) => {
    const { statusCode, headers, body } = await pool.request({
      path,
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(revision === undefined ? {} : { 'if-match': revision }),
      },
      body: JSON.stringify(input),
    });
    const text = await body.text();
    return { failure: statusCode < 300 ? undefined : describe(statusCode, text), revision: String(headers['etag'] ?? '') };
  };

  const send = async (pool: Pool): Promise<string | undefined> => {
    const turn = next++;
    const token = tokens[turn % tokens.length] ?? '';
    if (turn % EVERY.application === 0) return (await post(pool, '/cases', application(person++, day), token)).failure;
    const target = cases[turn % cases.length];
    if (target === undefined) throw new Error('There are no cases.');
    const path = `/cases/${target.caseId}`;
    if (turn % EVERY.extension === 1 && target.revision !== undefined) {
      const extended = await post(pool, `${path}/extend`, extension(target.extensions++, day), token, target.revision);
      target.revision = extended.revision;
      return extended.failure;
    }
    const recorded =
      turn % EVERY.child === 2
        ? await post(pool, `${path}/record-child`, child(target.children++, day), token)
        : await post(pool, `${path}/register-attendance`, attendance(target.registrations++, day), token);
    target.revision = recorded.revision;
    return recorded.failure;
  };

  const measured: Measured[] = [];
  for (const load of loads) {
    const pool = new Pool(url, { connections: load.inFlight, pipelining: 1 });
    measured.push(await closedLoop(load, () => send(pool), processorTimeOf(pid)));
    await pool.close();
  }
  return { measured, cases, nextPerson: person };
});

/** The status, and the codes of the refusals, or the type of the problem: never what was sent. */
function describe(status: number, text: string): string {
  try {
    const problem = JSON.parse(text) as { type?: string; refusals?: { code: string }[] };
    return `${status} ${problem.refusals?.map(({ code }) => code).join('+') ?? problem.type ?? ''}`;
  } catch {
    return String(status);
  }
}
