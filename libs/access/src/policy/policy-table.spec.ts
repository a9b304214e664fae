import { expect, test } from '@jest/globals';
import { commandPath, policyTable, routesWithoutRow, scopeOf } from './policy-table.ts';

const table = policyTable([
  { name: 'apply', roles: ['caseworker'] },
  { name: 'registerAttendance', roles: ['caseworker', 'approver'] },
]);

test('a case begins with apply; every other command is about a case', () => {
  expect(commandPath('apply')).toBe('/cases');
  expect(commandPath('registerAttendance')).toBe('/cases/:caseId/register-attendance');
});

test('a command has the roles that its definition names, and no others', () => {
  const row = table.get('POST /cases/:caseId/register-attendance');
  expect(row?.access).toEqual({ caseworker: 'office', approver: 'municipality' });
  expect(row && scopeOf(row, 'operations')).toBeUndefined();
});

test('operations see no case, and nobody but operations sets policy and rates', () => {
  const forOperations = [...table.values()].filter((row) => row.access !== 'public' && scopeOf(row, 'operations') !== undefined);
  expect(forOperations.map(({ route }) => route)).toEqual([
    'PUT /municipalities/:municipality/policy',
    'GET /municipalities/:municipality/policy',
    'GET /reports/:kind/:area/:period',
    'GET /reports/:kind/:area/:period/submissions',
    'GET /log/checkpoint',
    'GET /log/proof',
    'GET /rates',
    'POST /rates',
    'POST /rates/:announcement/withdraw',
  ]);
  expect(table.get('POST /rates')?.access).toEqual({ operations: 'none' });
  const setters = table.get('PUT /municipalities/:municipality/policy')?.access;
  expect(setters).toEqual({ operations: 'municipality' });
});

test('who people are is shown to those who file it and pay them, and to nobody who works with figures', () => {
  expect(table.get('GET /reports/kostra-11cf/:area/:period')?.access).toEqual({ approver: 'municipality', payments: 'municipality' });
});

test('a public route shows nothing of any case', () => {
  const open = [...table.values()].filter(({ access }) => access === 'public').map(({ route }) => route);
  expect(open.filter((route) => /cases|people|municipalities/.test(route))).toEqual([]);
});

test('a route without a row is found', () => {
  expect(routesWithoutRow(['GET /cases', 'GET /secrets'], table)).toEqual(['GET /secrets']);
});

test('a command is not given to a role that sees no case', () => {
  expect(() => policyTable([{ name: 'grant', roles: ['operations'] }])).toThrow(/operations/);
});

test('two rows for one route are refused', () => {
  expect(() =>
    policyTable([
      { name: 'apply', roles: [] },
      { name: 'apply', roles: ['caseworker'] },
    ]),
  ).toThrow(/two rows/);
});
