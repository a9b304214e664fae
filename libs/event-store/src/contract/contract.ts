import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { EventStore } from '../port.ts';
import { appending } from './appending.ts';
import { faults } from './faults.ts';
import type { Ability, Contract, Harness, OpenOptions } from './harness.ts';
import { reading } from './reading.ts';
import { subscribing } from './subscribing.ts';
import { values } from './values.ts';

/** What the parts of the suite work with. Valid inside tests only. */
export interface Bench {
  readonly harness: Harness;
  /** One store that most tests share. */
  readonly store: EventStore;
  /** Another client, closed at the end of the suite. */
  open(options?: OpenOptions): Promise<EventStore>;
  /** A test that needs what not every harness can do; registered when this one can. */
  needs(ability: Ability | readonly Ability[], title: string, run: () => Promise<void>): void;
}

/**
 * The contract of an event store, as tests. Every adapter passes all of it; what a harness cannot bring about (a restart of what
 * lives in memory only) is not registered, and named with its reason in the report.
 */
export function describeContract(name: string, contract: Contract): void {
  describe(`event store contract: ${name}`, () => {
    const opened: EventStore[] = [];
    let harness: Harness | undefined;
    const running = (): Harness => harness ?? fail();
    const bench: Bench = {
      get harness() {
        return running();
      },
      get store() {
        return opened[0] ?? fail();
      },
      async open(options) {
        const store = await running().open(options);
        opened.push(store);
        return store;
      },
      needs(ability, title, run) {
        if ([ability].flat().every((one) => contract.cannot[one] === undefined)) test(title, run);
      },
    };

    beforeAll(async () => {
      harness = await contract.start();
      await bench.open();
    });

    appending(bench);
    values(bench);
    reading(bench);
    subscribing(bench);
    faults(bench);

    afterAll(async () => {
      await Promise.all(opened.map((store) => store.close()));
      await harness?.dispose();
      const left = Object.entries(contract.cannot).map(([ability, reason]) => `${ability}: ${reason}`);
      const without = left.length === 0 ? '' : `; not asked of it: ${left.join('; ')}`;
      contract.report?.(`event store contract: ran on ${harness?.description ?? name}${without}`);
    });
  });
}

function fail(): never {
  throw new Error('The harness of the contract suite did not start.');
}
