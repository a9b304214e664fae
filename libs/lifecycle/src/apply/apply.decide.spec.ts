import { describe, expect, test } from '@jest/globals';
import { claimAbandoned } from '../registers/claim-abandoned.events.ts';
import { applied, apply, given } from '../testing/index.ts';

describe('apply', () => {
  test('an application opens the case, without number or name', () => {
    const result = given().when(apply({ receivedOn: '2025-01-06', birthDate: '1990-04-02' }));
    result.then({
      type: 'ApplicationRegistered',
      data: { personId: 'a-person', receivedOn: '2025-01-06', channel: 'digital' },
      personal: { birthDate: '1990-04-02', municipality: '4204' },
    });
    expect(JSON.stringify(result.decision)).not.toMatch(/\d{11}|Kari/);
  });

  test('it cannot have been received tomorrow', () => {
    given()
      .when(apply({ receivedOn: '2025-01-07' }), { today: '2025-01-06' })
      .thenRefused('date-in-future');
  });

  test('the scheme was born on 1 November 2007', () => {
    given()
      .when(apply({ receivedOn: '2007-11-01' }))
      .then({ type: 'ApplicationRegistered' });
    given()
      .when(apply({ receivedOn: '2007-10-31' }))
      .thenRefused('before-the-scheme');
  });

  test('nobody applies before they are born', () => {
    given()
      .when(apply({ receivedOn: '2025-01-06', birthDate: '2025-01-07' }))
      .thenRefused('born-after-applying');
  });

  test('a person has one open case in a municipality (§ 11.24)', () => {
    given()
      .when(apply(), { applicant: { personId: 'a-person', openCase: true } })
      .thenRefused('application-open');
  });

  test('a case takes one application, and a case whose writer died takes none', () => {
    given(applied()).when(apply()).thenRefused('application-already-registered');
    given(claimAbandoned.example).when(apply()).thenRefused('case-abandoned');
  });
});
