/** What the engine needs of a logger; pino fits. Nothing personal is ever given to it. */
export interface EngineLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export const silent: EngineLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
