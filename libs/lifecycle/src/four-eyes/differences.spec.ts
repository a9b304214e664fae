import { describe, expect, test } from '@jest/globals';
import { extended, granted } from '../testing/index.ts';
import { certificateIssued } from '../issue-certificate/issue-certificate.events.ts';
import { differences } from './differences.ts';

const extension = extended({ decidedOn: '2024-12-16', from: '2025-01-08', to: '2026-01-07' });

describe('what two outcomes differ in', () => {
  test('is nothing when only the day of the decision moved, and what restates it', () => {
    const later = {
      ...extension,
      data: { ...extension.data, decidedOn: '2024-12-18' },
      personal: { ...extension.personal, backdatingReason: 'x' },
    };
    expect(differences([extension], [later])).toEqual([]);
    const certificate = { ...certificateIssued.example, data: { issuedOn: '2026-03-25' } };
    expect(differences([certificateIssued.example], [certificate], ['issuedOn'])).toEqual([]);
    expect(differences([certificateIssued.example], [certificate])).toHaveLength(1);
  });

  test('is told by field, with both values', () => {
    const shorter = { ...extension, data: { ...extension.data, to: '2025-12-31', afterLapse: true } };
    expect(differences([extension], [shorter])).toEqual([
      { field: 'ProgrammeExtended.to', proposed: '2026-01-07', now: '2025-12-31' },
      { field: 'ProgrammeExtended.afterLapse', proposed: false, now: true },
    ]);
  });

  test('is told inside of lists and parts, and what is there on one side only', () => {
    const before = granted({ from: '2024-01-08', to: '2025-01-07', evaluationDates: ['2024-06-03'] });
    const after = granted({ from: '2024-01-08', to: '2025-01-07', evaluationDates: ['2024-06-03', '2024-09-02'] });
    expect(differences([before], [after])).toEqual([{ field: 'ProgrammeGranted.evaluationDates[1]', proposed: null, now: '2024-09-02' }]);
    expect(differences([before], [{ ...after, personal: { conditions: [] } }])).toContainEqual({
      field: 'ProgrammeGranted.conditions[0]',
      proposed: expect.objectContaining({ condition: 'capacity' }),
      now: null,
    });
  });

  test('is the whole event when another came, or none', () => {
    const cases = [
      differences([extension, certificateIssued.example], [extension]),
      differences([], [extension]),
      differences([extension], [certificateIssued.example]),
    ];
    expect(cases).toEqual([
      [{ field: 'CertificateIssued', proposed: 'CertificateIssued', now: null }],
      [{ field: 'ProgrammeExtended', proposed: null, now: 'ProgrammeExtended' }],
      [
        { field: 'ProgrammeExtended', proposed: 'ProgrammeExtended', now: null },
        { field: 'CertificateIssued', proposed: null, now: 'CertificateIssued' },
      ],
    ]);
  });
});
