// Which Node runs Caseway. Imports nothing, so that an old Node still gets as far as the sentence below.

/**
 * What is wrong with this Node version and what to do, or undefined when it will do: 20.19 and later, or 22 and later.
 * @param {string} version as `process.version` says it
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const fits = major >= 22 || (major === 20 && minor >= 19);
  if (fits) return undefined;
  return `Caseway needs Node 20.19 or later in the 20 series, or Node 22 or later; this is ${version}. Install one from https://nodejs.org/ and run the command again.`;
}
