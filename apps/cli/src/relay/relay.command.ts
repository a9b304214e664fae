import { readConfig } from '@kvp/api';
import { RelayRequestError, type RelayPlace, readRelayPlace, resendFrom } from './relay.ts';
import type { AddCommand } from '../command.ts';
import { CliError, EXIT } from '../exit-status.ts';
import { withInstallation } from '../installation/open-installation.ts';

/** `kvp relay status` and `kvp relay resend --from`: how far the log is published, and from where it is sent again. */
export const relayCommand: AddCommand = (program, io, end) => {
  const relay = program.command('relay').description('the relay that publishes the log on Kafka (KAFKA_BROKERS, KAFKA_TOPIC_PREFIX)');
  relay
    .command('status')
    .description('how far the log is published; takes nothing from a relay that runs')
    .option('--json', 'as JSON on standard output, nothing else there', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      const place = await withInstallation(readConfig(io.env), io, ({ store }) => readRelayPlace(store, io.env));
      for (const line of json ? [JSON.stringify(place)] : tellPlace(place)) io.print(line);
      end(EXIT.ok);
    });
  relay
    .command('resend')
    .description('send again everything from a place on; readers know repeats by ce_id. A relay that runs begins again from there')
    .requiredOption('--from <place>', '"beginning", or a position as status tells it: what comes after it is sent')
    .action(async ({ from }: { readonly from: string }) => {
      try {
        const epoch = await withInstallation(readConfig(io.env), io, ({ store }) => resendFrom(store, io.env, from));
        io.print(`Everything ${from === 'beginning' ? 'from the beginning' : `after ${from}`} is sent again (epoch ${epoch}).`);
      } catch (error) {
        throw error instanceof RelayRequestError ? new CliError(error.message, EXIT.malformed) : error;
      }
      end(EXIT.ok);
    });
  return relay;
};

function tellPlace({ position, head, handled, epoch }: RelayPlace): readonly string[] {
  if (position === null && handled === 0) return ['Nothing is published yet.', `The log ends at ${head ?? 'its beginning'}.`];
  return [
    `Published: ${handled} events of the log, to position ${position ?? 'the beginning'}${epoch === 0 ? '' : ` (sent again ${epoch} times)`}.`,
    position === head ? 'That is all there is.' : `The log ends at ${head ?? 'its beginning'}.`,
  ];
}
