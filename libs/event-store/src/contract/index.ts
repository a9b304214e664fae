export { describeContract } from './contract.ts';
export type { Ability, Contract, Factory, Harness, OpenOptions, Server } from './harness.ts';
