import { rateRules } from './rate.ts';

const SINCE_2019 = { provision: 'KVPF § 3; AAPF § 8', grade: 'sure' } as const;

/** Kroner for each supported child and stipend day. Tied to the work assessment allowance (AAP) since 2019. */
export const CHILD_RATE = rateRules('childRate', [
  {
    from: '2007-11-01',
    value: '27',
    provision: 'STL 1991 § 5A-7',
    source: 'ingen tekst funnet for 2007–2011; rehabiliteringspenger ga 27 kroner (FOR-2001-12-13-1388)',
    grade: 'likely',
  },
  {
    from: '2012-01-01',
    value: '27',
    provision: 'KVPF § 3',
    source: 'NAVK2: 27 kroner, fem dager i uka; ordlyden av 2011 er ikke sett',
    grade: 'likely',
  },
  { ...SINCE_2019, from: '2019-01-01', value: '27', source: 'FOR-2018-12-20-2219; beløpet i navikt/aap-behandlingsflyt' },
  { ...SINCE_2019, from: '2023-02-01', value: '35', knownFrom: '2022-12-20', source: 'FOR-2022-12-20-2376' },
  { ...SINCE_2019, from: '2024-01-01', value: '36', knownFrom: '2023-12-19', source: 'FOR-2023-12-19-2125' },
  { ...SINCE_2019, from: '2025-01-01', value: '37', knownFrom: '2024-12-18', source: 'FOR-2024-12-18-3267' },
  { ...SINCE_2019, from: '2026-01-01', value: '38', knownFrom: '2025-12-17', source: 'FOR-2025-12-17-2713' },
]);
