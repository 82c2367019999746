/**
 * `hyokahyo verify`: whether a bag is as it was sealed, whether its PDFs still say what its content says, and whether it
 * can be made anew. Writes nothing beside it.
 */
import { checkChain } from '../../archive/chain.ts';
import { checkAttached } from '../../archive/check-attached.ts';
import { type CheckedBag, checkBag } from '../../archive/check-bag.ts';
import { checkCopies } from '../../archive/handed-out-copies.ts';
import { type RebuildAnswer, rebuild, toolDifference } from '../../archive/rebuild.ts';
import { verdict } from '../../archive/verdict.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../ground/diagnostic.ts';
import { isFailure, type Tree } from '../../ground/world.ts';
import { asError } from './build.ts';
import { type Outcome, type Run, slashed } from './run.ts';
import { runSealedTool } from './sealed-tool.ts';
import { pressOf } from './sealing.ts';

/** Checks integrity, chain, attachments and rebuild, and says what each has shown. */
export async function verify(run: Run): Promise<Outcome> {
  const [operand] = run.operands;
  if (operand === undefined || operand === '') {
    const hints = ['例: hyokahyo verify out/archive/R6/v1'];
    return stopped(diagnose('operand-missing', { what: '調べるフォルダー' }, { hints }));
  }
  const root = slashed(operand);
  const bag = checkBag(run.world, root);
  if (!bag) return stopped(noBag(run, root));
  const chain = bag.info && checkChain(run.world, root, bag.info);
  const attached = bag.info && checkAttached(bag.files, bag.info);
  const copies = bag.info && checkCopies(run.world, root, bag.files, bag.info);
  const others = [chain, attached, copies].flatMap((answer) => answer?.diagnostics ?? []);
  const anew = await makeAnew(run, bag, hasErrors(others));
  const found = [bag, chain, attached, copies, anew].flatMap((answer) => answer?.diagnostics ?? []);
  const diagnostics = run.flags.strict ? found.map(asError) : found;
  return {
    diagnostics,
    isAnswer: () => true,
    outputs: [],
    ...verdict({ bag, chain, attached, copies, rebuild: anew }),
  };
}

function stopped(diagnostic: Diagnostic): Outcome {
  return { diagnostics: [diagnostic], isAnswer: () => true, outputs: [] };
}

function noBag({ world }: Run, root: string): Diagnostic {
  const names = world.list(root);
  if (!isFailure(names)) return emptyOfBags(world, root, names);
  if (names.failure === 'denied' || names.failure === 'unreadable')
    return diagnose('bag-unreadable', { file: root });
  const hints = ['場所と名前を確かめてください。例: hyokahyo verify out/archive/R6/v1'];
  return diagnose('not-a-bag', { folder: root, isThere: names.failure !== 'missing' }, { hints });
}

function emptyOfBags(world: Tree, root: string, names: readonly string[]): Diagnostic {
  const inside = names.filter((name) => !isFailure(world.kind(`${root}/${name}/bagit.txt`)));
  const hints =
    inside.length > 0
      ? [`中に保存したものがあります: ${inside.map((name) => `${root}/${name}`).join('、')}`]
      : ['out/archive/R6/v1 のように、bagit.txt の入っているフォルダーを書いてください。'];
  return diagnose('not-a-bag', { folder: root, isThere: true }, { hints });
}

/**
 * Only a bag that is whole is made anew; only on demand by the program in it, and by that only where nothing else that
 * can be looked at without running it contradicts the bag.
 */
async function makeAnew(
  run: Run,
  { files, info, diagnostics }: CheckedBag,
  isContradicted: boolean,
): Promise<RebuildAnswer> {
  if (files.size === 0) return { state: 'not-compared', compared: 0, diagnostics: [] };
  if (hasErrors(diagnostics) || !info)
    return notCompared(diagnose('rebuild-broken', undefined, { severity: 'warning' }));
  if (run.flags['run-sealed-tool'])
    return isContradicted
      ? notCompared(diagnose('rebuild-distrusted', undefined, { severity: 'warning' }))
      : runSealedTool(run.world, files, info);
  const tool = slashed(run.tool);
  const difference = toolDifference(run.world, files, info, tool, run.creator);
  return difference ? notCompared(difference) : rebuild(files, info, pressOf(run));
}

function notCompared(why: Diagnostic): RebuildAnswer {
  return { state: 'not-compared', compared: 0, diagnostics: [why] };
}
