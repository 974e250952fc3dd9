import { describe, expect, it } from 'vitest';
import { detectColumns, labelOf, mappingsOf, normalHeading } from './columns';
import { csvHeader, decodeHead, readHeader } from './header';
import { formatOf, reportOf } from './importRecords';

const fields = [
  { name: 'employeeNumber', chinese: '工号' },
  { name: 'name', chinese: '姓名' },
  { name: 'unit', chinese: '单位' },
];

describe('columns', () => {
  it('are found by the names of fields in either language', () => {
    expect(detectColumns(fields, ['Employee Number', '姓名', 'Department', ''])).toEqual({ employeeNumber: 'Employee Number', name: '姓名' });
    expect(normalHeading('ＥＭＰＬＯＹＥＥ＿number ')).toBe('employeenumber');
  });

  it('are called as people call them', () => expect([labelOf({ name: 'employeeNumber', chinese: '工号' }, 'en'), labelOf({ name: 'employeeNumber', chinese: '工号' }, 'zh-CN')]).toEqual(['Employee number', '工号']));

  it('fill one field each', () => expect(detectColumns([...fields, { name: 'Name', chinese: 'x' }], ['name'])).toEqual({ name: 'name' }));

  it('are told to the server where their names do not tell', () => {
    const detected = detectColumns(fields, ['employeeNumber', 'name', 'Department']);
    expect(mappingsOf({ ...detected, unit: 'Department' }, detected)).toEqual([{ column: 'Department', field: 'unit' }]);
    expect(mappingsOf(detected, detected)).toEqual([]);
  });
});

describe('the header of a CSV file', () => {
  it.each([
    ['a,b,c\n1,2,3', ['a', 'b', 'c']],
    ['\uFEFFa;b;"c, d"\r\n', ['a', 'b', 'c, d']],
    ['a\tb', ['a', 'b']],
    ['\n\r\n  \nx,y', ['x', 'y']],
    ['"say ""a""","two\nlines"\n1,2', ['say "a"', 'two\nlines']],
    ['one', ['one']],
  ])('of %j is %j', (text, header) => expect(csvHeader(text)).toEqual(header));

  it('of an empty file is none', () => expect(csvHeader(' \n')).toBeNull());

  it('is read in the encodings that offices use', () => {
    const gb18030 = Uint8Array.from([0xb9, 0xa4, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb]);
    expect(decodeHead(gb18030)).toBe('工号,姓名');
    expect(decodeHead(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x2c, 0]))).toBe('a,');
    expect(decodeHead(new TextEncoder().encode('工号').slice(0, 5))).toBe('工');
  });
});

describe('the header of a workbook', () => {
  it('is read from its first sheet, from shared and inline strings', async () => {
    const file = storedZip({
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="7" r:id="rId3"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId3" Type="t" Target="worksheets/data.xml"/></Relationships>',
      'xl/sharedStrings.xml': '<sst><si><t>工号</t></si><si><r><t>na</t></r><r><t xml:space="preserve">me &amp; co</t></r></si></sst>',
      'xl/worksheets/data.xml':
        '<worksheet><sheetData><row r="1"/><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>x</t></is></c></row><row r="3"><c r="A3"><v>1</v></c></row></sheetData></worksheet>',
    });
    expect(await readHeader(file, 'XLSX')).toEqual(['工号', '', 'name & co', 'x']);
  });

  it('of what is no workbook is unknown', async () => expect(await readHeader(new Blob(['no zip at all']), 'XLSX')).toBeNull());
});

it('knows formats by the ends of names', () => {
  expect(['a.CSV', 'b.xlsx', 'c.xml', 'd.pdf', 'e'].map(formatOf)).toEqual(['CSV', 'XLSX', 'STRATML', null, null]);
});

it('reports row by row, each finding of a row apart', () => {
  const report = reportOf({
    rows: [
      { row: 2, key: 'E1', result: 'CREATED' },
      { row: 3, key: 'E2', result: 'REJECTED' },
    ],
    rejected: [
      { row: 3, column: 'unit', record: 'E2', message: 'unknown' },
      { row: 3, column: 'name', record: 'E2', message: 'empty' },
    ],
    passedOver: [{ row: 1, column: 'Note', record: null, message: 'no field' }],
  });
  expect(report.map((line) => [line.row, line.record, line.result, line.column])).toEqual([
    [1, null, 'PASSED_OVER', 'Note'],
    [2, 'E1', 'CREATED', null],
    [3, 'E2', 'REJECTED', 'unit'],
    [3, 'E2', 'REJECTED', 'name'],
  ]);
});

/** A ZIP archive whose parts are not compressed. */
function storedZip(parts: Record<string, string>): Blob {
  const encoder = new TextEncoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [nameBytes, data] = [encoder.encode(name), encoder.encode(text)];
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(26, nameBytes.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint32(20, data.length, true);
    entry.setUint16(28, nameBytes.length, true);
    entry.setUint32(42, offset, true);
    chunks.push(new Uint8Array(local.buffer), nameBytes, data);
    directory.push(new Uint8Array(entry.buffer), nameBytes);
    offset += 30 + nameBytes.length + data.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint32(12, directory.reduce((sum, part) => sum + part.length, 0), true);
  end.setUint32(16, offset, true);
  return new Blob([...chunks, ...directory, new Uint8Array(end.buffer)]);
}
