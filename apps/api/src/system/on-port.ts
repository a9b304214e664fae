import { ConfigurationError } from '../config/system-config.ts';

/** What a server is told when it cannot listen, and what has to be changed then. */
const faults: Readonly<Record<string, (setting: string, port: number) => string>> = {
  EADDRINUSE: (setting, port) => `${setting} must be a free port: ${port} is taken by another process`,
  EACCES: (setting, port) => `${setting} must be a port that this user may open: ${port} is not`,
  EADDRNOTAVAIL: () => 'HOST must be an address of this machine',
  ENOTFOUND: () => 'HOST must be an address of this machine',
};

/** Waits for a server that opens a port. Throws ConfigurationError naming the setting to change when it cannot. */
export async function onPort<T>(setting: 'PORT' | 'DEV_ISSUER_PORT', port: number, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    const fault = faults[(error as NodeJS.ErrnoException | null)?.code ?? ''];
    if (fault === undefined) throw error;
    throw new ConfigurationError([fault(setting, port)]);
  }
}
