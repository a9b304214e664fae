import { expect, test } from '@jest/globals';
import { ownProcessorTime, processorTimeOf } from './processor-time.ts';

/** Two ticks of the kernel on either side. */
const ROUNDING_MS = 20;

test('the kernel says of this process what it says of itself; other systems say nothing', () => {
  const before = ownProcessorTime();
  const told = processorTimeOf(process.pid)();
  const after = ownProcessorTime();
  const isRight = process.platform === 'linux' ? told >= before - ROUNDING_MS && told <= after + ROUNDING_MS : Number.isNaN(told);
  expect({ before, told, after, isRight }).toMatchObject({ isRight: true });
});
