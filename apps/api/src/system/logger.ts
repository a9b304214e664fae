import { type DestinationStream, type Logger, pino } from 'pino';
import type { SystemConfig } from '../config/system-config.ts';

/** Bytes that are written at once, and milliseconds after which what is there is written all the same, as at the end of the process. */
const [ENOUGH, LATEST] = [64_000, 100];

const standardOutput = (): DestinationStream =>
  pino.destination({ dest: 1, sync: false, minLength: ENOUGH, maxWrite: ENOUGH * 2, periodicFlush: LATEST });

/**
 * JSON lines on standard output. What is logged is chosen field by field where it is logged; requests, bodies and error
 * messages never are, because any of them may hold somebody's name or number.
 */
export const createLogger = ({ logLevel }: Pick<SystemConfig, 'logLevel'>, destination: DestinationStream = standardOutput()): Logger =>
  // null leaves out the process id and the host name, which whoever collects the lines knows better.
  pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
