import { freePort } from '../support/system/free-port.ts';
import { House } from './support/house.ts';
import { type KillFigures, killRounds } from './support/kill-rounds.ts';

/** `kill -9` of the API, while PostgreSQL lives on. */
export async function killApi(rounds: number, onRound?: (round: number) => void): Promise<KillFigures> {
  const house = await House.open();
  try {
    const port = await freePort();
    return await killRounds({
      rounds,
      issuer: house.issuer,
      start: () => house.startApi(port),
      strike: (api) => api.end('SIGKILL'),
      audit: (ledger) => house.audit(ledger),
      onRound,
    });
  } finally {
    await house.dispose();
  }
}
