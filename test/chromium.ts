// Finds a Chromium for the browser tests, or installs one from npm.

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { installedTool } from './installed-tool';

/** A build of Chromium as an npm package, for machines with only npm. */
const PACKAGE = '@sparticuz/chromium@147.0.0';

/** The accessibility checker. Its licence (MPL-2.0) covers its own files only; it is not part of this package. */
const AXE = 'axe-core@4.14.1';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

/** Starts a browser; undefined if this machine has none and cannot install one. */
export async function launchChromium(): Promise<Browser | undefined> {
  const executablePath = findOnPath() ?? installChromium();
  return executablePath === undefined
    ? undefined
    : chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-zygote'] });
}

/** The path of the accessibility checker's script; undefined if it cannot be installed. */
export function axeScript(): string | undefined {
  const folder = installedTool(AXE.replace('@', '-'), (target) => install(AXE, target));
  return folder && join(folder, 'node_modules/axe-core/axe.min.js');
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installChromium(): string | undefined {
  const folder = installedTool('chromium-147.0.0', (target) => {
    if (!install(PACKAGE, target)) return false;
    // The package unpacks the browser into the folder for temporary files.
    const unpack = "import('@sparticuz/chromium').then(({ default: { executablePath } }) => executablePath())";
    const { status } = spawnSync(process.execPath, ['-e', unpack], {
      cwd: target,
      env: { ...process.env, TMPDIR: target },
      stdio: 'inherit',
    });
    return status === 0 && isExecutable(join(target, 'chromium'));
  });
  return folder && join(folder, 'chromium');
}

function install(name: string, folder: string): boolean {
  const options = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', ['install', ...options, name], { stdio: 'inherit' }).status === 0;
}
