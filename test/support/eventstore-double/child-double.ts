import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Order } from './child.ts';
import type { Faults } from './faults.ts';

const RUN = fileURLToPath(new URL('../../../tools/run.js', import.meta.url));
const PROGRAM = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A double in a process of its own, with a log in a file: it can be killed, frozen by the operating system, and started again. */
export class ChildDouble {
  private readonly folder = mkdtempSync(join(tmpdir(), 'kvp-double-'));
  private child: ChildProcess | undefined;
  private port = 0;

  static async start(): Promise<ChildDouble> {
    const double = new ChildDouble();
    await double.start();
    return double;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Starts it, or starts it again: at the same port, with the same log. */
  async start(): Promise<void> {
    const arguments_ = [PROGRAM, join(this.folder, 'log.jsonl'), String(this.port)];
    this.child = fork(RUN, arguments_, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    ({ port: this.port } = await answerOf(this.child));
  }

  /** As in a power cut: no client is told. */
  async kill(): Promise<void> {
    const child = this.running();
    this.child = undefined;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** The process stands still, its connections stay open: nothing is answered, not even a ping. */
  async freeze(): Promise<void> {
    this.running().kill('SIGSTOP');
  }

  async thaw(): Promise<void> {
    this.running().kill('SIGCONT');
  }

  async cut(): Promise<void> {
    await this.send({ order: 'cut' });
  }

  async dropReads(): Promise<void> {
    await this.send({ order: 'drop-reads' });
  }

  async set(faults: Partial<Pick<Faults, 'loseAnswers' | 'ignoreAppends' | 'failAppends'>>): Promise<void> {
    await this.send({ set: faults });
  }

  async openReads(): Promise<number> {
    return (await this.send({ order: 'open-reads' })).openReads;
  }

  async dispose(): Promise<void> {
    if (this.child !== undefined) {
      await this.thaw();
      await this.kill();
    }
    rmSync(this.folder, { recursive: true });
  }

  private async send(order: Order): Promise<Answer> {
    const child = this.running();
    const answer = answerOf(child);
    child.send(order);
    return answer;
  }

  private running(): ChildProcess {
    if (this.child === undefined) throw new Error('The double is not running.');
    return this.child;
  }
}

async function answerOf(child: ChildProcess): Promise<Answer> {
  const exited = once(child, 'exit').then(() => {
    throw new Error('The double ended before it answered.');
  });
  const [answer] = (await Promise.race([once(child, 'message'), exited])) as [Answer];
  return answer;
}
