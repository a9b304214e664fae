import { date, iso } from '@kvp/calendar';
import { expect, test } from '@jest/globals';
import { type Life, MalformedLife } from './life.ts';
import { readLife } from './read-life.ts';

const today = date('2026-11-22');
const whole = {
  id: 'a life',
  municipality: '4204',
  person: { birthDate: '1990-04-02' },
  commands: [
    { type: 'apply', receivedOn: '2025-01-06' },
    { type: 'grant', decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' },
    { type: 'start', startedOn: '2025-02-03' },
  ],
};

const read = (life: unknown): Promise<Life> => readLife(Buffer.from(JSON.stringify(life)), { today });

async function faultsOf(life: unknown): Promise<readonly string[]> {
  try {
    await read(life);
  } catch (error) {
    if (error instanceof MalformedLife) return error.faults;
    throw error;
  }
  return [];
}

test('what the life leaves out is filled in so that each body is one that the API takes', async () => {
  const { commands, asOf, knownAt } = await read(whole);

  const [apply, grant] = commands;
  expect(apply?.body).toMatchObject({ birthDate: '1990-04-02', receivedOn: '2025-01-06', channel: 'digital' });
  expect(apply?.body['identityNumber']).toEqual(expect.stringMatching(/^0284\d{7}$/)); // 2 April, month + 80: synthetic
  expect(grant?.body).toMatchObject({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' });
  expect(commands.map(({ on }) => iso(on))).toEqual(['2025-01-06', '2025-01-20', '2025-02-03']);
  expect([iso(asOf), iso(knownAt)]).toEqual(['2026-11-22', '2026-11-22']);
});

test('what is known is what was known on the day asked about, unless the life says otherwise', async () => {
  expect(iso((await read({ ...whole, asOf: '2025-06-01' })).knownAt)).toBe('2025-06-01');
  expect(iso((await read({ ...whole, asOf: '2025-06-01', knownAt: '2025-03-01' })).knownAt)).toBe('2025-03-01');
});

test.each<[string, unknown, string]>([
  ['a field that is missing', { ...whole, municipality: undefined }, 'municipality: mangler'],
  ['a field that is none', { ...whole, asof: '2025-01-01' }, 'asof: er ikke et kjent felt'],
  ['a day that does not exist', { ...whole, asOf: '2026-02-30' }, 'asOf: må være en dato som finnes, skrevet ÅÅÅÅ-MM-DD'],
  ['a birth date as a date-time', { ...whole, person: { birthDate: '1990-04-02T00:00' } }, 'person.birthDate: må være en dato'],
  [
    'check digits that do not agree',
    { ...whole, person: { ...whole.person, identityNumber: '02849000193' } },
    'person.identityNumber: er ikke et gyldig fødselsnummer eller D-nummer',
  ],
  ['no commands', { ...whole, commands: undefined }, 'commands: må være en liste'],
  ['a command that is no object', { ...whole, commands: ['apply'] }, 'commands[0]: må være et objekt'],
  ['a command without a type', { ...whole, commands: [{}] }, 'commands[0].type: mangler; kjente kommandoer er apply, '],
  [
    'an unknown command',
    { ...whole, commands: [...whole.commands, { type: 'fire' }] },
    'commands[3].type: "fire" er ikke en kommando; kjente',
  ],
  ['a command called like an object’s own', { ...whole, commands: [{ type: 'constructor' }] }, 'commands[0].type: "constructor" er ikke'],
  ['a fact of a command', { ...whole, commands: [{ type: 'apply', receivedOn: '2025-13-01' }] }, 'commands[0].receivedOn: må være en dato'],
  ['an unknown fact', { ...whole, commands: [{ type: 'start', startedOn: '2025-02-03', on: '2025-02-03' }] }, 'commands[0].on: er ikke'],
  ['a missing fact', { ...whole, commands: [{ type: 'start' }] }, 'commands[0].startedOn: mangler'],
  ['the day of recording', { ...whole, commands: [{ type: 'start', startedOn: '2025-02-03', recordedOn: 3 }] }, 'commands[0].recordedOn:'],
  ['a month model that is not known', { ...whole, policy: [{ effectiveFrom: '2020-01-01', monthModel: 'C' }] }, 'policy[0].monthModel:'],
  ['a rate that is none', { ...whole, rates: [{ ...rate('140000'), value: 'much' }] }, 'rates[0].value: må ha formen'],
  ['a rate of nothing', { ...whole, rates: [rate('0.00')] }, 'rates[0].value: G må være over 0'],
  ['months', { ...whole, months: ['2026-13'] }, 'months'],
])('%s is named with its place', async (_what, life, expected) => {
  expect(await faultsOf(life)).toContainEqual(expect.stringContaining(expected));
});

test('all that is wrong is told at once', async () => {
  const commands = [{ type: 'apply' }, { type: 'start', startedOn: 'soon' }];
  const faults = await faultsOf({ ...whole, municipality: 'Oslo', commands });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(['municipality', 'commands[0].receivedOn', 'commands[1].startedOn']);
});

test('broken JSON is named by line and column', async () => {
  await expect(readLife(Buffer.from('{\n "id": "a",,\n}'), { today })).rejects.toThrow(/linje 2/);
  await expect(readLife(Buffer.from('[]'), { today })).rejects.toThrow(MalformedLife);
});

test('a rate may be text or a number, and must not contradict one that is shipped', async () => {
  const [announced] = (await read({ ...whole, rates: [rate(140_000)] })).rates;
  expect(announced).toMatchObject({ kind: 'G', value: '140000', source: 'fortalt i livet' });

  // G from 1 May 2026 is 136 549 (FOR-2026-05-22-869); told again as it is, it says nothing new.
  const shipped = { ...rate('136549'), effectiveFrom: '2026-05-01', knownFrom: '2026-05-22' };
  expect(await faultsOf({ ...whole, rates: [shipped] })).toEqual([]);
  expect(await faultsOf({ ...whole, rates: [{ ...shipped, value: '140000' }] })).toEqual([
    'rates[0].value: G er 136549 fra 2026-05-01, ikke 140000',
  ]);
});

function rate(value: string | number): Readonly<Record<string, unknown>> {
  return { kind: 'G', effectiveFrom: '2027-05-01', knownFrom: '2027-05-21', value };
}
