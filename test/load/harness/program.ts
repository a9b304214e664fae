import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('../../../tools/run.js', import.meta.url));

/**
 * Runs a program of this folder in a process of its own, so that nobody who is measured shares a heap or an event loop with another.
 * It gets its input as JSON on stdin and prints its answer as JSON; what it says on stderr is shown.
 */
export async function runProgram<Output>(program: URL, input: object): Promise<Output> {
  const child = spawn(process.execPath, [RUN, fileURLToPath(program)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const end = (): void => void child.kill();
  process.once('exit', end);
  child.stdin.end(JSON.stringify(input));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  process.off('exit', end);
  if (code !== 0) throw new Error(`${fileURLToPath(program)} ended with status ${code}.`);
  return JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as Output;
}

/** The other side of `runProgram`: the input, and the way to answer. Ends the process. */
export async function program<Input>(work: (input: Input) => Promise<object>): Promise<void> {
  const answer = await work((await json(process.stdin)) as Input);
  process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
}
