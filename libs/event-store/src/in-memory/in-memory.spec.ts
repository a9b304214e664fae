import { describeContract } from '../contract/index.ts';
import { createInMemoryEventStore } from './in-memory.ts';
import { InMemoryLog } from './log.ts';

const memory = 'what lives in memory has no server and no other process';

describeContract('in memory', {
  cannot: { 'second-process': memory, restart: memory, hang: memory, cut: memory, 'open-calls': memory },
  start: async () => {
    const log = new InMemoryLog();
    return { description: 'memory', open: () => createInMemoryEventStore(log), dispose: async () => undefined };
  },
});
