// The kinds of stages. Each takes a Log and gives {passed, failed}.

/** Commands that each must exit with 0; each counts as one. */
export function check(...commands) {
  return async (log) => {
    let failed = 0;
    for (const command of commands) {
      if ((await log.run(command)).code !== 0) failed++;
    }
    return { passed: commands.length - failed, failed };
  };
}

/** Configures, builds and tests one CMake preset. */
export function ctest(preset) {
  return async (log) => {
    for (const command of [
      ['cmake', '--preset', preset],
      ['cmake', '--build', '--preset', preset, '-j2'],
    ]) {
      if ((await log.run(command)).code !== 0) return { passed: 0, failed: 1 };
    }
    const { code, text } = await log.run([
      'ctest',
      '--preset',
      preset,
      '--no-tests=error',
    ]);
    return ctestCounts(text, code);
  };
}

/** Counts from the closing line of ctest; without one, one failure. */
export function ctestCounts(text, code) {
  const line = /tests passed, (\d+) tests? failed out of (\d+)/.exec(text);
  if (!line) return { passed: 0, failed: 1 };
  const failed = Number(line[1]);
  // ctest calls a test that asks to be skipped passed; here it is not.
  const skipped = (text.match(/\*\*\*(Skipped|Not Run)/g) ?? []).length;
  const bad = Math.max(failed, skipped) || (code === 0 ? 0 : 1);
  return { passed: Math.max(0, Number(line[2]) - bad), failed: bad };
}

/** node:test over `files` (or what a function finds after `build(log)`). */
export function nodeTest(files, build, ...flags) {
  return async (log) => {
    if (build && (await build(log)).code !== 0) return { passed: 0, failed: 1 };
    const list = typeof files === 'function' ? files() : files;
    if (list.length === 0) return { passed: 0, failed: 1 }; // none is a fault
    const { code, text } = await log.run([
      process.execPath,
      '--test',
      ...flags,
      '--test-reporter=spec',
      ...list,
    ]);
    return nodeCounts(text, code);
  };
}

/** Counts from node:test; what was skipped or cut off has not passed. */
export function nodeCounts(text, code) {
  const of = (name) => {
    const lines = [...text.matchAll(new RegExp(`^ℹ ${name} (\\d+)$`, 'gm'))];
    return Number(lines.at(-1)?.[1] ?? 0);
  };
  const passed = of('pass');
  const failed = of('fail') + of('cancelled') + of('skipped') + of('todo');
  return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1) };
}
