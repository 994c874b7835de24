// Renders the completion script of each shell.

import type { View } from '../../command/parts';
import type { Shell } from './arguments';
import { renderBash } from './bash';
import type { CompletableProgram } from './completable';
import { renderFish } from './fish';
import { renderZsh } from './zsh';

/** The script by shell. */
export const view: View<CompletableProgram, Shell> = {
  bash: ({ name, commands }) => renderBash(name, commands),
  zsh: ({ name, commands }) => renderZsh(name, commands),
  fish: ({ name, commands }) => renderFish(name, commands),
};
