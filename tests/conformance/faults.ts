/** Faults that are put on purpose into a file that conforms, and who must notice each. */
import type { Judge } from './complaint.ts';
import { type EditableFile, type Json, type JsonObject, remove } from './editable.ts';

export type Fault = {
  readonly name: string;
  readonly judge: Judge;
  /** What the complaint begins with: for veraPDF the number of the rule. */
  readonly says: string;
  readonly spoil?: (file: EditableFile) => void;
  /** Spoils what qpdf, which writes the file, would mend. */
  readonly spoilBytes?: (bytes: Buffer) => Buffer;
};

export const FAULTS: readonly Fault[] = [
  ...metadataFaults(),
  ...contentFaults(),
  ...structureFaults(),
  ...fontFaults(),
  ...fileFaults(),
];

function metadataFaults(): Fault[] {
  return [
    {
      name: 'no output intent',
      judge: 'PDF/A-2a',
      says: '6.2.4.3-4',
      spoil: ({ catalog }) => remove(catalog, '/OutputIntents'),
    },
    {
      name: 'no metadata',
      judge: 'PDF/A-2a',
      says: '6.6.2.1-1',
      spoil: ({ catalog }) => remove(catalog, '/Metadata'),
    },
    {
      name: 'metadata that are no XML',
      judge: 'PDF/A-2a',
      says: '6.6.2.1',
      spoil: (file) =>
        file.changeStream(file.catalog['/Metadata'], (text) => text.replace('</rdf:RDF>', '&')),
    },
    {
      name: 'metadata that do not say PDF/UA',
      judge: 'PDF/UA-1',
      says: '5-1',
      spoil: (file) =>
        file.changeStream(file.catalog['/Metadata'], (text) =>
          text.replaceAll('/pdfua/ns/id/', '/other/ns/id/'),
        ),
    },
    {
      name: 'no language',
      judge: 'PDF/UA-1',
      says: '7.2-34',
      spoil: (file) => {
        remove(file.catalog, '/Lang');
        for (const { found } of file.elements(/./)) delete found['/Lang'];
      },
    },
    {
      name: 'not marked as tagged',
      judge: 'PDF/UA-1',
      says: '6.2-1',
      spoil: ({ catalog }) => remove(catalog, '/MarkInfo'),
    },
    {
      name: 'the file’s name shown for its title',
      judge: 'PDF/UA-1',
      says: '7.1-10',
      spoil: (file) => remove(file.dictionary(file.catalog['/ViewerPreferences']), '/DisplayDocTitle'),
    },
    {
      name: 'something runs when the file is opened',
      judge: 'PDF/A-2a',
      says: '6.5.1-1',
      spoil: ({ catalog }) => {
        catalog['/OpenAction'] = { '/S': '/JavaScript', '/JS': 'u:1' };
      },
    },
  ];
}

function contentFaults(): Fault[] {
  return [
    {
      name: 'text that belongs to nothing',
      judge: 'PDF/UA-1',
      says: '7.1-3',
      spoil: (file) => onLastPage(file, (operators) => `${operators}\n${sampleText(operators)}`),
    },
    {
      name: 'a line that belongs to nothing',
      judge: 'PDF/UA-1',
      says: '7.1-3',
      spoil: (file) => onLastPage(file, (operators) => `${operators}\n50 50 m 90 50 l S`),
    },
    {
      name: 'an artifact within a text',
      judge: 'PDF/UA-1',
      says: '7.1-1',
      spoil: (file) => onLastPage(file, (operators) => operators.replace(MARKED, '$&\n/Artifact BMC EMC')),
    },
    {
      name: 'an end of marked content too many',
      judge: 'poppler',
      says: 'pdf',
      spoil: (file) => onLastPage(file, (operators) => `${operators}\nEMC`),
    },
    {
      name: 'an end of marked content too few',
      judge: 'PDF/UA-1',
      says: '7.1',
      spoil: (file) => onLastPage(file, (operators) => operators.replace(/\bEMC\b/, '')),
    },
    {
      name: 'the same mark twice',
      judge: 'structure',
      says: '',
      spoil: (file) =>
        onLastPage(file, (operators) => {
          const [, mark = '0'] = /\/MCID\s+(\d+)/.exec(operators) ?? [];
          return `${operators}\n/P <</MCID ${mark}>> BDC EMC`;
        }),
    },
    {
      name: 'a colour',
      judge: 'ink',
      says: 'page',
      spoil: (file) => onLastPage(file, (operators) => `${operators}\n1 0 0 rg`),
    },
    {
      name: 'a colour without an output intent',
      judge: 'PDF/A-2a',
      says: '6.2.4.3-2',
      spoil: (file) => {
        remove(file.catalog, '/OutputIntents');
        onLastPage(file, (operators) => `${operators}\n/Artifact BMC 1 0 0 rg 50 50 9 9 re f EMC`);
      },
    },
    {
      name: 'transparency',
      judge: 'ink',
      says: '',
      spoil: (file) => withGraphicsState(file, { '/ca': 0.5 }),
    },
    {
      name: 'a way of mixing colours that does not exist',
      judge: 'PDF/A-2a',
      says: '6.2.10-1',
      spoil: (file) => withGraphicsState(file, { '/BM': '/Nothing' }),
    },
  ];
}

function structureFaults(): Fault[] {
  return [
    {
      name: 'no structure tree',
      judge: 'PDF/A-2a',
      says: '6.7.3.3-1',
      spoil: ({ catalog }) => remove(catalog, '/StructTreeRoot'),
    },
    {
      name: 'a picture without words',
      judge: 'PDF/UA-1',
      says: '7.3-1',
      spoil: (file) => remove(first(file.elements(/^\/Figure$/)), '/Alt'),
    },
    {
      name: 'a heading that skips a level',
      judge: 'PDF/UA-1',
      says: '7.4.2-1',
      spoil: (file) => {
        for (const { found } of file.elements(/^\/H2$/)) found['/S'] = '/H4';
      },
    },
    {
      name: 'a table with a cell too few',
      judge: 'PDF/UA-1',
      says: '7.2-',
      spoil: (file) => {
        const row = file
          .elements(/^\/TR$/)
          .map(({ found }) => file.resolve(found['/K']))
          .find((kids) => Array.isArray(kids) && kids.length > 1);
        (row as Json[]).pop();
      },
    },
    {
      name: 'a cell that is in no row',
      judge: 'PDF/UA-1',
      says: '7.2-',
      spoil: (file) => {
        first(file.elements(/^\/TR$/))['/S'] = '/Div';
      },
    },
    {
      name: 'heads that head nothing',
      judge: 'PDF/UA-1',
      says: '7.5-',
      spoil: (file) => {
        for (const { found } of file.elements(/^\/T[HD]$/)) delete found['/A'];
      },
    },
    {
      name: 'a parent tree that takes one for the other',
      judge: 'structure',
      says: '',
      spoil: (file) => {
        const [list] = marksByPage(file).filter((marks) => marks.length > 1);
        list?.reverse();
      },
    },
    {
      name: 'no parent tree',
      judge: 'structure',
      says: '',
      spoil: (file) => remove(file.dictionary(file.catalog['/StructTreeRoot']), '/ParentTree'),
    },
    {
      name: 'an element that names another parent',
      judge: 'structure',
      says: '',
      spoil: (file) => {
        const [one, ...others] = file.elements(/./).filter(({ found }) => found['/P'] !== undefined);
        const other = others.find(({ reference }) => reference !== one?.found['/P']);
        (one as { found: JsonObject }).found['/P'] = (other as { reference: string }).reference;
      },
    },
    {
      name: 'a link that no element names',
      judge: 'PDF/UA-1',
      says: '7.18.5-1',
      spoil: (file) => remove(anyLink(file), '/StructParent'),
    },
    {
      name: 'a link that does not say where it leads',
      judge: 'PDF/UA-1',
      says: '7.18.5-2',
      spoil: (file) => remove(anyLink(file), '/Contents'),
    },
    {
      name: 'links in no order',
      judge: 'PDF/UA-1',
      says: '7.18.3-1',
      spoil: (file) => {
        for (const page of file.pages) delete page['/Tabs'];
      },
    },
  ];
}

function fontFaults(): Fault[] {
  return [
    {
      name: 'a font that is not in the file',
      judge: 'PDF/A-2a',
      says: '6.2.11.4.1-1',
      spoil: (file) => {
        const descriptor = first(typed(file, '/FontDescriptor'));
        for (const key of ['/FontFile', '/FontFile2', '/FontFile3']) delete descriptor[key];
      },
    },
    {
      name: 'glyphs of which nobody knows the characters',
      judge: 'PDF/A-2a',
      says: '6.2.11.7.2-1',
      spoil: (file) => remove(first(withKey(file, '/ToUnicode')), '/ToUnicode'),
    },
    {
      name: 'widths that are not the font’s',
      judge: 'PDF/A-2a',
      says: '6.2.11.5-1',
      spoil: (file) => {
        for (const { found } of withKey(file, '/W')) found['/W'] = [0, 65535, 123];
      },
    },
    {
      name: 'a character without a glyph',
      judge: 'PDF/A-2a',
      says: '6.2.11.8-1',
      spoil: (file) =>
        onLastPage(file, (operators) => `${operators}\n/Artifact BMC ${sampleText(operators, '0000')} EMC`),
    },
  ];
}

function fileFaults(): Fault[] {
  return [
    {
      name: 'a file that was cut off',
      judge: 'qpdf',
      says: 'qpdf',
      spoilBytes: (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.9)),
    },
    {
      name: 'a table of objects that is not where it should be',
      judge: 'qpdf',
      says: 'qpdf',
      spoilBytes: (bytes) =>
        Buffer.from(bytes.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n7'), 'latin1'),
    },
    {
      name: 'damaged streams',
      judge: 'qpdf',
      says: 'qpdf',
      spoilBytes: (bytes) =>
        Buffer.from(
          bytes.toString('latin1').replace(/(?<=\nstream\n)[\s\S]{8}/g, '\xff'.repeat(8)),
          'latin1',
        ),
    },
  ];
}

/** A page's first piece of tagged content: its operands and operator. */
const MARKED = /\/\w+\s*<<[^<>]*\/MCID[^<>]*>>\s*BDC/;

function first(found: readonly { found: JsonObject }[]): JsonObject {
  if (found[0] === undefined) throw new Error('the file to spoil has nothing of the kind');
  return found[0].found;
}

function typed(file: EditableFile, type: string): { found: JsonObject }[] {
  return file.dictionaries().filter(({ found }) => found['/Type'] === type);
}

function withKey(file: EditableFile, key: string): { found: JsonObject }[] {
  return file.dictionaries().filter(({ found }) => key in found);
}

function anyLink(file: EditableFile): JsonObject {
  return first(file.dictionaries().filter(({ found }) => found['/Subtype'] === '/Link'));
}

function onLastPage(file: EditableFile, change: (operators: string) => string): void {
  file.changeStream(file.pages.at(-1)?.['/Contents'], change);
}

/** A text of one glyph in a font that the page uses; glyph 1 is the first real one of a subset. */
function sampleText(operators: string, glyph = '0001'): string {
  const [, font = ''] = /\/(\w+)\s+[\d.]+\s+Tf/.exec(operators) ?? [];
  return `BT /${font} 8 Tf 1 0 0 1 50 50 Tm <${glyph}> Tj ET`;
}

function withGraphicsState(file: EditableFile, state: JsonObject): void {
  const page = file.pages.at(-1) as JsonObject;
  const resources = file.dictionary(page['/Resources']);
  resources['/ExtGState'] = { '/Spoilt': state };
  onLastPage(file, (operators) => `${operators}\n/Spoilt gs /Artifact BMC 50 50 9 9 re f EMC`);
}

/** The lists of the parent tree, one a page. */
function marksByPage(file: EditableFile): Json[][] {
  const lists = (node: JsonObject): Json[][] => {
    const kids = (file.resolve(node['/Kids']) ?? []) as Json[];
    const pairs = (file.resolve(node['/Nums']) ?? []) as Json[];
    return [
      ...kids.flatMap((kid) => lists(file.dictionary(kid))),
      ...pairs.map((value) => file.resolve(value)).filter(Array.isArray),
    ];
  };
  return lists(file.dictionary(file.dictionary(file.catalog['/StructTreeRoot'])['/ParentTree']));
}
