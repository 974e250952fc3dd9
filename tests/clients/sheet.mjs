// What a spreadsheet program finds in a workbook: the rows of each sheet.
import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';

const book = read(readFileSync(process.argv[2]));
console.log(JSON.stringify(book.SheetNames.map((name) => ({ name, rows: utils.sheet_to_json(book.Sheets[name], { header: 1 }) }))));
