import { isDecimal, isKroner, kroner, ore } from '@kvp/money';
import type { ExtraCost, GrantInput, GrantPart } from './grant-input.ts';

/** What is wrong with a field, in bokmål. */
export interface GrantFault {
  /** Such as `parts[3].key`. */
  readonly field: string;
  readonly message: string;
}

const COSTS = [
  'stipend',
  'childSupplement',
  'measures',
  'socialAssistance',
  'existingMeasures',
  'individstonad',
] as const satisfies readonly (keyof ExtraCost)[];
const MONTHS = 12;

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isAmount = (value: unknown): value is string => isKroner(value) && kroner(value) >= 0;
const isShare = (value: unknown): value is string => isDecimal(value) && !String(value).startsWith('-');
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});

/**
 * Reads what the calculation is given: amounts in kroner, keys and flow as plain decimals. Every fault at once, and then nothing.
 * `areaExists`: whether there was an area of that code.
 */
export function readGrantInput(told: unknown, areaExists: (code: string) => boolean): GrantInput | readonly GrantFault[] {
  const { extraCost, assumedParticipants, parts } = fieldsOf(told);
  const costs = fieldsOf(extraCost);
  const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
  const areas = list.map((part) => fieldsOf(part)['area']);
  const faults: readonly GrantFault[] = [
    ...COSTS.filter((cost) => !isAmount(costs[cost])).map((cost) => ({ field: `extraCost.${cost}`, message: 'skal være kroner' })),
    ...(isCount(assumedParticipants) ? [] : [{ field: 'assumedParticipants', message: 'skal være et helt antall' }]),
    ...(list.length > 0 ? [] : [{ field: 'parts', message: 'skal være en liste med minst ett område' }]),
    ...list.flatMap((part, at) => faultsOfPart(fieldsOf(part), `parts[${at}]`, areaExists)),
    ...areas.flatMap((area, at) => (areas.indexOf(area) === at ? [] : [{ field: `parts[${at}].area`, message: 'står flere ganger' }])),
  ];
  if (faults.length > 0) return faults;
  return {
    extraCost: Object.fromEntries(COSTS.map((cost) => [cost, kroner(costs[cost] as string)])) as unknown as ExtraCost,
    assumedParticipants: Number(assumedParticipants),
    parts: list.map((part) => partOf(fieldsOf(part))),
  };
}

function faultsOfPart(part: Readonly<Record<string, unknown>>, at: string, areaExists: (code: string) => boolean): readonly GrantFault[] {
  const { area, key, startMonth, inflow = '0', outflow = '0', target, carriedIn = '0' } = part;
  const fault = (isRight: boolean, field: string, message: string): readonly GrantFault[] =>
    isRight ? [] : [{ field: `${at}.${field}`, message }];
  return [
    ...fault(typeof area === 'string' && areaExists(area), 'area', 'skal være en kommune eller bydel på den dagen'),
    ...fault(isShare(key), 'key', 'skal være et tall'),
    ...fault(isCount(startMonth) && startMonth >= 1 && startMonth <= MONTHS, 'startMonth', 'skal være en måned, 1 til 12'),
    ...fault(isShare(inflow), 'inflow', 'skal være et tall'),
    ...fault(isShare(outflow), 'outflow', 'skal være et tall'),
    ...fault(isCount(target), 'target', 'skal være et helt antall'),
    ...fault(isAmount(carriedIn), 'carriedIn', 'skal være kroner'),
  ];
}

function partOf({ area, key, startMonth, inflow = '0', outflow = '0', target, carriedIn }: Readonly<Record<string, unknown>>): GrantPart {
  return {
    ...{ area: String(area), key: String(key), startMonth: Number(startMonth), inflow: String(inflow), outflow: String(outflow) },
    ...{ target: Number(target), carriedIn: carriedIn === undefined ? ore(0) : kroner(carriedIn as string) },
  };
}
