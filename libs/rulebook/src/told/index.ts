export { GRADE_TEXT, type ToldGroup, type ToldRow, type ToldRule, tellLaw, tellTables } from './tell.ts';
