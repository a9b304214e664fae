import { type AccessOutcome, kebab } from '@kvp/access';
import type { AnyCommand } from '@kvp/lifecycle';

/** What reading through each door of a case is called to people. A spec holds the list to the policy table. */
const READS: Readonly<Record<string, string>> = {
  'list-cases': 'Så saken i en liste',
  'read-worklist': 'Så saken i oppgavelisten',
  'search-person': 'Fant saken ved søk på fødselsnummer',
  'read-case': 'Så saken',
  'read-schedule': 'Så utbetalingsplanen',
  'read-audit-trail': 'Så hendelsesloggen',
  'read-history': 'Så historikken',
  'read-history-diff': 'Sammenlignet historikken på to tidspunkter',
  'read-replay': 'Så saken hendelse for hendelse',
  'read-proof': 'Hentet bevis for en hendelse',
  'explain-payment-line': 'Så hvordan et beløp er beregnet',
  'what-if': 'Prøvde en beregning',
  'read-appeal-file': 'Hentet saksfremlegget i en klage',
  'read-access-log': 'Hentet innsynsloggen',
  'read-proposals': 'Så forslag til vedtak',
  'read-available-commands': 'Så hva som kan gjøres',
  'list-documents': 'Så listen over dokumenter',
  'read-document': 'Hentet et dokument',
  'upload-file': 'Lastet opp en fil',
  'preview-letter': 'Forhåndsviste et brev',
};

/** What is done from the command line, where nobody has a token. */
const COMMAND_LINE = /^kvp-/;

/** What was done, to people: a command by its title. What a later release no longer has is told by its name. */
export function wordsFor(commands: readonly Pick<AnyCommand, 'name' | 'title'>[]): (action: string) => string {
  const titles = new Map(commands.map(({ name, title }) => [kebab(name), title]));
  return (action) => READS[action] ?? titles.get(action) ?? (COMMAND_LINE.test(action) ? `Fra kommandolinjen: ${action}` : action);
}

export const OUTCOME: Readonly<Record<AccessOutcome, string>> = {
  permitted: 'gjennomført',
  refused: 'avslått etter regelverket',
  denied: 'avvist: rollen har ikke adgang',
  'not-found': 'ikke funnet',
};
