export { ConfigurationError, type KafkaConfig, type RelayConfig, readConfig } from './config.ts';
export { type RunningRelay, startRelay } from './start-relay.ts';
