export { ChildDouble } from './child-double.ts';
export { Double, type DoubleOptions } from './double.ts';
export { Faults } from './faults.ts';
