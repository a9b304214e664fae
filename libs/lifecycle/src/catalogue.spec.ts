import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { USE_CASES, caseEvents, commands, refusals } from './catalogue.ts';
import { foldCase } from './evolve.ts';
import type { AnyEvent } from './kernel/definitions.ts';
import type { Phase } from './kernel/state.ts';
import { programmeStarted } from './start/start.events.ts';
import { CASE_EXAMPLES, COMMAND_CASES, COMMAND_EXAMPLES, EXAMPLE_TODAY } from './testing/examples.ts';
import { contextOn } from './testing/context.ts';
import { faultsOfCommand, faultsOfEvent, faultsOfRefusal } from './testing/registry.ts';
import { phase } from './timeline/phase.ts';

const phases = Object.keys(CASE_EXAMPLES) as (Phase | 'new')[];

describe('every event of a case', () => {
  test.each(Object.values(caseEvents))('$type is complete', (definition) => {
    expect(faultsOfEvent(definition as AnyEvent, true)).toEqual([]);
  });

  test('and one that is not is found out', () => {
    const { data } = programmeStarted.example;
    const broken = {
      ...(programmeStarted as AnyEvent),
      version: 2,
      schema: { data: {}, personal: null },
      changes: [],
      audit: () => 'Nummer 02849000058',
      published: 'perhaps',
      example: { ...programmeStarted.example, data: { ...data, startedOn: '2025-02-30' } },
    } as unknown as AnyEvent;
    expect(faultsOfEvent(broken, true)).toEqual([
      'no schema for data',
      'no read model is named',
      'not said whether it is published',
      'the example is not of version 2',
      'no step from version 1',
      'the audit text is no sentence',
      'the audit text has an identity number',
    ]);
    expect(faultsOfEvent({ ...broken, schema: programmeStarted.schema }, true)).toContain('data.startedOn: must match format "date"');
    const unevolved = { ...programmeStarted, evolve: undefined } as unknown as AnyEvent;
    expect(faultsOfEvent(unevolved, true)).toContain('no evolve case');
  });
});

describe('every command', () => {
  test.each(Object.values(commands))('$name is complete', (definition) => {
    expect(faultsOfCommand(definition)).toEqual([]);
  });

  test('one that is not is found out', () => {
    const { properties, ...schema } = commands.start!.schema;
    const broken = { ...commands.start!, summary: '', schema: { ...schema, properties: { startedOn: {} } }, example: { started: 'yes' } };
    expect(properties).toHaveProperty('startedOn');
    expect(faultsOfCommand(broken as never)).toEqual([
      'no summary',
      'startedOn has no description',
      "example: must have required property 'startedOn'",
      'example: must NOT have additional properties',
    ]);
  });

  test('the examples are in the phase they are said to be in', () => {
    const today = date(EXAMPLE_TODAY);
    expect(phases.map((name) => phase(foldCase(CASE_EXAMPLES[name]), today) ?? 'new')).toEqual(phases);
  });

  test.each(Object.values(commands))('$name may be carried out in its phases and in no other', ({ name, ...definition }) => {
    const context = contextOn(EXAMPLE_TODAY);
    const stateIn = (at: Phase | 'new') => foldCase([...CASE_EXAMPLES[at], ...(COMMAND_CASES[name] ?? [])]);
    const allowedIn = phases.filter((at) => definition.allowed(stateIn(at), context).length === 0);
    expect([...allowedIn].sort()).toEqual([...definition.phases].sort());
    const examples = COMMAND_EXAMPLES[name];
    if (examples === undefined) return; // a verb that is not in the state diagram: no arrow to prove
    const accepted = allowedIn.filter((at) =>
      examples.some((body) => {
        const filled = { ...definition.fillIn?.(body), ...body };
        return definition.decide(stateIn(at), filled, context).events !== undefined;
      }),
    );
    expect(accepted).toEqual(allowedIn);
  });
});

describe('every refusal', () => {
  test.each(Object.values(refusals))('$code is complete', (definition) => {
    expect(faultsOfRefusal(definition)).toEqual([]);
  });

  test('one that is not is found out', () => {
    const broken = { code: 'NotOK', provision: ' ', message: () => '', remedy: () => 'Ring 02849000058', example: [] };
    expect(faultsOfRefusal(broken)).toEqual([
      'the code is not in kebab-case',
      'no provision',
      'the message is no sentence',
      'the remedy is no sentence',
      'an identity number is in the text',
    ]);
  });
});

test.each(['constructor', 'toString', '__proto__'])('the name %s from outside finds nothing', (name) => {
  expect([commands[name], caseEvents[name], refusals[name]]).toEqual([undefined, undefined, undefined]);
});

test('every folder of the lifecycle is in the catalogue', () => {
  expect(USE_CASES.flatMap(({ command }) => command?.name ?? [])).toEqual(Object.keys(commands));
});
