interface ZipEntry {
  name: string;
  isDeflated: boolean;
  size: number;
  offset: number;
}

/** The cells of the first row of a workbook's first sheet that says anything. */
export async function readXlsxHeader(file: Blob): Promise<string[] | null> {
  const entries = await listZip(file);
  const open = (name: string) => {
    const entry = entries.find((one) => one.name === name);
    return entry ? textOf(file, entry) : null;
  };
  const sheet = firstSheet(await readAll(open('xl/workbook.xml')), await readAll(open('xl/_rels/workbook.xml.rels')));
  const row = await readUntil(open(sheet), /<row[^>]*>(?:(?!<\/row>)[\s\S])*?<(?:v|t)[ >](?:(?!<\/row>)[\s\S])*?<\/row>/);
  if (row === null) return null;
  const shared = /t="s"/.test(row) ? sharedStrings(await readAll(open('xl/sharedStrings.xml'))) : [];
  const cells: string[] = [];
  for (const [, attributes = '', content = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const column = columnNumber(/\br="([A-Z]+)/.exec(attributes)?.[1]) ?? cells.length;
    const value = /<v[^>]*>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? '';
    while (cells.length < column) cells.push('');
    cells[column] = (/\bt="s"/.test(attributes) ? (shared[Number(value)] ?? '') : /\bt="inlineStr"/.test(attributes) ? texts(content) : unescapeXml(value)).trim();
  }
  return cells;
}

function firstSheet(workbook: string, relations: string): string {
  const id = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(workbook)?.[1];
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag).find((tag) => id !== undefined && tag.includes(`Id="${id}"`));
  const target = /Target="([^"]+)"/.exec(relation ?? '')?.[1];
  if (target === undefined) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

const sharedStrings = (xml: string): string[] => [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, content = '']) => texts(content));

/** Runs of text one after the other, without phonetic hints. */
const texts = (xml: string): string => [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => unescapeXml(text)).join('');

function columnNumber(letters: string | undefined): number | null {
  if (letters === undefined) return null;
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name !== undefined ? (named[name] ?? whole) : String.fromCodePoint(hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}

async function listZip(file: Blob): Promise<ZipEntry[]> {
  const tailStart = Math.max(0, file.size - 66_000);
  const tail = new DataView(await file.slice(tailStart).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error('no archive');
  const [size, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  const directory = new DataView(await file.slice(start, start + size).arrayBuffer());
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === 0x02014b50; ) {
    const [nameLength, extraLength, commentLength] = [directory.getUint16(at + 28, true), directory.getUint16(at + 30, true), directory.getUint16(at + 32, true)];
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength)),
      isDeflated: directory.getUint16(at + 10, true) === 8,
      size: directory.getUint32(at + 20, true),
      offset: directory.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function textOf(file: Blob, { isDeflated, size, offset }: ZipEntry): ReadableStream<string> {
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async start(controller) {
      const head = new DataView(await file.slice(offset, offset + 30).arrayBuffer());
      const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
      controller.enqueue(new Uint8Array(await file.slice(start, start + size).arrayBuffer()));
      controller.close();
    },
  });
  const plain = isDeflated ? bytes.pipeThrough(new DecompressionStream('deflate-raw')) : bytes;
  return plain.pipeThrough(new TextDecoderStream());
}

const readAll = async (stream: ReadableStream<string> | null): Promise<string> => (await readUntil(stream, null)) ?? '';

/** Reads a part of an archive as far as it takes to find something. */
async function readUntil(stream: ReadableStream<string> | null, wanted: RegExp | null): Promise<string | null> {
  if (!stream) return null;
  const reader = stream.getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    const found = wanted?.exec(text)?.[0];
    if (found !== undefined) {
      await reader.cancel();
      return found;
    }
  }
  return wanted ? null : text;
}
