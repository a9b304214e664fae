export { type RelayConfig, readConfig } from './config.ts';
export { type RunningRelay, startRelay } from './start-relay.ts';
