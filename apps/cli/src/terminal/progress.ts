import type { Io } from './io.ts';

/** Told how much is done; tells people no more often than they can read. */
export interface Progress {
  update(done: number, total?: number | null): void;
  /** Says the last of it, so that what follows stands on a line of its own. */
  end(): void;
}

interface Options {
  /** What is done, in English: `importing`. */
  readonly what: string;
  readonly unit: string;
  /** Done by an earlier run: no part of this one's rate. */
  readonly already?: number;
  /** Milliseconds of a clock that never runs backwards. */
  readonly now?: () => number;
}

const TERMINAL_MS = 100;
const PLAIN_MS = 5_000;
const ERASE_LINE = '\r\u001b[K';

/** Percent, rate and time left: one line that is written over on a terminal, a line every five seconds elsewhere. */
export function progressOn(io: Pick<Io, 'draw' | 'complain' | 'isTerminal'>, options: Options): Progress {
  const { what, unit, already = 0, now = () => performance.now() } = options;
  const begun = now();
  let told = begun;
  let drawn = false;
  let last: string | undefined;

  const tell = (text: string): void => {
    drawn = io.isTerminal;
    if (io.isTerminal) io.draw(ERASE_LINE + text);
    else io.complain(text);
    last = undefined;
  };
  return {
    update(done, total = null) {
      const at = now();
      last = textOf(`${what}:`, unit, done, total, (done - already) / Math.max(0.001, (at - begun) / 1_000));
      if (at - told < (io.isTerminal ? TERMINAL_MS : PLAIN_MS)) return;
      told = at;
      tell(last);
    },
    end() {
      if (last !== undefined) tell(last);
      if (drawn) io.draw('\n');
    },
  };
}

function textOf(what: string, unit: string, done: number, total: number | null, perSecond: number): string {
  const rate = `${grouped(Math.round(perSecond))}/s`;
  if (total === null) return `${what} ${grouped(done)} ${unit}, ${rate}`;
  const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
  const left = perSecond > 0 && done < total ? `, ${duration((total - done) / perSecond)} left` : '';
  return `${what} ${grouped(done)} of ${grouped(total)} ${unit}, ${percent} %, ${rate}${left}`;
}

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
