/** Path → node → span. */

import { isAlias, isCollection, isMap, isScalar, isSeq, type ParsedNode, Scalar, visit } from 'yaml';
import type { Span } from '../ground/diagnostic.ts';
import type { Source } from './source.ts';
import type { Path, Tree, Where } from './types.ts';
import { keyText } from './value.ts';

type Step = { readonly key?: ParsedNode; readonly value: ParsedNode };

/** The span of a path; of its nearest ancestor where there is nothing, or no key. */
export function locateIn(source: Source, tree: Tree, path: Path, where: Where): Span {
  const root = tree.contents;
  if (!root) return source.span(0, 0);
  let step: Step = { value: root };
  for (const [depth, name] of path.entries()) {
    const next = child(resolve(tree, step.value), name);
    if (!next) return spanOf(source, tree, step, depth === 0 ? 'value' : 'key');
    step = next;
  }
  return spanOf(source, tree, step, where);
}

function child(node: ParsedNode, name: string | number): Step | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(name)];
    return value ? { value: value as ParsedNode } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => keyText(key) === String(name));
  return pair ? { key: pair.key as ParsedNode, value: (pair.value ?? pair.key) as ParsedNode } : undefined;
}

function spanOf(source: Source, tree: Tree, step: Step, where: Where): Span {
  if (where === 'key') return source.span(...rangeOf(step.key ?? step.value));
  const node = resolve(tree, step.value);
  if (where !== 'value' && isScalar(node)) {
    const text = textRange(source, node as Scalar.Parsed);
    const at = source.text.slice(...text).indexOf(where.character);
    if (at >= 0) return source.span(text[0] + at, text[0] + at + where.character.length);
  }
  return source.span(...rangeOf(node));
}

/** Block collections run over many lines: their first key or item stands for them. */
function rangeOf(node: ParsedNode): [number, number] {
  if (isCollection(node) && !node.flow) {
    const first = (node as { items: readonly unknown[] }).items[0];
    const inner = isMap(node)
      ? (first as { key: ParsedNode } | undefined)?.key
      : (first as ParsedNode | undefined);
    if (inner) return rangeOf(inner);
  }
  if (isScalar(node) && isBlock(node)) return [node.range[0], node.range[0] + 1];
  return [node.range[0], node.range[1]];
}

/** A scalar's text in the source; of a block text without the line of its `|`. */
function textRange(source: Source, node: Scalar.Parsed): [number, number] {
  const [start, end] = node.range;
  return isBlock(node) ? [source.text.indexOf('\n', start) + 1, end] : [start, end];
}

function isBlock(node: { type?: string }): boolean {
  return node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
}

/** The anchored node of an alias: the last of its name before it. */
function resolve(tree: Tree, node: ParsedNode): ParsedNode {
  if (!isAlias(node)) return node;
  let anchored: ParsedNode = node;
  visit(tree, {
    Node(_, candidate) {
      if (candidate === node) return visit.BREAK;
      if (!isAlias(candidate) && candidate.anchor === node.source) anchored = candidate as ParsedNode;
      return undefined;
    },
  });
  return anchored;
}
