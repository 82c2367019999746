/** Which templates include which: none itself, however far round, and no chain too long. Pure. */
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import { MOST_LEVELS, tooDeep } from './template-bounds.ts';

/** `{{> to}}` in the template `from`. */
export type Inclusion = { readonly from: string; readonly to: string; readonly span: Span };

/** What each template includes. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Inclusions by which a template would come to include itself, and the first that is nested too deeply. */
export function checkInclusions(inclusions: readonly Inclusion[]): Diagnostic[] {
  const graph = graphOf(inclusions);
  const { heights, endless } = heightsOf(graph);
  const deep = inclusions.find(({ to }) => heights.get(to) === MOST_LEVELS);
  return [
    ...inclusions
      .filter(({ from, to }) => endless.has(from) && endless.has(to) && reaches(graph, to, from))
      .map(({ to, span }) => diagnose('template-endless', { name: `${to}.hbs` }, { span })),
    ...(deep ? [tooDeep('読み込み（>）の連なり', MOST_LEVELS, deep.span)] : []),
  ];
}

function graphOf(inclusions: readonly Inclusion[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of inclusions) {
    const included = graph.get(from) ?? new Set();
    graph.set(from, included.add(to));
    if (!graph.has(to)) graph.set(to, new Set());
  }
  return graph;
}

/** How many inclusions lie below each template; those from which no end is reached have none. */
function heightsOf(graph: Graph): { heights: ReadonlyMap<string, number>; endless: ReadonlySet<string> } {
  const heights = new Map<string, number>();
  const endless = new Set(graph.keys());
  for (let found = true; found; ) {
    found = false;
    for (const name of endless) {
      const included = [...(graph.get(name) as ReadonlySet<string>)];
      if (included.some((other) => endless.has(other))) continue;
      heights.set(name, Math.max(0, ...included.map((other) => (heights.get(other) as number) + 1)));
      endless.delete(name);
      found = true;
    }
  }
  return { heights, endless };
}

function reaches(graph: Graph, start: string, goal: string): boolean {
  const seen = new Set([start]);
  for (const name of seen) {
    if (name === goal) return true;
    for (const other of graph.get(name) ?? []) seen.add(other);
  }
  return false;
}
