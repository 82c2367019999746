import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { loadEdition, jsonSchemas } from '../../src/content/index.ts';
import { readYaml } from '../../src/yaml/index.ts';
import { disk, type World } from '../../src/world.ts';
const names = disk.list('content/R6/measures') as string[];
const texts = new Map(names.map((n) => [n, readFileSync(`content/R6/measures/${n}`, 'utf8')]));
test('req', () => {
  const r = loadEdition(disk, 'content/R6');
  const s = JSON.stringify(jsonSchemas(r.value!.edition).map(x=>x.schema));
  console.log(s.match(/"required":\[[^\]]*\]/g));
});
test('1400', () => {
  const files = new Map<string, Uint8Array>();
  const enc = new TextEncoder();
  for (let i = 0; i < 100; i++) for (const [n, t] of texts) {
    const m = n.replace('.yaml', '') + '-' + (i + 1);
    files.set(`R6/measures/${m}.yaml`, enc.encode(t.replace(/^measure: .*/m, `measure: "${m}"`)));
  }
  files.set('R6/edition.yaml', new Uint8Array(readFileSync('content/R6/edition.yaml')));
  const world: World = { read: (p) => files.get(p) ?? { failure: 'missing' }, list: (p) => p === 'R6' ? ['edition.yaml', 'measures'] : [...files.keys()].filter((k) => k.startsWith('R6/measures/')).map((k) => k.slice(12)).sort() };
  for (let k = 0; k < 2; k++) {
  const t = performance.now();
  const r = loadEdition(world, 'R6');
  console.log('1400', performance.now() - t, r.diagnostics.length, r.value?.edition.measures.length);}
  let t = performance.now(); let n=0;
  for (const [k, b] of files) { readYaml(k, b); n+=b.length; }
  console.log('readYaml only', performance.now() - t, n);
  globalThis.gc?.(); console.log(process.memoryUsage().heapUsed/1e6, process.memoryUsage().rss/1e6);
});
const M = 2 * 1024 * 1024;
const rep = (s: string) => s.repeat(Math.floor(M / s.length)).slice(0, M);
const hostile: Record<string, string> = {
  brackets: rep('['), braces: rep('{'), indent: Array.from({ length: 1800 }, (_, i) => ' '.repeat(i) + 'a:\n').join(''), dashes: rep('- '), dashlines: rep('-\n'), colons: rep('a: '), q: rep('? '), emptymap: Array.from({ length: 200000 }, (_, i) => 'k' + i + ':\n').join(''), samekeys: rep('a:\n'), docs: rep('---\n'), dots: rep('...\n'), commas: '[' + rep('a,').slice(2) , spaces: 'a: ' + rep(' ').slice(9), newlines: rep('\n').slice(5) + 'a: 1', quotes: rep('"'), q2: rep("''"), anchors: rep('&a '), tags: rep('!a '), stars: rep('*a '), pct: rep('%\n'), comments: rep('#\n').slice(10) + '\na: 1', plain: 'a: ' + rep('x\n '), long: 'a: ' + rep('漢').slice(0, 690000), tabs: rep('\t'), text: 'a: |\n' + rep(' x\n').slice(8), esc: 'a: "' + rep('\\u0041').slice(12) + '"', badesc: 'a: "' + rep('\\q').slice(12) + '"', dup: '{' + rep('a,').slice(4), brk: rep(']'), colon2: rep(':'), mix: rep('a: [\n'), fol: 'a: >\n' + rep(' x\n').slice(8), laughs: 'a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n' + Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill('*a' + i).join(',')}]\n`).join(''), manyalias: 'a: &a x\nb: [' + rep('*a,').slice(30) + ']', seqmap: rep('- a: 1\n'), qqq: 'a: ' + rep('"x" '), crlf: rep('a\r\n'), flowmap: 'a: [' + rep('{a: 1},').slice(20)+ ']', ctl: rep('\x01\x02'), fig: 'a: {b: 1' + rep(',091').slice(30) + '}', cjkkey: rep('あ：い\n').slice(0,400000), sp:rep(' \n'), sq:rep("- '\n"), pq:rep('- "\n'),
};
test('hostile', () => {
  for (const [k, s] of Object.entries(hostile)) {
    const bytes = new TextEncoder().encode(s).slice(0, M);
    const t = performance.now();
    const r = readYaml('f', bytes);
    const d = [...r.diagnostics, ...(r.value?.problems ?? [])];
    const e = performance.now() - t;
    if (e > 300) console.log('SLOW');
    console.log(k, e.toFixed(0), d.length, d[0]?.code, d[0]?.span?.start, (process.memoryUsage().rss/1e6).toFixed(0));
  }
}, 600000);
