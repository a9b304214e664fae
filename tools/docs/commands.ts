import { type AnyCommand, USE_CASES } from '@kvp/lifecycle';
import { code, json, kebab, page, table } from './markdown.ts';
import { fieldTable } from './schema.ts';

const route = (name: string): string => (name === 'apply' ? 'POST /cases' : `POST /cases/{caseId}/${kebab(name)}`);

/** Every command: who may give it, when, what it carries and what it can lead to. */
export function commandsPage(): string {
  const entries = USE_CASES.flatMap(({ command, events, refusals }) => (command === undefined ? [] : { command, events, refusals }));
  return page(
    'Commands',
    'What may be asked of a case. A command becomes its events, or every refusal that applies (see [refusals](refusals.md)); nothing else writes.',
    table(
      ['Command', 'Route', 'Individual decision', 'Phases', 'What it does'],
      entries.map(({ command }) => [
        `[${command.name}](#${command.name.toLowerCase()})`,
        code(route(command.name)),
        command.individualDecision ? 'yes' : '',
        command.phases.join(', '),
        command.summary,
      ]),
    ),
    ...entries.map(({ command, events, refusals }) =>
      entry(
        command,
        events.map(({ type }) => type),
        refusals.map((refusal) => refusal.code),
      ),
    ),
  );
}

const entry = (command: AnyCommand, events: readonly string[], refusals: readonly string[]): string =>
  [
    `## ${command.name}`,
    `${command.title}. ${command.summary}`,
    `Given by ${command.roles.join(', ')}, in the phases ${command.phases.join(', ')}. ` +
      (command.individualDecision ? 'An individual decision (enkeltvedtak): needs `If-Match`. ' : '') +
      `Leads to ${events.map((type) => `[${type}](events.md#${type.toLowerCase()})`).join(', ')}. ` +
      `Its own refusals: ${refusals.length === 0 ? 'none' : refusals.map(code).join(', ')}.`,
    fieldTable(command.schema),
    json(command.example),
  ].join('\n\n');
