import { readXlsxHeader } from './xlsxHeader';

const headBytes = 256 * 1024;

/** The headings of a file's columns, read here so that they can be matched before the file is sent; null when it cannot be told. */
export async function readHeader(file: Blob, format: 'CSV' | 'XLSX'): Promise<string[] | null> {
  try {
    return format === 'XLSX' ? await readXlsxHeader(file) : csvHeader(decodeHead(new Uint8Array(await file.slice(0, headBytes).arrayBuffer())));
  } catch {
    return null;
  }
}

/** By its mark, else UTF-8, else GB18030; a character cut off at the end is no fault. */
export function decodeHead(bytes: Uint8Array): string {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      // The next one.
    }
  }
  throw new Error('no text');
}

/** The first line of a CSV file that says anything, cut at whichever separator it has most of. */
export function csvHeader(text: string): string[] | null {
  const line = firstRecord(text.replace(/^\uFEFF/, ''));
  if (line.trim() === '') return null;
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: cut(line, separator).length }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return cut(line, best.separator).map((name) => name.trim());
}

function firstRecord(text: string): string {
  let quoted = false;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    if (c === undefined || (!quoted && (c === '\n' || c === '\r'))) {
      const line = text.slice(start, i);
      if (line.trim() !== '') return line;
      start = i + 1;
    }
  }
  return '';
}

function cut(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i] ?? '';
    if (quoted && c === '"' && line[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"') {
      quoted = !quoted;
    } else if (c === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else {
      cell += c;
    }
  }
  cells.push(cell);
  return cells;
}
