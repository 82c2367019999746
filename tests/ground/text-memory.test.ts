import { describe, expect, test } from 'vitest';
import { TextMemory } from '../../src/ground/text-memory.ts';

describe('TextMemory', () => {
  test('makes of a text what it made of it before, and of another text something else', () => {
    const memory = new TextMemory<object>();
    const made = memory.of('継続', () => ({}));
    expect(memory.of('継続', () => ({}))).toBe(made);
    expect(memory.of('実施', () => ({}))).not.toBe(made);
  });

  test('remembers no more than it has room for', () => {
    const memory = new TextMemory<object>();
    const first = memory.of('一', () => ({}));
    const long = '文'.repeat(50_000);
    expect(memory.of(long, () => ({}))).not.toBe(memory.of(long, () => ({})));
    expect(memory.of('一', () => ({}))).toBe(first);
  });
});
