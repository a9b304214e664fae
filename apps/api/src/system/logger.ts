import { type DestinationStream, type Logger, pino } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';

/**
 * JSON lines on standard output. What is logged is chosen field by field where it is logged; requests, bodies and error
 * messages never are, because any of them may hold somebody's name or number.
 */
export const createLogger = ({ logLevel }: Pick<SystemConfig, 'logLevel'>, destination: DestinationStream = pino.destination(1)): Logger =>
  // null leaves out the process id and the host name, which whoever collects the lines knows better.
  pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
