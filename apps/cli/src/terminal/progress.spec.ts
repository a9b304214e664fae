import { expect, test } from '@jest/globals';
import { type Progress, progressOn } from './progress.ts';

function told(isTerminal: boolean, use: (progress: Progress, clock: { ms: number }) => void, already = 0): string {
  const clock = { ms: 0 };
  const parts: string[] = [];
  const io = { isTerminal, draw: (text: string) => void parts.push(text), complain: (text: string) => void parts.push(`${text}\n`) };
  use(progressOn(io, { what: 'importing', unit: 'events', already, now: () => clock.ms }), clock);
  return parts.join('');
}

test('away from a terminal it is a line every five seconds, and one at the end', () => {
  const lines = told(false, (progress, clock) => {
    for (clock.ms = 1_000; clock.ms <= 12_000; clock.ms += 1_000) progress.update(clock.ms, 24_000);
    progress.end();
  });
  expect(lines).toBe(
    [
      'importing: 5 000 of 24 000 events, 20 %, 1 000/s, 19 s left', // 19 000 left at 1 000 a second
      'importing: 10 000 of 24 000 events, 41 %, 1 000/s, 14 s left',
      'importing: 12 000 of 24 000 events, 50 %, 1 000/s, 12 s left',
      '',
    ].join('\n'),
  );
});

test('on a terminal one line is written over, and left behind', () => {
  const drawn = told(true, (progress, clock) => {
    clock.ms = 200;
    progress.update(100, 200);
    clock.ms = 250; // too soon after
    progress.update(150, 200);
    progress.end();
  });
  expect(drawn).toBe(
    '\r\u001b[Kimporting: 100 of 200 events, 50 %, 500/s, 1 s left\r\u001b[Kimporting: 150 of 200 events, 75 %, 600/s, 1 s left\n',
  );
});

test('the rate leaves out what an earlier run had done', () => {
  const lines = told(
    false,
    (progress, clock) => {
      clock.ms = 10_000;
      progress.update(100_000, 220_000);
      progress.end();
    },
    90_000,
  );
  expect(lines).toBe('importing: 100 000 of 220 000 events, 45 %, 1 000/s, 2 min 0 s left\n');
});

test('without a total there is a count and a rate', () => {
  const lines = told(false, (progress, clock) => {
    clock.ms = 500;
    progress.update(50);
    progress.end();
  });
  expect(lines).toBe('importing: 50 events, 100/s\n');
});

test('nothing done is nothing said', () => {
  expect(told(false, (progress) => progress.end())).toBe('');
  expect(told(true, (progress) => progress.end())).toBe('');
});
