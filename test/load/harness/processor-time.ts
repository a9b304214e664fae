import { readFileSync } from 'node:fs';

/** Milliseconds of processor time that a process has used so far, all its threads together: hardly changed by what else the machine does. */
export type ProcessorTime = () => number;

export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The kernel tells in hundredths of a second. */
const MS_A_TICK = 10;
/** Of the fields after the name of the process: ticks in its own code, and in the kernel. */
const [USER, SYSTEM] = [11, 12];

/** Of another process. Linux only; NaN elsewhere. */
export function processorTimeOf(pid: number): ProcessorTime {
  if (process.platform !== 'linux') return () => Number.NaN;
  return () => {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[USER]) + Number(fields[SYSTEM])) * MS_A_TICK;
  };
}
