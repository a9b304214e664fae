export { type ProjectorConfig, readConfig } from './config.ts';
export { type RunningProjector, startProjector } from './start-projector.ts';
