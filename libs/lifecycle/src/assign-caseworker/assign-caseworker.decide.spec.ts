import { describe, expect, test } from '@jest/globals';
import { applied, assignCaseworker, given } from '../testing/index.ts';
import { officeTransferred } from '../transfer-office/transfer-office.events.ts';
import { caseworkerAssigned } from './assign-caseworker.events.ts';

const { caseworker } = caseworkerAssigned.example.data;

describe('assignCaseworker', () => {
  test('somebody has the case, and then somebody else', () => {
    given(applied()).when(assignCaseworker({ caseworker })).then({ type: 'CaseworkerAssigned', data: { caseworker }, personal: null });
    given(applied(), caseworkerAssigned.example)
      .when(assignCaseworker({ caseworker: 'another' }))
      .then({ type: 'CaseworkerAssigned', data: { caseworker: 'another' } });
  });

  test('to the one who has it already, nothing happens', () => {
    given(applied(), caseworkerAssigned.example).when(assignCaseworker({ caseworker })).then();
  });

  test.each(['Kari Eksempel', '02849000058', 'id-02849000058', 'Bjørn', ' '])('%j is no opaque id', (id) => {
    given(applied())
      .when(assignCaseworker({ caseworker: id }))
      .thenRefused('caseworker-not-opaque');
  });

  test('a case that moves to another office has nobody until it is assigned there', () => {
    const before = given(applied(), caseworkerAssigned.example).state;
    const after = given(applied(), caseworkerAssigned.example, officeTransferred.example).state;
    expect([before.handling.caseworker, after.handling.caseworker]).toEqual([caseworker, null]);
  });

  test('there must be an application', () => {
    given().when(assignCaseworker({ caseworker })).thenRefused('case-not-found');
  });
});
